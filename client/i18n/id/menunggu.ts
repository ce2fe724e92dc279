import { angka } from '../format.ts';

/** What waits for a head besides entries and SKP, by its kind: the same words on his first screen and in Wawasan. */
export const menungguLain = {
  evaluasi: (jumlah: number) => `${angka(jumlah)} evaluasi untuk dinilai`,
  praktik: (jumlah: number) => `${angka(jumlah)} dokumen persiapan praktik kinerja`,
  kendala: (jumlah: number) => `${angka(jumlah)} kendala belum ditanggapi`,
} as const;
