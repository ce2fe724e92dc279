import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeWhole } from './manifest.ts';

/*
 * `npm run backup` beside a running service: only the service may touch the database, so the command line leaves a note
 * in the data folder and reads from another how far it is.
 */

const Report = z.object({
  part: z.enum(['basisdata', 'periksa', 'foto', 'selesai', 'gagal']),
  done: z.int(),
  total: z.int(),
  /** Id of the copy when done, else what went wrong. */
  text: z.string(),
});
export type Report = z.infer<typeof Report>;

const requestPath = (dataDir: string): string => join(dataDir, 'cadangan-diminta');
const reportPath = (dataDir: string): string => join(dataDir, 'cadangan-laporan.json');

/** Asks the running service for a copy. */
export const askForCopy = (dataDir: string): void => {
  rmSync(reportPath(dataDir), { force: true });
  writeWhole(requestPath(dataDir), 'minta\n');
};

/** True where somebody asked; the note is taken away. */
export const takeRequest = (dataDir: string): boolean => {
  if (!existsSync(requestPath(dataDir))) return false;
  rmSync(requestPath(dataDir), { force: true });
  return true;
};

/** Says how far the service is. */
export const putReport = (dataDir: string, report: Report): void =>
  writeWhole(reportPath(dataDir), JSON.stringify(report));

/** How far the service is; null before it has begun. */
export const readReport = (dataDir: string): Report | null => {
  try {
    return Report.parse(JSON.parse(readFileSync(reportPath(dataDir), 'utf8')));
  } catch {
    // Not there yet.
    return null;
  }
};
