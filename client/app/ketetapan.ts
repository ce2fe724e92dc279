import type { IsiKetetapan } from '../../shared/protocol/index.ts';
import {
  fetchKetetapan,
  fetchPratinjauKetetapan,
  fetchTransport,
  sendKetetapan,
  sendLangkahKetetapan,
} from '../sync/index.ts';
import { denganBukti } from './bukti.ts';

/* What an instansi's admin decides for all schools. None of it is kept in the browser. */

const HURUF = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A name for a decision, given before it is sent: whoever does not hear the answer sends it again under the same. */
export const namaKetetapan = (): string =>
  `k_${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => HURUF[byte % HURUF.length]).join('')}`;

/** What was decided of late. */
export const daftarKetetapan = () => denganBukti(() => fetchKetetapan(fetchTransport));
/** What a decision would do. */
export const pratinjauKetetapan = (isi: IsiKetetapan) =>
  denganBukti(() => fetchPratinjauKetetapan(fetchTransport, isi));
/** Lays it down. */
export const mulaiKetetapan = (id: string, isi: IsiKetetapan) =>
  denganBukti(() => sendKetetapan(fetchTransport, { id, isi }));
/** Goes on with it by one portion. */
export const lanjutKetetapan = (id: string) =>
  denganBukti(() => sendLangkahKetetapan(fetchTransport, id, 'portion'));
/** Begins to take it back. */
export const urungkanKetetapan = (id: string) =>
  denganBukti(() => sendLangkahKetetapan(fetchTransport, id, 'undo'));
