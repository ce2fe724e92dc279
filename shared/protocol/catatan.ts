import * as z from 'zod/mini';

/* Who did what (A09), for admins of a school or an instansi. Metadata alone: no line says what anybody's work holds. */

/** Groups of lines that can be asked for, and what their kinds begin with. */
export const KELOMPOK_CATATAN = {
  orang: ['pegawai', 'penugasan'],
  akun: ['akses'],
  sekolah: ['satker', 'kalender', 'bulan', 'tanggal', 'periode', 'alur', 'log', 'capaian', 'jadwal'],
  impor: ['impor'],
  usulan: ['usulan'],
  tindakan: ['tindakan'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
/** One of them. */
export type KelompokCatatan = keyof typeof KELOMPOK_CATATAN;

const Baris = z.object({
  /** When the service received it, epoch ms. */
  pada: z.int(),
  shard: z.string(),
  /** Its number in that ledger. */
  n: z.int(),
  jenis: z.string(),
  /** Of an act on an account, which. */
  rincian: z.nullable(z.string()),
  pelaku: z.object({ id: z.string(), nama: z.string(), peran: z.array(z.string()) }),
  catatan: z.string(),
  /** Whose record it is; null where it is the school's. */
  tentang: z.nullable(z.object({ id: z.string(), nama: z.string(), nip: z.string() })),
  sekolah: z.string(),
});
/** One line. */
export type BarisCatatan = z.infer<typeof Baris>;

/** `GET /api/audit`: lines, the last first; `lanjut` goes on where this page ends, null where there are no more. */
export const HalamanCatatan = z.object({ list: z.array(Baris), lanjut: z.nullable(z.string()) });
export type HalamanCatatan = z.infer<typeof HalamanCatatan>;

const Dilihat = z.object({
  hari: z.string(),
  shard: z.string(),
  sekolah: z.string(),
  pelihat: z.string(),
  peran: z.string(),
  pemilik: z.string(),
  banyak: z.int(),
  awal: z.int(),
  akhir: z.int(),
});
/** Looks of one person at another's records on one day. */
export type BarisDilihat = z.infer<typeof Dilihat>;

/** `GET /api/audit/views`: who looked at whose records in a week, both days included. */
export const HalamanDilihat = z.object({
  list: z.array(Dilihat),
  dari: z.string(),
  sampai: z.string(),
  /** True where the week held more than is shown. */
  terpotong: z.boolean(),
});
export type HalamanDilihat = z.infer<typeof HalamanDilihat>;

/** `GET /api/audit/chain`: how far the ledgers were recomputed and found whole, in the last copy. */
export const KeadaanRantai = z.object({
  /** Epoch ms; null where no copy was ever checked. */
  diperiksa: z.nullable(z.int()),
  baris: z.int(),
  seluruh: z.int(),
  /** False where what was checked then is not what lies there now. */
  utuh: z.boolean(),
});
export type KeadaanRantai = z.infer<typeof KeadaanRantai>;
