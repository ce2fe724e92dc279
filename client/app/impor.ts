import {
  alamatBerkasSalah,
  fetchBerkas,
  fetchDaftarImpor,
  fetchHalamanImpor,
  fetchKeadaanImpor,
  fetchTransport,
  sendBerkasImpor,
  sendLanjutkan,
  sendPadanan,
  sendTerapkan,
  sendUrungkan,
} from '../sync/index.ts';
import { denganBukti } from './bukti.ts';
import { unduh } from './download.ts';

/* What the screen of an import asks of the service. None of it is kept in the browser: it is the data of other people. */

/** Imports that were made. */
export const daftarImpor = () => denganBukti(() => fetchDaftarImpor(fetchTransport));
/** Lays a file on the desk. */
export const unggahBerkas = (berkas: Parameters<typeof sendBerkasImpor>[1]) =>
  denganBukti(() => sendBerkasImpor(fetchTransport, berkas));
/** How far it is. */
export const keadaanImpor = (id: string) => denganBukti(() => fetchKeadaanImpor(fetchTransport, id));
/** A page of its rows. */
export const halamanImpor = (id: string, dicari: Parameters<typeof fetchHalamanImpor>[2]) =>
  denganBukti(() => fetchHalamanImpor(fetchTransport, id, dicari));
/** Says what its headers mean. */
export const padankanImpor = (id: string, pemetaan: Parameters<typeof sendPadanan>[2]) =>
  denganBukti(() => sendPadanan(fetchTransport, id, pemetaan));
/** Applies it. */
export const terapkanImpor = (id: string, wanted: Parameters<typeof sendTerapkan>[2]) =>
  denganBukti(() => sendTerapkan(fetchTransport, id, wanted));
/** Goes on with one that broke off. */
export const lanjutkanImpor = (id: string) => denganBukti(() => sendLanjutkan(fetchTransport, id));
/** Takes it back. */
export const urungkanImpor = (id: string) => denganBukti(() => sendUrungkan(fetchTransport, id));
/** Its rows that are at fault, as a file in the person's hands. */
export const unduhBerkasSalah = async (id: string) => {
  const hasil = await denganBukti(() => fetchBerkas(fetchTransport, alamatBerkasSalah(id)));
  if (hasil.ok) unduh(hasil.isi, 'perlu-diperbaiki.xlsx');
  return hasil;
};
