import * as z from 'zod/mini';
import { LOG_HARIAN } from '../domain/alur.ts';
import { SEBAB_KENDALA } from '../domain/kendala.ts';
import { JENIS_TUNGGU } from '../pantau/jumlah.ts';
import { JENIS_TANDA } from '../pantau/rincian.ts';
import { Shard } from './position.ts';

const banyak = z.int().check(z.minimum(0));

/** A school in the table; see `RingkasSekolah` of shared/pantau for what each figure is. */
export const BarisPantau = z.object({
  shard: Shard,
  npsn: z.string(),
  nama: z.string(),
  kabupaten: z.string(),
  log: z.enum(LOG_HARIAN),
  guru: banyak,
  /** False where nobody has recorded anything there yet; absent in what was seen before this was said. */
  mulai: z.optional(z.boolean()),
  terisi: banyak,
  hariKerja: banyak,
  mengisi: banyak,
  berutang: banyak,
  tertinggal: banyak,
  tertinggalSejak: z.nullable(z.string()),
  periksa: z.object({ jumlah: banyak, tepat: banyak, hariTengah: z.nullable(banyak) }),
  tunggu: z.array(z.object({ jenis: z.enum(JENIS_TUNGGU), jumlah: banyak, sejak: z.nullable(z.string()) })),
  kendala: z.array(z.object({ sebab: z.enum(SEBAB_KENDALA), guru: banyak })),
});
export type BarisPantau = z.infer<typeof BarisPantau>;

/** A share as it may be said: see `Bagian` of shared/publik. */
const Bagian = z.object({
  kategori: z.string(),
  persen: banyak,
  batas: z.enum(['tepat', 'sedikitnya', 'sebanyaknya']),
});

/** The class in which the middle person lies; null where the printed shares do not say. */
const Tengah = z.object({ menit: z.nullable(z.string()), detik: z.nullable(z.string()) });

/** Burden of the last month that is whole, of the whole instansi, as it may be printed; `tersembunyi` schools are in no sum. */
export const BebanInstansi = z.object({
  periode: z.string(),
  sekolah: banyak,
  tersembunyi: banyak,
  menit: z.array(Bagian),
  /** Seconds for an entry, of the same people and frozen with the minutes; absent in what was counted before. */
  detik: z.optional(z.array(Bagian)),
  tengah: z.optional(Tengah),
  /** By school; one that stands for several together is said so of each. */
  perSekolah: z.array(
    z.object({
      shard: Shard,
      bersama: banyak,
      bagian: z.array(Bagian),
      detik: z.optional(z.array(Bagian)),
      tengah: z.optional(Tengah),
    }),
  ),
});
export type BebanInstansi = z.infer<typeof BebanInstansi>;

/** Answer of GET /api/insight: the schools that the asker looks after; `belum` is how many of them are still being counted. */
export const TabelSekolah = z.object({
  /** The last day that is counted. */
  sampai: z.string(),
  belum: banyak,
  beban: z.nullable(BebanInstansi),
  list: z.array(BarisPantau),
});
export type TabelSekolah = z.infer<typeof TabelSekolah>;

/** The table as a phone last saw it, when (epoch ms), and its validator; no name of anybody is in it. */
export type TabelDilihat = { readonly tabel: TabelSekolah; readonly pada: number; readonly etag: string };

/** Answer of GET /api/insight/:shard: a school's people by name, without a word of their work and without their leave. */
export const SatuPantau = z.object({
  sampai: z.string(),
  ringkas: BarisPantau,
  penilai: z.array(z.string()),
  /** Whoever rates there now, by id: the asker may be the one who rates them. */
  kepala: z.optional(z.array(z.object({ id: z.string(), nama: z.string() }))),
  tren: z.optional(
    z.array(z.object({ awal: z.string(), akhir: z.string(), bagian: z.nullable(banyak), kegiatan: banyak })),
  ),
  /** For a pengawas of the school; null for an admin, who reads no more than days. */
  rinci: z.optional(
    z.nullable(
      z.object({
        tanda: z.array(
          z.object({
            id: z.string(),
            jenis: z.enum(JENIS_TANDA),
            jumlah: banyak,
            dari: banyak,
            sejak: z.nullable(z.string()),
          }),
        ),
        rhk: z.array(
          z.object({
            rhk: z.nullable(z.string()),
            jumlah: banyak,
            disetujui: banyak,
            guru: banyak,
            pemilik: banyak,
            perGuru: z.array(z.object({ id: z.string(), nama: z.string(), jumlah: banyak })),
          }),
        ),
      }),
    ),
  ),
  orang: z.array(
    z.object({
      id: z.string(),
      nama: z.string(),
      terakhir: z.nullable(z.string()),
      kosong: banyak,
      sejak: z.nullable(z.string()),
      tertinggal: z.boolean(),
      tunggu: banyak,
    }),
  ),
});
export type SatuPantau = z.infer<typeof SatuPantau>;
