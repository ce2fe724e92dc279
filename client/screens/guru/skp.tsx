import { useLocation, useRoute } from 'preact-iso';
import { kodePeriode, type RingkasRhk } from '../../../shared/domain/index.ts';
import { matriksSaya, mulaiRancangan } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { beranda, detail } from '../../i18n/id/guru.ts';
import { skp as words } from '../../i18n/id/skp.ts';
import { type SkpRow, useLive } from '../../store/index.ts';
import {
  Button,
  EmptyState,
  LinkButton,
  ListRow,
  Page,
  ProgressBar,
  Section,
  Tabs,
  TopBar,
} from '../../ui/index.ts';
import { awalSkp } from './skp-awal.ts';
import { bacaSkp, type DataSkp, salinanSkp } from './skp-data.ts';
import { BarisRhk, IsiRhk, KelompokRhk, KepalaSkp, SelainRhk, TahapSkp } from './skp-tampil.tsx';
import { KartuRancangan, KartuUsulan } from './skp-usulan.tsx';
import { Utas } from './utas.tsx';
import './guru.css';
import './lain.css';
import './skp-rhk.css';
import './skp.css';

const Maju = ({ rhk, ringkas }: { rhk: string; ringkas: RingkasRhk | undefined }) => {
  if (!ringkas) return null;
  if (ringkas.persen === null)
    return ringkas.sebab ? <span class="redup">{words.tanpaPersen[ringkas.sebab]}</span> : null;
  return (
    <span class="rhk-maju">
      <ProgressBar value={Math.min(100, ringkas.persen)} max={100} label={rhk} />
      <b>{words.persen(ringkas.persen)}</b>
    </span>
  );
};

const Tercatat = ({ ringkas }: { ringkas: RingkasRhk | undefined }) => {
  if (!ringkas || ringkas.jumlah === 0) return null;
  const volume = Object.entries(ringkas.volume).map(([satuan, total]) => words.volume(total, satuan));
  return <p>{[words.disetujuiDari(ringkas.disetujui, ringkas.jumlah), ...volume].join(' · ')}</p>;
};

const Berlaku = ({ app, row, data }: { app: App; row: SkpRow; data: DataSkp }) => {
  const { route } = useLocation();
  const { content, id } = row;
  const { hariIni } = useHariIni();
  const adaUsulan = [...data.usulan.map((one) => one.content), ...data.rancangan.map(({ isi }) => isi)].some(
    ({ mengganti }) => mengganti === id,
  );
  const ubah = async (): Promise<void> => {
    const { tahun, ...dasar } = { ...(await awalSkp(app, content.tahun, [])), ...content };
    const { alasan: _, ...isi } = dasar;
    route(`/skp/isi/${await mulaiRancangan(app, { isi: { ...isi, tahun, mengganti: id } })}`);
  };
  return (
    <>
      <TahapSkp state={row.state} lokal={row.lokal} />
      <KepalaSkp skp={content} />
      <p class="redup">{words.capaianKet(content.tahun, hariIni.startsWith(String(content.tahun)))}</p>
      <KelompokRhk
        skp={content}
        baris={(rhk, nomor) => {
          const ringkas = data.ringkas.find(({ kode }) => kode === rhk.kode);
          return (
            <BarisRhk
              key={rhk.kode}
              rhk={rhk}
              nomor={nomor}
              ringkas={
                <>
                  <span class="redup">{words.ringkas(rhk.indikator.length, ringkas?.jumlah ?? 0)}</span>
                  <Maju rhk={rhk.rhk} ringkas={ringkas} />
                </>
              }
            >
              <Tercatat ringkas={ringkas} />
              <IsiRhk rhk={rhk} />
            </BarisRhk>
          );
        }}
      />
      <SelainRhk skp={content} />
      <LinkButton kind="tonal" icon="clipboard-check" block href="/evaluasi">
        {words.evaluasi}
      </LinkButton>
      {!adaUsulan && (
        <p>
          <Button kind="tonal" icon="pencil-line" onClick={() => void ubah()}>
            {words.ajukanPerubahan}
          </Button>
        </p>
      )}
    </>
  );
};

/** Nothing planned for the year yet: three ways to begin, none of which needs a network. */
const BelumAda = ({ app, tahun, lalu }: { app: App; tahun: number; lalu: SkpRow | undefined }) => {
  const { route } = useLocation();
  const buka = async (dari?: SkpRow): Promise<void> => {
    const awal = await awalSkp(app, tahun, []);
    // Who answers this year is what the school's data say now; a head's superior is only in his last SKP.
    const penilai = awal.penilai?.nama ? awal.penilai : dari?.content.penilai;
    const isi = {
      ...awal,
      ...(dari ? salinanSkp(dari.content, tahun) : {}),
      ...(penilai ? { penilai } : {}),
    };
    route(`/skp/isi/${await mulaiRancangan(app, { isi })}`);
  };
  return (
    <EmptyState
      icon="target"
      text={words.belumAda(tahun, lalu?.content.tahun ?? null)}
      actions={
        <>
          {lalu && (
            <Button kind="utama" icon="copy" onClick={() => void buka(lalu)}>
              {words.salin(lalu.content.tahun)}
            </Button>
          )}
          <LinkButton kind={lalu ? 'tonal' : 'utama'} icon="book" href={`/skp/mulai?tahun=${tahun}`}>
            {words.dariContoh}
          </LinkButton>
          <Button kind="teks" icon="plus" onClick={() => void buka()}>
            {words.dariKosong}
          </Button>
        </>
      }
    />
  );
};
/** A head's way to lay his RHK before the teachers. */
const Bagikan = ({ app, tahun }: { app: App; tahun: number }) => {
  const matriks = useLive(async () => ({ kini: await matriksSaya(app, tahun) }), [app.store, tahun]);
  if (!matriks) return null;
  const jumlah = matriks.kini?.content.rhk.length ?? 0;
  return (
    <ul class="daftar">
      <li>
        <ListRow
          leading="share"
          title={words.bagikan}
          meta={jumlah > 0 ? words.bagikanSudah(jumlah) : undefined}
          href={`/skp/bagikan?tahun=${tahun}`}
        />
      </li>
    </ul>
  );
};

const SudahDiganti = ({ lama }: { lama: readonly SkpRow[] }) =>
  lama.length > 0 ? (
    <Section title={words.versi}>
      <ul class="daftar">
        {lama.map(({ id, content, state }) => (
          <li key={id}>
            <ListRow
              title={words.versiBaris(
                content.periode ?? { awal: `${content.tahun}-01-01`, akhir: `${content.tahun}-12-31` },
              )}
              meta={state.oleh ? `${words.tahap.DISETUJUI} ${state.oleh}` : words.tahap.DISETUJUI}
              href={`/skp/lihat/${encodeURIComponent(id)}`}
            />
          </li>
        ))}
      </ul>
    </Section>
  ) : null;

/** What became of an evaluation, before all else: a window of objection runs from when its result is opened. */
const EvaluasiDijawab = ({ list }: { list: DataSkp['evaluasi'] }) =>
  list.length > 0 ? (
    <ul class="daftar">
      {list.map(({ id, content: { periode }, state }) => (
        <li key={id}>
          <ListRow
            leading="clipboard-check"
            title={beranda.evaluasi(periode, state.tahap === 'DITETAPKAN')}
            href={`/evaluasi/${kodePeriode(periode)}`}
          />
        </li>
      ))}
    </ul>
  ) : null;

const Isi = ({ app, tahun, data }: { app: App; tahun: number; data: DataSkp }) => {
  const adaSesuatu = data.berlaku.length + data.usulan.length + data.rancangan.length > 0;
  // What is with the penilai is what there is to talk about, else what is in force.
  const dibicarakan = data.usulan.find(({ state }) => state.tahap !== 'DRAF') ?? data.berlaku[0];
  const dikerjakan = new Set(data.rancangan.map(({ skp }) => skp));
  return (
    <>
      <EvaluasiDijawab list={data.evaluasi} />
      {!adaSesuatu && <BelumAda app={app} tahun={tahun} lalu={data.lalu} />}
      {data.rancangan.map((satu) => (
        <KartuRancangan key={satu.id} satu={satu} />
      ))}
      {data.usulan
        .filter(({ id }) => !dikerjakan.has(id))
        .map((row) => (
          <KartuUsulan key={row.id} row={row} />
        ))}
      {app.peran === 'penilai' && adaSesuatu && <Bagikan app={app} tahun={tahun} />}
      {data.berlaku.map((row) => (
        <Berlaku key={row.id} app={app} row={row} data={data} />
      ))}
      {data.alurGuru && (
        <ul class="daftar">
          <li>
            <ListRow
              leading="book"
              title={words.praktik}
              meta={words.praktikKet}
              href={`/praktik?tahun=${tahun}`}
            />
          </li>
        </ul>
      )}
      {data.tanpaRhk > 0 && <p class="redup">{words.tanpaRhkRinci(data.tanpaRhk)}</p>}
      {data.rhkLama > 0 && <p class="redup">{words.rhkLamaRinci(data.rhkLama)}</p>}
      <SudahDiganti lama={data.lama} />
      {dibicarakan && (
        <Utas
          key={dibicarakan.id}
          guru={dibicarakan.owner}
          tentang={dibicarakan.id}
          judul={detail.dialog}
          kosong={detail.dialogKosong}
        />
      )}
    </>
  );
};

/** G15: the plan of a year: what is in force and how far the work has come, what is being planned, how to begin. */
export const Skp = () => {
  const app = useApp();
  const { hariIni } = useHariIni();
  const tahun = Number(useRoute().query['tahun'] ?? hariIni.slice(0, 4));
  const data = useLive(
    async () => ({ tahun, isi: await bacaSkp(app, tahun, hariIni) }),
    [app.store, tahun, hariIni],
  );
  const siap = data?.tahun === tahun ? data.isi : undefined;
  return (
    <Page title={words.judul(tahun)} bar={<TopBar title={words.judul(tahun)} />} busy={!siap}>
      {siap && siap.tahunAda.length > 1 && (
        <div class="skp-tahun">
          <Tabs
            label={words.tahunLabel}
            items={siap.tahunAda.slice(-4).map((satu) => ({
              href: `/skp?tahun=${satu}`,
              label: String(satu),
              current: satu === tahun,
            }))}
          />
        </div>
      )}
      {siap && <Isi app={app} tahun={tahun} data={siap} />}
    </Page>
  );
};
