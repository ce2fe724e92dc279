import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tanggalPada } from '../../../shared/domain/index.ts';
import { type Row, report } from '../measure.ts';
import { accepted, pulled, together } from './contests.ts';

/*
 * `npm run bench -- server [--history N] [--only accepted|together|pulled]`: what our server costs beside a bare handler
 * that keeps the same rows and checks nothing, what sharing a commit saves, and whether a pull costs by its changes or by
 * the history. All in one run; only the ratios mean anything on another machine. Every request is made and signed before
 * it is measured, and CPU is what the server's own process says it has used.
 */

type Options = {
  readonly path: string | undefined;
  readonly history: number;
  readonly only: string | undefined;
};

/** Measures, prints the table, and writes it as JSON where a path is given. */
export const benchServer = async ({ path, history, only }: Options): Promise<void> => {
  const root = mkdtempSync(join(tmpdir(), 'kinerja-server-'));
  const hariIni = tanggalPada(Date.now(), 'Asia/Jakarta');
  const contests: Readonly<Record<string, () => Promise<Row[]>>> = {
    accepted: () => accepted(root, hariIni),
    together: () => together(root, hariIni),
    pulled: () => pulled(root, history),
  };
  try {
    const rows: Row[] = [];
    for (const [name, contest] of Object.entries(contests))
      if (only === undefined || only === name) rows.push(...(await contest()));
    report(rows, { history }, path);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
