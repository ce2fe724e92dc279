import * as z from 'zod/mini';
import { FotoRujukan } from '../records/entri.ts';
import { text } from '../records/text.ts';
import { BIDANG_USULAN } from '../records/usulan.ts';
import { LIMITS } from './limits.ts';

/* Usulan perbaikan data, as admins see and decide them; what their owners see travels by sync. */

/** One usulan that waits, beside what is held now. */
export const UsulanTampil = z.object({
  id: z.string(),
  shard: z.string(),
  /** Its version: a decision lands only on what its author saw. */
  dilihat: z.string(),
  nama: z.string(),
  nip: z.string(),
  sekolah: z.string(),
  bidang: z.enum(BIDANG_USULAN),
  /** What is held now; null where her record cannot be found. */
  kini: z.nullable(z.string()),
  nilai: z.string(),
  bukti: z.string(),
  tautan: z.array(z.string()),
  /** Photos of evidence, asked for by these hashes with the owner's id. */
  foto: z.array(FotoRujukan),
  pemilik: z.string(),
  /** Epoch ms. */
  diajukan: z.int(),
  /** Who passed it on, and what he noted. */
  penerus: z.nullable(z.object({ nama: z.string(), catatan: z.string() })),
  /** Why the asker cannot decide now; null where he can. */
  halangan: z.nullable(z.string()),
  /** What a yes of his means: it goes on to another, or it is done. */
  langkah: z.enum(['teruskan', 'terima', 'orang_kedua']),
});
export type UsulanTampil = z.infer<typeof UsulanTampil>;

/** What waits for the asker, the longest first. */
export const DaftarUsulan = z.object({ list: z.array(UsulanTampil) });
export type DaftarUsulan = z.infer<typeof DaftarUsulan>;

/** A decision; a no needs its reason. */
export const PutusanUsulan = z.strictObject({
  shard: z.string().check(z.maxLength(40)),
  dilihat: z.string().check(z.maxLength(80)),
  setuju: z.boolean(),
  catatan: text({ max: LIMITS.catatanLetters }),
});
export type PutusanUsulan = z.infer<typeof PutusanUsulan>;
