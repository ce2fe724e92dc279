import {
  type Akumulasi,
  formatNip,
  type Jenjang,
  NAMA_BULAN,
  namaLengkap,
  type Predikat,
  tulisAk,
} from '../domain/index.ts';
import type { Pegawai } from '../records/pegawai.ts';
import { type Bahan, kop, tandaTangan } from './bahan.ts';
import type { Baris, Blok, Dokumen } from './dokumen.ts';

/** Names of predikat as forms print them. */
export const NAMA_PREDIKAT = {
  SANGAT_BAIK: 'Sangat Baik',
  BAIK: 'Baik',
  BUTUH_PERBAIKAN: 'Butuh Perbaikan',
  KURANG: 'Kurang',
  SANGAT_KURANG: 'Sangat Kurang',
} as const satisfies Record<Predikat, string>;

const keterangan = ({ pegawai, satker }: Bahan, jenjang: Jenjang): Blok[] => {
  const kelamin: Record<Pegawai['jenisKelamin'], string> = { L: 'Laki-laki', P: 'Perempuan' };
  return [
    {
      judul: 'I. KETERANGAN PERORANGAN',
      baris: [
        ['1. Nama', namaLengkap(pegawai)],
        ['2. NIP', formatNip(pegawai.nip)],
        ['3. Nomor Seri KARPEG', '-'],
        ['4. Tempat/Tgl. Lahir', '-'],
        ['5. Jenis Kelamin', kelamin[pegawai.jenisKelamin]],
        ['6. Pangkat/Golongan Ruang/TMT', pegawai.golongan],
        ['7. Jabatan/TMT', `${pegawai.jabatan} ${jenjang}`],
        ['8. Unit Kerja', satker?.nama ?? '-'],
      ],
    },
  ];
};

const bulanPeriodik = (awal: number, akhir: number): string =>
  [...new Set([NAMA_BULAN[awal - 1], NAMA_BULAN[akhir - 1]])].join('-');

/** The rows and the sum that a sheet of akumulasi holds; `awal` hundredths come from the last PAK. */
export type BahanAkumulasi = {
  readonly jenjang: Jenjang;
  readonly awal: number;
  readonly akumulasi: Akumulasi;
};

const barisAk = ({ awal, akumulasi }: BahanAkumulasi): Baris[] => [
  ...(awal > 0 ? [{ sel: ['', '', 'PAK terakhir', '', '', tulisAk(awal)] }] : []),
  ...akumulasi.baris.map(({ tahun, bulanAwal, bulanAkhir, predikat, persen, koefisien, ak }) => ({
    sel: [
      String(tahun),
      bulanPeriodik(bulanAwal, bulanAkhir),
      NAMA_PREDIKAT[predikat],
      `${persen}%`,
      tulisAk(koefisien),
      tulisAk(ak),
    ],
  })),
  { sel: ['', 'JUMLAH', '', '', '', tulisAk(awal + akumulasi.jumlah)], tebal: true },
];

/**
 * Akumulasi angka kredit in the columns of Peraturan BKN 3/2023, from a teacher's own notes: it says of itself that it is
 * an estimate, and bears no signature.
 */
export const dokumenAkumulasi = (bahan: Bahan, isi: BahanAkumulasi): Dokumen => ({
  jenis: 'akumulasi',
  kop: kop(bahan),
  judul: 'AKUMULASI ANGKA KREDIT',
  keterangan: ['PERKIRAAN, BUKAN PENETAPAN ANGKA KREDIT'],
  identitas: keterangan(bahan, isi.jenjang),
  bagian: [
    {
      judul: 'II. KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT',
      tabel: {
        kolom: [
          { judul: 'Tahun', lebar: 12 },
          { judul: 'Periodik (bulan)', lebar: 24 },
          { judul: 'Predikat', lebar: 22 },
          { judul: 'Prosentase', lebar: 14, rata: 'kanan' },
          { judul: 'Koefisien per tahun', lebar: 14, rata: 'kanan' },
          { judul: 'Angka kredit yang didapat', lebar: 14, rata: 'kanan' },
        ],
        baris: barisAk(isi),
        kosong: '',
      },
    },
  ],
  tanda: tandaTangan(bahan).slice(0, 1),
  catatan: [
    'Dihitung dari isian pegawai sendiri menurut Peraturan BKN 3/2023. Yang berlaku ialah PAK yang ditetapkan pejabat.',
  ],
  arah: 'tegak',
  tanggal: bahan.tanggal,
});
