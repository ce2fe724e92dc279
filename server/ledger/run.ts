import type { Store } from '../store/index.ts';
import { presentRoot } from './roots.ts';

/**
 * A run of the service: from the first process that begins on a database until the last one has gone. `era` names it, so
 * that a phone notices that the database may have been another in between; `root` is the run in which the history began
 * that this one goes on with. Every process that has part in it says the same two, or a phone that asks now this one and
 * now that would begin its pages again and again.
 */
export type Run = { readonly era: string; readonly root: string };

type Parts = {
  readonly store: Store;
  /** Epoch ms. */
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
};

/** Begins a run, which gets a name of its own in the table of eras; `cause` is `pulih` where it begins with an older copy. */
export const beginRun = async ({ store, clock, randomBytes }: Parts, cause = 'mulai'): Promise<Run> => {
  const era = `e_${Buffer.from(randomBytes(6)).toString('base64url')}`;
  return store.write(async (tx) => {
    const heads: Record<string, number> = {};
    for (const shard of await tx.shards()) heads[shard] = (await tx.chainHead(shard)).n;
    await tx.putEra({ id: era, startedAt: clock(), cause, heads });
    return { era, root: presentRoot(await tx.eras()) };
  });
};

/** The run that others have begun and are still in. */
export const presentRun = ({ store }: Pick<Parts, 'store'>): Promise<Run> =>
  store.read(async (tx) => {
    const eras = await tx.eras();
    return { era: eras[0]?.id ?? '', root: presentRoot(eras) };
  });
