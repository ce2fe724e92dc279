import { rhkDariPustaka } from '../../shared/domain/index.ts';
import type { Skp } from '../../shared/records/index.ts';
import type { DemoKegiatan, Pustaka } from './demo-data.ts';

const RHK_PALING_BANYAK = 9;
/** What nearly every teacher's SKP holds; fills up one whose entries name too few. */
const UMUM = ['GR-U-01', 'GR-U-02', 'GR-U-06', 'GR-U-07', 'GR-T-06'];

const susun = (tahun: number, pilihan: Pustaka['rhk']): Skp => ({
  tahun,
  pendekatan: 'kuantitatif',
  rhk: pilihan.map(rhkDariPustaka),
});

/** Codes by how often a teacher's entries name them, the most frequent first; ties by code, so that each run agrees. */
const seringDipakai = (kegiatan: readonly DemoKegiatan[]): string[] => {
  const jumlah = new Map<string, number>();
  for (const { rhk } of kegiatan) if (rhk !== null) jumlah.set(rhk, (jumlah.get(rhk) ?? 0) + 1);
  return [...jumlah].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([kode]) => kode);
};

/** A teacher's SKP: the RHK that her entries name, the most used first where there are too many, five at least. */
export const skpGuru = (tahun: number, kegiatan: readonly DemoKegiatan[], pustaka: Pustaka): Skp => {
  const dipakai = seringDipakai(kegiatan).slice(0, RHK_PALING_BANYAK);
  const kode = new Set(dipakai.length >= 5 ? dipakai : [...dipakai, ...UMUM]);
  return susun(
    tahun,
    pustaka.rhk.filter((templat) => kode.has(templat.kode)),
  );
};

/** The head's own SKP: the whole library of a head. */
export const skpKepala = (tahun: number, pustaka: Pustaka): Skp =>
  susun(
    tahun,
    pustaka.rhk.filter(({ untuk }) => untuk === 'kepala-sekolah'),
  );
