import { RecoveryAnswer } from '../../shared/protocol/index.ts';
import { type AccountStore, getMeta, setMeta } from '../store/database.ts';
import { readAnswer } from './answer.ts';
import type { Transport } from './transport.ts';

const AT_MOST_EVERY = 600_000;
const TIMEOUT = 20_000;

/**
 * Asks, every ten minutes at most, what the server has lost and had back, and keeps the answer for reading without
 * network. Where there is no answer, what was known stays. `now` is epoch ms.
 */
export const refreshRecovery = async (
  { db }: AccountStore,
  transport: Transport,
  now: number,
): Promise<void> => {
  const known = await getMeta(db, 'pemulihan');
  if (known && now - known.at < AT_MOST_EVERY) return;
  const read = await readAnswer(await transport({ method: 'GET', path: '/api/recovery', timeout: TIMEOUT }));
  const parsed = read.ok ? RecoveryAnswer.safeParse(read.json) : null;
  if (parsed?.success) await setMeta(db, 'pemulihan', { at: now, list: parsed.data.list });
};
