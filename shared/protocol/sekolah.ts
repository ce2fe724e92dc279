import * as z from 'zod/mini';
import { IdentitasSatker } from '../records/satker.ts';

/* Schools and their letterheads (A04): what the admin's browser and the service say to each other. None of it is for phones. */

/** Schools of one page. */
export const SEKOLAH_SEHALAMAN = 50;
/** Bytes of a picture that is handed in as a logo at most; what is kept of it is far smaller. */
export const LOGO_BYTES = 2 * 1024 * 1024;

const Baris = z.object({
  npsn: z.string(),
  nama: z.string(),
  kabupaten: z.string(),
  /** What the letterhead still lacks. */
  tanpaAlamat: z.boolean(),
  tanpaLogo: z.boolean(),
});
/** A school as a row of the list. */
export type BarisSekolah = z.infer<typeof Baris>;

/** `GET /api/schools`: a page of schools by name, and how many are meant in all. */
export const HalamanSekolah = z.object({ list: z.array(Baris), jumlah: z.int() });
export type HalamanSekolah = z.infer<typeof HalamanSekolah>;

/** `GET /api/schools/:npsn`: what its letterhead is made of. */
export const SatuSekolah = z.object({
  npsn: z.string(),
  /** False for a wilayah, which has a letterhead like a school but no NPSN of the ministry's. */
  sekolah: z.boolean(),
  isi: IdentitasSatker,
  logo: z.nullable(z.string()),
});
export type SatuSekolah = z.infer<typeof SatuSekolah>;
