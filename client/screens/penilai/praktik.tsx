import { useRef, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { alurTahun, namaLengkap } from '../../../shared/domain/index.ts';
import { kembalikanPraktik } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { useLihat } from '../../app/lihat.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { detail } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { praktik } from '../../i18n/id/praktik.ts';
import { type PraktikRow, pegawaiAll, praktikTahun, satkerOf, useLive } from '../../store/index.ts';
import { Button, Chip, EmptyState, LinkButton, ListRow, Page, Section, TopBar } from '../../ui/index.ts';
import {
  barisPersiapan,
  barisRefleksi,
  barisTindakLanjut,
  hitungan,
  LencanaPraktik,
  Rincian,
} from '../guru/praktik-baca.tsx';
import { keadaan } from '../guru/praktik-model.ts';
import { Utas } from '../guru/utas.tsx';
import { SebutAlasan } from './evaluasi-alasan.tsx';
import { useWide } from './lebar.ts';
import { Amati, Jadwal } from './praktik-amati.tsx';
import { KonfirmasiDaftar } from './praktik-dokumen.tsx';
import '../guru/guru.css';
import '../guru/lain.css';
import './penilai.css';

const kata = praktik.penilai;

const baca = async (app: App, tahun: number) => {
  const [pegawai, rows, satker] = await Promise.all([
    pegawaiAll(app.store, app.shard),
    praktikTahun(app.store, tahun),
    satkerOf(app.store, app.shard),
  ]);
  const guru = pegawai
    .filter(({ owner }) => owner !== app.actor.id)
    .map((orang) => ({ orang, row: rows.find(({ owner }) => owner === orang.owner) }))
    .sort((a, b) => a.orang.content.nama.localeCompare(b.orang.content.nama));
  return { guru, alur: alurTahun(satker?.content ?? null, tahun) };
};
type Data = Awaited<ReturnType<typeof baca>>;
type Guru = Data['guru'][number];

/** A year that waits for the head: a day to agree on, an observation, a document nobody has looked at. */
const giliran = ({ row }: Guru): boolean => {
  const { tahap, dokumen = {} } = row?.state ?? {};
  return (
    tahap === 'DIAJUKAN' ||
    tahap === 'DIJADWALKAN' ||
    (row?.content.dokumen.some(({ kode }) => !dokumen[kode]) ?? false)
  );
};
const SARING = {
  semua: () => true,
  giliran,
  berjalan: ({ row }: Guru) => row !== undefined && row.state.tahap !== 'SELESAI',
  selesai: ({ row }: Guru) => row?.state.tahap === 'SELESAI',
} as const;
type Saring = keyof typeof SARING;
const URUT = Object.keys(SARING) as Saring[];

const Kembalikan = ({ app, row }: { app: App; row: PraktikRow }) => {
  const [buka, setBuka] = useState(false);
  if (row.state.tahap === 'PERSIAPAN' || row.state.tahap === 'DIOBSERVASI') return null;
  const kirim = async (alasan: string) => {
    setBuka(false);
    const done = await kembalikanPraktik(app, row, alasan);
    beriTahu(done.ok ? kata.dikembalikan : kataMasalah(done.code, done.params));
  };
  return (
    <>
      <Button kind="teks" icon="corner-up-left" onClick={() => setBuka(true)}>
        {kata.kembalikan}
      </Button>
      <SebutAlasan
        key={row.id}
        ketikan={`praktik-${row.id}`}
        open={buka}
        onClose={() => setBuka(false)}
        onSend={(alasan) => void kirim(alasan)}
        kata={{ judul: kata.kembalikanJudul, label: kata.kembalikanAlasan, kirim: kata.kembalikan }}
      />
    </>
  );
};

const SatuGuru = ({ app, guru, hariIni }: { app: App; guru: Guru; hariIni: string }) => {
  const { orang, row } = guru;
  useLihat(row ?? null);
  const nama = namaLengkap(orang.content);
  if (!row) return <EmptyState icon="clock" text={kata.belum} />;
  const { content, state } = row;
  const sudah = (langkah: Parameters<typeof keadaan>[0]): boolean =>
    keadaan(langkah, state.tahap) === 'selesai';
  return (
    <article class="tumpuk">
      <header class="praktik-kepala">
        <h2>{nama}</h2>
        <LencanaPraktik row={row} />
      </header>
      {(state.tahap === 'DIAJUKAN' || state.tahap === 'DIJADWALKAN') && <Jadwal key={row.id} row={row} />}
      <Amati key={`amati-${row.id}`} row={row} hariIni={hariIni} />
      <Section title={kata.persiapan}>
        <Rincian baris={barisPersiapan(content)} kosong={kata.kosongIsian} />
      </Section>
      {sudah('tindakLanjut') && (
        <Section title={kata.tindakLanjut}>
          <Rincian baris={barisTindakLanjut(content)} />
        </Section>
      )}
      {sudah('refleksi') && (
        <Section title={kata.refleksi}>
          <Rincian baris={barisRefleksi(content)} />
        </Section>
      )}
      <Kembalikan app={app} row={row} />
      <KonfirmasiDaftar row={row} />
      {content.upaya.length > 0 && (
        <Section title={kata.belajar}>
          <Rincian baris={content.upaya.map((satu) => [satu.nama, satu.refleksi] as const)} />
        </Section>
      )}
      <Utas guru={row.owner} tentang={row.id} judul={detail.dialog} kosong={detail.dialogKosong} />
    </article>
  );
};

const Daftar = ({
  guru,
  kini,
  onBuka,
}: {
  guru: readonly Guru[];
  kini: string | undefined;
  onBuka: (owner: string) => void;
}) => (
  <ul class="daftar praktik-daftar">
    {guru.map((satu) => (
      <li key={satu.orang.owner} aria-current={satu.orang.owner === kini ? 'true' : undefined}>
        <ListRow
          title={namaLengkap(satu.orang.content)}
          meta={
            <span class="praktik-status">
              <LencanaPraktik row={satu.row} />
              {satu.row && hitungan(satu.row)}
            </span>
          }
          onClick={() => onBuka(satu.orang.owner)}
        />
      </li>
    ))}
  </ul>
);

const Papan = ({ app, data, hariIni }: { app: App; data: Data; hariIni: string }) => {
  const { route } = useLocation();
  const dibuka = useRoute().query['guru'];
  const lebar = useWide();
  const [saring, setSaring] = useState<Saring>('semua');
  const daftar = data.guru.filter(SARING[saring]);
  const tadi = useRef<string>();
  const cari = (owner: string | undefined) => data.guru.find(({ orang }) => orang.owner === owner);
  // The first whose turn it is; whoever was open stays open while the list around him changes.
  const pilih = () => {
    const lama = cari(tadi.current);
    return lama && daftar.includes(lama) ? lama : (daftar.find(giliran) ?? daftar[0]);
  };
  const kini = cari(dibuka) ?? (lebar ? pilih() : undefined);
  tadi.current = kini?.orang.owner;
  const buka = (owner: string) => route(`/observasi?guru=${encodeURIComponent(owner)}`, dibuka !== undefined);
  return (
    <div class={`periksa ${dibuka ? 'periksa-terbuka' : ''}`}>
      <div class="periksa-kiri">
        <div class="deret-chip geser" role="group" aria-label={kata.judul}>
          {URUT.map((satu) => (
            <Chip key={satu} pressed={saring === satu} onClick={() => setSaring(satu)}>
              {kata.hitung(kata.saring[satu], data.guru.filter(SARING[satu]).length)}
            </Chip>
          ))}
        </div>
        {daftar.length === 0 ? (
          <EmptyState
            text={kata.kosongSaring}
            actions={<Button onClick={() => setSaring('semua')}>{kata.tampilSemua}</Button>}
          />
        ) : (
          <Daftar guru={daftar} kini={kini?.orang.owner} onBuka={buka} />
        )}
      </div>
      <div class="periksa-kanan">
        {kini && <SatuGuru key={kini.orang.owner} app={app} guru={kini} hariIni={hariIni} />}
      </div>
    </div>
  );
};

/** K08: who stands where in the cycle of observation; one teacher's year with what the head does about it. */
export const PraktikGuru = () => {
  const app = useApp();
  const { hariIni } = useHariIni();
  const tahun = Number(hariIni.slice(0, 4));
  const data = useLive(() => baca(app, tahun), [app.store, app.shard, tahun]);
  const dibuka = useRoute().query['guru'];
  const lebar = useWide();
  const sendiri = dibuka !== undefined && !lebar;
  const kosong = data?.guru.length === 0;
  const umum = data?.alur === 'umum' && data.guru.every(({ row }) => !row);
  return (
    <Page
      title={kata.judul}
      bar={
        <TopBar
          title={kata.judul}
          back={sendiri ? { href: '/observasi', label: kata.judul } : { href: '/guru', label: kata.kembali }}
        />
      }
      busy={!data}
      wide
    >
      {kosong && <EmptyState icon="users" text={kata.kosong} />}
      {umum && !kosong && (
        <EmptyState
          icon="book"
          text={`${kata.alurUmum(tahun)} ${kata.alurAtur}`}
          actions={<LinkButton href="/penilaian">{kata.kePenilaian}</LinkButton>}
        />
      )}
      {data && !kosong && !umum && <Papan app={app} data={data} hariIni={hariIni} />}
    </Page>
  );
};
