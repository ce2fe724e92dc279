import * as z from 'zod/mini';

/*
 * What the service keeps about somebody beside the records that her phone holds: the rest of what UU 27/2022 pasal 7 lets her
 * see and copy. Read by people, so it is in their words; times in epoch ms.
 */

const saat = z.int();

/** Answer of GET /api/own-data. Secrets are not in it: neither passwords nor hashes, codes or keys. */
export const DataLayanan = z.object({
  dibuat: saat,
  akun: z.object({
    id: z.string(),
    nip: z.string(),
    nipLama: z.nullable(z.string()),
    nama: z.string(),
    jabatan: z.string(),
    sejak: saat,
    sandiDibuat: z.nullable(saat),
  }),
  hak: z.array(z.object({ satuan: z.string(), peran: z.string(), sejak: saat, sampai: z.nullable(saat) })),
  perangkat: z.array(
    z.object({
      nama: z.string(),
      sejak: saat,
      terakhir: saat,
      diputus: z.nullable(saat),
      pengingat: z.string(),
    }),
  ),
  sesi: z.array(z.object({ perangkat: z.string(), sejak: saat, terakhir: saat, berakhir: saat })),
  kunciSandi: z.array(z.object({ nama: z.string(), sejak: saat, terakhir: z.nullable(saat) })),
  slip: z.nullable(
    z.object({ terbit: saat, oleh: z.string(), berlakuSampai: saat, dipakai: z.nullable(saat) }),
  ),
  /** Who opened which record of hers in office, by day. */
  dilihat: z.array(
    z.object({
      hari: z.string(),
      oleh: z.string(),
      peran: z.string(),
      apa: z.string(),
      catatan: z.string(),
      satuan: z.string(),
    }),
  ),
  dokumen: z.array(
    z.object({ jenis: z.string(), tentang: z.string(), kode: z.string(), terbit: saat, satuan: z.string() }),
  ),
  /** The last week in which her burden was counted, never what she reported; null where it never was. */
  bebanTerakhir: z.nullable(z.string()),
});
export type DataLayanan = z.infer<typeof DataLayanan>;
