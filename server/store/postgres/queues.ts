import { StoreUnavailableError } from '../port.ts';

/** Runs a work once all that came before it under any of its keys have ended; those of other keys go on beside it. */
export type InTurn = <T>(keys: readonly string[], work: () => Promise<T>) => Promise<T>;

/** True where it came in time (ms). */
const isInTime = async (awaited: Promise<unknown>, patience: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  try {
    return await Promise.race([awaited.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Works of this process that would wait for one another in the database wait here instead, in the order in which they
 * came: there each of them would hold a connection while it waits, and a school that is busy would hold up all others.
 * Whoever has waited so long (ms) comes later: behind a database that answers nobody, each would wait for all before it.
 */
export const createQueues = (patience: number): InTurn => {
  const last = new Map<string, Promise<void>>();
  return async (keys, work) => {
    const before = Promise.all(keys.map((key) => last.get(key)));
    let tell: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      tell = resolve;
    });
    for (const key of keys) last.set(key, mine);
    const leave = (): void => {
      for (const key of keys) if (last.get(key) === mine) last.delete(key);
      tell();
    };
    if (!(await isInTime(before, patience))) {
      // Its place stays until those before have ended: whoever comes later waits for them through it.
      void before.then(leave);
      throw new StoreUnavailableError(false, { cause: new Error('waited too long for its turn') });
    }
    try {
      return await work();
    } finally {
      leave();
    }
  };
};
