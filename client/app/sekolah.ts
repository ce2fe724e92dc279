import { fetchSatuSekolah, fetchSekolah, fetchTransport, sendLogo, sendSekolah } from '../sync/index.ts';

/* What the admin's screen of schools asks of the service. */

/** A page of schools. */
export const halamanSekolah = (dicari: Parameters<typeof fetchSekolah>[1]) =>
  fetchSekolah(fetchTransport, dicari);
/** One school's letterhead. */
export const satuSekolah = (npsn: string) => fetchSatuSekolah(fetchTransport, npsn);
/** Writes it. */
export const simpanSekolah = (npsn: string, isi: Parameters<typeof sendSekolah>[2]) =>
  sendSekolah(fetchTransport, npsn, isi);
/** A picture as its logo; null takes the logo away. */
export const simpanLogo = (npsn: string, gambar: ArrayBuffer | null) =>
  sendLogo(fetchTransport, npsn, gambar);
