import { fromWireCommand, type SyncRequest } from '../../shared/protocol/index.ts';
import type { Store } from '../store/index.ts';
import { hashOf } from './chain.ts';

/** True where every command of a request has its verdict already, and nothing is given back: sent again it changes nothing. */
export const isKnownWhole = (store: Store, { dev, ops, give }: SyncRequest): Promise<boolean> =>
  store.read(async (tx) => {
    for (const op of ops) {
      const hash = hashOf(fromWireCommand(op));
      if (!(await tx.commandsByNumber(dev, op.n)).some((known) => known.hash === hash)) return false;
    }
    return give === undefined;
  });
