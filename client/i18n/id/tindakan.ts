import type { SatuTindakan } from '../../../shared/protocol/index.ts';
import type { CaraTindakan, IsiTindakan, JumlahTindakan } from '../../../shared/records/index.ts';
import { angka, tanggalPanjang } from '../format.ts';
import { sebabKendala } from './kendala.ts';

const CARA: Readonly<Record<CaraTindakan, string>> = {
  TANGGAL: 'Buka tanggal',
  BULAN: 'Buka tanggal dan bulan terkunci',
  KUNJUNGAN: 'Umumkan kunjungan',
  JAWABAN: 'Kirim jawaban',
};

const bagian = ({ guru, sekolah, tanggal, bulan }: JumlahTindakan): string =>
  [
    `${angka(guru)} guru di ${angka(sekolah)} sekolah`,
    ...(tanggal > 0 ? [`${angka(tanggal)} tanggal`] : []),
    ...(bulan > 0 ? [`${angka(bulan)} bulan`] : []),
  ].join(', ');

/** A10: what an instansi does about what keeps teachers from filling in. */
export const tindakan = {
  judul: 'Tindakan atas kendala',
  isi: 'Untuk kendala yang masih berjalan atau berakhir dalam empat pekan terakhir. Guru dan kepala sekolahnya melihat apa yang dilakukan dan oleh siapa; di sini hanya jumlahnya.',
  sebab: 'Sebab yang disampaikan guru',
  sekolah: 'Untuk',
  semua: 'Semua sekolah',
  satu: (nama: string) => nama || 'Satu sekolah',
  cara: 'Yang dilakukan',
  caraPilihan: CARA,
  caraKet: {
    TANGGAL: 'Tanggal kendala yang sudah lewat batas dapat diisi lagi oleh guru itu.',
    BULAN:
      'Juga bulan yang sudah dikunci kepala sekolah. Bulan yang dibuka terbuka bagi semua guru di sekolah itu.',
    KUNJUNGAN: 'Guru membaca tanggal kunjungannya pada kendala yang ia sampaikan.',
    JAWABAN: 'Guru membacanya pada kendala yang ia sampaikan.',
  } satisfies Readonly<Record<CaraTindakan, string>>,
  tanggal: 'Tanggal kunjungan',
  tanggalSalah: 'Pilih hari ini atau sesudahnya, paling jauh setahun.',
  teks: { wajib: 'Jawaban', boleh: 'Catatan (boleh kosong)' },
  teksKurang: 'Tulis jawabannya dulu.',
  menghitung: 'Menghitung yang tersentuh…',
  akan: (jumlah: JumlahTindakan) => `Menyentuh ${bagian(jumlah)}.`,
  takAda: 'Tidak ada yang perlu ditulis: tidak ada kendala seperti itu, atau sudah dilakukan.',
  penuh: (jumlah: number) =>
    `${angka(jumlah)} tanggal yang paling lama tidak ikut: di sekolahnya sudah terlalu banyak tanggal yang dibuka.`,
  lakukan: 'Lakukan',
  tanya: 'Lakukan sekarang?',
  tanyaIsi: 'Dapat diurungkan sesudahnya. Yang sudah diisi guru tetap.',
  selesai: 'Tindakan tercatat',
  riwayat: 'Yang sudah dilakukan',
  belum: 'Belum ada tindakan.',
  tahap: { BERJALAN: 'Terputus', DILAKUKAN: 'Dilakukan', DIURUNGKAN: 'Diurungkan' } satisfies Readonly<
    Record<SatuTindakan['tahap'], string>
  >,
  nama: ({ sebab, cara, tanggal }: IsiTindakan) =>
    `${CARA[cara]}${tanggal ? ` ${tanggalPanjang(tanggal)}` : ''}: ${sebabKendala[sebab]}`,
  rinci: ({ sekolah, oleh, pada, jumlah }: SatuTindakan) =>
    [sekolah || 'Semua sekolah', oleh, tanggalPanjang(pada), ...(jumlah ? [bagian(jumlah)] : [])].join(' · '),
  terputus: 'Lakukan sekali lagi untuk menyelesaikan sisanya, atau urungkan.',
  urungkan: 'Urungkan',
  urungJudul: 'Urungkan tindakan ini?',
  urungIsi:
    'Tanggal dan bulan yang dibukanya ditutup lagi dan jawabannya ditarik. Yang sudah diisi guru tetap.',
  diurungkan: 'Tindakan diurungkan',
} as const;
