import type { AccountDatabase, JournalRow } from '../store/database.ts';
import { openCommands } from '../store/queue.ts';
import { isSendable } from './collect.ts';

/**
 * What waits on this phone, read once for many requests: a queue of thousands would otherwise be read whole before and
 * after each of them. It is only a list of candidates; what is sent is looked at once more.
 */
export const createBacklog = (db: AccountDatabase) => {
  let known: readonly JournalRow[] | null = null;
  const forget = (): void => {
    known = null;
  };
  return {
    /** Open commands as last read. */
    all: async (): Promise<readonly JournalRow[]> => {
      known ??= await openCommands(db);
      return known;
    },
    /** After a change that this list cannot follow: the next look reads anew. */
    forget,
    /** These have their final verdict. */
    settled: (ids: ReadonlySet<string>): void => {
      known = known?.filter(({ id }) => !ids.has(id)) ?? null;
    },
    /** The picked ones of one device as they are now: what its author has given up meanwhile never leaves. */
    fresh: async (picked: readonly JournalRow[]): Promise<JournalRow[]> => {
      const [first, last] = [picked[0], picked.at(-1)];
      if (!first || !last) return [];
      const wanted = new Set(picked.map(({ id }) => id));
      const rows = await db.journal
        .where('[device+number]')
        .between([first.device, first.number], [last.device, last.number], true, true)
        .toArray();
      const found = rows.filter((row) => wanted.has(row.id) && isSendable(row));
      if (found.length < picked.length) forget();
      return found;
    },
  };
};
export type Backlog = ReturnType<typeof createBacklog>;
