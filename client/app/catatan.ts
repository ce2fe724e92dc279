import { fetchCatatan, fetchDilihat, fetchRantai, fetchTransport } from '../sync/index.ts';

export { alamatCatatan, type CatatanDicari } from '../sync/index.ts';

/* What the admin's screen of who did what asks of the service. None of it is kept in the browser: it is about other people. */

/** A page of lines. */
export const halamanCatatan = (dicari: Parameters<typeof fetchCatatan>[1], lanjut: string) =>
  fetchCatatan(fetchTransport, dicari, lanjut);
/** A week of looks. */
export const halamanDilihat = (sampai: string) => fetchDilihat(fetchTransport, sampai);
/** How far the ledgers were found whole. */
export const keadaanRantai = () => fetchRantai(fetchTransport);
