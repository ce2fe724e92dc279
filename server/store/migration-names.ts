import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the changes of the tables in a folder of drizzle's, in order. */
export const migrationNames = (folder: string): readonly string[] => {
  const journal = readFileSync(join(folder, 'meta/_journal.json'), 'utf8');
  return (JSON.parse(journal) as { entries: { tag: string }[] }).entries.map(({ tag }) => tag);
};
