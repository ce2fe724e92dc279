import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Store } from '../../store/index.ts';
import { writeWhole } from './manifest.ts';
import { isOnChain } from './stable.ts';

/*
 * Beside the database lies a note of where its ledgers stood. A database put back by hand no longer reaches that far, and
 * the service notices at its start; the restore tool leaves a word of its own, since it may start from an empty folder.
 */

const Note = z.object({ positions: z.record(z.string(), z.object({ n: z.int(), h: z.string() })) });

const notePath = (dataDir: string): string => join(dataDir, 'kepala.json');
const wordPath = (dataDir: string): string => join(dataDir, 'dipulihkan');

/** Notes where every ledger stands now. */
export const noteHeads = async (store: Pick<Store, 'read'>, dataDir: string): Promise<void> => {
  const positions = await store.read(async (tx) => {
    const found: Record<string, { n: number; h: string }> = {};
    for (const shard of await tx.shards()) {
      const { n, h } = await tx.chainHead(shard);
      found[shard] = { n, h: Buffer.from(h).toString('hex') };
    }
    return found;
  });
  writeWhole(notePath(dataDir), JSON.stringify({ positions }));
};

const readNote = (dataDir: string): z.infer<typeof Note> | null => {
  try {
    return Note.parse(JSON.parse(readFileSync(notePath(dataDir), 'utf8')));
  } catch {
    // Missing or half written: then only the phones can tell.
    return null;
  }
};

/** The restore tool's word to the next start. */
export const leaveWord = (dataDir: string, from: string): void => writeWhole(wordPath(dataDir), `${from}\n`);

/** True where the database is an older one than this folder had. Takes the restore tool's word away. */
export const wasPutBack = async (store: Pick<Store, 'read'>, dataDir: string): Promise<boolean> => {
  if (existsSync(wordPath(dataDir))) {
    renameSync(wordPath(dataDir), `${wordPath(dataDir)}-terakhir`);
    return true;
  }
  const note = readNote(dataDir);
  return note !== null && !(await store.read((tx) => isOnChain(tx, note)));
};
