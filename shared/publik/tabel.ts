import { DETIK_KEGIATAN, MENIT_PEKAN } from '../domain/beban-lapor.ts';
import { PREDIKAT } from '../domain/predikat.ts';
import { JENIS_KERJA } from './jenis-kerja.ts';

/** Tables that an instansi may publish. */
export const TABEL = ['pengisian', 'periksa', 'jenis', 'beban', 'detik', 'predikat'] as const;
/** One of {@link TABEL}. */
export type Tabel = (typeof TABEL)[number];

/**
 * How a table is made and guarded. `minimal` is how many people a figure must speak of; `ujung` is the share at either end
 * that is never said exactly: from there on only "so much or more" is printed.
 */
export type AturanTabel = {
  readonly kategori: readonly string[];
  readonly minimal: number;
  readonly ujung: number;
};

/** Nobody's own share can be told closer than this from anything that is published. */
export const LEBAR = 0.2;
/** A school whose figure is hidden among others makes up at most this much of them. */
export const PANGSA = 0.25;
/** So many schools stand together at least: whoever knows her own school's figure is left with more than one. */
export const SEKOLAH_GABUNGAN = 3;

const UJUNG = LEBAR * PANGSA;

/**
 * Rules by table. Ten people and ends of a tenth for predikat: then even "90 % or more" of ten leaves one who may hold
 * another (results of evaluation are personal secrets: UU 14/2008 article 17 h number 4).
 */
export const ATURAN: Readonly<Record<Tabel, AturanTabel>> = {
  pengisian: { kategori: ['terisi', 'kosong'], minimal: 5, ujung: UJUNG },
  periksa: { kategori: ['tujuh_hari', 'lebih_lama'], minimal: 5, ujung: UJUNG },
  jenis: { kategori: JENIS_KERJA, minimal: 5, ujung: UJUNG },
  beban: { kategori: MENIT_PEKAN, minimal: 5, ujung: UJUNG },
  detik: { kategori: DETIK_KEGIATAN, minimal: 5, ujung: UJUNG },
  predikat: { kategori: PREDIKAT, minimal: 10, ujung: 0.1 },
};

/** Name under which categories stand together that are too small to be said alone. */
export const SISANYA = 'sisanya';
