import { PengingatAnswer, type PengingatRequest } from '../../shared/protocol/index.ts';
import { readAnswer, type Trouble } from './answer.ts';
import type { Incoming, Transport } from './transport.ts';

const TIMEOUT = 30_000;
const PATH = '/api/reminder';

type Answered = ({ readonly ok: true } & PengingatAnswer) | Trouble;

const read = async (incoming: Incoming): Promise<Answered> => {
  const answer = await readAnswer(incoming);
  if (!answer.ok) return answer;
  const parsed = PengingatAnswer.safeParse(answer.json);
  return parsed.success ? { ok: true, ...parsed.data } : { ok: false, code: 'server_diam', floor: 0 };
};

/** Whether the service reminds, and what it knows of this phone. */
export const fetchReminder = async (transport: Transport): Promise<Answered> =>
  read(await transport({ method: 'GET', path: PATH, timeout: TIMEOUT }));

/** Asks to be woken at an hour, on days. */
export const putReminder = async (transport: Transport, wanted: PengingatRequest): Promise<Answered> => {
  const body = new TextEncoder().encode(JSON.stringify(wanted));
  const headers = { 'content-type': 'application/json' };
  return read(await transport({ method: 'PUT', path: PATH, headers, body, timeout: TIMEOUT }));
};

/** Asks to be woken no more. */
export const endReminder = async (transport: Transport): Promise<{ readonly ok: true } | Trouble> => {
  const incoming = await transport({ method: 'DELETE', path: PATH, timeout: TIMEOUT });
  if (incoming.kind === 'jawaban' && incoming.response.status === 204) return { ok: true };
  const answer = await readAnswer(incoming);
  return answer.ok ? { ok: false, code: 'server_diam', floor: 0 } : answer;
};
