import { KeadaanPublikasi, type PilihanPublikasi } from '../../shared/protocol/index.ts';
import { readAnswer, type Trouble } from './answer.ts';
import type { Outgoing, Transport } from './transport.ts';

const TIMEOUT = 30_000;
type Jawaban = { readonly ok: true; readonly isi: KeadaanPublikasi } | Trouble;

const ask = async (transport: Transport, outgoing: Outgoing): Promise<Jawaban> => {
  const read = await readAnswer(await transport(outgoing));
  if (!read.ok) return read;
  const parsed = KeadaanPublikasi.safeParse(read.json);
  return parsed.success ? { ok: true, isi: parsed.data } : { ok: false, code: 'server_diam', floor: 0 };
};

/** Asks what is public. */
export const fetchPublikasi = (transport: Transport): Promise<Jawaban> =>
  ask(transport, { method: 'GET', path: '/api/publication', timeout: TIMEOUT });

/** Chooses what is. */
export const sendPublikasi = (transport: Transport, pilihan: PilihanPublikasi): Promise<Jawaban> =>
  ask(transport, {
    ...{ method: 'PUT', path: '/api/publication', headers: { 'content-type': 'application/json' } },
    ...{ body: new TextEncoder().encode(JSON.stringify(pilihan)), timeout: TIMEOUT },
  });

/** Where the page is shown as it would be. */
export const alamatPratinjau = ({ instansi, tabel }: Pick<PilihanPublikasi, 'instansi' | 'tabel'>): string =>
  `/api/publication/preview?tables=${tabel.join()}&name=${encodeURIComponent(instansi)}`;
