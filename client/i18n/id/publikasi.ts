import type { KeadaanPublikasi } from '../../../shared/protocol/index.ts';
import { angka, bulanTahun, waktu } from '../format.ts';

type Tabel = KeadaanPublikasi['tabel'][number];

const NAMA: Readonly<Record<Tabel, string>> = {
  pengisian: 'Hari kerja yang terisi',
  periksa: 'Waktu periksa kepala sekolah',
  jenis: 'Jenis kerja',
  predikat: 'Sebaran predikat tahunan',
  beban: 'Menit mencatat dalam sepekan',
  detik: 'Detik untuk satu kegiatan',
};

/** `2026-10` as a month with its name; a year as it is. */
const periode = (satu: string | null): string => (satu?.includes('-') ? bulanTahun(satu) : (satu ?? ''));

/** A08: what the public sees. */
export const publikasi = {
  judul: 'Publikasi data',
  isi: 'Pilih angka yang boleh dilihat siapa saja di halaman /publik, per sekolah dan kabupaten, tanpa nama orang. Kelompok kecil digabung atau tidak ditampilkan.',
  kini: (jumlah: number, pada: number | null): string => {
    if (pada === null) return 'Belum ada yang terbuka untuk umum.';
    return jumlah === 0
      ? `Sejak ${waktu(pada)} tidak ada yang terbuka untuk umum.`
      : `${angka(jumlah)} tabel terbuka untuk umum sejak ${waktu(pada)}.`;
  },
  nama: 'Nama instansi di atas halaman',
  sejak: 'Mulai bulan',
  sejakKet: 'Kosong: seperti sebelumnya, atau bulan ini. Bulan terbit dua minggu sesudah berakhir.',
  tabel: 'Yang terbuka',
  namaTabel: NAMA,
  rinci: ({ tabel, banyak, terakhir, minimal }: KeadaanPublikasi['terbit'][number]) =>
    [
      `Paling sedikit ${angka(minimal)} orang per angka`,
      banyak > 0
        ? `sudah terbit ${angka(banyak)} kali, terakhir ${periode(terakhir)}`
        : 'belum pernah terbit',
      ...(tabel === 'periksa'
        ? ['per sekolah menggambarkan layanan satu kepala sekolah, jadi pertimbangkan dulu']
        : []),
    ].join('; '),
  pratinjau: 'Lihat pratinjau',
  pratinjauIsi: 'Pratinjau dihitung sekarang, terbuka di tab baru, dan tidak terbit.',
  simpan: 'Terapkan',
  yakin: (nama: readonly string[]) =>
    nama.length === 0
      ? 'Tutup semuanya? Halaman /publik menjadi kosong. Angka yang pernah diunduh orang tetap ada pada mereka.'
      : `Buka untuk umum: ${nama.join(', ')}? Angka yang sudah terbit tidak dihitung ulang.`,
  ya: 'Ya, terapkan',
  tersimpan: 'Diterapkan. Yang jatuh tempo terbit dalam beberapa menit.',
  namaKurang: 'Tulis nama instansi, paling sedikit tiga huruf',
  lihatHalaman: 'Buka halaman publik',
} as const;
