import * as z from 'zod/mini';
import { LIMITS } from '../protocol/limits.ts';
import { kode, text } from './text.ts';
import { Jam, Tanggal } from './waktu.ts';

/** A photo that an entry names: SHA-256 of its bytes in hex, size in bytes, type. The bytes travel on their own. */
export const FotoRujukan = z.strictObject({
  sha: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  size: z.int().check(z.minimum(1), z.maximum(LIMITS.fotoBytes)),
  mime: z.enum(['image/jpeg', 'image/webp']),
});
export type FotoRujukan = z.infer<typeof FotoRujukan>;

/** A link to evidence kept elsewhere: http(s) only, so that no script can hide in it; no control or invisible characters. */
export const Tautan = z
  .string()
  .check(
    z.maxLength(LIMITS.tautanLetters, { error: 'tautan_salah' }),
    z.regex(/^https?:\/\/[^\s<>"'\p{Cc}\p{Cf}\p{Cs}]+$/u, { error: 'tautan_salah' }),
  );

/** Why an entry goes back: one rule for the field that it is written in and for the command. */
export const AlasanKembali = text({ min: 1, max: LIMITS.catatanLetters });

/**
 * What a teacher did: one activity of one day, fields and order of BKN's "Tambah Progress Harian"
 * (rencana aksi, tanggal, jam mulai, jam selesai, kegiatan, realisasi as an integer, satuan, bukti).
 */
export const Entri = z.strictObject({
  tanggal: Tanggal,
  mulai: Jam,
  selesai: Jam,
  rhk: z.nullable(kode),
  rencanaAksi: z.nullable(kode),
  uraian: text({ min: LIMITS.uraianMin, max: LIMITS.uraianMax }),
  realisasi: z
    .int({ error: 'realisasi_bulat' })
    .check(
      z.minimum(1, { error: 'realisasi_bulat' }),
      z.maximum(LIMITS.realisasiMax, { error: 'realisasi_bulat' }),
    ),
  satuan: text({ min: 1, max: LIMITS.satuanLetters }),
  catatan: text({ max: LIMITS.catatanLetters }),
  tautan: z.array(Tautan).check(z.maxLength(LIMITS.tautanCount, { error: 'tautan_banyak' })),
  foto: z.array(FotoRujukan).check(z.maxLength(LIMITS.fotoCount, { error: 'foto_banyak' })),
});
export type Entri = z.infer<typeof Entri>;

/**
 * Where an entry stands with the head. `oleh` and `pada` (epoch ms, receiver's clock) say who decided last and when;
 * `alasan` is the head's note on a return. `semula` is the stage that a withdrawn one was taken from, for taking that back;
 * entries that were withdrawn before it was kept have none. `kembali` is the note of the last return, kept through its
 * repair until the head decides anew; returns of phones of before leave none.
 */
export type EntriState = {
  readonly tahap: 'DIAJUKAN' | 'DISETUJUI' | 'DIKEMBALIKAN' | 'DITARIK';
  readonly oleh?: string;
  readonly pada?: number;
  readonly alasan?: string;
  readonly kembali?: string;
  readonly semula?: Omit<EntriState, 'semula'>;
};
