import * as z from 'zod/mini';

/* Import of personnel data (A02): what the admin's browser and the service say to each other. None of it is for phones. */

/** Which rows are shown. */
export const SARINGAN = ['semua', 'baru', 'berubah', 'sama', 'bermasalah', 'ditolak', 'hilang'] as const;
/** One of them. */
export type Saringan = (typeof SARINGAN)[number];

/** Rows of one page of the preview. */
export const BARIS_SEHALAMAN = 50;

const JumlahBaris = z.object({
  semua: z.int(),
  baru: z.int(),
  berubah: z.int(),
  sama: z.int(),
  bermasalah: z.int(),
  ditolak: z.int(),
  hilang: z.int(),
});

/** How an uploaded file stands. `yakin`: the number that must be typed before it is applied; null where none. */
export const KeadaanImpor = z.object({
  id: z.string(),
  tahap: z.enum(['membaca', 'siap', 'menerapkan', 'selesai', 'gagal']),
  selesai: z.int(),
  dari: z.int(),
  sumber: z.string(),
  berkas: z.string(),
  /** Names what is shown of it: a yes is to this, and to nothing that came since. */
  bacaan: z.optional(z.string()),
  /** Why it failed or must be looked at again, and what to do. */
  kalimat: z.optional(z.string()),
  jumlah: z.optional(JumlahBaris),
  lembar: z.optional(
    z.array(
      z.object({
        nama: z.string(),
        judul: z.nullable(z.array(z.object({ judul: z.string(), kolom: z.nullable(z.string()) }))),
      }),
    ),
  ),
  /** Schools that the file brings and the service does not have yet. */
  sekolahBaru: z.optional(z.array(z.object({ npsn: z.string(), nama: z.string() }))),
  /** People whom applying would write: without those of whom everything that differs is held. */
  menulis: z.optional(z.int()),
  yakin: z.optional(z.nullable(z.int())),
  /** After applying: the import's record, by which it is undone. */
  impor: z.optional(z.string()),
  /** After applying: rows that are to be mended, as long as their file can be fetched. */
  salah: z.optional(z.int()),
});
export type KeadaanImpor = z.infer<typeof KeadaanImpor>;

const BedaTampil = z.object({
  bidang: z.string(),
  sebelum: z.string(),
  sesudah: z.string(),
  /** True where a correction that was accepted stands against the file. */
  dibetulkan: z.optional(z.boolean()),
});

/** A row as the preview shows it; `kunci` names it where rows are left out. */
export const BarisImpor = z.object({
  kunci: z.string(),
  lembar: z.string(),
  nomor: z.int(),
  nip: z.string(),
  nama: z.string(),
  npsn: z.string(),
  tindakan: z.enum(['new', 'changed', 'unchanged', 'refused', 'hilang']),
  salah: z.array(
    z.object({ kolom: z.string(), kelas: z.string(), nilai: z.string(), usul: z.nullable(z.string()) }),
  ),
  beda: z.array(BedaTampil),
  /** What the file says otherwise and the import leaves as it is. */
  ditahan: z.array(BedaTampil),
  /** Corrected fields of which the file now says the same. */
  sepakat: z.optional(z.array(z.string())),
});
export type BarisImpor = z.infer<typeof BarisImpor>;

/** A page of rows. */
export const HalamanImpor = z.object({ jumlah: z.int(), baris: z.array(BarisImpor) });
export type HalamanImpor = z.infer<typeof HalamanImpor>;

/** Imports that were made, the last first. */
export const DaftarImpor = z.object({
  list: z.array(
    z.object({
      id: z.string(),
      sumber: z.string(),
      berkas: z.string(),
      pada: z.string(),
      tahap: z.enum(['BERJALAN', 'DITERAPKAN', 'DIURUNGKAN']),
      baru: z.int(),
      berubah: z.int(),
      dapatDiurungkan: z.boolean(),
      /** What broke off and can be gone on with: writing it, or taking it back. */
      terputus: z.optional(z.enum(['terapkan', 'urungkan'])),
      /** The upload whose faulty rows can still be fetched, and how many they are. */
      salah: z.optional(z.object({ unggahan: z.string(), jumlah: z.int() })),
    }),
  ),
});
export type DaftarImpor = z.infer<typeof DaftarImpor>;

/** How the admin matches the columns: header → column, null for one that is not used. */
export const PadankanKolom = z.strictObject({
  pemetaan: z.record(z.string().check(z.maxLength(120)), z.nullable(z.string().check(z.maxLength(20)))),
});

/** What is applied: everything that was shown (`bacaan`) but these rows, with the number that was typed where one is asked for. */
export const TerapkanImpor = z.strictObject({
  kecuali: z.array(z.string().check(z.maxLength(140))).check(z.maxLength(5000)),
  yakin: z.nullable(z.int()),
  bacaan: z.optional(z.string().check(z.maxLength(40))),
});
export type TerapkanImpor = z.infer<typeof TerapkanImpor>;

/** An import that is gone on with: the upload whose state says how far it is. */
export const DilanjutkanImpor = z.object({ id: z.string() });
export type DilanjutkanImpor = z.infer<typeof DilanjutkanImpor>;

/** What an undo did. */
export const DiurungkanImpor = z.object({
  kembali: z.int(),
  tetap: z.array(z.object({ nama: z.string(), sebab: z.enum(['sudah_dipakai', 'sudah_berubah']) })),
});
export type DiurungkanImpor = z.infer<typeof DiurungkanImpor>;
