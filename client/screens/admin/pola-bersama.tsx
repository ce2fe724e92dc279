import { useLocation } from 'preact-iso';
import { type DaftarPola, POLA_INSTANSI } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { bagikanPola, daftarPola, gantiPola, hentikanPola } from '../../app/pola-bersama.ts';
import { kantor } from '../../i18n/id/kantor.ts';
import { polaBersama as words } from '../../i18n/id/pola-bersama.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Banner, Button, Page, TopBar } from '../../ui/index.ts';
import { DaftarPolaBersama, type JadiPola } from '../guru/pola-bersama.tsx';
import { type Jawaban, useMuat } from './kantor-muat.ts';
import './kantor.css';

/** A06 for admins: what one school shares, or the instansi with all. Which one stands in the address. */
export const PolaBersama = () => {
  const { mengimpor } = useApp();
  const npsn = useLocation().query['npsn'] ?? POLA_INSTANSI;
  const semua = npsn === POLA_INSTANSI;
  const { isi, setIsi, salah, lagi } = useMuat(() => daftarPola(npsn), npsn);
  const jadi = async (jawaban: Promise<Jawaban<DaftarPola>>, id: string | null): Promise<JadiPola> => {
    const hasil = await jawaban;
    if (!hasil.ok) return hasil;
    const dulu = new Set(isi?.list.map((satu) => satu.id));
    setIsi(hasil.isi);
    return { ok: true, id: id ?? hasil.isi.list.find((satu) => !dulu.has(satu.id))?.id ?? '' };
  };
  const kembali = semua ? (mengimpor ? '/dasbor' : '/akun') : `/sekolah?npsn=${npsn}`;
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: kembali, label: umum.aksi.kembali }} />}
      busy={isi === null && salah === null}
    >
      <h2>{semua ? words.semuaSekolah : isi?.sekolah}</h2>
      {salah && (
        <Banner
          tone="peringatan"
          action={
            <Button kind="tonal" onClick={lagi}>
              {kantor.coba}
            </Button>
          }
        >
          {salah}
        </Banner>
      )}
      {!isi && !salah && <p role="status">{kantor.memuat}</p>}
      {isi && (
        <DaftarPolaBersama
          ket={semua ? words.ketDinas : words.ket}
          list={isi.list}
          tambah={(satu) => jadi(bagikanPola(npsn, satu), null)}
          ubah={(id, satu) => jadi(gantiPola(npsn, id, satu), id)}
          pensiunkan={(id) => jadi(hentikanPola(npsn, id), id)}
        />
      )}
    </Page>
  );
};
