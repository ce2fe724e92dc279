import * as z from 'zod/mini';
import { SEBAB_KENDALA } from '../domain/kendala.ts';
import { text } from './text.ts';
import { Tanggal } from './waktu.ts';

const CATATAN = 300;

/**
 * Why a person could not fill in from one day to another, both included. What she says of her health is for her and her
 * head only: it lies in her own records, which nobody else's phone gets (UU 27/2022 article 4).
 */
export const Kendala = z.strictObject({
  sebab: z.enum(SEBAB_KENDALA),
  mulai: Tanggal,
  selesai: Tanggal,
  catatan: text({ max: CATATAN }),
  /** Who wrote it down: she herself, or the head for somebody who could not. */
  dari: z.string().check(z.maxLength(40)),
});
export type Kendala = z.infer<typeof Kendala>;

/** What a head did about a kendala: opened dates, fixed a visit, answered, or just took note. */
export const CARA_TANGGAP = ['DIBUKA', 'KUNJUNGAN', 'JAWABAN', 'DIKETAHUI'] as const;

/** The head's answer; `tanggal` is the day of a visit. */
export const Tanggapan = z.strictObject({
  cara: z.enum(CARA_TANGGAP),
  tanggal: z.nullable(Tanggal),
  teks: text({ max: CATATAN }),
});
export type Tanggapan = z.infer<typeof Tanggapan>;

/** Where a kendala stands; `tanggapan` holds every answer, the last one last (`pada` in epoch ms, receiver's clock). */
export type KendalaState = {
  readonly tahap: 'DILAPORKAN' | 'DITANGGAPI' | 'DITARIK';
  readonly tanggapan?: readonly (Tanggapan & {
    readonly oleh: string;
    readonly pada: number;
    /** The act of the instansi that it belongs to; absent for the head's own answer. */
    readonly tindakan?: string;
  })[];
};
