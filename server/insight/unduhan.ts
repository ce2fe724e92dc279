import * as z from 'zod';
import { selCsv } from '../../shared/domain/index.ts';
import { ATURAN, type Bagian, SISANYA, TABEL, type Tabel, Terbitan } from '../../shared/publik/index.ts';
import type { Publikasi } from './publikasi.ts';

/** Licence of everything under /publik/data. */
export const LISENSI = {
  nama: 'Creative Commons Atribusi 4.0 Internasional (CC BY 4.0)',
  alamat: 'https://creativecommons.org/licenses/by/4.0/deed.id',
} as const;

/** A table over all its periods, as it is downloaded. */
const Unduhan = z.strictObject({
  $schema: z.literal('/publik/data/skema.json'),
  tabel: z.enum(TABEL),
  instansi: z.string(),
  lisensi: z.strictObject({ nama: z.string(), alamat: z.string() }),
  terbitan: z.array(Terbitan),
});

/** JSON Schema (2020-12) of the JSON downloads. */
export const skemaUnduhan = (): unknown => ({
  ...z.toJSONSchema(Unduhan),
  $id: '/publik/data/skema.json',
  title: 'Data terbuka kinerja guru',
});

/** A table as JSON. */
export const jsonTabel = ({ instansi, terbitan }: Publikasi, tabel: Tabel): z.infer<typeof Unduhan> => ({
  $schema: '/publik/data/skema.json',
  tabel,
  instansi,
  lisensi: { ...LISENSI },
  terbitan: [...terbitan[tabel]],
});

/** Columns of the CSV downloads and what stands in them. */
export const KOLOM = [
  ['periode', 'bulan (YYYY-MM) atau tahun'],
  ['tingkat', 'instansi, kabupaten, gabungan (beberapa sekolah sebagai satu), atau sekolah'],
  ['kabupaten', 'nama kabupaten atau kota'],
  ['npsn', 'NPSN sekolah; beberapa dipisah spasi untuk gabungan'],
  ['nama', 'nama sekolah atau gabungan'],
  ['guru', 'jumlah guru yang bertugas'],
  [
    'kategori',
    `${[...new Set(TABEL.flatMap((tabel) => ATURAN[tabel].kategori))].join(', ')}, atau ${SISANYA}`,
  ],
  ['persen', 'bilangan bulat 0 sampai 100'],
  ['batas', 'tepat; sedikitnya = sekian atau lebih; sebanyaknya = sekian atau kurang'],
] as const;

type Siapa = readonly (string | number)[];

const barisCsv = (terbitan: Terbitan): (readonly (string | number)[])[] => {
  const { periode, instansi, kabupaten, baris } = terbitan;
  const dengan = (siapa: Siapa, bagian: readonly Bagian[]) =>
    bagian.map((satu) => [periode, ...siapa, satu.kategori, satu.persen, satu.batas]);
  return [
    ...dengan(['instansi', '', '', '', instansi.guru], instansi.bagian),
    ...kabupaten.flatMap((satu) => dengan(['kabupaten', satu.kabupaten, '', '', satu.guru], satu.bagian)),
    ...baris.flatMap((satu) => {
      const tingkat = satu.npsn === null ? 'gabungan' : 'sekolah';
      const npsn = satu.npsn ?? satu.anggota.map((anggota) => anggota.npsn).join(' ');
      return dengan([tingkat, satu.kabupaten, npsn, satu.nama, satu.guru], satu.bagian);
    }),
  ];
};

/** A table as CSV, UTF-8, commas, every cell quoted, a line for each share. */
export const csvTabel = ({ terbitan }: Publikasi, tabel: Tabel): string =>
  [KOLOM.map(([nama]) => nama), ...terbitan[tabel].flatMap(barisCsv)]
    .map((baris) => `${baris.map((satu) => selCsv(String(satu))).join(',')}\r\n`)
    .join('');
