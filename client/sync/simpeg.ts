import {
  DaftarImpor,
  DiurungkanImpor,
  HalamanImpor,
  KeadaanImpor,
  type Saringan,
  type TerapkanImpor,
} from '../../shared/protocol/index.ts';
import { readAnswer, type Trouble } from './answer.ts';
import { ask, jsonOf, tell, type Ya } from './ask.ts';
import type { Transport } from './transport.ts';

/** A file of some megabytes over an office's line. */
const UNGGAH = 300_000;

const alamat = (id: string): string => `/api/simpeg/${encodeURIComponent(id)}`;

/** Asks for the imports that were made. */
export const fetchDaftarImpor = (transport: Transport): Promise<Ya<DaftarImpor> | Trouble> =>
  ask(transport, { method: 'GET', path: '/api/simpeg' }, DaftarImpor);

/** Sends a file; its id comes back while the service reads it. */
export const sendBerkasImpor = async (
  transport: Transport,
  { isi, nama, sumber }: { readonly isi: ArrayBuffer; readonly nama: string; readonly sumber: string },
): Promise<Ya<string> | Trouble> => {
  const path = `/api/simpeg?name=${encodeURIComponent(nama)}&source=${encodeURIComponent(sumber)}`;
  const headers = { 'content-type': 'application/octet-stream' };
  return fileOf(await transport({ method: 'POST', path, headers, body: isi, timeout: UNGGAH }));
};

/** The upload that an answer names. */
const fileOf = async (incoming: Awaited<ReturnType<Transport>>): Promise<Ya<string> | Trouble> => {
  if (incoming.kind === 'jawaban' && incoming.response.status === 202) {
    const { id } = (await incoming.response.json()) as { id?: unknown };
    return typeof id === 'string' ? { ok: true, isi: id } : { ok: false, code: 'server_diam', floor: 0 };
  }
  const read = await readAnswer(incoming);
  return read.ok ? { ok: false, code: 'server_diam', floor: 0 } : read;
};

/** Asks how far a file is. */
export const fetchKeadaanImpor = (transport: Transport, id: string): Promise<Ya<KeadaanImpor> | Trouble> =>
  ask(transport, { method: 'GET', path: alamat(id) }, KeadaanImpor);

/** Asks for a page of its rows. */
export const fetchHalamanImpor = (
  transport: Transport,
  id: string,
  { saring, cari, mulai }: { readonly saring: Saringan; readonly cari: string; readonly mulai: number },
): Promise<Ya<HalamanImpor> | Trouble> => {
  const path = `${alamat(id)}/rows?show=${saring}&from=${mulai}&find=${encodeURIComponent(cari)}`;
  return ask(transport, { method: 'GET', path }, HalamanImpor);
};

/** Says what the headers mean; the service reads the file again. */
export const sendPadanan = (
  transport: Transport,
  id: string,
  pemetaan: Readonly<Record<string, string | null>>,
): Promise<{ readonly ok: true } | Trouble> =>
  tell(transport, { method: 'PUT', path: `${alamat(id)}/columns`, ...jsonOf({ pemetaan }) });

/** Has it applied. */
export const sendTerapkan = (
  transport: Transport,
  id: string,
  wanted: TerapkanImpor,
): Promise<{ readonly ok: true } | Trouble> =>
  tell(transport, { method: 'POST', path: `${alamat(id)}/apply`, ...jsonOf(wanted) });

/** Goes on with one that broke off; the upload that says how far it is. */
export const sendLanjutkan = async (transport: Transport, id: string): Promise<Ya<string> | Trouble> =>
  fileOf(await transport({ method: 'POST', path: `${alamat(id)}/continue`, timeout: UNGGAH }));

/** Takes an import back. */
export const sendUrungkan = (transport: Transport, id: string): Promise<Ya<DiurungkanImpor> | Trouble> =>
  ask(transport, { method: 'DELETE', path: alamat(id), timeout: UNGGAH }, DiurungkanImpor);

/** Where the faulty rows are fetched as a file. */
export const alamatBerkasSalah = (id: string): string => `${alamat(id)}/faults.xlsx`;
