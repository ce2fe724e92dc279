import * as z from 'zod/mini';
import type { SkalaObservasi } from '../domain/alur.ts';
import { kode, text } from './text.ts';
import { Jam, Tanggal } from './waktu.ts';

const PANJANG = 1000;
const isian = text({ max: PANJANG });

/** The sub-indicator that a person works on in a year, and the behaviours that will be looked for. */
const Fokus = z.strictObject({
  kode,
  nama: text({ max: 120 }),
  perilaku: z.array(text({ min: 1, max: 200 })).check(z.maxLength(6)),
});

/** Dokumen persiapan: aims of her own and for pupils, how she learns for it, and when she would like to be observed. */
const Persiapan = z.strictObject({
  targetGuru: isian,
  targetMurid: isian,
  upaya: isian,
  tanggal: z.nullable(Tanggal),
  mulai: z.nullable(Jam),
});

/** Dokumen tindak lanjut, after the observation. */
const TindakLanjut = z.strictObject({ tantangan: isian, tujuan: isian, jadwal: isian, dukungan: isian });

/** Dokumen refleksi: what has changed, what came of it, and what goes on. */
const Refleksi = z.strictObject({ perubahan: isian, dampak: isian, lanjutan: isian });

/** A way of learning that she chose (pengembangan kompetensi), with her reflection on it. */
const Upaya = z.strictObject({ kode, nama: text({ min: 1, max: 120 }), refleksi: isian });

/**
 * A year in the teachers' flow (Kepmendikdasmen 271/O/2025) beside the SKP: praktik kinerja with its cycle of observation,
 * dokumen akuntabilitas to be confirmed, and pengembangan kompetensi. What it asks for may be unfinished while it is hers.
 */
export const Praktik = z.strictObject({
  tahun: z.int().check(z.minimum(2024), z.maximum(2099)),
  fokus: Fokus,
  persiapan: Persiapan,
  tindakLanjut: TindakLanjut,
  refleksi: Refleksi,
  upaya: z.array(Upaya).check(z.maxLength(12)),
  dokumen: z.array(z.strictObject({ kode, nama: text({ min: 1, max: 120 }) })).check(z.maxLength(12)),
});
export type Praktik = z.infer<typeof Praktik>;

/** Who did something of the penilai's part, and when (epoch ms, receiver's clock). */
type Oleh = { readonly oleh: string; readonly pada: number };

/** What the penilai found of one document: there, valid, sufficient. */
export type KonfirmasiDokumen = Oleh & {
  readonly ada: boolean;
  readonly sah: boolean;
  readonly memadai: boolean;
  readonly catatan: string;
};

/** Lembar observasi: each behaviour with what was seen of it. */
export type HasilObservasi = Oleh & {
  readonly tanggal: string;
  readonly hasil: readonly { readonly perilaku: string; readonly skala: SkalaObservasi }[];
  readonly catatan: string;
};

/** Where the cycle stands; what the penilai has set, seen and confirmed. `alasan` is of the last return. */
export type PraktikState = {
  readonly tahap: 'PERSIAPAN' | 'DIAJUKAN' | 'DIJADWALKAN' | 'DIOBSERVASI' | 'DITINDAKLANJUTI' | 'SELESAI';
  readonly oleh?: string;
  readonly pada?: number;
  readonly alasan?: string;
  readonly jadwal?: Oleh & { readonly tanggal: string; readonly mulai: string };
  readonly observasi?: HasilObservasi;
  readonly dokumen?: Readonly<Record<string, KonfirmasiDokumen>>;
};
