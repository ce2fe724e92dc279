import {
  fetchBelumMasuk,
  fetchOrangAkses,
  fetchSekolahAkses,
  fetchTransport,
  sendAkhiriSesi,
  sendCabutKunci,
  sendPutusAkses,
  sendSetuju,
  sendSlip,
  sendTandaHilang,
} from '../sync/index.ts';
import { denganBukti } from './bukti.ts';

/* What the screen of accounts asks of the service. None of it is kept in the browser: it is the data of other people. */

/** The schools whose accounts the admin keeps. */
export const sekolahAkses = () => denganBukti(() => fetchSekolahAkses(fetchTransport));
/** Everybody of a school who has never signed in. */
export const belumMasuk = (npsn: string) => denganBukti(() => fetchBelumMasuk(fetchTransport, npsn));
/** A page of people. */
export const orangAkses = (dicari: Parameters<typeof fetchOrangAkses>[1]) =>
  denganBukti(() => fetchOrangAkses(fetchTransport, dicari));
/** Issues a slip. */
export const terbitkanSlip = (id: string) => denganBukti(() => sendSlip(fetchTransport, id));
/** Agrees to one of another admin. */
export const setujuiSlip = (id: string) => denganBukti(() => sendSetuju(fetchTransport, id));
/** Cuts a phone off. */
export const putuskanAkses = (id: string, perangkat: string) =>
  denganBukti(() => sendPutusAkses(fetchTransport, id, perangkat));
/** Marks a phone as lost, or takes that back. */
export const tandaHilang = (id: string, tanda: Parameters<typeof sendTandaHilang>[2]) =>
  denganBukti(() => sendTandaHilang(fetchTransport, id, tanda));
/** Takes a passkey away. */
export const cabutKunci = (id: string, kunci: string) =>
  denganBukti(() => sendCabutKunci(fetchTransport, id, kunci));
/** Ends all sessions. */
export const akhiriSesi = (id: string) => denganBukti(() => sendAkhiriSesi(fetchTransport, id));
