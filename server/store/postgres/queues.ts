/** Runs a work once all that came before it under any of its keys have ended; those of other keys go on beside it. */
export type InTurn = <T>(keys: readonly string[], work: () => Promise<T>) => Promise<T>;

/**
 * Works of this process that would wait for one another in the database wait here instead, in the order in which they
 * came: there each of them would hold a connection while it waits, and a school that is busy would hold up all others.
 */
export const createQueues = (): InTurn => {
  const last = new Map<string, Promise<void>>();
  return async (keys, work) => {
    const before = keys.map((key) => last.get(key));
    let tell: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      tell = resolve;
    });
    for (const key of keys) last.set(key, mine);
    try {
      await Promise.all(before);
      return await work();
    } finally {
      for (const key of keys) if (last.get(key) === mine) last.delete(key);
      tell();
    }
  };
};
