import { HARI_TERTINGGAL, type LogHarian } from '../domain/alur.ts';
import { bertugasPada, type OrangBertugas } from '../domain/bertugas.ts';
import { isTidakHadir, SEBAB_TERSEBUT, type SebabKendala, tanggalRentang } from '../domain/kendala.ts';
import { selisihHari, tambahHari } from '../domain/tanggal.ts';
import {
  type HariTercatat,
  type IsianGuru,
  isianDari,
  jumlahIsian,
  type RentangHari,
} from '../domain/wawasan.ts';
import type { Satker } from '../records/satker.ts';
import { bacaKendala, bacaTunggu, JENIS_TUNGGU, type JenisTunggu, type Jumlah } from './jumlah.ts';

/** Days that a look at a school goes back, yesterday the last one: the same as on a head's phone. */
export const HARI_PANTAU = 28;
/** A penilai who answers within so many days answers in time, as in the public tables. */
const HARI_PERIKSA = 7;
/** A kendala may have begun so many days before the look's first day, and still go on. */
const KENDALA_TERLAMA = 366;

/** Somebody who teaches there, by name. */
export type OrangDipantau = OrangBertugas & { readonly nama: string };

/** What a school's figures are worked out from. */
export type BahanSekolah = {
  readonly satker: Satker;
  readonly orang: readonly OrangDipantau[];
  /** Who rates there: what they hand in waits for somebody else. */
  readonly penilai: ReadonlySet<string>;
  readonly jumlah: readonly Jumlah[];
  /** Day of the school's first entry; null for none. Before it nothing was owed. */
  readonly mulai: string | null;
  readonly hariIni: string;
};

/** What of one kind waits, and since which day; null where that is not known. */
export type Tertahan = {
  readonly jenis: JenisTunggu;
  readonly jumlah: number;
  readonly sejak: string | null;
};

/** A school in the table of a pengawas or a district: days and numbers, nobody's name, nothing of anybody's health. */
export type RingkasSekolah = {
  readonly npsn: string;
  readonly nama: string;
  readonly kabupaten: string;
  readonly log: LogHarian;
  readonly guru: number;
  /** False where nobody has recorded anything yet: no day counts as owed before that, so no figure speaks of the school. */
  readonly mulai: boolean;
  /** Days of people that were owed and have an entry, and all that were owed. */
  readonly terisi: number;
  readonly hariKerja: number;
  /** People who filled in at least one day, and all who owed one. */
  readonly mengisi: number;
  readonly berutang: number;
  readonly tertinggal: number;
  /** The earliest day since when anybody of them falls behind. */
  readonly tertinggalSejak: string | null;
  /** Entries that were answered, and those that should have been by now: how many in time, and the middle of their days. */
  readonly periksa: { readonly jumlah: number; readonly tepat: number; readonly hariTengah: number | null };
  readonly tunggu: readonly Tertahan[];
  /** People by the cause they told, illness and leave left out. */
  readonly kendala: readonly { readonly sebab: SebabKendala; readonly guru: number }[];
};

/** A teacher as whoever stands above the school sees her: no total from which days of illness could be worked out. */
export type OrangRingkas = {
  readonly id: string;
  readonly nama: string;
  readonly terakhir: string | null;
  /** Empty days that she owed since her last entry, and the first of them. */
  readonly kosong: number;
  readonly sejak: string | null;
  readonly tertinggal: boolean;
  readonly tunggu: number;
};

/** The first days of each kind of sum that a look of so many days wants; of what waits it wants everything. */
export const sejakJumlah = (
  hariIni: string,
  hari: number = HARI_PANTAU,
): Readonly<Record<Jumlah['apa'], string>> => {
  const awal = tambahHari(hariIni, -hari);
  return { terisi: awal, periksa: awal, tunggu: '', kendala: tambahHari(awal, -KENDALA_TERLAMA) };
};

const himpun = (pasangan: Iterable<readonly [string, string]>): ReadonlyMap<string, Set<string>> => {
  const semua = new Map<string, Set<string>>();
  for (const [owner, hari] of pasangan) semua.set(owner, (semua.get(owner) ?? new Set()).add(hari));
  return semua;
};

const dari = (jumlah: readonly Jumlah[], apa: Jumlah['apa']): Jumlah[] =>
  jumlah.filter((satu) => satu.apa === apa && satu.nilai > 0);

/** Days with an entry, and days of illness or leave, by person: what the sums say of them. */
export const hariDariJumlah = (jumlah: readonly Jumlah[]): Pick<HariTercatat, 'terisi' | 'tidakHadir'> => {
  const kendala = dari(jumlah, 'kendala').map(({ hari, siapa }) => ({ mulai: hari, ...bacaKendala(siapa) }));
  const absen = kendala
    .filter(({ sebab }) => isTidakHadir(sebab))
    .flatMap(({ owner, mulai: awal, selesai }) =>
      tanggalRentang(awal, selesai).map((hari) => [owner, hari] as const),
    );
  const terisi = himpun(dari(jumlah, 'terisi').map(({ siapa, hari }) => [siapa, hari] as const));
  return { terisi, tidakHadir: himpun(absen) };
};

/** The days that a look counts: four weeks up to yesterday, none before the school's first entry. */
export const rentangPantau = ({ mulai, hariIni }: Pick<BahanSekolah, 'mulai' | 'hariIni'>): RentangHari => ({
  awal: [tambahHari(hariIni, -HARI_PANTAU), mulai ?? hariIni].sort().at(-1) ?? hariIni,
  akhir: tambahHari(hariIni, -1),
});

/** How each of a school's people filled in the days of a look. */
export const isianBahan = (bahan: BahanSekolah): IsianGuru[] =>
  isianDari({ ...bahan, ...hariDariJumlah(bahan.jumlah) }, rentangPantau(bahan));

const tertahan = ({ jumlah, penilai }: Pick<BahanSekolah, 'jumlah' | 'penilai'>) =>
  dari(jumlah, 'tunggu')
    .map(({ hari, siapa, nilai }) => ({ hari, nilai, ...bacaTunggu(siapa) }))
    .filter(({ owner }) => !penilai.has(owner));

/** Entries that have waited beyond the days of an answer in time, with the days so far: no answer is no quick one. */
const terlalaiDari = (bahan: BahanSekolah) =>
  tertahan(bahan)
    .flatMap(({ tiba, nilai }) => (tiba === null ? [] : [{ hari: selisihHari(tiba, bahan.hariIni), nilai }]))
    .filter(({ hari }) => hari > HARI_PERIKSA);

const periksaDari = (bahan: BahanSekolah): RingkasSekolah['periksa'] => {
  const dijawab = dari(bahan.jumlah, 'periksa').map(({ siapa, nilai }) => ({ hari: Number(siapa), nilai }));
  const lama = [...dijawab, ...terlalaiDari(bahan)].sort((a, b) => a.hari - b.hari);
  const semua = lama.reduce((sum, { nilai }) => sum + nilai, 0);
  let sampai = 0;
  const tengah = lama.find(({ nilai }) => {
    sampai += nilai;
    return sampai * 2 >= semua;
  });
  return {
    jumlah: semua,
    tepat: lama.reduce((sum, { hari, nilai }) => sum + (hari < HARI_PERIKSA ? nilai : 0), 0),
    hariTengah: tengah?.hari ?? null,
  };
};

const tungguDari = (bahan: BahanSekolah): Tertahan[] => {
  const menunggu = tertahan(bahan);
  return JENIS_TUNGGU.map((jenis) => {
    const milik = menunggu.filter((satu) => satu.jenis === jenis);
    const sejak = milik.flatMap(({ hari }) => (hari === '' ? [] : [hari])).sort()[0] ?? null;
    return { jenis, jumlah: milik.reduce((sum, { nilai }) => sum + nilai, 0), sejak };
  }).filter((satu) => satu.jumlah > 0);
};

const kendalaDari = ({ jumlah, hariIni }: BahanSekolah): RingkasSekolah['kendala'] => {
  const awal = tambahHari(hariIni, -HARI_PANTAU);
  const berjalan = dari(jumlah, 'kendala')
    .map(({ hari, siapa }) => ({ hari, ...bacaKendala(siapa) }))
    .filter(({ hari, selesai }) => hari <= hariIni && selesai >= awal);
  return SEBAB_TERSEBUT.map((sebab) => ({
    sebab,
    guru: new Set(berjalan.filter((satu) => satu.sebab === sebab).map(({ owner }) => owner)).size,
  }))
    .filter(({ guru }) => guru > 0)
    .sort((a, b) => b.guru - a.guru);
};

const tertinggalDi = ({ satker }: BahanSekolah, { kosongAkhir }: IsianGuru): boolean =>
  kosongAkhir.length >= HARI_TERTINGGAL[satker.logHarian];

/** Whoever serves today. */
const kiniDi = ({ orang, hariIni }: BahanSekolah): OrangDipantau[] =>
  orang.filter((satu) => bertugasPada(satu, hariIni));

/** The figures of a school over the last four weeks. */
export const ringkasSekolah = (bahan: BahanSekolah): RingkasSekolah => {
  const { satker } = bahan;
  const kini = new Set(kiniDi(bahan).map(({ id }) => id));
  const isian = satker.logHarian === 'mati' ? [] : isianBahan(bahan);
  const tertinggal = isian.filter((satu) => kini.has(satu.owner) && tertinggalDi(bahan, satu));
  const { terisi, hariKerja } = jumlahIsian(isian);
  const berutang = isian.filter((satu) => satu.hariKerja > 0);
  return {
    ...{ npsn: satker.npsn, nama: satker.nama, kabupaten: satker.kabupaten, log: satker.logHarian },
    ...{ guru: kini.size, mulai: bahan.mulai !== null, terisi, hariKerja, berutang: berutang.length },
    mengisi: berutang.filter((satu) => satu.terisi > 0).length,
    tertinggal: tertinggal.length,
    tertinggalSejak: tertinggal.flatMap(({ kosongAkhir }) => kosongAkhir[0] ?? []).sort()[0] ?? null,
    periksa: periksaDari(bahan),
    tunggu: tungguDari(bahan),
    kendala: kendalaDari(bahan),
  };
};

/** The people of a school, whoever falls behind longest first. */
export const orangSekolah = (bahan: BahanSekolah): OrangRingkas[] => {
  const isian = new Map(isianBahan(bahan).map((satu) => [satu.owner, satu]));
  const menunggu = dari(bahan.jumlah, 'tunggu').map(({ siapa, nilai }) => ({ nilai, ...bacaTunggu(siapa) }));
  return kiniDi(bahan)
    .map(({ id, nama }): OrangRingkas => {
      const satu = isian.get(id);
      const mati = bahan.satker.logHarian === 'mati';
      return {
        ...{ id, nama },
        terakhir: satu?.terakhir ?? null,
        kosong: mati ? 0 : (satu?.kosongAkhir.length ?? 0),
        sejak: mati ? null : (satu?.kosongAkhir[0] ?? null),
        tertinggal: satu !== undefined && tertinggalDi(bahan, satu),
        tunggu: menunggu
          .filter(({ owner, jenis }) => owner === id && jenis === 'entri')
          .reduce((sum, { nilai }) => sum + nilai, 0),
      };
    })
    .sort((a, b) => b.kosong - a.kosong || a.nama.localeCompare(b.nama) || (a.id < b.id ? -1 : 1));
};
