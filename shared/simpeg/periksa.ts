import { type Calon, periksaSendiri } from './baris.ts';
import { cariAtasan, cariSekolah, kenaliSekolah, npsnPasti } from './hubungan.ts';
import type { JudulKolom, Kolom, Pemetaan } from './kolom.ts';
import { bacaLembar, type LembarTerbaca } from './lembar.ts';
import { cariBedaNip, cariGanda, type Dikenal, perbaikiNip } from './orang.ts';
import type { Salah } from './salah.ts';
import type { LembarMentah } from './sel.ts';

/** A row as it was found: who it is, what is wrong, and whether the person may sign in. */
export type BarisDiperiksa = {
  readonly lembar: string;
  readonly nomor: number;
  /** NIP, or null for a person without one and for a row that is no person. */
  readonly nip: string | null;
  /** Tidy values of its columns; null for a row that is no person. */
  readonly nilai: Readonly<Record<Kolom, string>> | null;
  /** School where the person belongs; empty for none. */
  readonly npsn: string;
  readonly salah: readonly Salah[];
  /** True where the row waits for the admin: nothing of it comes in. */
  readonly ditolak: boolean;
  /** Row that is the same person and counts in place of this one. */
  readonly samaDengan: { readonly lembar: string; readonly nomor: number } | null;
};

/** A sheet's name and headers; null where it has none. */
export type LembarDiperiksa = { readonly nama: string; readonly judul: readonly JudulKolom[] | null };

/** All that was found in a file. */
export type HasilPeriksa = {
  readonly lembar: readonly LembarDiperiksa[];
  readonly baris: readonly BarisDiperiksa[];
  /** Schools that the file attests: number and name. */
  readonly sekolah: readonly { readonly npsn: string; readonly nama: string }[];
};

const dariCalon = (calon: Calon): BarisDiperiksa => ({
  lembar: calon.lembar,
  nomor: calon.nomor,
  nip: calon.ditolak ? null : (calon.sama?.nip ?? calon.nip),
  nilai: calon.nilai,
  npsn: npsnPasti(calon),
  salah: calon.salah,
  ditolak: calon.ditolak,
  samaDengan: calon.sama ? { lembar: calon.sama.lembar, nomor: calon.sama.nomor } : null,
});

const dariSusunan = ({ nama, susunan }: LembarTerbaca): BarisDiperiksa[] =>
  susunan.map(({ nomor, kelas, nilai }) => ({
    lembar: nama,
    nomor,
    nip: null,
    nilai: null,
    npsn: '',
    salah: [{ kolom: null, kelas, nilai, usul: null }],
    ditolak: true,
    samaDengan: null,
  }));

/** Rules that need all rows, in their order: each builds on what the one before it settled. */
const periksaBersama = (semua: readonly Calon[], dikenal: Dikenal): HasilPeriksa['sekolah'] => {
  perbaikiNip(semua, dikenal);
  cariGanda(semua);
  cariBedaNip(semua);
  const sekolah = kenaliSekolah(semua, dikenal);
  const menurutNip = new Map(
    semua.flatMap((calon): [string, Calon][] =>
      calon.nip !== null && !calon.ditolak && calon.sama === null ? [[calon.nip, calon]] : [],
    ),
  );
  cariSekolah(semua, sekolah, menurutNip);
  cariAtasan(semua, menurutNip, dikenal);
  const npsn = new Set(semua.map(npsnPasti).filter((satu) => satu !== '' && sekolah.dikenal(satu)));
  return [...npsn].map((satu) => ({ npsn: satu, nama: sekolah.nama(satu) ?? '' }));
};

/** What the rules need from outside. */
export type PeriksaOptions = {
  /** `TTTT-BB-HH`, the day by which a TMT lies in the future. */
  readonly hariIni: string;
  readonly pemetaan?: Pemetaan;
  readonly dikenal?: Dikenal;
};

const TAK_DIKENAL: Dikenal = { nip: new Map(), sekolah: new Map() };

/** Looks at all sheets of a file as one: rows in the order of the file, those that are no person among them. */
export const periksaSimpeg = (
  lembar: readonly LembarMentah[],
  { hariIni, pemetaan = {}, dikenal = TAK_DIKENAL }: PeriksaOptions,
): HasilPeriksa => {
  const terbaca = lembar.map((satu) => bacaLembar(satu, pemetaan));
  const calon = terbaca.flatMap(({ nama, orang }) =>
    orang.map((baris) => periksaSendiri({ lembar: nama, baris }, hariIni)),
  );
  const sekolah = periksaBersama(calon, dikenal);
  const menurutLembar = new Map<string, BarisDiperiksa[]>();
  for (const satu of terbaca) menurutLembar.set(satu.nama, dariSusunan(satu));
  for (const satu of calon) menurutLembar.get(satu.lembar)?.push(dariCalon(satu));
  return {
    lembar: terbaca.map(({ nama, judul }) => ({ nama, judul })),
    baris: [...menurutLembar.values()].flatMap((baris) => baris.sort((a, b) => a.nomor - b.nomor)),
    sekolah,
  };
};
