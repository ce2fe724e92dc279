import { liveQuery } from 'dexie';

/**
 * Calls `next` with a query's result now and after every change, by whichever tab or worker, until the returned function
 * is called.
 */
export const watch = <T>(query: () => Promise<T>, next: (value: T) => void): (() => void) => {
  const subscription = liveQuery(query).subscribe({ next, error: () => undefined });
  return () => subscription.unsubscribe();
};
