import * as z from 'zod/mini';
import { type Bagian, cetakBagian, tengah } from './bagian.ts';
import { kelompokkan, type Satuan } from './kelompok.ts';
import { ATURAN, SISANYA, TABEL, type Tabel } from './tabel.ts';

const BagianTercetak = z.strictObject({
  kategori: z.string(),
  persen: z.int().check(z.minimum(0), z.maximum(100)),
  batas: z.enum(['tepat', 'sedikitnya', 'sebanyaknya']),
});

/** A line of a published table: a school, or several together (`npsn` null). */
export const BarisTerbitan = z.strictObject({
  kabupaten: z.string(),
  npsn: z.nullable(z.string()),
  nama: z.string(),
  guru: z.int(),
  anggota: z.array(z.strictObject({ npsn: z.string(), nama: z.string() })),
  bagian: z.array(BagianTercetak),
});
export type BarisTerbitan = z.infer<typeof BarisTerbitan>;

/** A sum: of a kabupaten, or of the whole instansi (`kabupaten` empty). `sekolah` counts what is in it, `tersembunyi` what is not. */
export const JumlahTerbitan = z.strictObject({
  kabupaten: z.string(),
  sekolah: z.int(),
  tersembunyi: z.int(),
  guru: z.int(),
  bagian: z.array(BagianTercetak),
});
export type JumlahTerbitan = z.infer<typeof JumlahTerbitan>;

/** One table of one period (`2026-10`, or `2026` for predikat) as it was published; it never changes afterwards. */
export const Terbitan = z.strictObject({
  tabel: z.enum(TABEL),
  periode: z.string().check(z.regex(/^20\d{2}(-\d{2})?$/)),
  baris: z.array(BarisTerbitan),
  kabupaten: z.array(JumlahTerbitan),
  instansi: JumlahTerbitan,
  /** Schools of which nothing is said; that they exist is no secret. */
  tersembunyi: z.array(z.strictObject({ kabupaten: z.string(), npsn: z.string(), nama: z.string() })),
});
export type Terbitan = z.infer<typeof Terbitan>;

const rata = (satuanList: readonly Satuan[], kategori: readonly string[]): number[] => {
  const orang = satuanList.flatMap((satuan) => satuan.orang);
  return kategori.map((_, i) => orang.reduce((sum, bagian) => sum + (bagian[i] ?? 0), 0) / orang.length);
};

const jumlahGuru = (daftar: readonly { readonly guru: number }[]): number =>
  daftar.reduce((sum, { guru }) => sum + guru, 0);

const barisDari = (
  satuanList: readonly Satuan[],
  tabel: Tabel,
  siapa: Pick<BarisTerbitan, 'kabupaten' | 'npsn' | 'nama'>,
): BarisTerbitan => ({
  ...siapa,
  guru: jumlahGuru(satuanList),
  anggota: siapa.npsn === null ? satuanList.map(({ npsn, nama }) => ({ npsn, nama })) : [],
  bagian: cetakBagian(rata(satuanList, ATURAN[tabel].kategori), ATURAN[tabel]),
});

const bagianJumlah = (baris: readonly BarisTerbitan[], tabel: Tabel): Bagian[] => {
  const total = jumlahGuru(baris);
  if (total === 0) return [];
  const { ujung, kategori } = ATURAN[tabel];
  const batas = Math.round(100 * ujung);
  return [...kategori, SISANYA].flatMap((nama): Bagian[] => {
    const nilai = baris.flatMap(({ guru, bagian }) =>
      bagian.filter(({ kategori: satu }) => satu === nama).map((satu) => (guru * tengah(satu)) / total),
    );
    const persen = nilai.reduce((sum, satu) => sum + satu, 0);
    if (nilai.length === 0) return [];
    if (persen >= 100 - batas) return [{ kategori: nama, persen: 100 - batas, batas: 'sedikitnya' }];
    if (persen <= batas) return [{ kategori: nama, persen: batas, batas: 'sebanyaknya' }];
    return [{ kategori: nama, persen: Math.round(persen), batas: 'tepat' }];
  });
};

/**
 * Sums are made of the lines as they are printed, weighed by teachers, never of the figures behind them: so they say
 * nothing that a reader could not work out herself, and nothing hidden can be worked out of them.
 */
const jumlahDari = (
  kabupaten: string,
  baris: readonly BarisTerbitan[],
  { tabel, tersembunyi }: { readonly tabel: Tabel; readonly tersembunyi: number },
): JumlahTerbitan => ({
  kabupaten,
  sekolah: baris.reduce((sum, { anggota }) => sum + Math.max(1, anggota.length), 0),
  tersembunyi,
  guru: jumlahGuru(baris),
  bagian: bagianJumlah(baris, tabel),
});

/** Makes a table for publication out of schools' figures; everything that leaves the house goes through here. */
export const susunTerbitan = (tabel: Tabel, periode: string, satuanList: readonly Satuan[]): Terbitan => {
  const namaKabupaten = [...new Set(satuanList.map(({ kabupaten }) => kabupaten))].sort();
  const perKabupaten = namaKabupaten.map((kabupaten) => {
    const milik = satuanList.filter((satuan) => satuan.kabupaten === kabupaten);
    const { sendiri, gabungan, tersembunyi } = kelompokkan(milik, ATURAN[tabel]);
    const sekolah = sendiri.map((satuan) =>
      barisDari([satuan], tabel, { kabupaten, npsn: satuan.npsn, nama: satuan.nama }),
    );
    const bersama =
      gabungan.length > 0
        ? [barisDari(gabungan, tabel, { kabupaten, npsn: null, nama: `${gabungan.length} sekolah digabung` })]
        : [];
    const baris = [...sekolah.sort((a, b) => a.nama.localeCompare(b.nama)), ...bersama];
    const jumlah = jumlahDari(kabupaten, baris, { tabel, tersembunyi: tersembunyi.length });
    return { baris, jumlah, tersembunyi: tersembunyi.map(({ npsn, nama }) => ({ kabupaten, npsn, nama })) };
  });
  const baris = perKabupaten.flatMap((satu) => satu.baris);
  const tersembunyi = perKabupaten.flatMap((satu) => satu.tersembunyi);
  return {
    tabel,
    periode,
    baris,
    kabupaten: perKabupaten
      .map(({ jumlah }) => jumlah)
      .filter(({ sekolah, tersembunyi: n }) => sekolah + n > 0),
    instansi: jumlahDari('', baris, { tabel, tersembunyi: tersembunyi.length }),
    tersembunyi,
  };
};
