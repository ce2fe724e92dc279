import * as z from 'zod/mini';
import { HariKhusus, Periodik } from '../records/satker.ts';

/*
 * What an instansi decides for all of its schools at once (A05): holidays and working days, or periods. Laid down once, then
 * written a portion at a time, each by a request of its own: whoever loses her line goes on where it was.
 */

/** Days in one decision at most. */
export const HARI_KETETAPAN = 100;

/** What is decided. A period leaves out what is to stay as each school has it. */
export const IsiKetetapan = z.discriminatedUnion('apa', [
  z.strictObject({
    apa: z.literal('kalender'),
    hari: z.array(HariKhusus).check(z.minLength(1), z.maxLength(HARI_KETETAPAN)),
  }),
  z.strictObject({
    apa: z.literal('periode'),
    sejak: Periodik.shape.sejak,
    tipe: z.optional(Periodik.shape.tipe),
    batasHari: z.optional(Periodik.shape.batasHari),
    batasTahunan: Periodik.shape.batasTahunan,
    batasSkp: Periodik.shape.batasSkp,
  }),
]);
export type IsiKetetapan = z.infer<typeof IsiKetetapan>;

/** A decision as it is laid down; the name is the browser's, so that sending it again is free of effect. */
export const KetetapanBaru = z.strictObject({
  id: z.string().check(z.regex(/^k_[a-z2-9]{8}$/)),
  isi: IsiKetetapan,
});
export type KetetapanBaru = z.infer<typeof KetetapanBaru>;

/** A school that cannot be set so, and why: its calendar is full, or its year has begun with another kind of period. */
export const HalanganKetetapan = z.object({
  nama: z.string(),
  sebab: z.enum(['kalender_penuh', 'periode_dimulai']),
});

export type HalanganKetetapan = z.infer<typeof HalanganKetetapan>;

/** What a decision would do: how many schools stand so already, per day where it is about days, and which cannot be set. */
export const PratinjauKetetapan = z.object({
  sekolah: z.int(),
  /** Schools in which nothing would be written. */
  sama: z.int(),
  /** In the order of the days: in how many schools each stands already. */
  berdiri: z.array(z.int()),
  halangan: z.array(HalanganKetetapan),
});
export type PratinjauKetetapan = z.infer<typeof PratinjauKetetapan>;

/** How a decision stands. */
export const Ketetapan = z.object({
  id: z.string(),
  isi: IsiKetetapan,
  oleh: z.string(),
  /** Epoch ms. */
  pada: z.int(),
  tahap: z.enum(['BERJALAN', 'SELESAI', 'MENGURUNGKAN', 'DIURUNGKAN']),
  /** Schools that this walk has come by, of how many. */
  selesai: z.int(),
  dari: z.int(),
  /** Schools that it wrote in, or that are as before again. */
  ditulis: z.int(),
  /** Schools that were left as they are: they could not be set, or somebody has changed it since. At most 50 by name. */
  dilewati: z.array(z.string()),
});
export type Ketetapan = z.infer<typeof Ketetapan>;

/** Decisions of the last thirty days, the last first, and how many schools there are. */
export const DaftarKetetapan = z.object({ list: z.array(Ketetapan), sekolah: z.int() });
export type DaftarKetetapan = z.infer<typeof DaftarKetetapan>;
