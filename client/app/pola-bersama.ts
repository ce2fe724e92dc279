import type { IsiPolaSekolah } from '../../shared/protocol/index.ts';
import { fetchPola, fetchTransport, replacePola, retirePola, sendPola } from '../sync/index.ts';
import { denganBukti } from './bukti.ts';

/* What the admin's screen of shared patterns asks of the service. */

/** What a school, or the instansi, shares. */
export const daftarPola = (npsn: string) => denganBukti(() => fetchPola(fetchTransport, npsn));
/** Shares one more. */
export const bagikanPola = (npsn: string, isi: IsiPolaSekolah) =>
  denganBukti(() => sendPola(fetchTransport, npsn, isi));
/** Changes one, or brings a retired one back. */
export const gantiPola = (npsn: string, id: string, isi: IsiPolaSekolah) =>
  denganBukti(() => replacePola(fetchTransport, npsn, { id, isi }));
/** Retires one. */
export const hentikanPola = (npsn: string, id: string) =>
  denganBukti(() => retirePola(fetchTransport, npsn, id));
