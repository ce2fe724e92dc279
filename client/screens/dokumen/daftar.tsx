import { useLocation, useRoute } from 'preact-iso';
import { JENIS_DOKUMEN, type JenisDokumen } from '../../../shared/documents/index.ts';
import { bulanDari, namaLengkap, tambahBulan } from '../../../shared/domain/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { bulanTahun } from '../../i18n/format.ts';
import { dokumen as words } from '../../i18n/id/dokumen.ts';
import { umum } from '../../i18n/id/umum.ts';
import { pegawaiOf, useLive } from '../../store/index.ts';
import { Field, ListRow, Page, Section, Segmented, Select, Toggle, TopBar } from '../../ui/index.ts';
import { type Alamat, bacaAlamat, tulisAlamat } from './alamat.ts';
import '../guru/guru.css';
import './dokumen.css';

/** How far back the list of months goes. */
const BULAN_PILIHAN = 24;

const Pilihan = ({
  alamat,
  bulanIni,
  onUbah,
}: {
  alamat: Alamat;
  bulanIni: string;
  onUbah: (ubahan: Partial<Alamat>) => void;
}) => (
  <div class="tumpuk">
    <Field id="dok-bulan" label={words.bulan}>
      <Select value={alamat.bulan} onChange={(event) => onUbah({ bulan: event.currentTarget.value })}>
        {Array.from({ length: BULAN_PILIHAN }, (_, i) => tambahBulan(bulanIni, -i)).map((bulan) => (
          <option key={bulan} value={bulan}>
            {bulanTahun(bulan)}
          </option>
        ))}
      </Select>
    </Field>
    <div class="field">
      <span class="label">{words.kertas}</span>
      <Segmented
        name="kertas"
        label={words.kertas}
        value={alamat.kertas}
        onValue={(kertas) => onUbah({ kertas })}
        options={[
          { value: 'A4', label: words.kertasPilihan.A4 },
          { value: 'F4', label: words.kertasPilihan.F4 },
        ]}
      />
    </div>
    <Toggle
      id="dok-foto"
      label={words.denganFoto}
      hint={words.denganFotoIsi}
      checked={alamat.denganFoto}
      onValue={(denganFoto) => onUbah({ denganFoto })}
    />
  </div>
);

/** Angka kredit are a teacher's own notes: nobody else has them. */
const jenisUntuk = (app: App, { pemilik }: Alamat): JenisDokumen[] =>
  JENIS_DOKUMEN.filter((jenis) => jenis !== 'akumulasi' || pemilik === app.actor.id);

/** G18: what can be printed and taken along, most of it without a network. */
export const DokumenDaftar = () => {
  const app = useApp();
  const { route } = useLocation();
  const { query } = useRoute();
  const { hariIni } = useHariIni();
  const saya = app.actor.id;
  const alamat = bacaAlamat(query, { hariIni, saya });
  const orang = useLive(() => pegawaiOf(app.store, alamat.pemilik), [app.store, alamat.pemilik]);
  const milikSaya = alamat.pemilik === saya;
  const judul = milikSaya || !orang ? words.judul : words.judulMilik(namaLengkap(orang.content));
  const kembali = milikSaya ? '/akun' : `/guru/${alamat.pemilik}`;
  return (
    <Page title={judul} bar={<TopBar title={judul} back={{ href: kembali, label: umum.aksi.kembali }} />}>
      <Pilihan
        alamat={alamat}
        bulanIni={bulanDari(hariIni)}
        onUbah={(ubahan) => route(tulisAlamat('/dokumen', { ...alamat, ...ubahan }, saya), true)}
      />
      <Section title={words.daftar}>
        <ul class="daftar">
          {jenisUntuk(app, alamat).map((jenis) => (
            <li key={jenis}>
              <ListRow
                leading="book"
                title={words.nama[jenis]}
                meta={words.arti[jenis](alamat.bulan)}
                href={tulisAlamat(`/dokumen/${jenis}`, alamat, saya)}
              />
            </li>
          ))}
          {milikSaya && (
            <li>
              <ListRow leading="target" title={words.hitung} meta={words.hitungIsi} href="/angka-kredit" />
            </li>
          )}
        </ul>
        <p class="redup">{words.tanpaInternet}</p>
      </Section>
    </Page>
  );
};
