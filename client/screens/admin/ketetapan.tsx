import { useRef, useState } from 'preact/hooks';
import { tanggalPada, ZONA_TERDEPAN } from '../../../shared/domain/index.ts';
import type { IsiKetetapan, Ketetapan, PratinjauKetetapan } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import {
  daftarKetetapan,
  lanjutKetetapan,
  mulaiKetetapan,
  namaKetetapan,
  pratinjauKetetapan,
  urungkanKetetapan,
} from '../../app/ketetapan.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kantor } from '../../i18n/id/kantor.ts';
import { ketetapan as words } from '../../i18n/id/ketetapan.ts';
import { kalenderSekolah } from '../../i18n/id/penilai-kalender.ts';
import { Banner, Button, Page, Section, Segmented, TopBar } from '../../ui/index.ts';
import { kataTolak, useMuat } from './kantor-muat.ts';
import { pulang } from './kantor-pulang.ts';
import { IsianHari, IsianPeriode } from './ketetapan-isian.tsx';
import { isBerjalan, RiwayatKetetapan } from './ketetapan-riwayat.tsx';
import './impor.css';
import './kantor.css';

type Dilihat = { readonly id: string; readonly isi: IsiKetetapan; readonly akibat: PratinjauKetetapan };

const TabelHari = ({ isi, akibat }: Dilihat) =>
  isi.apa !== 'kalender' ? null : (
    <table class="impor-beda">
      <thead>
        <tr>
          <th scope="col">{words.kolom.hari}</th>
          <th scope="col">{words.kolom.jenis}</th>
          <th scope="col">{words.kolom.berdiri}</th>
        </tr>
      </thead>
      <tbody>
        {isi.hari.map(({ mulai, selesai, nama, libur }, i) => (
          <tr key={`${mulai}${nama}`}>
            <th scope="row">{`${kalenderSekolah.rentang(mulai, selesai)} · ${nama}`}</th>
            <td>{libur ? kalenderSekolah.libur : kalenderSekolah.masuk}</td>
            <td>{words.berdiri(akibat.berdiri[i] ?? 0, akibat.sekolah)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );

/** What it would do, and the yes to it. */
const Akibat = ({ dilihat, sibuk, onYa }: { dilihat: Dilihat; sibuk: boolean; onYa: () => void }) => {
  const { isi, akibat } = dilihat;
  const tulis = Math.max(0, akibat.sekolah - akibat.sama - akibat.halangan.length);
  return (
    <Section title={words.akibat}>
      <div class="tumpuk">
        {isi.apa === 'periode' && (
          <p>
            <b>{words.sebut(isi)}</b>
          </p>
        )}
        <p role="status">{words.akibatIsi(tulis, akibat.sekolah)}</p>
        <TabelHari {...dilihat} />
        {akibat.halangan.length > 0 && (
          <Banner tone="peringatan">
            <p>{words.halangan(akibat.halangan.length)}</p>
            <ul>
              {akibat.halangan.map((satu) => (
                <li key={satu.nama}>{words.sebab(satu)}</li>
              ))}
            </ul>
          </Banner>
        )}
        <div>
          <Button kind="utama" icon="check" busy={sibuk} disabled={tulis === 0} onClick={onYa}>
            {tulis === 0 ? words.sudah : words.terapkan(tulis)}
          </Button>
        </div>
      </div>
    </Section>
  );
};

type Jawaban = Awaited<ReturnType<typeof lanjutKetetapan>>;

/** Asks for portion after portion; what breaks off stands in the list, and is gone on with from there. */
const useJalan = (onKini: (kini: Ketetapan) => void) => {
  const [sibuk, setSibuk] = useState<string | null>(null);
  const [salah, setSalah] = useState<string | null>(null);
  const jalan = useRef(false);
  const jalankan = async (id: string, pertama: () => Promise<Jawaban>): Promise<boolean> => {
    if (jalan.current) return false;
    jalan.current = true;
    setSibuk(id);
    setSalah(null);
    let hasil = await pertama();
    while (hasil.ok && isBerjalan(hasil.isi)) {
      onKini(hasil.isi);
      hasil = await lanjutKetetapan(id);
    }
    jalan.current = false;
    setSibuk(null);
    if (hasil.ok) onKini(hasil.isi);
    else setSalah(hasil.code === 'server_diam' ? words.terputus : kataTolak(hasil));
    return hasil.ok;
  };
  return { sibuk, salah, jalankan };
};

const Isi = () => {
  const app = useApp();
  const tahun = Number(tanggalPada(app.clock(), ZONA_TERDEPAN).slice(0, 4));
  const [apa, setApa] = useState<IsiKetetapan['apa']>('kalender');
  const [dilihat, setDilihat] = useState<Dilihat | null>(null);
  const [melihat, setMelihat] = useState(false);
  const [tolak, setTolak] = useState<string | null>(null);
  const { isi: daftar, setIsi: setDaftar, salah } = useMuat(daftarKetetapan, '');
  const taruh = (kini: Ketetapan): void =>
    setDaftar(
      (dulu) =>
        dulu && {
          ...dulu,
          list: [kini, ...dulu.list.filter(({ id }) => id !== kini.id)].sort((a, b) => b.pada - a.pada),
        },
    );
  const { sibuk, salah: putus, jalankan } = useJalan(taruh);
  const lihat = async (isi: IsiKetetapan): Promise<void> => {
    setMelihat(true);
    const hasil = await pratinjauKetetapan(isi);
    setMelihat(false);
    setTolak(hasil.ok ? null : kataTolak(hasil));
    setDilihat(hasil.ok ? { id: namaKetetapan(), isi, akibat: hasil.isi } : null);
  };
  const terapkan = async ({ id, isi }: Dilihat): Promise<void> => {
    if (!(await jalankan(id, () => mulaiKetetapan(id, isi)))) return;
    setDilihat(null);
    beriTahu(words.selesai);
  };
  const Isian = apa === 'kalender' ? IsianHari : IsianPeriode;
  return (
    <>
      <p>{words.isi}</p>
      <Segmented
        name="ketetapan-apa"
        label={words.apa}
        value={apa}
        options={(['kalender', 'periode'] as const).map((value) => ({ value, label: words.pilihan[value] }))}
        onValue={(value) => {
          setApa(value);
          setDilihat(null);
        }}
      />
      <Isian tahun={tahun} sibuk={melihat} onLihat={(isi) => void lihat(isi)} />
      {melihat && <p role="status">{words.melihat}</p>}
      {(tolak ?? putus ?? salah) && <Banner tone="peringatan">{tolak ?? putus ?? salah}</Banner>}
      {dilihat && <Akibat dilihat={dilihat} sibuk={sibuk !== null} onYa={() => void terapkan(dilihat)} />}
      {daftar && (
        <RiwayatKetetapan
          list={daftar.list}
          sibuk={sibuk}
          onLanjut={(id) => void jalankan(id, () => lanjutKetetapan(id))}
          onUrung={(id) => void jalankan(id, () => urungkanKetetapan(id))}
        />
      )}
      {!daftar && !salah && <p role="status">{kantor.memuat}</p>}
    </>
  );
};

/** A05 for an instansi: holidays and periods of all schools, looked at before, written school by school, taken back. */
export const KetetapanDinas = () => (
  <Page title={words.judul} wide bar={<TopBar title={words.judul} back={pulang(useApp())} />}>
    <Isi />
  </Page>
);
