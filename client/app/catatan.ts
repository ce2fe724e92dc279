import {
  alamatCatatan,
  type CatatanDicari,
  fetchBerkas,
  fetchCatatan,
  fetchDilihat,
  fetchRantai,
  fetchTransport,
} from '../sync/index.ts';
import { denganBukti } from './bukti.ts';
import { unduh } from './download.ts';

export type { CatatanDicari } from '../sync/index.ts';

/* What the admin's screen of who did what asks of the service. None of it is kept in the browser: it is about other people. */

/** A page of lines. */
export const halamanCatatan = (dicari: Parameters<typeof fetchCatatan>[1], lanjut: string) =>
  denganBukti(() => fetchCatatan(fetchTransport, dicari, lanjut));
/** A week of looks. */
export const halamanDilihat = (sampai: string) => denganBukti(() => fetchDilihat(fetchTransport, sampai));
/** How far the ledgers were found whole. */
export const keadaanRantai = () => denganBukti(() => fetchRantai(fetchTransport));
/** The same lines as a file in the person's hands. */
export const unduhCatatan = async (dicari: CatatanDicari) => {
  const hasil = await denganBukti(() => fetchBerkas(fetchTransport, alamatCatatan(dicari)));
  if (hasil.ok) unduh(hasil.isi, 'catatan-audit.csv');
  return hasil;
};
