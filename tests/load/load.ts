import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tanggalPada } from '../../shared/domain/index.ts';
import { district } from '../bench/server/measured.ts';
import { overload } from './overload.ts';
import { returnOfAll } from './return.ts';
import { waitingOn } from './school-day.ts';

/*
 * `npm run load -- --teachers N --minutes M`: so many phones come back within so many minutes after a day without the
 * server, to one real server on SQLite, which is killed once in the middle. `--overload` instead: three times what it can
 * take. Ends with 1 where something acknowledged was lost, or somebody never got through.
 */

const numberOf = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name);
  return at > 0 ? Number(process.argv[at + 1]) : otherwise;
};

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const root = mkdtempSync(join(tmpdir(), 'kinerja-beban-'));
const teachers = numberOf('--teachers', 300);
try {
  process.stderr.write(`${teachers} phones are made ready\n`);
  const phones = waitingOn(await district(root, teachers), tanggalPada(Date.now(), 'Asia/Jakarta'));
  const isGood = process.argv.includes('--overload')
    ? await overload(root, phones, say)
    : await returnOfAll(root, phones, { minutes: numberOf('--minutes', 1), say });
  process.exitCode = isGood ? 0 : 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
