import * as z from 'zod/mini';
import { angkaAda, bagianAda, TIPE_PERIODE } from '../domain/periode.ts';
import { type Predikat, RATING } from '../domain/predikat.ts';
import { LIMITS } from '../protocol/limits.ts';
import { kode, text } from './text.ts';
import { Tanggal } from './waktu.ts';

/** A period of evaluation with BKN's angka periodik; the predikat rules of PermenPANRB 6/2022 hold since 2022. */
export const PeriodeNilai = z
  .strictObject({
    tahun: z.int().check(z.minimum(2022), z.maximum(2099)),
    tipe: z.enum(TIPE_PERIODE),
    angka: z.int(),
    /** One SKP's days, where the year was served under several. */
    bagian: z.optional(z.strictObject({ awal: Tanggal, akhir: Tanggal })),
  })
  .check(z.refine(angkaAda), z.refine(bagianAda));

/** A rating that is given, or not yet. */
const RatingNilai = z.nullable(z.enum(RATING));

/**
 * What came of one RHK in a period: its text and indicators as they stood, how many approved entries the proposal counted
 * (`kegiatan`), and realisasi berdasarkan bukti dukung per indicator as the teacher words it.
 */
export const HasilRhk = z.strictObject({
  kode,
  rhk: text({ max: 500 }),
  kegiatan: z.int().check(z.minimum(0)),
  ukuran: z
    .array(
      z.strictObject({
        indikator: text({ max: 300 }),
        target: text({ max: 110 }),
        realisasi: text({ max: 300 }),
      }),
    )
    .check(z.maxLength(12)),
});
export type HasilRhk = z.infer<typeof HasilRhk>;

/** The teacher's part of an evaluation: realisasi per RHK, her rating of herself, and a word on the period (`refleksi`). */
export const Evaluasi = z.strictObject({
  periode: PeriodeNilai,
  hasil: z.array(HasilRhk).check(z.maxLength(40)),
  diri: z.strictObject({ hasil: RatingNilai, perilaku: RatingNilai }),
  refleksi: text({ max: LIMITS.catatanLetters }),
});
export type Evaluasi = z.infer<typeof Evaluasi>;

/** The penilai's part: two ratings, feedback per RHK (by its code), a word on the whole. The predikat is not among it. */
export const Penilaian = z.strictObject({
  hasil: RatingNilai,
  perilaku: RatingNilai,
  umpan: z.array(z.strictObject({ kode, teks: text({ min: 1, max: 500 }) })).check(z.maxLength(40)),
  catatan: text({ max: LIMITS.catatanLetters }),
});
export type Penilaian = z.infer<typeof Penilaian>;

/**
 * An objection (PP 30/2019 article 59): her reasons, when the server had them (epoch ms), whether that was after the
 * window, the penilai's explanation, and the atasan's decision with the result as it was before (`semula`).
 */
export type Keberatan = {
  readonly alasan: string;
  readonly pada: number;
  readonly terlambat: boolean;
  readonly penjelasan?: { readonly teks: string; readonly oleh: string; readonly pada: number };
  readonly keputusan?: {
    readonly alasan: string;
    readonly oleh: string;
    readonly pada: number;
    readonly semula: Pick<Penilaian, 'hasil' | 'perilaku'> & { readonly predikat: Predikat };
  };
};

/**
 * Where an evaluation stands. `oleh` and `pada` (epoch ms, receiver's clock) say who moved it last and when; `nilai` is
 * the penilai's part, there once it is final; `predikat` is worked out when it is made final, and `dibaca` is the teacher's read mark of it.
 */
export type EvaluasiState = {
  readonly tahap: 'DRAF' | 'DIAJUKAN' | 'DIKEMBALIKAN' | 'DITETAPKAN';
  readonly oleh?: string;
  readonly pada?: number;
  readonly alasan?: string;
  readonly nilai?: Penilaian;
  readonly predikat?: Predikat;
  readonly dibaca?: number;
  readonly keberatan?: Keberatan;
};
