import * as z from 'zod/mini';
import { IsiTindakan, JumlahTindakan } from '../records/tindakan.ts';

/* What an instansi does about causes (A10), as the admin's browser and the service speak of it. Numbers alone: whose kendala they are is not said. */

const SatuTindakan = z.object({
  id: z.string(),
  isi: IsiTindakan,
  /** Name of the school; empty where it was for all of them. */
  sekolah: z.string(),
  oleh: z.string(),
  pada: z.string(),
  /** `BERJALAN` is one that broke off: asked for again it writes the rest. */
  tahap: z.enum(['BERJALAN', 'DILAKUKAN', 'DIURUNGKAN']),
  jumlah: z.nullable(JumlahTindakan),
});
/** An act as a row of the admin's list. */
export type SatuTindakan = z.infer<typeof SatuTindakan>;

/** `/api/actions`: the last fifty, the newest first. */
export const DaftarTindakan = z.object({ list: z.array(SatuTindakan) });
export type DaftarTindakan = z.infer<typeof DaftarTindakan>;

/** `POST /api/actions/preview`: what an act would touch now. */
export const PratinjauTindakan = z.object({ jumlah: JumlahTindakan, sekolah: z.string() });
export type PratinjauTindakan = z.infer<typeof PratinjauTindakan>;
