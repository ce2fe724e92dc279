import { bertugasPada, type OrangBertugas } from '../domain/bertugas.ts';
import { jenisHari } from '../domain/kalender.ts';
import { hariTidakHadir, type KendalaTercatat } from '../domain/kendala.ts';
import { PREDIKAT, type Predikat } from '../domain/predikat.ts';
import { tanggalBulan } from '../domain/tanggal.ts';
import type { Satker } from '../records/satker.ts';
import type { TabelBeban } from './beban.ts';
import { JENIS_KERJA, jenisKerja } from './jenis-kerja.ts';
import type { Satuan, Sumbangan } from './kelompok.ts';
import type { Tabel } from './tabel.ts';

/** An entry that counts, as far as sums need it; times are the server's, epoch ms. */
export type EntriTerhitung = {
  readonly owner: string;
  readonly tanggal: string;
  readonly rencanaAksi: string | null;
  /** When it had arrived; null where that is not known any more. */
  readonly tiba: number | null;
  /** When the penilai first answered; null for not yet. */
  readonly diperiksa: number | null;
};

/** A school in a month: what its figures are made of. */
export type BahanBulan = {
  readonly satker: Satker;
  readonly bulan: string;
  readonly guru: readonly OrangBertugas[];
  readonly entri: readonly EntriTerhitung[];
  /** Who was ill or on leave when; those days are owed by nobody. */
  readonly kendala: readonly KendalaTercatat[];
  /** When it is counted, epoch ms. */
  readonly pada: number;
};

const HARI = 86_400_000;
/** How long a penilai may take to count as in time. */
export const HARI_PERIKSA = 7;

const bagianDari = (jumlah: readonly number[]): Sumbangan[] => {
  const total = jumlah.reduce((sum, satu) => sum + satu, 0);
  return total > 0 ? [jumlah.map((satu) => satu / total)] : [];
};

/** Working days by the school's calendar on which she served and was there, and how many of them have an entry. */
const pengisian = (
  guru: OrangBertugas,
  milik: readonly EntriTerhitung[],
  { kerja, absen }: { readonly kerja: readonly string[]; readonly absen: ReadonlySet<string> | undefined },
): Sumbangan[] => {
  const terisi = new Set(milik.map(({ tanggal }) => tanggal));
  const hari = kerja.filter(
    (tanggal) => bertugasPada(guru, tanggal) && (terisi.has(tanggal) || !absen?.has(tanggal)),
  );
  const jumlah = hari.filter((tanggal) => terisi.has(tanggal)).length;
  return bagianDari([jumlah, hari.length - jumlah]);
};

/** An entry that still waits counts once its seven days are over, not before. */
const periksa = (milik: readonly EntriTerhitung[], pada: number): Sumbangan[] => {
  let [tepat, lewat] = [0, 0];
  for (const { tiba, diperiksa } of milik) {
    if (tiba === null) continue;
    const batas = tiba + HARI_PERIKSA * HARI;
    if (diperiksa !== null && diperiksa <= batas) tepat += 1;
    else if (diperiksa !== null || pada > batas) lewat += 1;
  }
  return bagianDari([tepat, lewat]);
};

const jenis = (milik: readonly EntriTerhitung[]): Sumbangan[] =>
  bagianDari(
    JENIS_KERJA.map((satu) => milik.filter(({ rencanaAksi }) => jenisKerja(rencanaAksi) === satu).length),
  );

/**
 * A school's part in a monthly table. Each teacher counts the same, however much she records: a figure is the mean of
 * teachers' shares. Days of leave and sickness are owed by nobody, and said of nobody.
 */
export const hitungBulan = (
  tabel: Exclude<Tabel, 'predikat' | TabelBeban>,
  { satker, bulan, guru, entri, kendala, pada }: BahanBulan,
): Satuan => {
  const kerja = tanggalBulan(bulan).filter((tanggal) => jenisHari(tanggal, satker).jenis === 'kerja');
  const bekerja = guru.filter((satu) => kerja.some((tanggal) => bertugasPada(satu, tanggal)));
  const absen = hariTidakHadir(kendala);
  const perOrang = new Map<string, EntriTerhitung[]>();
  for (const satu of entri) {
    const milik = perOrang.get(satu.owner);
    if (milik) milik.push(satu);
    else perOrang.set(satu.owner, [satu]);
  }
  const orang = bekerja.flatMap((satu) => {
    const milik = perOrang.get(satu.id) ?? [];
    if (tabel === 'pengisian')
      return satker.logHarian === 'mati' ? [] : pengisian(satu, milik, { kerja, absen: absen.get(satu.id) });
    return tabel === 'periksa' ? periksa(milik, pada) : jenis(milik);
  });
  return { npsn: satker.npsn, nama: satker.nama, kabupaten: satker.kabupaten, guru: bekerja.length, orang };
};

/** A school's part in the predikat of a year: one final annual predikat a person. */
export const hitungPredikat = (
  satker: Satker,
  { guru, predikat }: { readonly guru: number; readonly predikat: readonly Predikat[] },
): Satuan => ({
  npsn: satker.npsn,
  nama: satker.nama,
  kabupaten: satker.kabupaten,
  guru,
  orang: predikat.map((satu) => PREDIKAT.map((lain) => (lain === satu ? 1 : 0))),
});
