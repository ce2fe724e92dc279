import * as z from 'zod/mini';
import { LIMITS } from '../protocol/limits.ts';
import { FotoRujukan, Tautan } from './entri.ts';
import { BIDANG_PEGAWAI } from './pegawai.ts';
import { text } from './text.ts';

/** Links to evidence, and photos of it, that a usulan may name. */
export const LAMPIRAN_USULAN = 2;

/** What a usulan may be about: a field of one's data, who rates one, or the school that one is put in and what is held of it. */
export const BIDANG_USULAN = [...BIDANG_PEGAWAI, 'penilai', 'sekolah'] as const;
/** One of them. */
export type BidangUsulan = (typeof BIDANG_USULAN)[number];

/**
 * Usulan perbaikan data: one field of a person's own data that is wrong, what it should say, and by what that can be seen
 * (UU 27/2022: everybody may have her own data corrected).
 */
export const Usulan = z.strictObject({
  bidang: z.enum(BIDANG_USULAN),
  nilai: text({ max: 160 }),
  /** What stood there when she wrote it. */
  semula: text({ max: 160 }),
  /** Evidence in words: number and date of an SK, of a certificate. */
  bukti: text({ min: 5, max: LIMITS.catatanLetters }),
  tautan: z.array(Tautan).check(z.maxLength(LAMPIRAN_USULAN, { error: 'tautan_banyak' })),
  foto: z.array(FotoRujukan).check(z.maxLength(LAMPIRAN_USULAN, { error: 'foto_banyak' })),
});
export type Usulan = z.infer<typeof Usulan>;

/** The admin who looked at it first and passed it on. */
export type Penerus = { readonly id: string; readonly nama: string; readonly catatan: string };

/**
 * Where a usulan stands. `diajukan` and `pada` are the receiver's clock, epoch ms; `oleh` decided last, with `catatan` as
 * the reason.
 */
export type UsulanState = {
  readonly tahap: 'DIAJUKAN' | 'DITERUSKAN' | 'DITERIMA' | 'DITOLAK' | 'DITARIK';
  readonly diajukan: number;
  readonly pada: number;
  readonly penerus?: Penerus;
  readonly oleh?: string;
  readonly catatan?: string;
};
