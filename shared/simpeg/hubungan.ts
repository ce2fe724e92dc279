import { type Calon, tampak } from './baris.ts';
import { angkaNip } from './nilai.ts';
import type { Dikenal } from './orang.ts';
import type { KelasSalah } from './salah.ts';

/* Schools and superiors: what only the file as a whole tells. */

const KEPALA = /^(?:pl[th]\.?\s*)?kepala\s+(?:sekolah|sd|smp|sma|smk|tk|slb|paud|upt|satuan)\b/i;

/** Where in the line of superiors a post stands: 0 head of the dinas, 1 pengawas, 2 head of a school, 3 everybody else. */
export const tingkat = (jabatan: string): number => {
  if (/^(?:pl[th]\.?\s*)?kepala\s+(?:dinas|badan|cabang)\b/i.test(jabatan)) return 0;
  if (/^pengawas\b/i.test(jabatan)) return 1;
  return KEPALA.test(jabatan) ? 2 : 3;
};

const kunciUnit = (unit: string): string => unit.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Schools as the file attests them, beside those that are known. */
export type Sekolah = {
  readonly dikenal: (npsn: string) => boolean;
  /** Name of a school, by its number. */
  readonly nama: (npsn: string) => string | null;
  readonly npsnDari: (unit: string) => string | null;
};

const tambah = <K, L>(menurut: Map<K, Map<L, number>>, kunci: K, nilai: L): void => {
  const hitung = menurut.get(kunci) ?? new Map<L, number>();
  menurut.set(kunci, hitung.set(nilai, (hitung.get(nilai) ?? 0) + 1));
};

const tersering = <L>(hitung: ReadonlyMap<L, number> | undefined): L | null =>
  [...(hitung ?? [])].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;

const jumlah = (hitung: ReadonlyMap<unknown, number> | undefined): number =>
  [...(hitung?.values() ?? [])].reduce((sum, satu) => sum + satu, 0);

/**
 * What the file says of schools. A number that is not known yet is believed where two rows or a head carry it and its name
 * is not more often another number's.
 */
export const kenaliSekolah = (semua: readonly Calon[], { sekolah }: Dikenal): Sekolah => {
  const [unitDari, npsnDari] = [
    new Map<string, Map<string, number>>(),
    new Map<string, Map<string, number>>(),
  ];
  const berkepala = new Set<string>();
  for (const { nilai } of semua) {
    if (!/^[A-Z\d]\d{7}$/i.test(nilai.npsn)) continue;
    if (tingkat(nilai.jabatan) === 2) berkepala.add(nilai.npsn);
    tambah(unitDari, nilai.npsn, nilai.unit);
    if (nilai.unit !== '') tambah(npsnDari, kunciUnit(nilai.unit), nilai.npsn);
  }
  const tepercaya = (npsn: string): boolean => {
    if (sekolah.has(npsn)) return true;
    const unit = tersering(unitDari.get(npsn));
    if (unit === null) return false;
    const pantas = unit === '' || tersering(npsnDari.get(kunciUnit(unit))) === npsn;
    return pantas && (berkepala.has(npsn) || jumlah(unitDari.get(npsn)) > 1);
  };
  const namaDikenal = new Map([...sekolah].map(([npsn, nama]) => [kunciUnit(nama), npsn]));
  return {
    dikenal: tepercaya,
    nama: (npsn) => sekolah.get(npsn) ?? (tersering(unitDari.get(npsn)) || null),
    npsnDari: (unit) => {
      if (unit === '') return null;
      const npsn = namaDikenal.get(kunciUnit(unit)) ?? tersering(npsnDari.get(kunciUnit(unit)));
      return npsn !== null && tepercaya(npsn) ? npsn : null;
    },
  };
};

/** Numbers of no known school; the name of the unit, or the superior's school, may say which was meant. */
export const cariSekolah = (
  semua: readonly Calon[],
  sekolah: Sekolah,
  menurutNip: ReadonlyMap<string, Calon>,
): void => {
  for (const calon of semua) {
    const { npsn, unit, jabatan } = calon.nilai;
    const atasan = menurutNip.get(angkaNip(calon.nilai.nipAtasan));
    const dariAtasan = atasan && tingkat(atasan.nilai.jabatan) === 2 ? atasan.nilai.npsn : null;
    const usul =
      sekolah.npsnDari(unit) ?? (dariAtasan !== null && sekolah.dikenal(dariAtasan) ? dariAtasan : null);
    if (npsn === '' && tingkat(jabatan) >= 2 && (unit === '' || usul !== null))
      calon.salah.push({ kolom: 'npsn', kelas: 'npsn-kosong', nilai: '', usul });
    else if (npsn !== '' && !sekolah.dikenal(npsn))
      calon.salah.push({ kolom: 'npsn', kelas: 'npsn-tak-dikenal', nilai: tampak(calon, 'npsn'), usul });
    else usulkanUnit(calon, sekolah.nama(npsn));
  }
};

const usulkanUnit = (calon: Calon, nama: string | null): void => {
  const at = calon.salah.findIndex(
    ({ kolom, kelas, usul }) => kolom === 'unit' && kelas === 'sel-rumus' && !usul,
  );
  const lama = calon.salah[at];
  if (lama) calon.salah[at] = { ...lama, usul: nama };
};

/** The school where a row belongs: its own number where that is known, else the one proposed. Empty where none is. */
export const npsnPasti = (calon: Pick<Calon, 'nilai' | 'salah'>): string => {
  const salah = calon.salah.find(({ kelas }) => kelas === 'npsn-tak-dikenal' || kelas === 'npsn-kosong');
  return salah ? (salah.usul ?? '') : calon.nilai.npsn;
};

/** The superior that a row names, by NIP; null where none is named. */
const atasanDari = ({ nilai }: Calon): string | null => {
  const nip = angkaNip(nilai.nipAtasan);
  return nip === '' ? null : nip;
};

const kepalaSekolah = (semua: readonly Calon[]): ReadonlyMap<string, string> =>
  new Map(
    semua.flatMap((calon): [string, string][] =>
      calon.nip !== null && !calon.ditolak && tingkat(calon.nilai.jabatan) === 2
        ? [[npsnPasti(calon), calon.nip]]
        : [],
    ),
  );

/** The one person of a rank, where there is only one. */
const satuDi = (semua: readonly Calon[], rank: number): string | null => {
  const nip = new Set(
    semua.flatMap((calon) =>
      calon.nip !== null && tingkat(calon.nilai.jabatan) === rank ? [calon.nip] : [],
    ),
  );
  return nip.size === 1 ? ([...nip][0] ?? null) : null;
};

/** Rows whose line of superiors comes back to themselves. */
const lingkaran = (menurutNip: ReadonlyMap<string, Calon>): ReadonlySet<string> => {
  const [selesai, di] = [new Set<string>(), new Set<string>()];
  for (const mulai of menurutNip.keys()) {
    const jalan: string[] = [];
    let nip: string | null = mulai;
    while (nip !== null && menurutNip.has(nip) && !selesai.has(nip) && !jalan.includes(nip)) {
      jalan.push(nip);
      nip = atasanDari(menurutNip.get(nip) as Calon);
    }
    if (nip !== null && jalan.includes(nip)) for (const satu of jalan.slice(jalan.indexOf(nip))) di.add(satu);
    for (const satu of jalan) selesai.add(satu);
  }
  return di;
};

/** Of a ring, who points the wrong way: to himself or down the line; where nobody does, all of it is in doubt. */
const salahArah = (calon: Calon, menurutNip: ReadonlyMap<string, Calon>): boolean => {
  const atasan = menurutNip.get(atasanDari(calon) ?? '');
  if (atasan === undefined) return false;
  return atasan === calon || tingkat(atasan.nilai.jabatan) > tingkat(calon.nilai.jabatan);
};

/**
 * Superiors that are missing, unknown, or run in a ring. Whoever stands highest in the file has a superior outside of it,
 * which is no fault: the head of a school in a file of that school alone.
 */
export const cariAtasan = (
  semua: readonly Calon[],
  menurutNip: ReadonlyMap<string, Calon>,
  dikenal: Dikenal,
): void => {
  const kepala = kepalaSekolah(semua);
  const usulan = [null, satuDi(semua, 0), satuDi(semua, 1)];
  const teratas = Math.min(...semua.map(({ nilai }) => tingkat(nilai.jabatan)));
  const cincin = lingkaran(menurutNip);
  const searah = [...cincin].some((nip) => salahArah(menurutNip.get(nip) as Calon, menurutNip));
  for (const calon of semua) {
    const rank = tingkat(calon.nilai.jabatan);
    const atasan = atasanDari(calon);
    const diri = calon.nip ?? '';
    const kelas = ((): KelasSalah | null => {
      if (calon.ditolak) return null;
      if (menurutNip.get(diri) === calon && cincin.has(diri) && (!searah || salahArah(calon, menurutNip)))
        return 'atasan-siklus';
      if (rank === teratas) return null;
      if (atasan === null) return 'atasan-kosong';
      return menurutNip.has(atasan) || dikenal.nip.has(atasan) ? null : 'atasan-tidak-ada';
    })();
    if (kelas === null) continue;
    const usul = rank === 3 ? (kepala.get(npsnPasti(calon)) ?? null) : (usulan[rank] ?? null);
    calon.salah.push({ kolom: 'nipAtasan', kelas, nilai: tampak(calon, 'nipAtasan'), usul });
  }
};
