import { liveQuery } from 'dexie';
import { whenFree } from './hold.ts';

/**
 * Calls `next` with a query's result now and after every change, by whichever tab or worker, until the returned function
 * is called.
 */
export const watch = <T>(query: () => Promise<T>, next: (value: T) => void): (() => void) => {
  const subscription = liveQuery(whenFree(query)).subscribe({ next, error: () => undefined });
  return () => subscription.unsubscribe();
};
