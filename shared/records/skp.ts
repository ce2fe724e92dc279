import * as z from 'zod/mini';
import { CommandId } from '../protocol/identity.ts';
import { kode, text } from './text.ts';
import { Tanggal } from './waktu.ts';

/** Ukuran keberhasilan of an RHK: aspect, text, target with its unit (PermenPANRB 6/2022, quantitative approach). */
export const Indikator = z.strictObject({
  aspek: z.enum(['kuantitas', 'kualitas', 'waktu', 'biaya']),
  indikator: text({ max: 300 }),
  target: text({ max: 60 }),
  satuan: text({ max: 40 }),
});
export type Indikator = z.infer<typeof Indikator>;

/** A planned activity under an RHK; entries are recorded against it, with its unit as the first guess. */
export const RencanaAksi = z.strictObject({
  kode,
  nama: text({ max: 200 }),
  satuan: text({ max: 30 }),
});

/** Rencana hasil kerja: what the teacher shall bring about, and the head's RHK that it serves, by its words and its code. */
export const Rhk = z.strictObject({
  kode,
  jenis: z.enum(['utama', 'tambahan']),
  rhk: text({ max: 500 }),
  intervensi: z.nullable(text({ max: 500 })),
  intervensiKode: z.optional(kode),
  indikator: z.array(Indikator).check(z.maxLength(12)),
  rencanaAksi: z.array(RencanaAksi).check(z.maxLength(20)),
});
export type Rhk = z.infer<typeof Rhk>;

/** Pejabat penilai kinerja as the form names him; `id` is empty where he has no account here, as a pengawas. */
export const PenilaiSkp = z.strictObject({
  id: text({ max: 40 }),
  nama: text({ max: 160 }),
  nip: text({ max: 18 }),
  jabatan: text({ max: 80 }),
});
export type PenilaiSkp = z.infer<typeof PenilaiSkp>;

/** Ekspektasi khusus pimpinan on the seven values, in the order of `NILAI_BERAKHLAK`; empty where there is none. */
export const Ekspektasi = z.array(text({ max: 300 })).check(z.maxLength(7));

const Butir = z.array(text({ max: 300 })).check(z.maxLength(10));

/**
 * Sasaran kinerja pegawai of one year or of a part of it. A draft may be unfinished: what is missing is for `periksaSkp`
 * to say, before it is handed in. What older versions did not know is optional: without a period it is the whole year's.
 */
export const Skp = z.strictObject({
  tahun: z.int().check(z.minimum(2015), z.maximum(2099)),
  pendekatan: z.enum(['kuantitatif', 'kualitatif']),
  rhk: z.array(Rhk).check(z.maxLength(40)),
  periode: z.optional(z.strictObject({ awal: Tanggal, akhir: Tanggal })),
  penilai: z.optional(PenilaiSkp),
  perilaku: z.optional(Ekspektasi),
  lampiran: z.optional(z.strictObject({ dukungan: Butir, skema: Butir, konsekuensi: Butir })),
  /** The SKP in force that this one changes, once it is approved itself; and why. */
  mengganti: z.optional(CommandId),
  alasan: z.optional(text({ max: 500 })),
});
export type Skp = z.infer<typeof Skp>;

/** What the penilai wrote on giving an SKP back: on one RHK by its code, or on the whole (null). */
export type CatatanSkp = { readonly rhk: string | null; readonly teks: string };

/**
 * Where an SKP stands between the teacher and the head; `pada` is epoch ms on the receiver's clock. The notes of the last
 * return stay until the approval.
 */
export type SkpState = {
  readonly tahap: 'DRAF' | 'DIAJUKAN' | 'DIKEMBALIKAN' | 'DISETUJUI';
  readonly oleh?: string;
  readonly pada?: number;
  readonly catatan?: readonly CatatanSkp[];
};
