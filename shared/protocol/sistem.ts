import * as z from 'zod/mini';

/* The state of the service (A10), for admins of an instansi alone. */

/** Kinds of copies by how long they are kept: the newest, the first of each day, the first of each month. */
export const JENIS_SALINAN = ['terbaru', 'harian', 'bulanan'] as const;

const Salinan = z.object({
  jenis: z.enum(JENIS_SALINAN),
  banyak: z.int(),
  /** Epoch ms of the newest and the oldest of its kind; null where there is none. */
  terbaru: z.nullable(z.int()),
  tertua: z.nullable(z.int()),
});

/** Room on one disk, bytes. */
const Disk = z.object({ bebas: z.int(), total: z.int() });

/** `GET /api/system`: what works now, found out by trying, and what would be left after a loss. Times in epoch ms. */
export const KeadaanSistem = z.object({
  pada: z.int(),
  baca: z.boolean(),
  tulis: z.boolean(),
  ruang: z.enum(['lega', 'sempit', 'habis']),
  /** Null where the system does not say. */
  disk: z.nullable(Disk),
  diskSalinan: z.nullable(Disk),
  /** True where copies lie on the disk of the data itself: they do not outlive it. */
  sedisk: z.boolean(),
  /** Minutes between two copies; 0 where none is made by itself. */
  tiapMenit: z.int(),
  salinan: z.array(Salinan),
  /** The newest copy that was opened and checked; null for none. */
  terakhir: z.nullable(
    z.object({
      pada: z.int(),
      diperiksa: z.int(),
      bytes: z.int(),
      perintah: z.int(),
      foto: z.int(),
      /** Lines of the ledgers that came after it. */
      sesudahnya: z.int(),
    }),
  ),
  /** The copy that is being made: which part, and how much of it. */
  berjalan: z.nullable(
    z.object({ bagian: z.enum(['basisdata', 'periksa', 'foto']), selesai: z.int(), dari: z.int() }),
  ),
  /** True where the last attempt failed. */
  gagal: z.boolean(),
  buku: z.object({
    unit: z.int(),
    baris: z.int(),
    /** SHA-256 over the heads of all ledgers, hex: the same on two days only where nothing was written between. */
    sidik: z.string(),
  }),
  antrean: z.object({ hp: z.int(), isian: z.int(), sejak: z.nullable(z.int()) }),
  /** When the service last began on an older copy; null for never. */
  pulih: z.nullable(z.int()),
  mulai: z.int(),
  versi: z.string(),
  migrasi: z.object({ banyak: z.int(), terakhir: z.string() }),
});
export type KeadaanSistem = z.infer<typeof KeadaanSistem>;
