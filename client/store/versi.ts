import type { AccountStore } from './database.ts';

/** When a command was written on this phone, epoch ms; 0 for one of another phone. */
export const writtenAt = async ({ db }: AccountStore, command: string): Promise<number> =>
  (await db.journal.get(command))?.at ?? 0;
