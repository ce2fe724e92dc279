import { angka } from '../format.ts';

/** Words that the screens of an admin's office share. */
export const kantor = {
  memuat: 'Memuat…',
  coba: 'Coba lagi',
  halaman: (dari: number, sampai: number, semua: number) =>
    `${angka(dari)}–${angka(sampai)} dari ${angka(semua)}`,
  sebelumnya: 'Sebelumnya',
  berikutnya: 'Berikutnya',
} as const;
