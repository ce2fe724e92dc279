import { statSync } from 'node:fs';
import { verifyLedger } from '../../ledger/index.ts';
import { openSqliteCopy, type ReadTx } from '../../store/index.ts';
import { type Manifest, Manifest as ManifestSchema } from './manifest.ts';

/** What was found in a copy that is sound. */
export type Contents = Pick<Manifest, 'positions' | 'counts' | 'bytes'>;
export const Contents = ManifestSchema.pick({ positions: true, counts: true, bytes: true });

const positionsIn = async (tx: ReadTx): Promise<Manifest['positions']> => {
  const positions: Manifest['positions'] = {};
  for (const shard of await tx.shards()) {
    const { n, h } = await tx.chainHead(shard);
    positions[shard] = { n, h: Buffer.from(h).toString('hex') };
  }
  return positions;
};

/**
 * Opens a copy, has the database check itself, recomputes every chain, and counts. Throws with what is wrong: a copy that
 * was never opened is no copy.
 */
export const checkCopy = async (path: string): Promise<Contents> => {
  const copy = openSqliteCopy(path);
  try {
    const fault = copy.fault();
    if (fault) throw new Error(`the database of the copy is damaged: ${fault}`);
    const found = await verifyLedger(copy);
    if (!found.ok) throw new Error(`the chain of ${found.shard} breaks at line ${found.n} (${found.fault})`);
    const [positions, counts] = await Promise.all([copy.read(positionsIn), copy.read((tx) => tx.counts())]);
    return { positions, counts, bytes: statSync(path).size };
  } finally {
    await copy.close();
  }
};
