import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { alurTahun } from '../../../shared/domain/index.ts';
import { canonicalJson, isProblemCode } from '../../../shared/protocol/index.ts';
import { type Praktik as Isi, Praktik as PraktikSchema } from '../../../shared/records/index.ts';
import { type Done, langkahPraktik, simpanPraktik } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { detail } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { praktik } from '../../i18n/id/praktik.ts';
import { type PraktikRow, praktikOf, satkerOf, useLive } from '../../store/index.ts';
import { Banner, Button, EmptyState, LinkButton, Page, Section, TopBar } from '../../ui/index.ts';
import {
  barisPersiapan,
  barisRefleksi,
  barisTindakLanjut,
  Lembar,
  LencanaPraktik,
  Rincian,
} from './praktik-baca.tsx';
import { Belajar, Dokumen } from './praktik-belajar.tsx';
import { DuaPraktik } from './praktik-dua.tsx';
import { FormPersiapan, FormRefleksi, FormTindakLanjut } from './praktik-isi.tsx';
import { awalPraktik, bersihkan, keadaan, kurang, LANGKAH } from './praktik-model.ts';
import { Utas } from './utas.tsx';
import './guru.css';
import './praktik.css';

const words = praktik.milik;
type Tahap = PraktikRow['state']['tahap'];
type Dilihat = { readonly id: string; readonly head: string };
type Ketikan = { readonly dilihat: Dilihat | null; readonly isi: Isi };

const baca = async (app: App, tahun: number) => {
  const [milik, satker] = await Promise.all([
    praktikOf(app.store.db, app.actor.id, tahun),
    satkerOf(app.store, app.diri),
  ]);
  const [utama, lain] = milik;
  return { utama, lain, alur: alurTahun(satker?.content ?? null, tahun) };
};

/** The year's content: what is typed until it stands in the record, else what stands there. */
const useIsi = (app: App, tahun: number, utama: PraktikRow | undefined) => {
  const [ketikan, setKetikan] = useKetikan<Ketikan | null>(`praktik-${tahun}`, null);
  const untuk = app.diri === app.shard && app.peran === 'guru' ? 'guru' : 'kepala';
  const dilihat = utama ? { id: utama.id, head: utama.head } : null;
  const isi = ketikan?.isi ?? utama?.content ?? awalPraktik(tahun, untuk);
  const berubah = ketikan !== null && (!utama || canonicalJson(isi) !== canonicalJson(utama.content));
  useEffect(() => {
    if (ketikan && !berubah) setKetikan(null);
  }, [ketikan, berubah]);
  const tulis = (next: Isi) => setKetikan({ dilihat: ketikan?.dilihat ?? dilihat, isi: next });
  /** The id of the record that holds it now, or null after the person was told what is wrong. */
  const simpan = async (): Promise<string | null> => {
    if (utama && !berubah) return utama.id;
    const bersih = PraktikSchema.safeParse(bersihkan(isi));
    const issue = bersih.error?.issues[0]?.message ?? '';
    if (!bersih.success) {
      beriTahu(isProblemCode(issue) ? kataMasalah(issue, {}) : words.kesalahan);
      return null;
    }
    const seen = ketikan?.dilihat ?? dilihat;
    setKetikan({ dilihat: seen, isi: bersih.data });
    const done = await simpanPraktik(app, bersih.data, seen);
    if (!done.ok) beriTahu(kataMasalah(done.code, done.params));
    return done.ok ? done.id : null;
  };
  return { isi, berubah, tulis, simpan };
};

const Langkah = ({ tahap }: { tahap: Tahap }) => (
  <ol class="praktik-langkah" aria-label={words.siklus}>
    {LANGKAH.map((satu, i) => {
      const kini = keadaan(satu, tahap);
      return (
        <li key={satu} class={`langkah-${kini}`} aria-current={kini === 'kini' ? 'step' : undefined}>
          <span>{words.langkahKe(i + 1, words.langkah[satu])}</span>
          <span class="sembunyi">{words.langkahKeadaan[kini]}</span>
        </li>
      );
    })}
  </ol>
);

const Kabar = ({ utama }: { utama: PraktikRow | undefined }) => {
  if (!utama) return null;
  const { lokal, code, state } = utama;
  return (
    <>
      {lokal === 'ditolak' && isProblemCode(code) && (
        <Banner tone="bahaya" action={<LinkButton href="/antrean">{words.antrean}</LinkButton>}>
          {kataMasalah(code, {})}
        </Banner>
      )}
      {state.alasan && (
        <Banner tone="peringatan">
          <b>{words.dikembalikan(state.oleh ?? '')}</b>
          <p class="teks-asli">{state.alasan}</p>
        </Banner>
      )}
    </>
  );
};

/** What has been done so far, the newest first, to be read. */
const Lalu = ({ row }: { row: PraktikRow }) => {
  const { content, state } = row;
  const sudah = (satu: (typeof LANGKAH)[number]): boolean => keadaan(satu, state.tahap) === 'selesai';
  return (
    <>
      {sudah('refleksi') && (
        <Section title={words.langkah.refleksi}>
          <Rincian baris={barisRefleksi(content)} />
        </Section>
      )}
      {sudah('tindakLanjut') && (
        <Section title={words.langkah.tindakLanjut}>
          <Rincian baris={barisTindakLanjut(content)} />
        </Section>
      )}
      {state.observasi && (
        <Section title={words.lembar}>
          <Lembar observasi={state.observasi} />
        </Section>
      )}
      {sudah('persiapan') && (
        <Section title={words.langkah.persiapan}>
          <Rincian baris={barisPersiapan(content)} />
        </Section>
      )}
    </>
  );
};

const Menunggu = ({ app, row }: { app: App; row: PraktikRow }) => {
  const { tahap, jadwal } = row.state;
  const tarik = async () => {
    const done = await langkahPraktik(app, row.id, 'tarik');
    beriTahu(done.ok ? words.ditarik : kataMasalah(done.code, done.params));
  };
  return (
    <Section title={words.langkah.observasi}>
      {jadwal ? (
        <p>
          <b>{words.dijadwalkan(jadwal.tanggal, jadwal.mulai)}</b>
        </p>
      ) : (
        <p>{words.menungguJadwal}</p>
      )}
      <p class="redup">{words.dijadwalkanKet}</p>
      {tahap === 'DIAJUKAN' && (
        <Button kind="teks" icon="undo-2" onClick={() => void tarik()}>
          {words.tarik}
        </Button>
      )}
    </Section>
  );
};

const LANGKAH_KIRIM = {
  PERSIAPAN: 'ajukan',
  DIOBSERVASI: 'tindakLanjut',
  DITINDAKLANJUTI: 'selesai',
} as const;

const Tahun = ({ app, tahun, data }: { app: App; tahun: number; data: Awaited<ReturnType<typeof baca>> }) => {
  const { utama, lain } = data;
  const { isi, berubah, tulis, simpan } = useIsi(app, tahun, utama);
  const [sibuk, setSibuk] = useState(false);
  const [dicoba, setDicoba] = useState(false);
  const tahap = utama?.state.tahap ?? 'PERSIAPAN';
  const langkah = tahap in LANGKAH_KIRIM ? LANGKAH_KIRIM[tahap as keyof typeof LANGKAH_KIRIM] : null;
  const salah = dicoba ? kurang(isi, tahap) : [];
  const kabar = (done: Done, teks: string, undo?: () => void) =>
    done.ok
      ? beriTahu(teks, ...(undo ? [{ teks: words.urungkan, jalan: undo }] : []))
      : beriTahu(kataMasalah(done.code, done.params));
  const jalankan = async (sesudah: (id: string) => Promise<void> | void): Promise<void> => {
    setSibuk(true);
    const id = await simpan();
    if (id !== null) await sesudah(id);
    setSibuk(false);
  };
  const kirim = () => {
    const [pertama] = kurang(isi, tahap);
    setDicoba(true);
    if (pertama) return beriTahu(words.kosong[pertama]);
    return void jalankan(async (id) => {
      if (!langkah) return;
      const done = await langkahPraktik(app, id, langkah);
      if (done.ok) setDicoba(false);
      kabar(done, words.terkirim, () => void langkahPraktik(app, id, 'tarik'));
    });
  };
  const bagian = { isi, onIsi: tulis, salah };
  return (
    <Page
      title={words.judul(tahun)}
      bar={<TopBar title={words.judul(tahun)} back={{ href: '/skp', label: words.kembali }} />}
      footer={
        <>
          <Button
            kind="tonal"
            busy={sibuk}
            disabled={!berubah && utama !== undefined}
            onClick={() => void jalankan(() => beriTahu(words.tersimpan))}
          >
            {words.simpan}
          </Button>
          {langkah && (
            <Button kind="utama" icon="send" busy={sibuk} onClick={kirim}>
              {words.kirim[tahap as keyof typeof words.kirim]}
            </Button>
          )}
        </>
      }
    >
      {utama && <DuaPraktik utama={utama} lain={lain} />}
      <Kabar utama={utama} />
      <Section title={words.siklus} action={<LencanaPraktik row={utama} />}>
        <Langkah tahap={tahap} />
      </Section>
      {tahap === 'PERSIAPAN' && (
        <Section title={words.langkah.persiapan}>
          <FormPersiapan {...bagian} />
        </Section>
      )}
      {utama && (tahap === 'DIAJUKAN' || tahap === 'DIJADWALKAN') && <Menunggu app={app} row={utama} />}
      {tahap === 'DIOBSERVASI' && (
        <Section title={words.langkah.tindakLanjut}>
          <FormTindakLanjut {...bagian} />
        </Section>
      )}
      {tahap === 'DITINDAKLANJUTI' && (
        <Section title={words.langkah.refleksi}>
          <FormRefleksi {...bagian} />
        </Section>
      )}
      {tahap === 'SELESAI' && <Banner tone="berhasil">{words.selesai}</Banner>}
      {utama && <Lalu row={utama} />}
      <Dokumen isi={isi} onIsi={tulis} row={utama} />
      <Belajar isi={isi} onIsi={tulis} />
      {utama && (
        <Utas guru={utama.owner} tentang={utama.id} judul={detail.dialog} kosong={detail.dialogKosong} />
      )}
    </Page>
  );
};

/** The year in the teachers' flow: the cycle of observation, documents to be confirmed, ways of learning. */
export const PraktikSaya = () => {
  const app = useApp();
  const { hariIni } = useHariIni();
  const tahun = Number(useRoute().query['tahun'] ?? hariIni.slice(0, 4));
  const data = useLive(() => baca(app, tahun), [app.store, tahun]);
  if (!data) return <Page title={words.judul(tahun)} busy />;
  if (data.alur === 'umum' && !data.utama)
    return (
      <Page
        title={words.judul(tahun)}
        bar={<TopBar title={words.judul(tahun)} back={{ href: '/skp', label: words.kembali }} />}
      >
        <EmptyState
          icon="book"
          text={words.alurUmum(tahun)}
          actions={<LinkButton href="/skp">{words.kembali}</LinkButton>}
        />
      </Page>
    );
  return <Tahun key={tahun} app={app} tahun={tahun} data={data} />;
};
