import {
  type Akumulasi,
  formatNip,
  type Jenjang,
  type KebutuhanAk,
  type Konversi,
  kurangAk,
  NAMA_BULAN,
  namaLengkap,
  type Predikat,
  tulisAk,
} from '../domain/index.ts';
import type { Pegawai } from '../records/pegawai.ts';
import { type Bahan, instansi, kop, tandaTangan } from './bahan.ts';
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
  ...kop(bahan),
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
  sah: false,
  catatan: [
    'Dihitung dari isian pegawai sendiri menurut Peraturan BKN 3/2023. Yang berlaku ialah PAK yang ditetapkan pejabat.',
  ],
  arah: 'tegak',
  tanggal: bahan.tanggal,
});

/** What a sheet of konversi holds: one evaluation's predikat and what it earns; `sah` where the predikat is fixed. */
export type BahanKonversi = { readonly jenjang: Jenjang; readonly konversi: Konversi; readonly sah: boolean };

const NOMOR = 'NOMOR: ....................................';

/**
 * Konversi Predikat Kinerja ke Angka Kredit of one evaluation (lampiran Peraturan BKN 3/2023): predikat, percentage,
 * koefisien, and what they earn in the months that were served. The number is the school's to write.
 */
export const dokumenKonversi = (bahan: Bahan, { jenjang, konversi, sah }: BahanKonversi): Dokumen => {
  const { tahun, bulanAwal, bulanAkhir, predikat, persen, koefisien, ak } = konversi;
  return {
    jenis: 'konversi',
    ...kop(bahan),
    judul: 'KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT',
    keterangan: [
      NOMOR,
      ...instansi(bahan),
      `Periode: ${bulanPeriodik(bulanAwal, bulanAkhir).replace('-', ' s.d. ')} ${tahun} (${bulanAkhir - bulanAwal + 1} bulan)`,
    ],
    identitas: keterangan(bahan, jenjang),
    bagian: [
      {
        judul: 'II. KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT',
        tabel: {
          kolom: [
            { judul: 'Predikat', lebar: 28 },
            { judul: 'Prosentase', lebar: 18, rata: 'kanan' },
            { judul: 'Koefisien per tahun', lebar: 24, rata: 'kanan' },
            { judul: 'Angka kredit yang didapat', lebar: 30, rata: 'kanan' },
          ],
          nomor: true,
          baris: [{ sel: [NAMA_PREDIKAT[predikat], `${persen}%`, tulisAk(koefisien), tulisAk(ak)] }],
          kosong: '',
        },
      },
    ],
    tanda: tandaTangan(bahan).slice(1),
    catatan: sah ? [] : ['RANCANGAN: predikat ini belum ditetapkan pejabat penilai kinerja.'],
    sah,
    arah: 'tegak',
    tanggal: bahan.tanggal,
  };
};

const barisPenetapan = ({ awal, akumulasi: { jumlah } }: BahanAkumulasi): Baris[] => {
  const satu = (nomor: number, uraian: string, lama: number, baru: number): Baris => ({
    sel: [String(nomor), uraian, tulisAk(lama), tulisAk(baru), tulisAk(lama + baru), ''],
  });
  return [
    satu(1, 'AK Dasar yang diberikan', 0, 0),
    satu(2, 'AK JF lama', 0, 0),
    satu(3, 'AK Penyesuaian/Penyetaraan', 0, 0),
    satu(4, 'AK Konversi', awal, jumlah),
    satu(5, 'AK yang diperoleh dari peningkatan pendidikan', 0, 0),
    {
      sel: ['', 'JUMLAH ANGKA KREDIT KUMULATIF', tulisAk(awal), tulisAk(jumlah), tulisAk(awal + jumlah), ''],
      tebal: true,
    },
  ];
};

const kebutuhan = (punya: number, butuh: KebutuhanAk | null): Baris[] => {
  const { pangkat, jenjang } = butuh ?? { pangkat: null, jenjang: null };
  const tulis = (angka: number | null): string => (angka === null ? '-' : tulisAk(angka));
  const lebih = (langkah: typeof pangkat): string => {
    if (!langkah) return '-';
    const kurang = kurangAk(punya, langkah.kumulatif);
    return kurang > 0 ? `kurang ${tulisAk(kurang)}` : `lebih ${tulisAk(punya - langkah.kumulatif)}`;
  };
  return [
    {
      sel: [
        'Angka kredit minimal yang harus dipenuhi',
        tulis(pangkat?.kumulatif ?? null),
        tulis(jenjang?.kumulatif ?? null),
      ],
    },
    { sel: ['Kelebihan/kekurangan', lebih(pangkat), lebih(jenjang)] },
    { sel: ['Untuk naik ke', pangkat?.menuju ?? '-', jenjang?.menuju ?? '-'] },
  ];
};

/** "DAPAT DIPERTIMBANGKAN …" or not, as the form ends: by the figures alone. */
const pertimbangan = (punya: number, butuh: KebutuhanAk | null): string[] => {
  const menuju = butuh?.pangkat;
  if (!menuju) return [];
  const bisa = kurangAk(punya, menuju.kumulatif) === 0;
  return [
    `${bisa ? 'DAPAT' : 'TIDAK DAPAT'} DIPERTIMBANGKAN UNTUK KENAIKAN PANGKAT MENJADI ${menuju.menuju.toUpperCase()}`,
  ];
};

/**
 * Penetapan Angka Kredit in the form of Peraturan BKN 3/2023, filled in for whoever fixes it: from the teacher's own
 * notes, so it says that it is a draft, and leaves number and signature to the official.
 */
export const dokumenPenetapan = (
  bahan: Bahan,
  isi: BahanAkumulasi & { readonly kebutuhan: KebutuhanAk | null },
): Dokumen => {
  const punya = isi.awal + isi.akumulasi.jumlah;
  return {
    jenis: 'penetapan',
    ...kop(bahan),
    judul: 'PENETAPAN ANGKA KREDIT',
    keterangan: [NOMOR, ...instansi(bahan)],
    identitas: keterangan(bahan, isi.jenjang),
    bagian: [
      {
        judul: 'II. HASIL PENILAIAN ANGKA KREDIT',
        tabel: {
          kolom: [
            { judul: 'No', lebar: 5, rata: 'tengah' },
            { judul: 'Uraian', lebar: 39 },
            { judul: 'Lama', lebar: 13, rata: 'kanan' },
            { judul: 'Baru', lebar: 13, rata: 'kanan' },
            { judul: 'Jumlah', lebar: 13, rata: 'kanan' },
            { judul: 'Keterangan', lebar: 17 },
          ],
          nomor: true,
          baris: barisPenetapan(isi),
          kosong: '',
        },
      },
      {
        judul: null,
        tabel: {
          kolom: [
            { judul: 'Keterangan', lebar: 44 },
            { judul: 'Pangkat', lebar: 28, rata: 'kanan' },
            { judul: 'Jenjang jabatan', lebar: 28, rata: 'kanan' },
          ],
          baris: kebutuhan(punya, isi.kebutuhan),
          kosong: '',
        },
      },
      { judul: 'III. KESIMPULAN', daftar: pertimbangan(punya, isi.kebutuhan) },
    ],
    tanda: [{ peran: 'Pejabat yang Menetapkan Angka Kredit', tempatTanggal: '', nama: '', nip: '' }],
    catatan: [
      'RANCANGAN: dihitung dari isian pegawai sendiri menurut Peraturan BKN 3/2023. Berlaku setelah ditetapkan pejabat.',
    ],
    sah: false,
    arah: 'tegak',
    tanggal: bahan.tanggal,
  };
};
