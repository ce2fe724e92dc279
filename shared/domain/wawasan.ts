import type { RecordOf } from '../records/record.ts';
import type { Satker } from '../records/satker.ts';
import { bertugasPada, type OrangBertugas } from './bertugas.ts';
import { jenisHari } from './kalender.ts';
import { hariTidakHadir, type KendalaTercatat, tanggalRentang } from './kendala.ts';
import { berlaku } from './ringkas.ts';
import { seninDari, tambahHari } from './tanggal.ts';

/** Days from one to another, both included. */
export type RentangHari = { readonly awal: string; readonly akhir: string };

/** An entry, as far as a look at the school needs it. */
export type EntriSekolah = Pick<
  RecordOf<'entri'>,
  'id' | 'owner' | 'head' | 'content' | 'state' | 'deleted' | 'variants'
>;

/** What the looks below are worked out from: everything that the head's own phone holds. */
export type BahanWawasan = {
  readonly satker: Pick<Satker, 'hariKerja' | 'kalender'> | null;
  /** The people that are looked at, and when they serve there. */
  readonly orang: readonly OrangBertugas[];
  readonly entri: readonly EntriSekolah[];
  readonly kendala: readonly KendalaTercatat[];
};

/**
 * How one person filled in a stretch of days. `hariKerja` are working days by the school's own calendar without the days
 * on which she was ill or on leave and recorded nothing; `hariKerja` = `terisi` + `kosong.length`. `kosongAkhir` are the
 * empty ones after her last entry: since when she falls behind.
 */
export type IsianGuru = {
  readonly owner: string;
  readonly hariKerja: number;
  readonly terisi: number;
  /** Working days taken out because she was ill or on leave. */
  readonly tidakHadir: number;
  readonly kosong: readonly string[];
  readonly kosongAkhir: readonly string[];
  /** The last day with an entry, on any day up to the end of the stretch; null where there is none. */
  readonly terakhir: string | null;
};

const SENIN_JUMAT: Pick<Satker, 'hariKerja' | 'kalender'> = { hariKerja: [1, 2, 3, 4, 5], kalender: [] };

/** Working days of the school in a stretch, in order; Senin to Jumat where its record is not known. */
export const hariKerjaDi = ({ awal, akhir }: RentangHari, satker: BahanWawasan['satker']): string[] =>
  tanggalRentang(awal, akhir).filter(
    (tanggal) => jenisHari(tanggal, satker ?? SENIN_JUMAT).jenis === 'kerja',
  );

/** Days of each person that hold an entry which counts. */
const hariTerisi = (entri: readonly EntriSekolah[]): ReadonlyMap<string, Set<string>> => {
  const days = new Map<string, Set<string>>();
  for (const one of entri) {
    if (!berlaku(one)) continue;
    const own = days.get(one.owner) ?? new Set();
    own.add(one.content.tanggal);
    days.set(one.owner, own);
  }
  return days;
};

const TAK_SATU_PUN: ReadonlySet<string> = new Set();

/** What days are worked out from where nobody holds the entries themselves: dates by person. */
export type HariTercatat = {
  readonly satker: BahanWawasan['satker'];
  readonly orang: readonly OrangBertugas[];
  readonly terisi: ReadonlyMap<string, ReadonlySet<string>>;
  readonly tidakHadir: ReadonlyMap<string, ReadonlySet<string>>;
};

/** How everybody filled in a stretch of days, in the order of `orang`; days on which somebody did not serve here are not hers. */
export const isianDari = (
  { satker, orang, terisi: terisiSemua, tidakHadir: absen }: HariTercatat,
  rentang: RentangHari,
): IsianGuru[] => {
  const semua = hariKerjaDi(rentang, satker);
  return orang.map(({ id: owner, masa }) => {
    const terisi = terisiSemua.get(owner) ?? TAK_SATU_PUN;
    const tidakHadir = absen.get(owner) ?? TAK_SATU_PUN;
    const kerja = semua.filter((tanggal) => bertugasPada({ masa }, tanggal));
    const ditagih = kerja.filter((tanggal) => terisi.has(tanggal) || !tidakHadir.has(tanggal));
    const kosong = ditagih.filter((tanggal) => !terisi.has(tanggal));
    let terakhir = '';
    for (const tanggal of terisi) if (tanggal > terakhir && tanggal <= rentang.akhir) terakhir = tanggal;
    return {
      owner,
      hariKerja: ditagih.length,
      terisi: ditagih.length - kosong.length,
      tidakHadir: kerja.length - ditagih.length,
      kosong,
      kosongAkhir: kosong.filter((tanggal) => tanggal > terakhir),
      terakhir: terakhir || null,
    };
  });
};

/** How everybody filled in a stretch of days, in the order of `orang`. */
export const isianSekolah = (bahan: BahanWawasan, rentang: RentangHari): IsianGuru[] =>
  isianDari(
    {
      satker: bahan.satker,
      orang: bahan.orang,
      terisi: hariTerisi(bahan.entri),
      tidakHadir: hariTidakHadir(bahan.kendala),
    },
    rentang,
  );

/** Sums of several people's days. */
export const jumlahIsian = (
  isian: readonly Pick<IsianGuru, 'hariKerja' | 'terisi' | 'tidakHadir'>[],
): { readonly hariKerja: number; readonly terisi: number; readonly tidakHadir: number } => ({
  hariKerja: isian.reduce((sum, { hariKerja }) => sum + hariKerja, 0),
  terisi: isian.reduce((sum, { terisi }) => sum + terisi, 0),
  tidakHadir: isian.reduce((sum, { tidakHadir }) => sum + tidakHadir, 0),
});

/** One week of the school. `hariKerja` are days of people, so that 60 teachers have 300 of them in a full week. */
export type PekanSekolah = RentangHari & {
  readonly hariKerja: number;
  readonly terisi: number;
  readonly tidakHadir: number;
  /** Entries of the week, and how many of them are approved by now. */
  readonly kegiatan: number;
  readonly disetujui: number;
};

/** The last `jumlah` weeks, Senin to Minggu, the oldest first; the last one ends with `sampai`. */
export const pekanTerakhir = (sampai: string, jumlah: number): RentangHari[] => {
  const terakhir = seninDari(sampai);
  return Array.from({ length: jumlah }, (_, i) => {
    const awal = tambahHari(terakhir, 7 * (i + 1 - jumlah));
    const minggu = tambahHari(awal, 6);
    return { awal, akhir: minggu < sampai ? minggu : sampai };
  });
};

/** True for a week that is not over: its last day is before its Minggu. */
export const pekanBerjalan = ({ awal, akhir }: RentangHari): boolean => akhir < tambahHari(awal, 6);

/** The school in each of {@link pekanTerakhir}. */
export const trenPekan = (bahan: BahanWawasan, sampai: string, jumlah: number): PekanSekolah[] =>
  pekanTerakhir(sampai, jumlah).map((rentang) => {
    const orang = new Set(bahan.orang.map(({ id }) => id));
    const sepekan = bahan.entri.filter(
      (entri) =>
        berlaku(entri) &&
        orang.has(entri.owner) &&
        entri.content.tanggal >= rentang.awal &&
        entri.content.tanggal <= rentang.akhir,
    );
    return {
      ...rentang,
      ...jumlahIsian(isianSekolah({ ...bahan, entri: sepekan }, rentang)),
      kegiatan: sepekan.length,
      disetujui: sepekan.filter(({ state }) => state.tahap === 'DISETUJUI').length,
    };
  });
