import { type Calon, type Sisa, tampak } from './baris.ts';
import {
  angkaNip,
  bacaJk,
  bacaStatus,
  jenisNip,
  jkDariNip,
  kunciNama,
  lahirDariNik,
  lahirDariNip,
  namaMirip,
  nikCocok,
  tanggalTulis,
} from './nilai.ts';
import type { KelasSalah } from './salah.ts';

/*
 * Who is who in one file. Nothing here guesses: a NIP is mended only where the file leaves one possibility, two rows are
 * one person only where NIP or NIK and the name agree, and a row that carries somebody else's NIP waits.
 */

/** What the service knows already: people by NIP, schools by NPSN. Empty where nothing is known. */
export type Dikenal = {
  readonly nip: ReadonlyMap<string, { readonly nama: string }>;
  readonly sekolah: ReadonlyMap<string, string>;
};

const mungkin = (sisa: Sisa, nip: string): boolean => {
  if (sisa.jenis === '15') return nip.startsWith(sisa.angka);
  for (let i = 0; i < 18; i += 1) if (nip.slice(0, i) + nip.slice(i + 1) === sisa.angka) return true;
  return false;
};

/** NIP that come of 17 digits by one more, with this birth date, the sex of the column and a year and month of appointment. */
const sisipan = ({ sisa, lahir, nilai }: Calon): string[] => {
  if (sisa?.jenis !== '17' || lahir === null) return [];
  const awal = lahir.replaceAll('-', '');
  const jk = bacaJk(nilai.jk);
  const semua = new Set<string>();
  for (let i = 0; i <= 17; i += 1)
    for (let digit = 0; digit <= 9; digit += 1)
      semua.add(`${sisa.angka.slice(0, i)}${digit}${sisa.angka.slice(i)}`);
  return [...semua].filter(
    (nip) =>
      nip.startsWith(awal) &&
      /^(19|20)\d{2}(0[1-9]|1[0-2]|2[1-9])/.test(nip.slice(8)) &&
      (jk === null || jkDariNip(nip) === jk),
  );
};

const satuSatunya = (calon: readonly string[]): string | null =>
  new Set(calon).size === 1 ? (calon[0] ?? null) : null;

/** NIP that staff of a school name as their superior's, and that no row has. */
const rujukanAtasan = (
  semua: readonly Calon[],
  punya: ReadonlySet<string>,
): ReadonlyMap<string, Set<string>> => {
  const rujukan = new Map<string, Set<string>>();
  for (const { nilai } of semua) {
    const nip = angkaNip(nilai.nipAtasan);
    if (!/^\d{18}$/.test(nip) || punya.has(nip) || nilai.npsn === '') continue;
    rujukan.set(nilai.npsn, (rujukan.get(nilai.npsn) ?? new Set()).add(nip));
  }
  return rujukan;
};

const perbaiki = (calon: Calon, rujukan: ReadonlySet<string>, dikenal: Dikenal): string | null => {
  const { sisa, nilai } = calon;
  if (!sisa) return null;
  const dariAtasan = [...rujukan].filter((nip) => mungkin(sisa, nip));
  const dariData = [...dikenal.nip]
    .filter(([nip, { nama }]) => mungkin(sisa, nip) && namaMirip(nama, nilai.nama))
    .map(([nip]) => nip);
  return satuSatunya(dariData) ?? satuSatunya(dariAtasan) ?? satuSatunya(sisipan(calon));
};

const usulkanNip = (calon: Calon, nip: string): void => {
  calon.nip = nip;
  const at = calon.salah.findIndex(({ kolom, kelas }) => kolom === 'nip' && kelas.startsWith('nip-'));
  const lama = calon.salah[at];
  if (lama) calon.salah[at] = { ...lama, usul: nip };
};

/** Mends NIP that lost digits where only one fits: by birth date and sex, by the staff who name it, by who is known. */
export const perbaikiNip = (semua: readonly Calon[], dikenal: Dikenal): void => {
  const punya = new Set(semua.flatMap(({ nip }) => (nip === null ? [] : [nip])));
  const rujukan = rujukanAtasan(semua, punya);
  for (const calon of semua) {
    if (calon.sisa === null) continue;
    const nip = perbaiki(calon, rujukan.get(calon.nilai.npsn) ?? new Set(), dikenal);
    if (nip !== null && !punya.has(nip)) usulkanNip(calon, nip);
  }
};

/** How much in a row speaks for its being the holder of its NIP. */
const bukti = ({ nip, lahir, nilai }: Calon): number => {
  const menurutNip = nip === null ? null : lahirDariNip(nip);
  if (menurutNip === null) return 0;
  const tanggal = lahir === null ? 0 : lahir === menurutNip ? 1 : -1;
  return tanggal + (nilai.nik === '' ? 0 : nikCocok(nilai.nik, menurutNip) ? 1 : -1);
};

/** The same person: the same NIK, or none to compare and a name and birth date that agree. */
const orangSama = (a: Calon, b: Calon): boolean => {
  const mirip = namaMirip(a.nilai.nama, b.nilai.nama);
  if (a.nilai.nik !== '' && b.nilai.nik !== '') return a.nilai.nik === b.nilai.nik && mirip;
  return mirip && (a.lahir === null || b.lahir === null || a.lahir === b.lahir);
};

const tandai = (calon: Calon, kelas: KelasSalah, kolom: 'nip' | 'nama', usul: string | null): void =>
  void calon.salah.push({ kolom, kelas, nilai: tampak(calon, kolom), usul });

/** Exports are sorted by school: of two rows the one among its colleagues counts, else the first. */
const utama = (calon: readonly Calon[], tetangga: (calon: Calon) => number): Calon | undefined =>
  [...calon].sort(
    (a, b) =>
      Number(b.nip !== null) - Number(a.nip !== null) || bukti(b) - bukti(a) || tetangga(b) - tetangga(a),
  )[0];

const gabungkan = (pemilik: Calon, lain: Calon, kelasSama: KelasSalah): void => {
  lain.sama = pemilik;
  const beda = kunciNama(pemilik.nilai.nama) !== kunciNama(lain.nilai.nama);
  if (beda) tandai(lain, 'nama-dua-ejaan', 'nama', pemilik.nilai.nama);
  else tandai(lain, kelasSama, 'nip', pemilik.nip);
};

const pisahkan = (calon: readonly Calon[], tetangga: (calon: Calon) => number): void => {
  const pemilik = utama(calon, tetangga);
  if (!pemilik) return;
  for (const lain of calon) {
    if (lain === pemilik) continue;
    if (orangSama(pemilik, lain)) {
      gabungkan(pemilik, lain, 'nip-ganda');
      continue;
    }
    tandai(lain, 'nip-ganda', 'nip', null);
    lain.ditolak = true;
    // Neither is surely the holder: both wait.
    if (bukti(pemilik) <= bukti(lain) && !pemilik.ditolak) {
      tandai(pemilik, 'nip-ganda', 'nip', null);
      pemilik.ditolak = true;
    }
  }
};

const kelompok = (semua: readonly Calon[], kunci: (calon: Calon) => string): Calon[][] => {
  const menurut = new Map<string, Calon[]>();
  for (const calon of semua) {
    const nilai = kunci(calon);
    if (nilai === '') continue;
    const sudah = menurut.get(nilai);
    if (sudah) sudah.push(calon);
    else menurut.set(nilai, [calon]);
  }
  return [...menurut.values()].filter((satu) => satu.length > 1);
};

/** How many of the rows above and below belong to the same school. */
const tetanggaDi = (semua: readonly Calon[]): ((calon: Calon) => number) => {
  const tempat = new Map(semua.map((calon, i) => [calon, i]));
  return (calon) => {
    const i = tempat.get(calon) ?? -1;
    return [semua[i - 1], semua[i + 1]].filter(
      (lain) => lain?.lembar === calon.lembar && lain.nilai.npsn === calon.nilai.npsn,
    ).length;
  };
};

/** Finds rows that are one person, and rows that carry the NIP of another. */
export const cariGanda = (semua: readonly Calon[]): void => {
  const tetangga = tetanggaDi(semua);
  for (const calon of kelompok(semua, ({ nip }) => nip ?? '')) pisahkan(calon, tetangga);
  const bebas = semua.filter(({ sama, ditolak }) => sama === null && !ditolak);
  for (const calon of kelompok(bebas, ({ nilai }) => nilai.nik)) {
    const pemilik = utama(calon, tetangga);
    for (const lain of calon)
      if (
        pemilik &&
        lain !== pemilik &&
        lain.sama === null &&
        !(lain.nip && pemilik.nip) &&
        orangSama(pemilik, lain)
      )
        gabungkan(pemilik, lain, 'orang-ganda');
  }
};

/** Birth date and sex against the NIP; where NIP and NIK agree against the cell, the right value is named. */
export const cariBedaNip = (semua: readonly Calon[]): void => {
  for (const calon of semua) {
    const { nip, lahir, nilai, ditolak } = calon;
    if (nip === null || ditolak) continue;
    const [lahirNip, jkNip, jk] = [lahirDariNip(nip), jkDariNip(nip), bacaJk(nilai.jk)];
    const nik = lahirDariNik(nilai.nik);
    if (lahirNip !== null && lahir !== null && lahir !== lahirNip) {
      const usul = nikCocok(nilai.nik, lahirNip) ? tanggalTulis(lahirNip) : null;
      calon.salah.push({
        kolom: 'tanggalLahir',
        kelas: 'tgl-lahir-beda-nip',
        nilai: tampak(calon, 'tanggalLahir'),
        usul,
      });
    }
    const status = bacaStatus(nilai.status);
    if (status !== null && status !== jenisNip(nip))
      calon.salah.push({
        kolom: 'status',
        kelas: 'status-beda-nip',
        nilai: tampak(calon, 'status'),
        usul: null,
      });
    if (jkNip !== null && jk !== null && jk !== jkNip)
      calon.salah.push({
        kolom: 'jk',
        kelas: 'jk-beda-nip',
        nilai: tampak(calon, 'jk'),
        usul: nik?.jk === jkNip ? jkNip : null,
      });
  }
};
