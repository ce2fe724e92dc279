import type * as z from 'zod/mini';
import { HalamanAkses, SekolahAkses, SesiBerakhir, SlipTerbit } from '../../shared/protocol/index.ts';
import { readAnswer, type Trouble } from './answer.ts';
import type { Outgoing, Transport } from './transport.ts';

const TIMEOUT = 30_000;

type Ya<T> = { readonly ok: true; readonly isi: T };

const ask = async <T>(
  transport: Transport,
  outgoing: Outgoing,
  schema: z.ZodMiniType<T>,
): Promise<Ya<T> | Trouble> => {
  const read = await readAnswer(await transport(outgoing));
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.json);
  return parsed.success ? { ok: true, isi: parsed.data } : { ok: false, code: 'server_diam', floor: 0 };
};

/** For what is answered without content: 204. */
const tell = async (transport: Transport, outgoing: Outgoing): Promise<Ya<null> | Trouble> => {
  const incoming = await transport(outgoing);
  if (incoming.kind === 'jawaban' && incoming.response.status === 204) return { ok: true, isi: null };
  const read = await readAnswer(incoming);
  return read.ok ? { ok: false, code: 'server_diam', floor: 0 } : read;
};

const alamat = (id: string): string => `/api/access/${encodeURIComponent(id)}`;

/** The schools whose accounts the admin keeps. */
export const fetchSekolahAkses = (transport: Transport): Promise<Ya<SekolahAkses> | Trouble> =>
  ask(transport, { method: 'GET', path: '/api/access/schools', timeout: TIMEOUT }, SekolahAkses);

/** A page of people and their accounts. */
export const fetchOrangAkses = (
  transport: Transport,
  { npsn, cari, mulai }: { readonly npsn: string; readonly cari: string; readonly mulai: number },
): Promise<Ya<HalamanAkses> | Trouble> => {
  const path = `/api/access?school=${npsn}&find=${encodeURIComponent(cari)}&from=${mulai}`;
  return ask(transport, { method: 'GET', path, timeout: TIMEOUT }, HalamanAkses);
};

/** Has a slip issued; its code is told this once. */
export const sendSlip = (transport: Transport, id: string): Promise<Ya<SlipTerbit> | Trouble> =>
  ask(transport, { method: 'POST', path: `${alamat(id)}/slip`, timeout: TIMEOUT }, SlipTerbit);

/** The second issuer's yes. */
export const sendSetuju = (transport: Transport, id: string): Promise<Ya<null> | Trouble> =>
  tell(transport, { method: 'POST', path: `${alamat(id)}/slip/second`, timeout: TIMEOUT });

/** Cuts a person's phone off. */
export const sendPutusAkses = (
  transport: Transport,
  id: string,
  perangkat: string,
): Promise<Ya<null> | Trouble> =>
  tell(transport, {
    ...{ method: 'DELETE', path: `${alamat(id)}/devices/${encodeURIComponent(perangkat)}`, timeout: TIMEOUT },
  });

/** Ends all of a person's sessions. */
export const sendAkhiriSesi = (transport: Transport, id: string): Promise<Ya<SesiBerakhir> | Trouble> =>
  ask(transport, { method: 'DELETE', path: `${alamat(id)}/sessions`, timeout: TIMEOUT }, SesiBerakhir);

/** The admin's own password once more. */
export const sendBukti = (transport: Transport, sandi: string): Promise<Ya<null> | Trouble> =>
  tell(transport, {
    ...{ method: 'POST', path: '/api/access/proof', headers: { 'content-type': 'application/json' } },
    ...{ body: new TextEncoder().encode(JSON.stringify({ sandi })), timeout: TIMEOUT },
  });
