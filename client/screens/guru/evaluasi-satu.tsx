import { useMemo } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { bacaKodePeriode, kodePeriode, type Periode, rentangPeriode } from '../../../shared/domain/index.ts';
import { isProblemCode } from '../../../shared/protocol/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { entriInRange, evaluasiOf, satkerOf, skpOf, useLive } from '../../store/index.ts';
import { Banner, EmptyState, LinkButton, Page, TopBar } from '../../ui/index.ts';
import { DuaEvaluasi } from './evaluasi-dua.tsx';
import { HasilEvaluasi } from './evaluasi-hasil.tsx';
import { FormEvaluasi } from './evaluasi-isi.tsx';
import { usulEvaluasi } from './evaluasi-model.ts';
import './guru.css';
import './evaluasi.css';

const baca = async (app: App, periode: Periode) => {
  const kode = kodePeriode(periode);
  const [skp, milik, entriList, satker] = await Promise.all([
    skpOf(app.store, app.actor.id, rentangPeriode(periode).akhir),
    evaluasiOf(app.store, app.actor.id),
    entriInRange(app.store, rentangPeriode(periode), app.actor.id),
    satkerOf(app.store, app.diri),
  ]);
  const [utama, lain] = milik.filter(({ content }) => kodePeriode(content.periode) === kode);
  return { skp: skp?.content, utama, lain, entriList, satker: satker?.content ?? null };
};
type Data = Awaited<ReturnType<typeof baca>>;

const Kosong = ({ text, nama }: { text: string; nama: string }) => (
  <Page title={nama} bar={<TopBar title={nama} back={{ href: '/evaluasi', label: words.kembali }} />}>
    <EmptyState
      icon="target"
      text={text}
      actions={<LinkButton href="/evaluasi">{words.kembali}</LinkButton>}
    />
  </Page>
);

const Kabar = ({ utama, lain }: Pick<Data, 'utama' | 'lain'>) => {
  const { tahap, oleh = '', alasan } = utama?.state ?? {};
  return (
    <>
      {utama && <DuaEvaluasi utama={utama} lain={lain} />}
      {utama?.lokal === 'ditolak' && isProblemCode(utama.code) && (
        <Banner tone="bahaya" action={<LinkButton href="/antrean">{words.antrean}</LinkButton>}>
          {kataMasalah(utama.code, {})}
        </Banner>
      )}
      {tahap === 'DIKEMBALIKAN' && (
        <Banner tone="peringatan">
          <b>{words.isi.dikembalikan(oleh)}</b>
          <p class="teks-asli">{alasan}</p>
        </Banner>
      )}
    </>
  );
};

const Isi = ({ data, periode }: { data: Data; periode: Periode }) => {
  const { skp, utama, lain, entriList, satker } = data;
  const usul = useMemo(() => (skp ? usulEvaluasi(skp, entriList, periode) : null), [skp, entriList, periode]);
  const kabar = <Kabar utama={utama} lain={lain} />;
  const tahap = utama?.state.tahap;
  if (utama && tahap !== 'DRAF' && tahap !== 'DIKEMBALIKAN')
    return <HasilEvaluasi evaluasi={utama} entriList={entriList} satker={satker} kabar={kabar} />;
  const awal = utama?.content ?? usul;
  if (!skp || !awal) return <Kosong nama={words.periode(periode)} text={words.tanpaSkp(periode.tahun)} />;
  const menunggu = entriList.filter(({ state }) => state.tahap === 'DIAJUKAN').length;
  return (
    <FormEvaluasi
      bahan={{ skp, entriList, periode }}
      awal={awal}
      utama={utama}
      menunggu={menunggu}
      kabar={kabar}
    />
  );
};

/** G17: one period: the form while it is the teacher's, else what became of it. */
export const EvaluasiSatu = () => {
  const app = useApp();
  const kode = useRoute().params['periode'] ?? '';
  const periode = useMemo(() => bacaKodePeriode(kode), [kode]);
  const data = useLive(() => (periode ? baca(app, periode) : null), [app.store, kode]);
  if (!periode) return <Kosong nama={words.judul} text={words.tidakAda} />;
  if (!data) return <Page title={words.periode(periode)} busy />;
  return <Isi key={kode} data={data} periode={periode} />;
};
