/** Runs a work after all earlier ones of the same name. */
export type Turns = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** One work at a time under each name: two pieces of one photo must not be written over each other. */
export const createTurns = (): Turns => {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work);
    const done = mine.catch(() => undefined);
    last.set(name, done);
    try {
      return await mine;
    } finally {
      if (last.get(name) === done) last.delete(name);
    }
  };
};
