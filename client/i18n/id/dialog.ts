import { angka, hariTanggalTahun, tanggalPanjang } from '../format.ts';

/** The page that she takes into the talk about her career. */
export const dialogKarier = {
  judul: (tahun: number) => `Dialog karier ${tahun}`,
  nama: 'Halaman dialog karier',
  ket: 'Satu halaman tentang kerja Anda, untuk dibawa berbicara dengan kepala sekolah',
  pembuka:
    'Pilih kegiatan yang sudah disetujui dan tulis satu kalimat untuk masing-masing. Angka dan masukan diisi sendiri dari catatan Anda.',
  tampilan: 'Tampilan',
  pilih: 'Susun',
  halaman: 'Halaman',
  dipilih: (jumlah: number, paling: number) =>
    `Kegiatan yang saya bawa (${angka(jumlah)} dari ${angka(paling)})`,
  belumDipilih: 'Belum ada yang dipilih. Centang kegiatan di bawah.',
  kalimat: (uraian: string) => `Kalimat saya tentang: ${uraian}`,
  kalimatPendek: 'Kalimat saya',
  kalimatKet: 'Apa hasilnya, atau apa artinya bagi murid?',
  lepas: (uraian: string) => `Hapus dari halaman: ${uraian}`,
  tidakDisetujui: 'Tidak tampil: kegiatan ini sekarang tidak disetujui.',
  daftar: 'Kegiatan yang disetujui',
  cari: 'Cari kegiatan',
  penuh: (paling: number) => `Paling banyak ${angka(paling)} kegiatan, supaya muat satu halaman.`,
  kosong: 'Belum ada kegiatan yang disetujui pada tahun ini. Yang disetujui kepala sekolah muncul di sini.',
  tidakCocok: 'Tidak ada kegiatan yang cocok. Coba kata lain.',
  lagi: (jumlah: number) => `Tampilkan ${angka(jumlah)} lagi`,
  hari: hariTanggalTahun,
  bukti: (jumlah: number) => `${angka(jumlah)} bukti`,
  belajar: 'Yang ingin saya pelajari',
  belajarKet: 'Juga dukungan yang Anda butuhkan. Boleh dikosongkan.',
  simpan: 'Simpan',
  tersimpan: 'Tersimpan. Terkirim sendiri saat ada internet.',
  rahasia:
    'Pilihan ini tersimpan di catatan Anda. Kepala sekolah membacanya bila Anda menunjukkan halamannya; datanya ikut tersalin ke HP-nya.',
  belumDisimpan: 'Ada perubahan yang belum disimpan.',
  // The page
  kegiatanPilihan: 'Pekerjaan yang ingin saya tunjukkan',
  angkaJudul: 'Angka setahun',
  angkaBaris: (kegiatan: number, disetujui: number, berbukti: number) =>
    `${angka(kegiatan)} kegiatan dicatat, ${angka(disetujui)} disetujui, ${angka(berbukti)} punya bukti.`,
  hariBaris: (terisi: number, hari: number, absen: number) =>
    `${angka(terisi)} dari ${angka(hari)} hari kerja terisi${absen > 0 ? `; ${angka(absen)} hari sakit atau cuti tidak dihitung` : ''}.`,
  rhkBaris: (rhk: string, kegiatan: number) => `${rhk}: ${angka(kegiatan)} kegiatan`,
  hasilBaris: (periode: string, predikat: string, ak: string | null) =>
    `Hasil ${periode}: ${predikat}${ak === null ? '' : `, konversi ${ak} angka kredit (perkiraan)`}`,
  masukanJudul: 'Masukan yang saya tindak lanjuti',
  masukanKosong: 'Belum ada masukan yang saya tindak lanjuti tahun ini.',
  belajarKosong: '(belum diisi)',
  penilai: (nama: string) => `Untuk dibicarakan dengan ${nama}`,
  cetak: 'Cetak atau simpan PDF',
  bagikan: 'Bagikan teks',
  dibuat: (tanggal: string) => `Dari e-Kinerja Luring, ${tanggalPanjang(tanggal)}.`,
} as const;
