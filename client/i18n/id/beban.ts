import type { CaraCatat, SaranBeban } from '../../../shared/domain/index.ts';
import { angka } from '../format.ts';

const lama = (detik: number): string =>
  detik < 1
    ? 'kurang dari 1 detik'
    : detik < 60
      ? `${angka(detik)} detik`
      : `${angka(Math.floor(detik / 60))} menit${detik % 60 > 0 ? ` ${angka(detik % 60)} detik` : ''}`;

/** What recording costs her, and what would make it lighter. */
export const beban = {
  judul: 'Beban saya',
  ket: 'Berapa lama Anda mencatat, dan cara yang lebih ringan',
  lama,
  perKegiatan: 'biasanya untuk satu kegiatan',
  perPekan: 'mencatat dalam sepekan',
  menit: (menit: number) => (menit < 1 ? '< 1 menit' : `${angka(menit)} menit`),
  dariPekan: (pekan: number, kegiatan: number) =>
    `Dari ${angka(kegiatan)} kegiatan yang diukur; menitnya rata-rata ${angka(pekan)} pekan.`,
  kosong:
    'Belum ada yang diukur. Catat kegiatan seperti biasa; HP ini menghitung sendiri berapa lama formulirnya terbuka.',
  caraJudul: 'Menurut cara mencatat',
  cara: { form: 'Formulir', salin: 'Salin hari', banyak: 'Isi banyak' } as Readonly<
    Record<CaraCatat, string>
  >,
  caraBaris: (detik: number, kegiatan: number) => `${lama(detik)} per kegiatan · ${angka(kegiatan)} kegiatan`,
  saranJudul: 'Supaya lebih ringan',
  saranKosong: 'Belum ada saran dari catatan Anda sejauh ini.',
  saran: (saran: SaranBeban): { readonly judul: string; readonly ket: string; readonly ke: string } => {
    switch (saran.jenis) {
      case 'pola':
        return {
          judul: `Jadikan pola: ${saran.uraian}`,
          ket: `Anda menulisnya ${angka(saran.kali)} kali. Dengan pola cukup satu ketukan`,
          ke: '/pola',
        };
      case 'salin':
        return {
          judul: 'Salin hari sebelumnya',
          ket: `${angka(saran.hari)} hari isinya mirip hari sebelumnya`,
          ke: '/salin',
        };
      case 'banyak':
        return {
          judul: 'Isi banyak sekaligus',
          ket: `${angka(saran.hari)} hari Anda mencatat empat kegiatan atau lebih satu per satu`,
          ke: '/catat/banyak',
        };
      case 'jadwal':
        return {
          judul: 'Tulis jadwal mengajar',
          ket: 'Sekali saja, kurang dari semenit. Sesudah itu jam dan uraian terisi sendiri',
          ke: '/akun/jadwal',
        };
    }
  },
  caraUkur:
    'Diukur dari formulir dibuka sampai disimpan, tanpa waktu saat aplikasi tidak terlihat (juga saat kamera HP terbuka). Ukurannya hanya tersimpan di HP ini.',
  ikut: 'Ikut dihitung, tanpa nama',
  ikutJudul: 'Supaya dinas tahu bebannya',
  ikutKet:
    'Bila Anda izinkan, sekali sepekan HP ini menambahkan satu pada jumlah sekolah: menit mencatat Anda sepekan (sampai 30, sampai 60, atau lebih) dan detik per kegiatan. Yang sampai hanya jumlah; siapa yang mengisinya tidak disimpan, hanya bahwa Anda sudah dihitung. Sekolah dengan kurang dari lima orang tidak ditampilkan. Kapan saja dapat dimatikan.',
  ikutYa: 'Mulai pekan ini Anda ikut dihitung',
  ikutTidak: 'Anda tidak lagi dihitung',
  hapus: 'Hapus ukuran ini',
  dihapus: 'Ukuran dihapus dari HP ini',
} as const;
