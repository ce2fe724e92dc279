import { fetchPublikasi, fetchTransport, sendPublikasi } from '../sync/index.ts';
import { denganBukti } from './bukti.ts';

export { alamatPratinjau } from '../sync/index.ts';

/** What is public. */
export const keadaanPublikasi = () => denganBukti(() => fetchPublikasi(fetchTransport));
/** Chooses what is. */
export const aturPublikasi = (pilihan: Parameters<typeof sendPublikasi>[1]) =>
  denganBukti(() => sendPublikasi(fetchTransport, pilihan));
