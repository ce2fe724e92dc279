import { liveQuery } from 'dexie';

type Live = { readonly start: () => void; readonly stop: () => void };

/** Every live query of the page. */
const all = new Set<Live>();
/** What they wait for before they ask the database; null while nothing is held. */
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
 * Nothing is missed: afterwards each of them asks from the start.
 */
export const holdLive = (until: Promise<unknown>, longest = LONGEST_MS): void => {
  const mine = Promise.race([until.catch(() => undefined), within(longest)]);
  held = mine;
  for (const { stop } of all) stop();
  void mine.then(() => {
    if (held !== mine) return;
    held = null;
    for (const { start } of all) start();
  });
};

/** Resolves when nothing is held any more. */
export const freed = async (): Promise<void> => {
  await held;
};

/** Dexie's live query, held back with the others; ends with the returned function. */
export const subscribeLive = <T>(
  query: () => Promise<T> | T,
  next: (value: T) => void,
  error: (cause: unknown) => void,
): (() => void) => {
  let subscription: { readonly unsubscribe: () => void } | null = null;
  const live: Live = {
    start: () => {
      subscription ??= liveQuery(query).subscribe({ next, error });
    },
    stop: () => {
      subscription?.unsubscribe();
      subscription = null;
    },
  };
  all.add(live);
  if (!held) live.start();
  return () => {
    all.delete(live);
    live.stop();
  };
};
