import type { RecordOf } from '../records/record.ts';
import { type Masa, type Tugas, tugasBerlaku } from './penugasan.ts';
import type { RingkasBulan } from './ringkas.ts';

/** Somebody, and the stretches of days on which her work is recorded in a unit: on no other day does she owe any there. */
export type OrangBertugas = { readonly id: string; readonly masa: readonly Masa[] };

/** Kinds of assignment that say how somebody belongs to a unit; whoever only stands in for its head belongs to her own. */
const MENETAP: readonly Tugas['jenis'][] = ['induk', 'nonInduk', 'kepala'];

/**
 * The stretches on which somebody's work is recorded in a unit, by her assignments there: those of her home school. Who
 * teaches there beside it (`nonInduk`) is rated elsewhere, who heads it is rated above: they owe nothing there. `dulu` holds
 * for people of whom no assignment says how they belong to the unit (docs/decisions/0013); null for none.
 */
export const masaBertugas = (
  tugas: readonly (Pick<Tugas, 'jenis'> & Masa)[],
  dulu: Masa | null,
): readonly Masa[] => {
  if (!tugas.some(({ jenis }) => MENETAP.includes(jenis))) return dulu ? [dulu] : [];
  return tugas.flatMap(({ jenis, mulai, akhir }) => (jenis === 'induk' ? [{ mulai, akhir }] : []));
};

/** True where she serves in the unit on a date. */
export const bertugasPada = ({ masa }: Pick<OrangBertugas, 'masa'>, tanggal: string): boolean =>
  masa.some((satu) => tugasBerlaku(satu, tanggal));

/** True where she serves in the unit on some day of a stretch, both ends included. */
export const bertugasAntara = ({ masa }: Pick<OrangBertugas, 'masa'>, awal: string, akhir: string): boolean =>
  masa.some((satu) => satu.mulai <= akhir && (satu.akhir === null || satu.akhir >= awal));

type Orang = Pick<RecordOf<'pegawai'>, 'owner' | 'content'>;
type Penugasan = Pick<RecordOf<'penugasan'>, 'owner' | 'content'>;

/** A unit's people and their assignments there. */
export type CatatanUnit = {
  readonly pegawai: readonly Orang[];
  readonly penugasan: readonly Penugasan[];
};

/** The day since when her record is there; null in records of before, which do not say. */
export const tercatatSejak = ({ content }: Pick<Orang, 'content'>): string | null =>
  content.asal?.dasar?.pada ?? null;

/**
 * Who serves in a unit and on which days, those of no day left out: the one rule by which a head's phone and the tables
 * above him count. `dulu` is asked for people without a written assignment.
 */
export const orangBertugas = (
  { pegawai, penugasan }: CatatanUnit,
  dulu: (orang: Orang) => Masa | null,
): OrangBertugas[] => {
  const tugas = new Map<string, Tugas[]>();
  for (const { owner, content } of penugasan) tugas.set(owner, [...(tugas.get(owner) ?? []), content]);
  return pegawai
    .map((orang) => ({ id: orang.owner, masa: masaBertugas(tugas.get(orang.owner) ?? [], dulu(orang)) }))
    .filter(({ masa }) => masa.length > 0);
};

/**
 * {@link orangBertugas} by records alone, as a phone holds them: without a written assignment somebody has been there since
 * her record, but for whoever is named as penilai of the others, who heads the unit.
 */
export const orangBertugasDiHp = (catatan: CatatanUnit): OrangBertugas[] => {
  const tertulis = new Set(catatan.penugasan.map(({ owner }) => owner));
  const memimpin = new Set(catatan.pegawai.flatMap(({ content }) => content.penilai?.id ?? []));
  return orangBertugas(catatan, (orang) =>
    memimpin.has(orang.owner) && !tertulis.has(orang.owner)
      ? null
      : { mulai: tercatatSejak(orang) ?? '', akhir: null },
  );
};

/** A month without the days on which she did not serve in the school: they are owed elsewhere, or by nobody. */
export const selamaBertugas = (
  ringkas: RingkasBulan,
  orang: Pick<OrangBertugas, 'masa'>,
  hariIni: string,
): RingkasBulan => {
  const kosong = ringkas.kosong.filter((tanggal) => bertugasPada(orang, tanggal));
  const terisi = [...ringkas.perTanggal].filter(
    ([tanggal, { jumlah, libur, akhirPekan }]) =>
      jumlah > 0 && !libur && !akhirPekan && tanggal <= hariIni && bertugasPada(orang, tanggal),
  ).length;
  return { ...ringkas, kosong, terisi, hariKerja: terisi + kosong.length };
};
