import { subscribeLive } from './hold.ts';

/**
 * Calls `next` with a query's result now and after every change, by whichever tab or worker, until the returned function
 * is called.
 */
export const watch = <T>(query: () => Promise<T>, next: (value: T) => void): (() => void) =>
  subscribeLive(query, next, () => undefined);
