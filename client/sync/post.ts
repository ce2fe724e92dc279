import {
  packRequest,
  type SyncAnswer,
  SyncAnswer as SyncAnswerSchema,
  type SyncRequest,
  unpackAnswer,
} from '../../shared/protocol/index.ts';
import type { JournalRow } from '../store/database.ts';
import { confirmPortal, readAnswer, type Trouble } from './answer.ts';
import { wireBytes } from './collect.ts';
import { matchVerdicts } from './settle.ts';
import { deflate, type Signer, type Transport } from './transport.ts';

/** What came of one request; `bytes` is what its commands weigh each by itself, as a budget counts them. */
export type Posted = ({ readonly ok: true; readonly answer: SyncAnswer } | Trouble) & {
  readonly bytes: number;
};

const SILENT: Trouble = { ok: false, code: 'server_diam', floor: 0 };

/**
 * Signs, deflates and posts a request, waits `patience` ms for the answer; believes an answer only if it is whole and answers each
 * of `rows` in order.
 */
export const postSync = async (
  {
    transport,
    sign,
    patience,
    beban,
  }: {
    readonly transport: Transport;
    readonly sign: Signer;
    readonly patience: number;
    /** Burden of a week, with her consent: beside what is signed, so that it is kept with nobody's name. */
    readonly beban?: string | undefined;
  },
  request: SyncRequest,
  rows: readonly JournalRow[],
): Promise<Posted> => {
  const weight = rows.reduce((sum, row) => sum + wireBytes(row), 0);
  const bytes = new TextEncoder().encode(JSON.stringify(packRequest(request)));
  const { body, encoding } = await deflate(bytes);
  const headers = {
    'content-type': 'application/json',
    'kinerja-signature': await sign(bytes),
    ...(beban ? { 'kinerja-beban': beban } : {}),
    ...(encoding ? { 'content-encoding': encoding } : {}),
  };
  const incoming = await transport({ method: 'POST', path: '/api/sync', headers, body, timeout: patience });
  const read = await readAnswer(incoming);
  if (!read.ok) return { ...(await confirmPortal(read, transport)), bytes: weight };
  const parsed = SyncAnswerSchema.safeParse(unpackAnswer(read.json));
  const isAnswer = parsed.success && matchVerdicts(rows, parsed.data) !== null;
  return { ...(isAnswer ? { ok: true, answer: parsed.data } : SILENT), bytes: weight };
};
