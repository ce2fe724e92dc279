import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tanggalPada } from '../../shared/domain/index.ts';
import { district } from '../bench/server/measured.ts';
import { returnToMany } from './many.ts';
import { overload } from './overload.ts';
import { returnOfAll } from './return.ts';
import { waitingOn } from './school-day.ts';

/*
 * `npm run load -- --teachers N --minutes M`: so many phones come back within so many minutes after a day without the
 * server, to one real server on SQLite, which is killed once in the middle. `--overload` instead: three times what it can
 * take. `--servers 3 --postgres`: to so many servers on a PostgreSQL of their own behind a balancer, of which one is killed
 * in the middle and replaced. Ends with 1 where something acknowledged was lost, or somebody never got through.
 */

const numberOf = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name);
  return at > 0 ? Number(process.argv[at + 1]) : otherwise;
};

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

type Started = { readonly url: string; readonly stop: () => Promise<void> };

/** On a server that is made for this run, in memory where there is room: it flushes as ever, but no disk has to. */
const onPostgres = async (): Promise<boolean> => {
  const { startPostgres } = (await import(new URL('../../house/postgres.mjs', import.meta.url).href)) as {
    startPostgres: () => Promise<Started | null>;
  };
  const postgres = await startPostgres();
  if (!postgres) throw new Error('no PostgreSQL here');
  try {
    const { url } = postgres;
    const phones = waitingOn(await district(root, teachers, url), tanggalPada(Date.now(), 'Asia/Jakarta'));
    return await returnToMany({ dataDir: root, url }, phones, {
      servers: numberOf('--servers', 3),
      minutes: numberOf('--minutes', 1),
      say,
    });
  } finally {
    await postgres.stop();
  }
};

const root = mkdtempSync(join(tmpdir(), 'kinerja-beban-'));
const teachers = numberOf('--teachers', 300);
try {
  process.stderr.write(`${teachers} phones are made ready\n`);
  const hariIni = tanggalPada(Date.now(), 'Asia/Jakarta');
  const isGood = process.argv.includes('--postgres')
    ? await onPostgres()
    : process.argv.includes('--overload')
      ? await overload(root, waitingOn(await district(root, teachers), hariIni), say)
      : await returnOfAll(root, waitingOn(await district(root, teachers), hariIni), {
          minutes: numberOf('--minutes', 1),
          say,
        });
  process.exitCode = isGood ? 0 : 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
