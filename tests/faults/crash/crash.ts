import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { aSchool } from '../support/school.ts';
import { aWorkFolder } from '../support/workplace.ts';
import { playCrashes } from './rounds.ts';

// `npm run crash -- --rounds 200 [--seed 7]`: the real service is killed under load again and again.
const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } });
const rounds = Number(values.rounds ?? 200);
const seed = Number(values.seed ?? 1);

const place = aWorkFolder();
const started = performance.now();
try {
  const report = await playCrashes({
    school: await aSchool(join(place.folder, 'sekolah')),
    folder: join(place.folder, 'data'),
    rounds,
    seed,
    onRound: (round, { acknowledged }) => {
      if (round % 20 === 0) process.stderr.write(`round ${round}: ${acknowledged} commands acknowledged\n`);
    },
  });
  const { faults, ...counts } = report;
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`${JSON.stringify({ rounds, seed, seconds, ...counts, faults: faults.length })}\n`);
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  place.remove();
}
