import { spawnSync } from 'node:child_process';
import { text } from '../sim/arguments.ts';

// `npm run fuzz -- [--requests N] [--seed S]`: 20,000 wrong requests to a service in the same process, each seen from
// within: what it changed, which route answered, what the process holds. With `--minutes N` the service of the demo school
// is sent them behind real sockets instead. Ends with 1 where anything is wrong.
if (text('minutes')) await import('./soket.ts');
else {
  const env = {
    ...process.env,
    FUZZ_REQUESTS: text('requests') ?? '20000',
    FUZZ_SEED: text('seed') ?? String(Math.floor(Math.random() * 2 ** 31)),
  };
  const run = ['vitest', 'run', '--project', 'unit', 'tests/api/fuzz.test.ts', '-t', 'from seed'];
  process.exitCode = spawnSync('npx', run, { env, stdio: 'inherit' }).status ?? 1;
}
