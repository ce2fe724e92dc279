import {
  fetchDaftarImpor,
  fetchHalamanImpor,
  fetchKeadaanImpor,
  fetchTransport,
  sendBerkasImpor,
  sendPadanan,
  sendTerapkan,
  sendUrungkan,
} from '../sync/index.ts';

export { alamatBerkasSalah } from '../sync/index.ts';

/* What the screen of an import asks of the service. None of it is kept in the browser: it is the data of other people. */

/** Imports that were made. */
export const daftarImpor = () => fetchDaftarImpor(fetchTransport);
/** Lays a file on the desk. */
export const unggahBerkas = (berkas: Parameters<typeof sendBerkasImpor>[1]) =>
  sendBerkasImpor(fetchTransport, berkas);
/** How far it is. */
export const keadaanImpor = (id: string) => fetchKeadaanImpor(fetchTransport, id);
/** A page of its rows. */
export const halamanImpor = (id: string, dicari: Parameters<typeof fetchHalamanImpor>[2]) =>
  fetchHalamanImpor(fetchTransport, id, dicari);
/** Says what its headers mean. */
export const padankanImpor = (id: string, pemetaan: Parameters<typeof sendPadanan>[2]) =>
  sendPadanan(fetchTransport, id, pemetaan);
/** Applies it. */
export const terapkanImpor = (id: string, wanted: Parameters<typeof sendTerapkan>[2]) =>
  sendTerapkan(fetchTransport, id, wanted);
/** Takes it back. */
export const urungkanImpor = (id: string) => sendUrungkan(fetchTransport, id);
