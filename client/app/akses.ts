import {
  fetchBelumMasuk,
  fetchOrangAkses,
  fetchSekolahAkses,
  fetchTransport,
  sendAkhiriSesi,
  sendBukti,
  sendCabutKunci,
  sendPutusAkses,
  sendSetuju,
  sendSlip,
  sendTandaHilang,
} from '../sync/index.ts';

/* What the screen of accounts asks of the service. None of it is kept in the browser: it is the data of other people. */

/** The schools whose accounts the admin keeps. */
export const sekolahAkses = () => fetchSekolahAkses(fetchTransport);
/** Everybody of a school who has never signed in. */
export const belumMasuk = (npsn: string) => fetchBelumMasuk(fetchTransport, npsn);
/** A page of people. */
export const orangAkses = (dicari: Parameters<typeof fetchOrangAkses>[1]) =>
  fetchOrangAkses(fetchTransport, dicari);
/** Issues a slip. */
export const terbitkanSlip = (id: string) => sendSlip(fetchTransport, id);
/** Agrees to one of another admin. */
export const setujuiSlip = (id: string) => sendSetuju(fetchTransport, id);
/** Cuts a phone off. */
export const putuskanAkses = (id: string, perangkat: string) => sendPutusAkses(fetchTransport, id, perangkat);
/** Marks a phone as lost, or takes that back. */
export const tandaHilang = (id: string, tanda: Parameters<typeof sendTandaHilang>[2]) =>
  sendTandaHilang(fetchTransport, id, tanda);
/** Takes a passkey away. */
export const cabutKunci = (id: string, kunci: string) => sendCabutKunci(fetchTransport, id, kunci);
/** Ends all sessions. */
export const akhiriSesi = (id: string) => sendAkhiriSesi(fetchTransport, id);
/** The admin's own password once more. */
export const buktikan = (sandi: string) => sendBukti(fetchTransport, sandi);
