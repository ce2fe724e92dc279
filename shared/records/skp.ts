import * as z from 'zod/mini';
import { kode, text } from './text.ts';

/** Ukuran keberhasilan of an RHK: aspect, text, target with its unit (PermenPANRB 6/2022, quantitative approach). */
export const Indikator = z.strictObject({
  aspek: z.enum(['kuantitas', 'kualitas', 'waktu', 'biaya']),
  indikator: text({ min: 1, max: 300 }),
  target: text({ min: 1, max: 60 }),
  satuan: text({ max: 40 }),
});

/** A planned activity under an RHK; entries are recorded against it, with its unit as the first guess. */
export const RencanaAksi = z.strictObject({
  kode,
  nama: text({ min: 1, max: 200 }),
  satuan: text({ min: 1, max: 30 }),
});

/** Rencana hasil kerja: what the teacher shall bring about, and the head's RHK that it serves. */
export const Rhk = z.strictObject({
  kode,
  jenis: z.enum(['utama', 'tambahan']),
  rhk: text({ min: 1, max: 500 }),
  intervensi: z.nullable(text({ max: 500 })),
  indikator: z.array(Indikator).check(z.maxLength(12)),
  rencanaAksi: z.array(RencanaAksi).check(z.maxLength(20)),
});
export type Rhk = z.infer<typeof Rhk>;

/** Sasaran kinerja pegawai of one year. */
export const Skp = z.strictObject({
  tahun: z.int().check(z.minimum(2015), z.maximum(2099)),
  pendekatan: z.enum(['kuantitatif', 'kualitatif']),
  rhk: z.array(Rhk).check(z.maxLength(40)),
});
export type Skp = z.infer<typeof Skp>;
/** Where an SKP stands between the teacher and the head; `pada` is epoch ms on the receiver's clock. */
export type SkpState = {
  readonly tahap: 'DRAF' | 'DIAJUKAN' | 'DIKEMBALIKAN' | 'DISETUJUI';
  readonly oleh?: string;
  readonly pada?: number;
};
