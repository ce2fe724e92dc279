import type { PutusanUsulan } from '../../shared/protocol/index.ts';
import { fetchTransport, fetchUsulan, sendPutusan } from '../sync/index.ts';

/* What an admin's screen asks of the service. None of it is kept in the browser: it is the data of other people. */

/** Corrections that wait. */
export const daftarUsulan = () => fetchUsulan(fetchTransport);
/** Decides on one. */
export const putuskanUsulan = (id: string, putusan: PutusanUsulan) =>
  sendPutusan(fetchTransport, id, putusan);
