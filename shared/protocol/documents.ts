import * as z from 'zod/mini';
import { JENIS_DOKUMEN } from '../documents/dokumen.ts';
import { JENJANG_GURU } from '../domain/aturan-ak.ts';
import { PREDIKAT } from '../domain/predikat.ts';

/** Rows of angka kredit that one person notes at the most: forty years, each by months. */
const BARIS_PALING_BANYAK = 480;

const BarisAk = z.strictObject({
  tahun: z.int().check(z.minimum(2015), z.maximum(2099)),
  bulanAwal: z.int().check(z.minimum(1), z.maximum(12)),
  bulanAkhir: z.int().check(z.minimum(1), z.maximum(12)),
  predikat: z.enum(PREDIKAT),
  jenjang: z.enum(JENJANG_GURU),
});

/** `POST /api/documents`: which document, on which paper; `ak` are the asker's own notes of angka kredit, which no server keeps. */
export const DocumentRequest = z.strictObject({
  jenis: z.enum(JENIS_DOKUMEN),
  pemilik: z.string().check(z.minLength(1), z.maxLength(80)),
  bulan: z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/)),
  periode: z.nullable(z.string().check(z.regex(/^20\d{2}-[BTA]\d{1,2}(-\d{4}-\d{4})?$/))),
  denganFoto: z.boolean(),
  kertas: z.enum(['A4', 'F4']),
  ak: z.nullable(
    z.strictObject({
      awal: z.int().check(z.minimum(0), z.maximum(1_000_000)),
      baris: z.array(BarisAk).check(z.maxLength(BARIS_PALING_BANYAK)),
    }),
  ),
});
export type DocumentRequest = z.infer<typeof DocumentRequest>;
