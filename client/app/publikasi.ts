import { fetchPublikasi, fetchTransport, sendPublikasi } from '../sync/index.ts';

export { alamatPratinjau } from '../sync/index.ts';

/** What is public. */
export const keadaanPublikasi = () => fetchPublikasi(fetchTransport);
/** Chooses what is. */
export const aturPublikasi = (pilihan: Parameters<typeof sendPublikasi>[1]) =>
  sendPublikasi(fetchTransport, pilihan);
