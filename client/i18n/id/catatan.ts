import type { BarisCatatan, BarisDilihat, KeadaanRantai } from '../../../shared/protocol/index.ts';
import { angka, tanggalPanjang, waktu } from '../format.ts';
import { umum } from './umum.ts';

const JENIS: Readonly<Record<string, string>> = {
  'satker.tetapkan': 'Sekolah dibuat',
  'satker.perbarui': 'Data sekolah diganti',
  'satker.identitas': 'Nama atau kop sekolah diubah',
  'satker.logo': 'Logo kop diganti',
  'pegawai.tetapkan': 'Data pegawai ditambahkan',
  'pegawai.perbarui': 'Data pegawai diubah',
  'pegawai.cabut': 'Data pegawai dari impor ditarik',
  'penugasan.tetapkan': 'Tugas diberikan',
  'penugasan.perbarui': 'Tugas diubah atau diakhiri',
  'penugasan.cabut': 'Tugas dibatalkan',
  'jadwal.tetapkan': 'Jadwal ditambahkan',
  'jadwal.perbarui': 'Jadwal diganti',
  'jadwal.susun': 'Jadwal ditulis gurunya',
  'jadwal.ubah': 'Jadwal diubah gurunya',
  'impor.mulai': 'Impor data pegawai dimulai',
  'impor.selesai': 'Impor data pegawai selesai',
  'impor.urungkan': 'Impor data pegawai diurungkan',
  'tindakan.mulai': 'Tindakan atas kendala dimulai',
  'tindakan.selesai': 'Tindakan atas kendala selesai',
  'tindakan.urungkan': 'Tindakan atas kendala diurungkan',
  'usulan.ajukan': 'Perbaikan data diusulkan',
  'usulan.tarik': 'Usulan ditarik',
  'usulan.teruskan': 'Usulan diteruskan ke dinas',
  'usulan.terima': 'Usulan diterima',
  'usulan.tolak': 'Usulan ditolak',
  'bulan.kunci': 'Bulan dikunci',
  'bulan.buka': 'Bulan dibuka lagi',
  'tanggal.buka': 'Tanggal dibuka untuk seseorang',
  'tanggal.tutup': 'Tanggal yang dibuka ditutup lagi',
  'periode.atur': 'Periode evaluasi diatur',
  'alur.atur': 'Alur kinerja diatur',
  'log.atur': 'Aturan catatan harian diubah',
  'polaSekolah.tambah': 'Pola bersama ditambahkan',
  'polaSekolah.ubah': 'Pola bersama diubah',
  'polaSekolah.pensiunkan': 'Pola bersama dipensiunkan',
  'kalender.tambah': 'Hari kalender ditambahkan',
  'kalender.hapus': 'Hari kalender dihapus',
  'capaian.catat': 'Capaian organisasi dicatat',
};

const saat = new Intl.DateTimeFormat('id-ID', { dateStyle: 'medium', timeStyle: 'short' });

/** A09: who did what, for admins. */
export const catatan = {
  judul: 'Catatan audit',
  isi: 'Siapa mengubah apa pada sekolah, pegawai, akun, dan susunan. Kegiatan, SKP, dan evaluasi guru tidak ada di sini: admin tidak membacanya.',
  tampilan: 'Yang ditampilkan',
  tindakan: 'Tindakan',
  dilihat: 'Siapa melihat',
  cari: 'Cari nama, NIP, atau NPSN',
  kelompok: 'Tentang',
  kelompokPilihan: [
    ['', 'Semua'],
    ['orang', 'Pegawai dan tugas'],
    ['akun', 'Akun dan akses'],
    ['sekolah', 'Sekolah dan kalender'],
    ['impor', 'Impor'],
    ['usulan', 'Usulan perbaikan data'],
    ['tindakan', 'Tindakan atas kendala'],
  ] as const,
  dari: 'Dari tanggal',
  sampai: 'Sampai tanggal',
  jenis: ({ jenis, rincian }: Pick<BarisCatatan, 'jenis' | 'rincian'>): string =>
    (rincian ? (umum.akses.jenis as Readonly<Record<string, string>>)[rincian] : JENIS[jenis]) ?? jenis,
  waktu: (pada: number) => saat.format(pada),
  oleh: ({ nama, id }: BarisCatatan['pelaku']) => (id === 'sistem' ? 'Layanan' : nama),
  tentangSekolah: 'Sekolah',
  tempat: ({ sekolah, n }: BarisCatatan) => `${sekolah}, catatan nomor ${angka(n)}`,
  kolom: { waktu: 'Waktu', apa: 'Tindakan', oleh: 'Oleh', tentang: 'Tentang', tempat: 'Tempat' },
  kosong: 'Tidak ada yang cocok',
  lanjut: 'Lihat yang lebih lama',
  cariLanjut: 'Belum ada yang cocok sampai di sini. Cari lebih lama lagi.',
  unduh: 'Unduh CSV',
  rantai: ({ diperiksa, baris, seluruh, utuh }: KeadaanRantai): string => {
    if (!utuh)
      return 'Baris yang sudah diperiksa berubah sesudahnya. Hubungi operator sekarang; ia dapat menyebut barisnya dengan ledger verify.';
    if (diperiksa === null) return 'Rantai belum pernah diperiksa: belum ada cadangan.';
    const lain = seluruh - baris;
    return `Rantai ${angka(baris)} baris dihitung ulang dan utuh, ${waktu(diperiksa)}${lain > 0 ? `; ${angka(lain)} baris sesudahnya belum` : ''}.`;
  },
  dilihatIsi:
    'Penilai yang membuka kegiatan orang lain tercatat, dan pemiliknya melihatnya di Riwayat. Isinya tidak ditampilkan di sini.',
  pekan: (dari: string, sampai: string) => `${tanggalPanjang(dari)} sampai ${tanggalPanjang(sampai)}`,
  pekanLalu: 'Pekan sebelumnya',
  hari: tanggalPanjang,
  melihat: ({ pelihat, pemilik }: BarisDilihat) => `${pelihat} melihat milik ${pemilik || 'seseorang'}`,
  banyak: ({ banyak, awal, akhir }: BarisDilihat) =>
    `${angka(banyak)} catatan, ${awal === akhir ? waktu(awal) : `${waktu(awal)} sampai ${waktu(akhir)}`}`,
  dilihatKosong: 'Tidak ada yang membuka catatan orang lain pada pekan ini',
  terpotong: 'Hanya 500 yang terbaru ditampilkan.',
} as const;
