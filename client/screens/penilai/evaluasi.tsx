import { useRef, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { bacaKodePeriode, kodePeriode, type Periode, rentangPeriode } from '../../../shared/domain/index.ts';
import type { Satker } from '../../../shared/records/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { useTombol } from '../../app/tombol.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import {
  entriInRange,
  evaluasiOfPeriode,
  pegawaiAll,
  periodeDievaluasi,
  periodeMenunggu,
  satkerOf,
  useLive,
} from '../../store/index.ts';
import { Button, Chip, EmptyState, Field, Page, Select, TopBar } from '../../ui/index.ts';
import { AturPeriode } from './evaluasi-atur.tsx';
import { DaftarGuru } from './evaluasi-daftar.tsx';
import { KunciPeriode } from './evaluasi-kunci.tsx';
import {
  type GuruEvaluasi,
  guruSeperiode,
  periodeAda,
  periodeAwal,
  periodeKini,
  type TahapPenilai,
} from './evaluasi-model.ts';
import { NilaiGuru } from './evaluasi-satu.tsx';
import { Sebaran, TetapkanSemua } from './evaluasi-sebaran.tsx';
import { AturSekolah } from './evaluasi-sekolah.tsx';
import { useWide } from './lebar.ts';
import { DaftarPintasan } from './pintasan-daftar.tsx';
import '../guru/guru.css';
import '../guru/lain.css';
import '../guru/evaluasi.css';
import './penilai.css';

const kata = words.penilai;

const baca = async (app: App, periode: Periode) => {
  const [pegawai, evaluasi, entri] = await Promise.all([
    pegawaiAll(app.store, app.shard),
    evaluasiOfPeriode(app.store, periode),
    entriInRange(app.store, rentangPeriode(periode)),
  ]);
  return { guru: guruSeperiode(periode, { pegawai, evaluasi, entri, saya: app.actor.id }), entri };
};
type Data = Awaited<ReturnType<typeof baca>> & {
  readonly satker: Satker | null;
  readonly periode: Periode;
  readonly pilihan: readonly Periode[];
};

const SARING = ['semua', 'nilai', 'dinilai', 'selesai', 'belum'] as const;
type Saring = (typeof SARING)[number];
const MASUK: Readonly<Record<TahapPenilai, Saring>> = {
  BELUM: 'belum',
  DRAF: 'belum',
  DIKEMBALIKAN: 'belum',
  DIAJUKAN: 'nilai',
  SEBAGIAN: 'nilai',
  DINILAI: 'dinilai',
  DITETAPKAN: 'selesai',
};
const cocok = (saring: Saring) => (guru: GuruEvaluasi) => saring === 'semua' || MASUK[guru.tahap] === saring;

/** Who waits first: to be rated, else rated and not final; nobody where all is said or nothing was sent. */
const menunggu = (daftar: readonly GuruEvaluasi[]): GuruEvaluasi | undefined =>
  daftar.find(cocok('nilai')) ?? daftar.find(cocok('dinilai'));

/** The next teacher after this one who is to be rated; undefined where nobody else is. */
const berikutnya = (daftar: readonly GuruEvaluasi[], owner: string): string | undefined => {
  const at = daftar.findIndex(({ pegawai }) => pegawai.owner === owner);
  const putar = [...daftar.slice(at + 1), ...daftar.slice(0, Math.max(0, at))];
  return putar.find(cocok('nilai'))?.pegawai.owner;
};

/** Whoever was open stays open while the list around him changes: a key never decides on somebody who has just moved up. */
const useKini = (
  data: Data,
  daftar: readonly GuruEvaluasi[],
  dibuka: string | null,
): GuruEvaluasi | undefined => {
  const lebar = useWide();
  const tadi = useRef<string>();
  const cari = (owner: string | null | undefined) => data.guru.find(({ pegawai }) => pegawai.owner === owner);
  const pilih = () => {
    const lama = cari(tadi.current);
    return lama && daftar.includes(lama) ? lama : (menunggu(daftar) ?? daftar[0]);
  };
  const kini = cari(dibuka) ?? (lebar ? pilih() : undefined);
  tadi.current = kini?.pegawai.owner;
  return kini;
};

const alamat = (periode: Periode, owner: string | null): string =>
  `/penilaian?periode=${kodePeriode(periode)}${owner ? `&guru=${encodeURIComponent(owner)}` : ''}`;

const Alat = ({
  data,
  saring,
  setSaring,
}: {
  data: Data;
  saring: Saring;
  setSaring: (saring: Saring) => void;
}) => {
  const { route } = useLocation();
  const { periode, satker, guru, pilihan } = data;
  return (
    <>
      <Field id="periode" label={kata.periode}>
        <Select
          value={kodePeriode(periode)}
          onChange={(event) => route(`/penilaian?periode=${event.currentTarget.value}`, true)}
        >
          {pilihan.map((satu) => (
            <option key={kodePeriode(satu)} value={kodePeriode(satu)}>
              {words.periode(satu)}
            </option>
          ))}
        </Select>
      </Field>
      <div class="deret-chip geser" role="group" aria-label={kata.judul}>
        {SARING.map((satu) => (
          <Chip key={satu} pressed={saring === satu} onClick={() => setSaring(satu)}>
            {kata.hitung(kata.saring[satu], guru.filter(cocok(satu)).length)}
          </Chip>
        ))}
      </div>
      <Sebaran periode={periode} satker={satker} guru={guru} />
      <TetapkanSemua periode={periode} satker={satker} guru={guru} />
    </>
  );
};

const Papan = ({ data }: { data: Data }) => {
  const { periode, guru, entri, satker } = data;
  const { route } = useLocation();
  const dibuka = useRoute().query['guru'] ?? null;
  const lebar = useWide();
  const { hariIni } = useHariIni();
  const [saring, setSaring] = useState<Saring>('semua');
  const [bantuan, setBantuan] = useState(false);
  const daftar = guru.filter(cocok(saring));
  const kini = useKini(data, daftar, dibuka);
  const buka = (owner: string | undefined) => owner && route(alamat(periode, owner), dibuka !== null);
  const langkah = (by: number) => {
    const at = daftar.findIndex(({ pegawai }) => pegawai.owner === kini?.pegawai.owner);
    buka(daftar[Math.max(0, Math.min(daftar.length - 1, at + by))]?.pegawai.owner);
  };
  useTombol({
    j: () => langkah(1),
    ArrowDown: () => langkah(1),
    l: () => langkah(-1),
    ArrowUp: () => langkah(-1),
    '?': () => setBantuan(true),
  });
  const judul = `${kata.judul}, ${words.periode(periode)}`;
  const sendiri = dibuka !== null && !lebar;
  return (
    <Page
      title={judul}
      bar={
        <TopBar
          title={sendiri ? words.periode(periode) : judul}
          back={
            sendiri
              ? { href: alamat(periode, null), label: kata.judul }
              : { href: '/guru', label: kata.judul }
          }
          actions={
            lebar && (
              <Button
                kind="teks"
                icon="keyboard"
                aria-label={kata.pintasan}
                onClick={() => setBantuan(true)}
              />
            )
          }
        />
      }
      wide
    >
      {guru.length === 0 ? (
        <EmptyState icon="users" text={kata.kosong} />
      ) : (
        <div class={`periksa ${kini && dibuka ? 'periksa-terbuka' : ''}`}>
          <div class="periksa-kiri">
            <Alat data={data} saring={saring} setSaring={setSaring} />
            {daftar.length === 0 ? (
              <EmptyState
                text={kata.kosongSaring}
                actions={<Button onClick={() => setSaring('semua')}>{kata.tampilSemua}</Button>}
              />
            ) : (
              <DaftarGuru daftar={daftar} current={kini?.pegawai.owner} onOpen={buka} />
            )}
            <KunciPeriode periode={periode} satker={satker} hariIni={hariIni} />
            <AturPeriode key={periode.tahun} tahun={periode.tahun} satker={satker} />
            {satker && (
              <AturSekolah
                key={`${periode.tahun}-${satker.logHarian}`}
                tahun={periode.tahun}
                satker={satker}
              />
            )}
          </div>
          <div class="periksa-kanan evaluasi-kanan">
            {kini ? (
              <Kanan
                key={kini.pegawai.owner}
                fokus={dibuka !== null}
                kini={kini}
                entri={entri}
                satker={satker}
                onLanjut={() => buka(berikutnya(daftar, kini.pegawai.owner))}
              />
            ) : (
              <p class="redup">{kata.pilihSatu}</p>
            )}
          </div>
        </div>
      )}
      <DaftarPintasan open={bantuan} onClose={() => setBantuan(false)} kata={kata} />
    </Page>
  );
};

const Kanan = ({
  kini,
  entri,
  satker,
  fokus,
  onLanjut,
}: {
  kini: GuruEvaluasi;
  entri: Data['entri'];
  satker: Satker | null;
  fokus: boolean;
  onLanjut: () => void;
}) => {
  const { evaluasi, pegawai, tahap } = kini;
  if (!evaluasi || tahap === 'DRAF')
    return <EmptyState icon="clock" text={kata.belumMasuk(pegawai.content.nama)} />;
  return (
    <NilaiGuru
      key={evaluasi.id}
      guru={kini}
      evaluasi={evaluasi}
      satker={satker}
      entriList={entri.filter(({ owner }) => owner === pegawai.owner)}
      fokus={fokus}
      onLanjut={onLanjut}
    />
  );
};

const Seperiode = ({ periode, ...rest }: Pick<Data, 'periode' | 'satker' | 'pilihan'>) => {
  const app = useApp();
  const data = useLive(() => baca(app, periode), [app.store]);
  return data ? <Papan data={{ periode, ...rest, ...data }} /> : <Page title={kata.judul} busy />;
};

/** K07: a period's evaluations in one sitting: the staff on the left, one teacher's on the right; everything from the phone. */
export const EvaluasiGuru = () => {
  const app = useApp();
  const { hariIni } = useHariIni();
  const kode = useRoute().query['periode'] ?? '';
  // Chosen once: while the last that waits is made final, the screen does not turn to another period.
  const awal = useRef<Periode>();
  const found = useLive(async () => {
    const [row, dievaluasi, ditunggu] = await Promise.all([
      satkerOf(app.store, app.shard),
      periodeDievaluasi(app.store),
      periodeMenunggu(app.store, app.shard),
    ]);
    return { satker: row?.content ?? null, bagian: dievaluasi.filter(({ bagian }) => bagian), ditunggu };
  }, [app.store, app.shard]);
  if (!found) return <Page title={kata.judul} busy />;
  const { satker, bagian, ditunggu } = found;
  const pilihan = periodeAda(hariIni, satker, bagian);
  awal.current ??= periodeAwal(pilihan, ditunggu, periodeKini(hariIni, satker));
  const periode = bacaKodePeriode(kode) ?? awal.current;
  if (!periode) return <Page title={kata.judul}>{kata.kosong}</Page>;
  return <Seperiode key={kodePeriode(periode)} periode={periode} satker={satker} pilihan={pilihan} />;
};
