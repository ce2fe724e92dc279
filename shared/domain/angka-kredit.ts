import type { Pegawai } from '../records/pegawai.ts';
import { aturanAkPada, JENJANG_GURU, type Jenjang } from './aturan-ak.ts';
import type { Predikat } from './predikat.ts';
import { tambahBulan } from './tanggal.ts';

/*
 * Angka kredit is reckoned in whole hundredths, so that halves round as on paper: 9,375 is 9,38 (Peraturan BKN 3/2023
 * prints two decimals). Each conversion is rounded on its own, as each is a sheet of its own; sums add rounded figures.
 */

/** A stretch of whole months in one year and the predikat held in it. */
export type BarisAk = {
  readonly tahun: number;
  /** Months 1 to 12, both included. */
  readonly bulanAwal: number;
  readonly bulanAkhir: number;
  readonly predikat: Predikat;
  readonly jenjang: Jenjang;
};

/** A row with what it earns: percent, koefisien and angka kredit, both in hundredths. */
export type Konversi = BarisAk & { readonly persen: number; readonly koefisien: number; readonly ak: number };

/** Why a row earns nothing: its months run backwards, overlap an earlier row, or lie before any conversion. */
export type SalahAk = 'bulan_terbalik' | 'bertumpuk' | 'tanpa_aturan';

/** True for the name of a jenjang of JF Guru. */
export const isJenjang = (teks: string): teks is Jenjang =>
  (JENJANG_GURU as readonly string[]).includes(teks);

/** Golongan ruang such as `III/c` in how a form writes it ("Penata, III/c"); null for PPPK's "IX". */
export const golonganRuang = (teks: string): string | null => /\b[IV]{1,3}\/[a-e]\b/.exec(teks)?.[0] ?? null;

const bulanKe = (tahun: number, bulan: number): string => `${tahun}-${String(bulan).padStart(2, '0')}`;

/** Half-up quotient of whole numbers, without a fraction in between. */
const bagiBulat = (pembilang: number, penyebut: number): number =>
  Math.floor((2 * pembilang + penyebut) / (2 * penyebut));

/**
 * Converts a row: months / 12 x percent of the predikat x koefisien of the jenjang, half-up to two decimals (Peraturan
 * BKN 3/2023, PermenPANRB 1/2023 pasal 37). The tables are those of the row's first month.
 */
export const konversiAk = (baris: BarisAk): Konversi | SalahAk => {
  const { tahun, bulanAwal, bulanAkhir, predikat, jenjang } = baris;
  if (!(bulanAwal >= 1 && bulanAwal <= bulanAkhir && bulanAkhir <= 12)) return 'bulan_terbalik';
  const aturan = aturanAkPada(bulanKe(tahun, bulanAwal));
  if (!aturan) return 'tanpa_aturan';
  const [persen, { koefisien }] = [aturan.persen[predikat], aturan.jenjang[jenjang]];
  const bulan = bulanAkhir - bulanAwal + 1;
  return { ...baris, persen, koefisien, ak: bagiBulat(koefisien * persen * bulan, 12 * 100) };
};

/** Rows in the order of time with what each earns, the sum in hundredths, and what was left out. */
export type Akumulasi = {
  readonly baris: readonly Konversi[];
  readonly jumlah: number;
  readonly salah: readonly { readonly baris: BarisAk; readonly sebab: SalahAk }[];
};

/**
 * Adds up the rows of one jenjang (Peraturan BKN 3/2023, akumulasi): in a new jenjang it begins at 0 again, so rows of
 * another count nowhere. Of rows with a month in common the one that begins first counts, of equal ones the lesser.
 */
export const akumulasiAk = (list: readonly BarisAk[], jenjang: Jenjang): Akumulasi => {
  const [dapat, baris, salah]: [Konversi[], Konversi[], { baris: BarisAk; sebab: SalahAk }[]] = [[], [], []];
  for (const satu of list.filter((calon) => calon.jenjang === jenjang)) {
    const hasil = konversiAk(satu);
    if (typeof hasil === 'string') salah.push({ baris: satu, sebab: hasil });
    else dapat.push(hasil);
  }
  for (const satu of dapat.sort(menurutWaktu)) {
    const akhir = baris.at(-1);
    if (akhir?.tahun === satu.tahun && satu.bulanAwal <= akhir.bulanAkhir)
      salah.push({ baris: satu, sebab: 'bertumpuk' });
    else baris.push(satu);
  }
  return { baris, jumlah: baris.reduce((total, { ak }) => total + ak, 0), salah };
};

const menurutWaktu = (a: Konversi, b: Konversi): number =>
  a.tahun - b.tahun || a.bulanAwal - b.bulanAwal || a.ak - b.ak || a.bulanAkhir - b.bulanAkhir;

/** What a step up takes: where to, and how many hundredths in this jenjang. */
export type LangkahAk = { readonly menuju: string; readonly kumulatif: number };

/** Next pangkat and next jenjang; either is null where there is none above. */
export type KebutuhanAk = { readonly pangkat: LangkahAk | null; readonly jenjang: LangkahAk | null };

/**
 * AK kumulatif that the next pangkat and jenjang take (PermenPANRB 1/2023 pasal 30 and 39; table of Peraturan BKN
 * 3/2023). Null for a PPPK, who holds no pangkat, and where golongan and jenjang do not belong together.
 */
export const kebutuhanAk = (
  { status, golongan, jenjang }: Pick<Pegawai, 'status' | 'golongan' | 'jenjang'>,
  bulan: string,
): KebutuhanAk | null => {
  const aturan = aturanAkPada(bulan);
  if (status !== 'PNS' || !isJenjang(jenjang) || !aturan) return null;
  const ini = aturan.jenjang[jenjang];
  const ke = ini.golongan.indexOf(golonganRuang(golongan) ?? '');
  if (ke < 0) return null;
  const atas = JENJANG_GURU[JENJANG_GURU.indexOf(jenjang) + 1];
  const menuju = ini.golongan[ke + 1] ?? (atas && aturan.jenjang[atas].golongan[0]);
  return {
    pangkat: menuju ? { menuju, kumulatif: ini.perPangkat * (ke + 1) } : null,
    jenjang: atas && ini.perJenjang !== null ? { menuju: atas, kumulatif: ini.perJenjang } : null,
  };
};

/** Hundredths still missing, never below 0. */
export const kurangAk = (punya: number, butuh: number): number => Math.max(0, butuh - punya);

/** What a forecast starts from: hundredths held, hundredths needed, and the first month not converted yet. */
type Awal = {
  readonly punya: number;
  readonly butuh: number;
  readonly mulai: string;
  readonly predikat: Predikat;
  readonly jenjang: Jenjang;
};

/** Nobody serves longer; what takes more is never reached. */
const PALING_LAMA_BULAN = 45 * 12;

/**
 * The month `YYYY-MM` at whose end enough is held if every month from `mulai` on earns this predikat, a year being one
 * row as on paper; the month before `mulai` where it is held already, null where a working life does not suffice.
 */
export const kapanCukup = ({ punya, butuh, mulai, predikat, jenjang }: Awal): string | null => {
  let [tutup, bulan] = [punya, mulai];
  if (tutup >= butuh) return tambahBulan(mulai, -1);
  for (let i = 0; i < PALING_LAMA_BULAN; i += 1, bulan = tambahBulan(bulan, 1)) {
    const [tahun, bulanAkhir] = [Number(bulan.slice(0, 4)), Number(bulan.slice(5))];
    const bulanAwal = bulan.slice(0, 4) === mulai.slice(0, 4) ? Number(mulai.slice(5)) : 1;
    const hasil = konversiAk({ tahun, bulanAwal, bulanAkhir, predikat, jenjang });
    if (typeof hasil === 'string') return null;
    if (tutup + hasil.ak >= butuh) return bulan;
    if (bulanAkhir === 12) tutup += hasil.ak;
  }
  return null;
};

/**
 * AK integrasi = AK konvensional less nilai dasar of the jenjang (PermenPANRB 1/2023 pasal 57), hundredths; null where
 * less than the nilai dasar is held, for then jenjang or figure is wrong.
 */
export const akIntegrasi = (konvensional: number, jenjang: Jenjang): number | null => {
  const dasar = aturanAkPada('2023-01')?.jenjang[jenjang].nilaiDasar ?? 0;
  return konvensional < dasar ? null : konvensional - dasar;
};

/** Hundredths as on paper: `18,75`; thousands get their point. */
export const tulisAk = (perseratus: number): string => {
  const utuh = String(Math.floor(perseratus / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${utuh},${String(perseratus % 100).padStart(2, '0')}`;
};

/** Typed angka kredit (`20,83`, `20.83`, `100`) as hundredths; null for anything else, or above 2.000. */
export const bacaAk = (teks: string): number | null => {
  const match = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(teks.trim());
  if (!match) return null;
  const perseratus = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return perseratus <= 200_000 ? perseratus : null;
};
