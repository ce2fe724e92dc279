import type { Entri } from '../records/entri.ts';
import type { Pola } from '../records/pola.ts';
import { seninDari, tambahHari } from './tanggal.ts';
import { teksPolos } from './teks-polos.ts';

/** Ways to record: one by one in the form, a day copied, many rows at once. */
export type CaraCatat = 'form' | 'salin' | 'banyak';

/**
 * How long one saving took: `ms` from opening the screen, without the time in which it was not to be seen, for `jumlah`
 * entries. It lies on the phone of the person who took it and goes nowhere.
 */
export type Ukuran = {
  readonly hari: string;
  readonly cara: CaraCatat;
  readonly ms: number;
  readonly jumlah: number;
};

/** The burden of recording. `detik` is the median of seconds per entry; `menitPekan` the mean of the last full weeks that have any. */
export type Beban = {
  readonly kegiatan: number;
  readonly detik: number;
  readonly menitPekan: number;
  readonly pekan: number;
  readonly perCara: readonly {
    readonly cara: CaraCatat;
    readonly kegiatan: number;
    readonly detik: number;
  }[];
};

/** Weeks that minutes per week are taken from, the one that is going on left out. */
const PEKAN = 4;
const CARA: readonly CaraCatat[] = ['form', 'salin', 'banyak'];

/** Seconds per entry, each entry counted once: half of them took no longer. */
const median = (ukuran: readonly Ukuran[]): number => {
  const sorted = ukuran
    .flatMap(({ ms, jumlah }) => Array.from({ length: jumlah }, () => ms / jumlah))
    .sort((a, b) => a - b);
  const tengah = Math.floor((sorted.length - 1) / 2);
  const [a = 0, b = a] = sorted.length % 2 === 0 ? sorted.slice(tengah, tengah + 2) : [sorted[tengah] ?? 0];
  return Math.round((a + b) / 2 / 1000);
};

const kegiatanDari = (ukuran: readonly Ukuran[]): number =>
  ukuran.reduce((sum, { jumlah }) => sum + jumlah, 0);

/** What recording costs the person, from what her phone measured; null where it has measured nothing. */
export const ringkasBeban = (ukuran: readonly Ukuran[], hariIni: string): Beban | null => {
  if (kegiatanDari(ukuran) === 0) return null;
  const senin = seninDari(hariIni);
  const penuh = ukuran.filter(({ hari }) => hari >= tambahHari(senin, -7 * PEKAN) && hari < senin);
  const dipakai = penuh.length > 0 ? penuh : ukuran.filter(({ hari }) => hari >= senin);
  const pekan = new Set(dipakai.map(({ hari }) => seninDari(hari))).size;
  const menit = dipakai.reduce((sum, { ms }) => sum + ms, 0) / 60_000;
  return {
    kegiatan: kegiatanDari(ukuran),
    detik: median(ukuran),
    menitPekan: pekan === 0 ? 0 : Math.round(menit / pekan),
    pekan,
    perCara: CARA.map((cara) => ukuran.filter((satu) => satu.cara === cara))
      .filter((milik) => milik.length > 0)
      .map((milik) => ({
        cara: milik[0]?.cara ?? 'form',
        kegiatan: kegiatanDari(milik),
        detik: median(milik),
      })),
  };
};

/** Something that would make recording lighter, with the habit it was seen from. */
export type SaranBeban =
  | { readonly jenis: 'pola'; readonly uraian: string; readonly kali: number }
  | { readonly jenis: 'salin'; readonly hari: number }
  | { readonly jenis: 'banyak'; readonly hari: number; readonly kali: number }
  | { readonly jenis: 'jadwal' };

/** How often a habit is to be seen before it is worth a word. */
const KALI_POLA = 4;
const HARI_SALIN = 3;
const KALI_BANYAK = 4;
const HARI_BANYAK = 3;
const POLA_TERBANYAK = 3;

const perHari = (entri: readonly Entri[]): ReadonlyMap<string, readonly Entri[]> => {
  const hari = new Map<string, Entri[]>();
  for (const satu of entri) hari.set(satu.tanggal, [...(hari.get(satu.tanggal) ?? []), satu]);
  return hari;
};

const saranPola = (entri: readonly Entri[], pola: readonly Pola[]): SaranBeban[] => {
  const ada = new Set(pola.map(({ uraian }) => teksPolos(uraian)));
  const kali = new Map<string, { uraian: string; kali: number }>();
  for (const { uraian } of entri) {
    const teks = teksPolos(uraian);
    kali.set(teks, { uraian, kali: (kali.get(teks)?.kali ?? 0) + 1 });
  }
  return [...kali]
    .filter(([teks, satu]) => satu.kali >= KALI_POLA && !ada.has(teks))
    .map(([, satu]) => ({ jenis: 'pola' as const, ...satu }))
    .sort((a, b) => b.kali - a.kali)
    .slice(0, POLA_TERBANYAK);
};

/** Days that say again at least two things of the day recorded before them. */
const hariBerulang = (entri: readonly Entri[]): number => {
  const hari = [...perHari(entri)].sort(([a], [b]) => a.localeCompare(b));
  return hari.filter(([, isi], i) => {
    const sebelum = new Set(hari[i - 1]?.[1].map(({ uraian }) => teksPolos(uraian)));
    return isi.filter(({ uraian }) => sebelum.has(teksPolos(uraian))).length >= 2;
  }).length;
};

/**
 * What would lighten the burden of a person who records as `entri` shows, the most telling first. Nothing is said of a way
 * that she takes already.
 */
export const saranBeban = ({
  entri,
  pola,
  adaJadwal,
  ukuran,
}: {
  readonly entri: readonly Entri[];
  readonly pola: readonly Pola[];
  readonly adaJadwal: boolean;
  readonly ukuran: readonly Ukuran[];
}): SaranBeban[] => {
  const biasa = (cara: CaraCatat): boolean => ukuran.some((satu) => satu.cara === cara);
  const berulang = hariBerulang(entri);
  const ramai = [...perHari(entri).values()].filter((isi) => isi.length >= KALI_BANYAK);
  const kali = Math.max(0, ...ramai.map((isi) => isi.length));
  return [
    ...saranPola(entri, pola),
    ...(berulang >= HARI_SALIN && !biasa('salin') ? [{ jenis: 'salin' as const, hari: berulang }] : []),
    ...(ramai.length >= HARI_BANYAK && !biasa('banyak')
      ? [{ jenis: 'banyak' as const, hari: ramai.length, kali }]
      : []),
    ...(adaJadwal ? [] : [{ jenis: 'jadwal' as const }]),
  ];
};
