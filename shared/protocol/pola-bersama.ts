import * as z from 'zod/mini';
import { PolaSekolah } from '../records/pola.ts';

/* Shared patterns (A06) as the admin's browser and the service speak of them; phones get the records themselves. */

/** Stands for an NPSN where the patterns of the instansi are meant, which all of its schools get. */
export const POLA_INSTANSI = 'semua';

/** A pattern as an admin writes it: whose it is follows from where. */
export const IsiPolaSekolah = z.omit(PolaSekolah, { asal: true });
export type IsiPolaSekolah = z.infer<typeof IsiPolaSekolah>;

const SatuPola = z.object({
  id: z.string(),
  isi: IsiPolaSekolah,
  /** True for one that the instansi shares: a school's admin only reads it. */
  dinas: z.boolean(),
  pensiun: z.boolean(),
});
/** A shared pattern as a row of the admin's list. */
export type SatuPola = z.infer<typeof SatuPola>;

/** `/api/schools/:npsn/patterns`: how the list stands now. */
export const DaftarPola = z.object({
  /** Name of the school; empty for the instansi's list. */
  sekolah: z.string(),
  list: z.array(SatuPola),
});
export type DaftarPola = z.infer<typeof DaftarPola>;
