import type * as z from 'zod/mini';
import {
  DaftarImpor,
  DiurungkanImpor,
  HalamanImpor,
  KeadaanImpor,
  type Saringan,
} from '../../shared/protocol/index.ts';
import { readAnswer, type Trouble } from './answer.ts';
import type { Outgoing, Transport } from './transport.ts';

const TIMEOUT = 30_000;
/** A file of some megabytes over an office's line. */
const UNGGAH = 300_000;

type Ya<T> = { readonly ok: true; readonly isi: T };

const utf8 = (body: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(body));
const JSON_TYPE = { 'content-type': 'application/json' };

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

/** For what is answered without content: 202. */
const tell = async (transport: Transport, outgoing: Outgoing): Promise<{ readonly ok: true } | Trouble> => {
  const incoming = await transport(outgoing);
  if (incoming.kind === 'jawaban' && incoming.response.status === 202) return { ok: true };
  const read = await readAnswer(incoming);
  return read.ok ? { ok: false, code: 'server_diam', floor: 0 } : read;
};

const alamat = (id: string): string => `/api/simpeg/${encodeURIComponent(id)}`;

/** Asks for the imports that were made. */
export const fetchDaftarImpor = (transport: Transport): Promise<Ya<DaftarImpor> | Trouble> =>
  ask(transport, { method: 'GET', path: '/api/simpeg', timeout: TIMEOUT }, DaftarImpor);

/** Sends a file; its id comes back while the service reads it. */
export const sendBerkasImpor = async (
  transport: Transport,
  { isi, nama, sumber }: { readonly isi: ArrayBuffer; readonly nama: string; readonly sumber: string },
): Promise<Ya<string> | Trouble> => {
  const path = `/api/simpeg?name=${encodeURIComponent(nama)}&source=${encodeURIComponent(sumber)}`;
  const headers = { 'content-type': 'application/octet-stream' };
  const incoming = await transport({ method: 'POST', path, headers, body: isi, timeout: UNGGAH });
  if (incoming.kind === 'jawaban' && incoming.response.status === 202) {
    const { id } = (await incoming.response.json()) as { id?: unknown };
    return typeof id === 'string' ? { ok: true, isi: id } : { ok: false, code: 'server_diam', floor: 0 };
  }
  const read = await readAnswer(incoming);
  return read.ok ? { ok: false, code: 'server_diam', floor: 0 } : read;
};

/** Asks how far a file is. */
export const fetchKeadaanImpor = (transport: Transport, id: string): Promise<Ya<KeadaanImpor> | Trouble> =>
  ask(transport, { method: 'GET', path: alamat(id), timeout: TIMEOUT }, KeadaanImpor);

/** Asks for a page of its rows. */
export const fetchHalamanImpor = (
  transport: Transport,
  id: string,
  { saring, cari, mulai }: { readonly saring: Saringan; readonly cari: string; readonly mulai: number },
): Promise<Ya<HalamanImpor> | Trouble> => {
  const path = `${alamat(id)}/rows?show=${saring}&from=${mulai}&find=${encodeURIComponent(cari)}`;
  return ask(transport, { method: 'GET', path, timeout: TIMEOUT }, HalamanImpor);
};

/** Says what the headers mean; the service reads the file again. */
export const sendPadanan = (
  transport: Transport,
  id: string,
  pemetaan: Readonly<Record<string, string | null>>,
): Promise<{ readonly ok: true } | Trouble> =>
  tell(transport, {
    ...{ method: 'PUT', path: `${alamat(id)}/columns`, headers: JSON_TYPE },
    ...{ body: utf8({ pemetaan }), timeout: TIMEOUT },
  });

/** Has it applied. */
export const sendTerapkan = (
  transport: Transport,
  id: string,
  wanted: { readonly kecuali: readonly string[]; readonly yakin: number | null },
): Promise<{ readonly ok: true } | Trouble> =>
  tell(transport, {
    ...{ method: 'POST', path: `${alamat(id)}/apply`, headers: JSON_TYPE },
    ...{ body: utf8(wanted), timeout: TIMEOUT },
  });

/** Takes an import back. */
export const sendUrungkan = (transport: Transport, id: string): Promise<Ya<DiurungkanImpor> | Trouble> =>
  ask(transport, { method: 'DELETE', path: alamat(id), timeout: UNGGAH }, DiurungkanImpor);

/** Where the faulty rows are fetched as a file. */
export const alamatBerkasSalah = (id: string): string => `${alamat(id)}/faults.xlsx`;
