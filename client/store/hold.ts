import { Dexie } from 'dexie';

/** What live queries wait for before they ask the database; null while nothing is held. */
let held: Promise<unknown> | null = null;

/** Nobody is kept from the truth for longer, whatever becomes of what was waited for. */
const LONGEST_MS = 1000;

const within = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/**
 * Holds live queries back until `until` has settled, `longest` ms at most. What somebody waits for (her entry on the screen,
 * the first frame of a cold start) is on the way, and a phone that reads every list anew at that moment paints it later.
 * Nothing is missed: what changes meanwhile is in what is read afterwards.
 */
export const holdLive = (until: Promise<unknown>, longest = LONGEST_MS): void => {
  const mine = Promise.race([until.catch(() => undefined), within(longest)]);
  held = mine;
  void mine.then(() => {
    if (held === mine) held = null;
  });
};

/** Resolves when nothing is held any more. */
export const freed = async (): Promise<void> => {
  await held;
};

/** A live query that waits for what is held. By Dexie's own promise: it carries on what the query reads. */
export const whenFree =
  <T>(query: () => Promise<T> | T) =>
  (): Promise<T> | T =>
    held ? Dexie.Promise.resolve(held).then(query) : query();
