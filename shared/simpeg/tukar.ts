import type { Kolom } from './kolom.ts';
import {
  angkaNip,
  bacaJk,
  bacaStatus,
  bacaTanggalSimpeg,
  golonganPns,
  golonganPppk,
  lahirDariNip,
  nikCocok,
} from './nilai.ts';

type Nilai = Readonly<Record<Kolom, string>>;
type Kenal = (teks: string, baris: { readonly lahir: readonly string[] }) => boolean;

const huruf = (teks: string): boolean => /\p{L}{2}/u.test(teks) && !/[\d@]/.test(teks);
const nama: Kenal = (teks) => huruf(teks) && bacaStatus(teks) === null && golonganPns(teks) === null;
const angka16: Kenal = (teks) => /^\d{16}$/.test(teks);
const nik: Kenal = (teks, { lahir }) =>
  /^\d{16}$/.test(teks) && (lahir.length === 0 || lahir.some((satu) => nikCocok(teks, satu)));

/** What is certain to belong to a column. Two cells were exchanged where each fits the other's column and not its own. */
const KENAL: Readonly<Partial<Record<Kolom, Kenal>>> = {
  nip: (teks) => /^\d{17,18}$/.test(angkaNip(teks)),
  nuptk: (teks, baris) => angka16(teks, baris) && (baris.lahir.length === 0 || !nik(teks, baris)),
  nik,
  nama,
  tempatLahir: nama,
  tanggalLahir: (teks) => bacaTanggalSimpeg(teks) !== null,
  jk: (teks) => bacaJk(teks) !== null,
  status: (teks) => bacaStatus(teks) !== null,
  golongan: (teks) => golonganPns(teks) !== null || golonganPppk(teks) !== null,
  npsn: (teks) => /^[A-Z\d]\d{7}$/i.test(teks),
  unit: (teks) => /^(sd|smp|sma|smk|tk|paud|slb|mi|mts|ma|upt|upn|dinas|korwil|kb)\b/i.test(teks),
  email: (teks) => /^[^\s@]+@[^\s@]+$/.test(teks),
  hp: (teks) => /^(\+?62|0)[\d -]{8,15}$/.test(teks),
};
const DIKENAL = Object.keys(KENAL) as Kolom[];

const kelahiran = (nilai: Nilai): string[] => {
  const dari = [nilai.tanggalLahir, nilai.tempatLahir].map(bacaTanggalSimpeg);
  const nip = lahirDariNip(angkaNip(nilai.nip));
  return [...dari, nip].filter((satu): satu is string => satu !== null && satu !== 'mustahil');
};

/** Finds cells of a row that were exchanged, and gives the values as they belong. */
export const tukar = (nilai: Nilai): { readonly nilai: Nilai; readonly pindah: ReadonlySet<Kolom> } => {
  const baris = { lahir: kelahiran(nilai) };
  const kenal = (kolom: Kolom, teks: string): boolean => KENAL[kolom]?.(teks, baris) ?? false;
  const asing = DIKENAL.filter((kolom) => nilai[kolom] !== '' && !kenal(kolom, nilai[kolom]));
  if (asing.length < 2) return { nilai, pindah: new Set() };
  const baru: Record<Kolom, string> = { ...nilai };
  const pindah = new Set<Kolom>();
  for (const [i, a] of asing.entries())
    for (const b of asing.slice(i + 1)) {
      if (pindah.has(a) || pindah.has(b) || !kenal(a, nilai[b]) || !kenal(b, nilai[a])) continue;
      [baru[a], baru[b]] = [nilai[b], nilai[a]];
      pindah.add(a).add(b);
    }
  return { nilai: baru, pindah };
};
