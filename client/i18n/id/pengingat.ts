import type { Pengingat } from '../../../shared/domain/index.ts';

/** What a notification says: numbers and days, never what an entry holds; and where it leads. */
export const kataPengingat = (satu: Pengingat): { readonly teks: string; readonly url: string } => {
  switch (satu.jenis) {
    case 'dikembalikan':
      return {
        teks: `${satu.jumlah} kegiatan dikembalikan. Buka untuk melihat alasannya.`,
        url: '/kegiatan?saring=dikembalikan',
      };
    case 'batas':
      return {
        teks: `${satu.sisa === 0 ? 'Hari ini' : `${satu.sisa} hari lagi`} batas mengisi, ${satu.jumlah} hari masih kosong.`,
        url: '/kegiatan/kalender',
      };
    case 'periksa':
      return {
        teks: `${satu.jumlah} kegiatan menunggu diperiksa, tertua ${satu.tertua} hari.`,
        url: '/periksa',
      };
    case 'tertinggal':
      return {
        teks: `${satu.jumlah} guru tertinggal mengisi. Buka untuk melihat sejak kapan dan sebabnya.`,
        url: '/wawasan#tertinggal',
      };
    default:
      return { teks: 'Hari ini belum ada catatan. 2 ketuk: salin kegiatan kemarin.', url: '/' };
  }
};

/** The title of every reminder. */
export const JUDUL_PENGINGAT = 'e-Kinerja';
