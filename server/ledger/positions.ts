import { type Position, type Refusal, refuse, scopeName } from '../../shared/protocol/index.ts';
import type { ReadTx, StoredGrant } from '../store/index.ts';
import { wireHash } from './chain.ts';

/**
 * `sejarah_berubah` with the first scope whose position is not on this server's chain: it was restored from an older
 * copy or rewritten, and the phone knows more than it does. Scopes that the person never held are passed over, so that
 * it tells nothing; those whose right is gone count, since what was accepted in them may be lost as well and only this
 * phone knows: `grants` are all of hers, past ones too. Asked before anything else of a request is looked at.
 */
export const checkPositions = async (
  tx: ReadTx,
  grants: readonly StoredGrant[],
  positions: Readonly<Record<string, Position>>,
): Promise<Refusal | null> => {
  for (const { shard, view } of grants) {
    const scope = scopeName(shard, view);
    const position = positions[scope];
    if (position && !(await isOnChain(tx, shard, position))) return refuse('sejarah_berubah', { scope });
  }
  return null;
};

const isOnChain = async (tx: ReadTx, shard: string, { n, h }: Position): Promise<boolean> => {
  if (n === 0) return h === '';
  const found = await tx.chainHashAt(shard, n);
  return found !== null && wireHash(found) === h;
};
