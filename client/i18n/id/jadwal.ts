import type { BarisJadwalSalah, TemuanJadwal } from '../../../shared/domain/index.ts';
import { NAMA_HARI } from '../../../shared/domain/index.ts';
import type { JamPelajaran } from '../../../shared/records/index.ts';
import { angka, jam, rentangJam } from '../format.ts';

const hari = (ke: number): string => NAMA_HARI[ke - 1] ?? '';
const sebut = ({ mapel, kelas }: Pick<JamPelajaran, 'mapel' | 'kelas'>): string =>
  [mapel, kelas].filter(Boolean).join(' · ');
const diJam = (satu: JamPelajaran): string => `${sebut(satu)}, ${hari(satu.hari)} ${rentangJam(satu)}`;

const BARIS_SALAH: Readonly<Record<BarisJadwalSalah['bidang'], string>> = {
  hari: 'harinya bukan nama hari',
  mulai: 'jam mulainya tidak terbaca',
  selesai: 'jam selesainya tidak terbaca, atau tidak sesudah jam mulai',
  kelas: 'kelasnya lebih dari 20 huruf',
  mapel: 'mapelnya kosong atau lebih dari 80 huruf',
  penuh: 'sepekan paling banyak 80 jam pelajaran',
};

/** A teacher's own timetable. */
export const jadwalMengajar = {
  judul: 'Jadwal mengajar',
  kosong:
    'Tulis jadwal sekali saja. Sesudah itu Catat menebak jam, kelas, dan mapelnya, dan Isi banyak mengisi hari yang belum tercatat. Bisa tanpa internet.',
  dariSekolah:
    'Jadwal ini dari sekolah. Ubah yang perlu; begitu disimpan, jadwal Anda yang dipakai. Yang dari sekolah tidak hilang.',
  jumlah: (jp: number) => `${angka(jp)} JP sepekan`,
  hari,
  jp: (jp: number) => `${angka(jp)} JP`,
  sebut,
  ketBaris: (satu: { mulai: string; selesai: string; jp: number }) =>
    `${rentangJam(satu)} · ${angka(satu.jp)} JP`,
  hariKosong: 'Belum ada pelajaran',
  tambah: 'Tambah pelajaran',
  tambahDi: (ke: number) => `Tambah pelajaran ${hari(ke)}`,
  tempel: 'Tempel dari Excel',
  salin: 'Salin',
  salinDari: (ke: number) => `Salin ${hari(ke)} ke hari lain`,
  salinKe: 'Salin ke hari',
  salinKet: 'Yang sudah ada di hari itu tetap.',
  disalin: (dari: number, ke: readonly number[]) => `${hari(dari)} disalin ke ${ke.map(hari).join(', ')}`,
  hapus: (satu: { hari: number; mulai: string; mapel: string; kelas: string }) =>
    `Hapus ${sebut(satu)}, ${hari(satu.hari)} ${jam(satu.mulai)}`,
  dihapus: (satu: { mapel: string; kelas: string }) => `${sebut(satu)} dihapus dari jadwal`,
  simpan: 'Simpan jadwal',
  tersimpan: 'Jadwal tersimpan di HP. Catat dan Isi banyak memakainya mulai sekarang.',
  perluDibetulkan: (jumlah: number) =>
    `${angka(jumlah)} pelajaran belum benar; sebabnya tertulis di bawahnya. Betulkan, lalu simpan.`,
  penuh: 'Sepekan paling banyak 80 jam pelajaran. Hapus yang tidak perlu dulu.',
  salah: (temuan: TemuanJadwal): string =>
    temuan.kode === 'bertumpuk'
      ? `Bertumpuk dengan ${diJam(temuan.lain)}. Kelas rangkap ditulis satu kali, misalnya kelas 3 dan 4.`
      : 'Jam selesai harus setelah jam mulai',
  formulir: {
    baru: 'Pelajaran baru',
    ubah: 'Ubah pelajaran',
    hari: 'Hari',
    hariSalah: 'Pilih harinya',
    mulai: 'Mulai',
    selesai: 'Selesai',
    jp: 'Berapa JP',
    kurangi: 'Kurangi satu JP',
    tambah: 'Tambah satu JP',
    mapel: 'Mata pelajaran',
    mapelSalah: 'Tulis mata pelajarannya, misalnya Matematika',
    kelas: 'Kelas',
    kelasKet: 'Boleh kosong',
    jamSalah: 'Isi jamnya',
    jpSalah: 'Isi 1 sampai 10',
    masukkan: 'Masukkan',
    lagi: 'Masukkan, lalu berikutnya',
    masuk: (satu: { mapel: string; kelas: string }, ke: readonly number[]) =>
      `${sebut(satu)} masuk: ${ke.map(hari).join(', ')}`,
    simpan: 'Ubah',
  },
  tempelan: {
    judul: 'Tempel dari Excel',
    isi: 'Tempel di sini',
    petunjuk:
      'Satu baris satu jam pelajaran: Hari, Mulai, Selesai, Kelas, Mapel. Baris judul boleh ikut, urutannya lalu bebas; kolom JP juga dibaca.',
    terbaca: (jumlah: number) => `${angka(jumlah)} jam pelajaran terbaca`,
    salah: ({ nomor, bidang, isi }: BarisJadwalSalah) =>
      `Baris ${angka(nomor)}: ${BARIS_SALAH[bidang]}${isi ? ` (tertulis: ${isi.slice(0, 40)})` : ''}`,
    lagi: (jumlah: number) => `dan ${angka(jumlah)} baris lagi yang tidak terbaca`,
    masukkan: (jumlah: number) => `Masukkan ${angka(jumlah)} jam pelajaran`,
    masuk: (jumlah: number) => `${angka(jumlah)} jam pelajaran masuk. Periksa, lalu simpan.`,
  },
} as const;
