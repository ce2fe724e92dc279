import { useLocation, useRoute } from 'preact-iso';
import { JENIS_DOKUMEN, type JenisDokumen } from '../../../shared/documents/index.ts';
import {
  bacaKodePeriode,
  bulanDari,
  kodePeriode,
  namaLengkap,
  rentangPeriode,
  tambahBulan,
} from '../../../shared/domain/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { bulanTahun } from '../../i18n/format.ts';
import { dokumen as words } from '../../i18n/id/dokumen.ts';
import { evaluasi } from '../../i18n/id/evaluasi.ts';
import { umum } from '../../i18n/id/umum.ts';
import { evaluasiOf, pegawaiOf, useLive } from '../../store/index.ts';
import { Field, ListRow, Page, Section, Segmented, Select, Toggle, TopBar } from '../../ui/index.ts';
import { type Alamat, bacaAlamat, tulisAlamat } from './alamat.ts';
import '../guru/guru.css';
import './dokumen.css';

/** How far back the list of months goes. */
const BULAN_PILIHAN = 24;

const Pilihan = ({
  alamat,
  bulanIni,
  periodeList,
  onUbah,
}: {
  alamat: Alamat;
  bulanIni: string;
  periodeList: readonly string[];
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
    {periodeList.length > 0 && (
      <Field id="dok-periode" label={words.periode}>
        <Select
          value={alamat.periode ?? ''}
          onChange={(event) => onUbah({ periode: event.currentTarget.value })}
        >
          {[...new Set(periodeList)].map((kode) => (
            <option key={kode} value={kode}>
              {namaPeriode(kode)}
            </option>
          ))}
        </Select>
      </Field>
    )}
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

/** About one evaluation. */
const PER_EVALUASI: ReadonlySet<JenisDokumen> = new Set(['evaluasi', 'penilaian', 'konversi']);
/** Made from a teacher's own notes of angka kredit: nobody else has them. */
const DARI_CATATAN: ReadonlySet<JenisDokumen> = new Set(['akumulasi', 'penetapan']);

const jenisUntuk = (app: App, { pemilik, periode }: Alamat): JenisDokumen[] =>
  JENIS_DOKUMEN.filter(
    (jenis) =>
      (!DARI_CATATAN.has(jenis) || pemilik === app.actor.id) &&
      (!PER_EVALUASI.has(jenis) || periode !== null),
  );

/** Periods of which an evaluation is on the phone, the last first. */
const usePeriode = ({ store }: App, pemilik: string): string[] =>
  useLive(
    async () =>
      (await evaluasiOf(store, pemilik))
        .map(({ content: { periode } }) => ({ kode: kodePeriode(periode), ...rentangPeriode(periode) }))
        .sort((a, b) => b.akhir.localeCompare(a.akhir) || a.awal.localeCompare(b.awal))
        .map(({ kode }) => kode),
    [store, pemilik],
  ) ?? [];

const namaPeriode = (kode: string | null): string => {
  const periode = kode === null ? null : bacaKodePeriode(kode);
  return periode ? evaluasi.periode(periode) : '';
};

/** G18: what can be printed and taken along, most of it without a network. */
export const DokumenDaftar = () => {
  const app = useApp();
  const { route } = useLocation();
  const { query } = useRoute();
  const { hariIni } = useHariIni();
  const saya = app.actor.id;
  const diminta = bacaAlamat(query, { hariIni, saya });
  const periodeList = usePeriode(app, diminta.pemilik);
  const alamat = { ...diminta, periode: diminta.periode ?? periodeList[0] ?? null };
  const orang = useLive(() => pegawaiOf(app.store, alamat.pemilik), [app.store, alamat.pemilik]);
  const milikSaya = alamat.pemilik === saya;
  const judul = milikSaya || !orang ? words.judul : words.judulMilik(namaLengkap(orang.content));
  const kembali = milikSaya ? '/akun' : `/guru/${alamat.pemilik}`;
  return (
    <Page title={judul} bar={<TopBar title={judul} back={{ href: kembali, label: umum.aksi.kembali }} />}>
      <Pilihan
        alamat={alamat}
        bulanIni={bulanDari(hariIni)}
        periodeList={periodeList}
        onUbah={(ubahan) => route(tulisAlamat('/dokumen', { ...alamat, ...ubahan }, saya), true)}
      />
      <Section title={words.daftar}>
        <ul class="daftar">
          {jenisUntuk(app, alamat).map((jenis) => (
            <li key={jenis}>
              <ListRow
                leading="book"
                title={words.nama[jenis]}
                meta={words.arti[jenis](alamat.bulan, namaPeriode(alamat.periode))}
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
