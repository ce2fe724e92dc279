import { HalamanCatatan, HalamanDilihat, KeadaanRantai } from '../../shared/protocol/index.ts';
import { ask } from './ask.ts';
import type { Transport } from './transport.ts';

/** Which lines; empty texts ask for all. */
export type CatatanDicari = {
  readonly dari: string;
  readonly sampai: string;
  readonly kelompok: string;
  readonly cari: string;
};

const saringan = ({ dari, sampai, kelompok, cari }: CatatanDicari): URLSearchParams =>
  new URLSearchParams({ from: dari, until: sampai, kind: kelompok, find: cari });

/** Asks for a page of lines; `lanjut` is where the page before ended, empty from the last line on. */
export const fetchCatatan = (transport: Transport, dicari: CatatanDicari, lanjut: string) => {
  const query = saringan(dicari);
  query.set('after', lanjut);
  return ask(transport, { method: 'GET', path: `/api/audit?${query.toString()}` }, HalamanCatatan);
};

/** Where the same lines are fetched as a file. */
export const alamatCatatan = (dicari: CatatanDicari): string =>
  `/api/audit.csv?${saringan(dicari).toString()}`;

/** Asks who looked at whose records in the week that ends with a day; empty for today. */
export const fetchDilihat = (transport: Transport, sampai: string) =>
  ask(transport, { method: 'GET', path: `/api/audit/views?until=${sampai}` }, HalamanDilihat);

/** Asks how far the ledgers were found whole. */
export const fetchRantai = (transport: Transport) =>
  ask(transport, { method: 'GET', path: '/api/audit/chain' }, KeadaanRantai);
