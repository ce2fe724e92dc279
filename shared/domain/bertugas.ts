import type { RecordOf } from '../records/record.ts';
import { bertemu, JENIS_KEPALA, type Masa, type Tugas, tugasBerlaku } from './penugasan.ts';
import type { RingkasBulan } from './ringkas.ts';
import { tambahHari } from './tanggal.ts';

/** Somebody, and the stretches of days on which her work is recorded in a unit: on no other day does she owe any there. */
export type OrangBertugas = { readonly id: string; readonly masa: readonly Masa[] };

/** Kinds of assignment that say how somebody belongs to a unit; whoever only stands in for its head belongs to her own. */
const MENETAP: readonly Tugas['jenis'][] = ['induk', 'nonInduk', 'kepala'];

type TugasBerhari = Pick<Tugas, 'jenis'> & Masa & { readonly dicatat?: string | undefined };

/** A stretch without the days of another: none, one or two are left. */
const tanpaMasa = (satu: Masa, potong: Masa): Masa[] => {
  if (!bertemu(satu, potong)) return [satu];
  const sebelum = satu.mulai < potong.mulai ? [{ ...satu, akhir: tambahHari(potong.mulai, -1) }] : [];
  const { akhir } = potong;
  const sesudah =
    akhir !== null && (satu.akhir === null || akhir < satu.akhir)
      ? [{ mulai: tambahHari(akhir, 1), akhir: satu.akhir }]
      : [];
  return [...sebelum, ...sesudah];
};

/** From when she can owe: an assignment that was written late is owed from the day on which she could first record here. */
const dapatMencatat = ({ mulai, akhir, dicatat }: TugasBerhari): Masa[] => {
  const dari = dicatat !== undefined && dicatat > mulai ? dicatat : mulai;
  return akhir !== null && akhir < dari ? [] : [{ mulai: dari, akhir }];
};

/**
 * The stretches on which somebody's work is recorded in a unit, by her assignments there: those of her home school. Who
 * teaches there beside it (`nonInduk`) is rated elsewhere, who heads it is rated above: they owe nothing there, and who
 * stands in for its head owes nothing on the days on which she does. `dulu` holds for people of whom no assignment says how
 * they belong to the unit (docs/decisions/0013); null for none.
 */
export const masaBertugas = (tugas: readonly TugasBerhari[], dulu: Masa | null): readonly Masa[] => {
  const menetap = tugas.some(({ jenis }) => MENETAP.includes(jenis));
  const milik = menetap
    ? tugas.flatMap((satu) => (satu.jenis === 'induk' ? dapatMencatat(satu) : []))
    : dulu
      ? [dulu]
      : [];
  return tugas
    .filter(({ jenis }) => JENIS_KEPALA.includes(jenis))
    .reduce<Masa[]>((sisa, kepala) => sisa.flatMap((satu) => tanpaMasa(satu, kepala)), milik);
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
 * above him count. Without a written assignment whoever is named as penilai of the others heads the unit, and `dulu` is
 * asked for everybody else.
 */
export const orangBertugas = (
  { pegawai, penugasan }: CatatanUnit,
  dulu: (orang: Orang) => Masa | null,
): OrangBertugas[] => {
  const tugas = new Map<string, Tugas[]>();
  for (const { owner, content } of penugasan) tugas.set(owner, [...(tugas.get(owner) ?? []), content]);
  const memimpin = new Set(pegawai.flatMap(({ content }) => content.penilai?.id ?? []));
  return pegawai
    .map((orang) => {
      const milik = tugas.get(orang.owner) ?? [];
      const kepala = milik.length === 0 && memimpin.has(orang.owner);
      return { id: orang.owner, masa: masaBertugas(milik, kepala ? null : dulu(orang)) };
    })
    .filter(({ masa }) => masa.length > 0);
};

/**
 * {@link orangBertugas} by records alone, as a phone holds them: without a written assignment somebody has been there since
 * her record. `saya` is the head whose phone it is, who without one is none of his staff, whoever names him.
 */
export const orangBertugasDiHp = (catatan: CatatanUnit, saya?: string): OrangBertugas[] => {
  const tertulis = new Set(catatan.penugasan.map(({ owner }) => owner));
  return orangBertugas(catatan, (orang) =>
    orang.owner === saya && !tertulis.has(orang.owner)
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
