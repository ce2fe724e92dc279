import {
  BelumMasuk,
  HalamanAkses,
  SekolahAkses,
  SesiBerakhir,
  SlipTerbit,
} from '../../shared/protocol/index.ts';
import type { Trouble } from './answer.ts';
import { ask, tell, type Ya } from './ask.ts';
import type { Transport } from './transport.ts';

const alamat = (id: string): string => `/api/access/${encodeURIComponent(id)}`;

/** The schools whose accounts the admin keeps. */
export const fetchSekolahAkses = (transport: Transport): Promise<Ya<SekolahAkses> | Trouble> =>
  ask(transport, { method: 'GET', path: '/api/access/schools' }, SekolahAkses);

/** Everybody of a school who has never signed in. */
export const fetchBelumMasuk = (transport: Transport, npsn: string): Promise<Ya<BelumMasuk> | Trouble> =>
  ask(transport, { method: 'GET', path: `/api/access/waiting?school=${npsn}` }, BelumMasuk);

/** A page of people and their accounts. */
export const fetchOrangAkses = (
  transport: Transport,
  { npsn, cari, mulai }: { readonly npsn: string; readonly cari: string; readonly mulai: number },
): Promise<Ya<HalamanAkses> | Trouble> => {
  const path = `/api/access?school=${npsn}&find=${encodeURIComponent(cari)}&from=${mulai}`;
  return ask(transport, { method: 'GET', path }, HalamanAkses);
};

/** Takes a passkey away. */
export const sendCabutKunci = (
  transport: Transport,
  id: string,
  kunci: string,
): Promise<Ya<null> | Trouble> => {
  const path = `${alamat(id)}/passkeys/${encodeURIComponent(kunci)}`;
  return tell(transport, { method: 'DELETE', path });
};

/** Has a slip issued; its code is told this once. */
export const sendSlip = (transport: Transport, id: string): Promise<Ya<SlipTerbit> | Trouble> =>
  ask(transport, { method: 'POST', path: `${alamat(id)}/slip` }, SlipTerbit);

/** The second issuer's yes. */
export const sendSetuju = (transport: Transport, id: string): Promise<Ya<null> | Trouble> =>
  tell(transport, { method: 'POST', path: `${alamat(id)}/slip/second` });

/** Cuts a person's phone off. */
export const sendPutusAkses = (
  transport: Transport,
  id: string,
  perangkat: string,
): Promise<Ya<null> | Trouble> =>
  tell(transport, {
    ...{ method: 'DELETE', path: `${alamat(id)}/devices/${encodeURIComponent(perangkat)}` },
  });

/** Marks a person's phone as lost, or takes that back. */
export const sendTandaHilang = (
  transport: Transport,
  id: string,
  { perangkat, hilang }: { readonly perangkat: string; readonly hilang: boolean },
): Promise<Ya<null> | Trouble> =>
  tell(transport, {
    method: hilang ? 'POST' : 'DELETE',
    path: `${alamat(id)}/devices/${encodeURIComponent(perangkat)}/lost`,
  });

/** Ends all of a person's sessions. */
export const sendAkhiriSesi = (transport: Transport, id: string): Promise<Ya<SesiBerakhir> | Trouble> =>
  ask(transport, { method: 'DELETE', path: `${alamat(id)}/sessions` }, SesiBerakhir);
