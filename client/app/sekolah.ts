import { fetchSatuSekolah, fetchSekolah, fetchTransport, sendLogo, sendSekolah } from '../sync/index.ts';
import { denganBukti } from './bukti.ts';

/* What the admin's screen of schools asks of the service. */

/** A page of schools. */
export const halamanSekolah = (dicari: Parameters<typeof fetchSekolah>[1]) =>
  denganBukti(() => fetchSekolah(fetchTransport, dicari));
/** One school's letterhead. */
export const satuSekolah = (npsn: string) => denganBukti(() => fetchSatuSekolah(fetchTransport, npsn));
/** Writes it. */
export const simpanSekolah = (npsn: string, isi: Parameters<typeof sendSekolah>[2]) =>
  denganBukti(() => sendSekolah(fetchTransport, npsn, isi));
/** A picture as its logo; null takes the logo away. */
export const simpanLogo = (npsn: string, gambar: ArrayBuffer | null) =>
  denganBukti(() => sendLogo(fetchTransport, npsn, gambar));
