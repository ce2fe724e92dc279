import { cocokkan, type JudulKolom, type Kolom, type Pemetaan } from './kolom.ts';
import {
  type BarisMentah,
  isKosong,
  type LembarMentah,
  nilaiSel,
  type Sel,
  tampakSel,
  teksSel,
} from './sel.ts';

/** Rows that are no person, and why. */
export type Susunan = {
  readonly nomor: number;
  readonly kelas:
    | 'baris-judul'
    | 'header-gabung'
    | 'baris-nomor-kolom'
    | 'baris-kosong'
    | 'lembar-tanpa-judul';
  readonly nilai: string;
};

/** A row with a person: cells by column. */
export type BarisOrang = { readonly nomor: number; readonly sel: Readonly<Partial<Record<Kolom, Sel>>> };

/** A sheet taken apart. `judul` is null where no row of headers was found: then nobody is in `orang`. */
export type LembarTerbaca = {
  readonly nama: string;
  readonly judul: readonly JudulKolom[] | null;
  readonly orang: readonly BarisOrang[];
  readonly susunan: readonly Susunan[];
};

/** Headers stand within the first rows; below them nobody looks. */
const JUDUL_TERDALAM = 40;
const COCOK_MINIMAL = 3;

const terisi = ({ sel }: BarisMentah): readonly Sel[] => sel.filter((satu) => !isKosong(satu));
const gabung = (baris: BarisMentah): string =>
  terisi(baris)
    .map((satu) => tampakSel(satu).trim())
    .join(' | ');

type Judul = { readonly at: number; readonly kolom: readonly JudulKolom[]; readonly gabungan: boolean };

const nilaiJudul = (kolom: readonly JudulKolom[]): number => {
  const ada = new Set(kolom.map((satu) => satu.kolom));
  return ada.has('nama') ? ada.size - (ada.has(null) ? 1 : 0) : 0;
};

/** Headers in one row, or over two with the upper one merged: an empty cell below takes the words above it. */
const calon = (baris: readonly BarisMentah[], at: number, pemetaan: Pemetaan): Judul => {
  const [ini, atas] = [baris[at]?.sel ?? [], at > 0 ? (baris[at - 1]?.sel ?? []) : []];
  const sendiri = cocokkan(ini, pemetaan);
  const lebar = Math.max(ini.length, atas.length);
  const berdua = Array.from({ length: lebar }, (_, i) => (isKosong(ini[i]) ? atas[i] : ini[i]) ?? '');
  const bersama = cocokkan(berdua, pemetaan);
  const atasPenuh = atas.filter((satu) => !isKosong(satu)).length > 1;
  return atasPenuh && nilaiJudul(sendiri) > 0
    ? { at, kolom: nilaiJudul(bersama) > nilaiJudul(sendiri) ? bersama : sendiri, gabungan: true }
    : { at, kolom: sendiri, gabungan: false };
};

const cariJudul = (baris: readonly BarisMentah[], pemetaan: Pemetaan): Judul | null => {
  let terbaik: Judul | null = null;
  for (let at = 0; at < Math.min(baris.length, JUDUL_TERDALAM); at += 1) {
    const ini = calon(baris, at, pemetaan);
    const nilai = nilaiJudul(ini.kolom);
    if (nilai >= COCOK_MINIMAL && nilai > (terbaik ? nilaiJudul(terbaik.kolom) : 0)) terbaik = ini;
  }
  return terbaik;
};

/** 1, 2, 3, … below the headers, as printed forms have it. */
const isNomorKolom = (baris: BarisMentah): boolean => {
  const angka = terisi(baris).map((satu) => nilaiSel(satu).replace(/^\((.*)\)$/, '$1'));
  return angka.length > 2 && angka.every((satu, i) => satu === String(Number(angka[0]) + i));
};

const ambil = (baris: BarisMentah, judul: readonly JudulKolom[]): BarisOrang => ({
  nomor: baris.nomor,
  sel: Object.fromEntries(
    judul.flatMap(({ kolom }, i) => (kolom === null ? [] : [[kolom, baris.sel[i] ?? '']])),
  ),
});

const PENANDA: readonly Kolom[] = [
  'nip',
  'nuptk',
  'nik',
  'tanggalLahir',
  'npsn',
  'status',
  'jabatan',
  'unit',
];

/** A person has a name or a NIP, and something beside it; sums, signatures and repeated headers do not. */
const isOrang = ({ sel }: BarisOrang): boolean => {
  const nama = !isKosong(sel.nama);
  const penanda = PENANDA.filter((kolom) => !isKosong(sel[kolom])).length;
  return nama ? penanda > 0 : penanda > 2;
};

const kelasBaris = (baris: BarisMentah, judul: Judul): Susunan['kelas'] | null => {
  if (terisi(baris).length === 0) return 'baris-kosong';
  if (isNomorKolom(baris)) return 'baris-nomor-kolom';
  const sama = judul.kolom.filter(
    ({ judul: kata }, i) => kata !== '' && nilaiSel(baris.sel[i]).toLowerCase() === kata.toLowerCase(),
  );
  return sama.length >= COCOK_MINIMAL || !isOrang(ambil(baris, judul.kolom)) ? 'baris-judul' : null;
};

const susunanAtas = (baris: readonly BarisMentah[], judul: Judul): Susunan[] =>
  baris.slice(0, judul.at).flatMap((satu, i): Susunan[] => {
    if (terisi(satu).length === 0) return [];
    const kelas = judul.gabungan && i === judul.at - 1 ? 'header-gabung' : 'baris-judul';
    return [{ nomor: satu.nomor, kelas, nilai: gabung(satu) }];
  });

/** Takes a sheet apart into headers, people and what is neither; nothing that stands in it is passed over in silence. */
export const bacaLembar = ({ nama, baris }: LembarMentah, pemetaan: Pemetaan = {}): LembarTerbaca => {
  const judul = cariJudul(baris, pemetaan);
  if (!judul) {
    const susunan = baris
      .filter((satu) => terisi(satu).length > 0)
      .map((satu) => ({ nomor: satu.nomor, kelas: 'lembar-tanpa-judul' as const, nilai: gabung(satu) }));
    return { nama, judul: null, orang: [], susunan };
  }
  const [orang, susunan]: [BarisOrang[], Susunan[]] = [[], susunanAtas(baris, judul)];
  for (const satu of baris.slice(judul.at + 1)) {
    const kelas = kelasBaris(satu, judul);
    if (kelas === null) orang.push(ambil(satu, judul.kolom));
    else
      susunan.push({
        nomor: satu.nomor,
        kelas,
        nilai: kelas === 'baris-kosong' ? satu.sel.map(teksSel).join('') : gabung(satu),
      });
  }
  return { nama, judul: judul.kolom, orang, susunan };
};
