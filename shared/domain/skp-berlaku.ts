import type { RecordOf } from '../records/record.ts';
import type { Skp } from '../records/skp.ts';

/** An SKP among others of its owner. */
export type SkpTercatat = Pick<RecordOf<'skp'>, 'id' | 'content' | 'state' | 'deleted'>;

/** First and last day, both included. One of before there were periods is its whole year's. */
export const periodeSkp = ({
  periode,
  tahun,
}: Pick<Skp, 'periode' | 'tahun'>): { awal: string; akhir: string } =>
  periode ?? { awal: `${tahun}-01-01`, akhir: `${tahun}-12-31` };

/** The approved ones that no other approved one has taken the place of, in the order of their periods. */
export const skpBerlaku = <S extends SkpTercatat>(daftar: readonly S[]): S[] => {
  const sah = daftar.filter(({ state, deleted }) => state.tahap === 'DISETUJUI' && !deleted);
  const diganti = new Set(sah.map(({ content }) => content.mengganti));
  return sah
    .filter(({ id }) => !diganti.has(id))
    .sort((a, b) => periodeSkp(a.content).awal.localeCompare(periodeSkp(b.content).awal));
};

/** The periods of the SKP in force of one year, in order: more than one where the year was served in parts. */
export const bagianTahun = (
  daftar: readonly SkpTercatat[],
  tahun: number,
): { awal: string; akhir: string }[] =>
  skpBerlaku(daftar)
    .filter(({ content }) => content.tahun === tahun)
    .map(({ content }) => periodeSkp(content));

/**
 * An SKP with everything that older versions of it knew besides: what an entry was recorded against keeps its words, though
 * the version in force has dropped it. For reading only; choices are made from {@link skpPada}.
 */
export const skpBacaan = <S extends SkpTercatat>(daftar: readonly S[], pada: string): Skp | null => {
  const kini = skpPada(daftar, pada);
  if (!kini) return null;
  const rhk = new Map(kini.content.rhk.map((one) => [one.kode, one]));
  const lama = daftar.filter(({ id, state }) => id !== kini.id && state.tahap === 'DISETUJUI');
  for (const one of lama.flatMap(({ content }) => content.rhk)) {
    const { rencanaAksi = [], ...isi } = rhk.get(one.kode) ?? one;
    const hilang = one.rencanaAksi.filter(({ kode }) => !rencanaAksi.some((aksi) => aksi.kode === kode));
    rhk.set(one.kode, { ...isi, rencanaAksi: [...rencanaAksi, ...hilang] });
  }
  return { ...kini.content, rhk: [...rhk.values()] };
};

/**
 * The SKP that holds on a date, or in a month or year (`2026`, `2026-11`): the last that reaches into it. Outside of all
 * periods the last of that year, so that a stray date still finds its words.
 */
export const skpPada = <S extends SkpTercatat>(daftar: readonly S[], pada: string): S | undefined => {
  const berlaku = skpBerlaku(daftar);
  const menjangkau = berlaku.filter(({ content }) => {
    const { awal, akhir } = periodeSkp(content);
    return awal.slice(0, pada.length) <= pada && pada <= akhir.slice(0, pada.length);
  });
  return (
    menjangkau.at(-1) ?? berlaku.filter(({ content }) => String(content.tahun) === pada.slice(0, 4)).at(-1)
  );
};
