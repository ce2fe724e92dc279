import { alurTahun, type RingkasRhk, ringkasRhk, skpBerlaku } from '../../../shared/domain/index.ts';
import type { RecordOf, Skp } from '../../../shared/records/index.ts';
import type { App } from '../../app/context.ts';
import {
  entriSearch,
  evaluasiDijawab,
  type RancanganSkp,
  rancanganAll,
  type SkpRow,
  satkerOf,
  skpRows,
} from '../../store/index.ts';

/** Everything of one year's SKP that the overview shows. */
export type DataSkp = {
  /** The years that there is something of, and the one after this in its last quarter; ascending. */
  readonly tahunAda: readonly number[];
  /** In force; two in a year of two posts. */
  readonly berlaku: readonly SkpRow[];
  /** Being planned: drafts, handed in, given back. */
  readonly usulan: readonly SkpRow[];
  /** Approved once, replaced since. */
  readonly lama: readonly SkpRow[];
  /** Being written on this phone and not saved yet. */
  readonly rancangan: readonly RancanganSkp[];
  /** In force in the year before: what a new one may start from. */
  readonly lalu: SkpRow | undefined;
  /** Evaluations of the year that wait for her: to be read, or to be mended. */
  readonly evaluasi: readonly RecordOf<'evaluasi'>[];
  readonly ringkas: readonly RingkasRhk[];
  readonly tanpaRhk: number;
  readonly rhkLama: number;
  /** True where the year goes the teachers' way, with its cycle of observation. */
  readonly alurGuru: boolean;
};

const hitung = async (app: App, tahun: number, berlaku: readonly SkpRow[], kenal: ReadonlySet<string>) => {
  const entriList = (await entriSearch(app.store, app.actor.id, '')).filter(({ content }) =>
    content.tanggal.startsWith(String(tahun)),
  );
  const kini = new Set(berlaku.flatMap(({ content }) => content.rhk.map(({ kode }) => kode)));
  const lepas = entriList.map(({ content }) => content.rhk).filter((rhk) => rhk === null || !kini.has(rhk));
  const rhkLama = lepas.filter((rhk) => rhk !== null && kenal.has(rhk)).length;
  return {
    ringkas: berlaku.flatMap(({ content }) => ringkasRhk(content, entriList)),
    tanpaRhk: lepas.length - rhkLama,
    rhkLama,
  };
};

/** Reads what the overview of a year shows, from the phone alone. */
export const bacaSkp = async (app: App, tahun: number, hariIni: string): Promise<DataSkp> => {
  const milik = (await skpRows(app.store)).filter(({ owner }) => owner === app.actor.id);
  const setahun = milik.filter(({ content }) => content.tahun === tahun);
  const berlaku = skpBerlaku(milik);
  const sah = setahun.filter(({ state }) => state.tahap === 'DISETUJUI');
  const kini = berlaku.filter(({ content }) => content.tahun === tahun);
  const semuaRancangan = await rancanganAll(app.store);
  const iniTahun = Number(hariIni.slice(0, 4));
  const tahunAda = [
    ...milik.map(({ content }) => content.tahun),
    ...semuaRancangan.map(({ isi }) => isi.tahun),
    iniTahun,
    ...(hariIni.slice(5, 7) >= '10' ? [iniTahun + 1] : []),
  ];
  const kenal = new Set(sah.flatMap(({ content }) => content.rhk.map(({ kode }) => kode)));
  return {
    tahunAda: [...new Set(tahunAda)].sort(),
    berlaku: kini,
    usulan: setahun.filter(({ state }) => state.tahap !== 'DISETUJUI'),
    lama: sah.filter((one) => !kini.includes(one)),
    rancangan: semuaRancangan.filter(({ isi }) => isi.tahun === tahun),
    evaluasi: (await evaluasiDijawab(app.store, app.actor.id)).filter(
      ({ content }) => content.periode.tahun === tahun,
    ),
    alurGuru: alurTahun((await satkerOf(app.store, app.diri))?.content ?? null, tahun) === 'guru',
    lalu: berlaku.filter(({ content }) => content.tahun < tahun).at(-1),
    ...(await hitung(app, tahun, kini, kenal)),
  };
};

/** An SKP of another year or version to start from: its words, without what belonged to that time. */
export const salinanSkp = ({ mengganti: _, alasan: __, periode: ___, ...isi }: Skp, tahun: number): Skp => ({
  ...isi,
  tahun,
  periode: { awal: `${tahun}-01-01`, akhir: `${tahun}-12-31` },
});
