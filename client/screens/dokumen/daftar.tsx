import { useLocation, useRoute } from 'preact-iso';
import { JENIS_DOKUMEN, type JenisDokumen } from '../../../shared/documents/index.ts';
import { bulanDari, kodePeriode, namaLengkap, rentangPeriode } from '../../../shared/domain/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { dokumen as words } from '../../i18n/id/dokumen.ts';
import { umum } from '../../i18n/id/umum.ts';
import { evaluasiOf, pegawaiOf, useLive } from '../../store/index.ts';
import { ListRow, Page, Section, TopBar } from '../../ui/index.ts';
import { type Alamat, bacaAlamat, DARI_CATATAN, PER_EVALUASI, tulisAlamat } from './alamat.ts';
import { namaPeriode, PilihBulan, PilihFoto, PilihKertas, PilihPeriode } from './pilihan.tsx';
import '../guru/guru.css';
import './dokumen.css';

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
    <PilihBulan alamat={alamat} bulanIni={bulanIni} onUbah={onUbah} />
    {periodeList.length > 0 && <PilihPeriode alamat={alamat} periodeList={periodeList} onUbah={onUbah} />}
    <PilihKertas alamat={alamat} onUbah={onUbah} />
    <PilihFoto alamat={alamat} onUbah={onUbah} />
  </div>
);

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
