// Types, lint, format, walls and unused code, two at a time, with the time of each.
// `npm run check -- types` runs only the steps whose name begins so.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const CACHE = 'node_modules/.cache/tsc';
const LIMIT_SECONDS = 50;
/** TypeScript 7 checks the types, in a quarter of the time; 6 stays for the tools that read code through its API. */
const NATIVE_TSC = '../typescript-native/bin/tsc';

const types = (name, project) => ({
  name: `types ${name}`,
  command: [
    NATIVE_TSC,
    '-p',
    project,
    // Where nobody comes back to the notes, writing them only costs time.
    ...(process.env['CI'] ? [] : ['--incremental', '--tsBuildInfoFile', `${CACHE}/${name}.tsbuildinfo`]),
    '--pretty',
    'false',
  ],
});

/** The longest first, so that two lanes end together. */
const steps = [
  types('tests', 'tests/tsconfig.json'),
  types('client', 'client/tsconfig.json'),
  types('server', 'server/tsconfig.json'),
  types('worker', 'client/tsconfig.sw.json'),
  {
    name: 'walls',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long',
      'client',
      'server',
      'shared',
    ],
  },
  {
    name: 'lint',
    command: ['biome', 'lint', '--error-on-warnings', '--max-diagnostics=60', '--colors=off', '.'],
  },
  {
    name: 'format',
    command: ['biome', 'ci', '--linter-enabled=false', '--reporter=summary', '--colors=off', '.'],
  },
  { name: 'unused code', command: ['knip', '--no-progress'] },
  types('shared', 'shared/tsconfig.json'),
];

/** @param {string[]} command */
const run = ([program, ...args]) =>
  new Promise((resolve) => {
    const child = spawn(`node_modules/.bin/${program}`, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ ok: false, output: String(error) }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });

const seconds = (since) => (performance.now() - since) / 1000;
const wanted = process.argv.slice(2);
const queue = steps.filter(
  ({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
);
const failed = [];
const begun = performance.now();

const lane = async () => {
  for (let step = queue.shift(); step; step = queue.shift()) {
    const since = performance.now();
    const { ok, output } = await run(step.command);
    process.stdout.write(
      `${ok ? 'ok  ' : 'FAIL'} ${step.name.padEnd(18)}${seconds(since).toFixed(1).padStart(6)} s\n`,
    );
    if (!ok) failed.push({ name: step.name, output });
  }
};

mkdirSync(CACHE, { recursive: true });
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
for (const { name, output } of failed) process.stdout.write(`\n── ${name} ──\n${output.trim()}\n`);

const total = seconds(begun);
const verdict = failed.length === 0 ? 'all ok' : `failed: ${failed.map(({ name }) => name).join(', ')}`;
process.stdout.write(`\ncheck: ${verdict}, ${total.toFixed(1)} s (limit ${LIMIT_SECONDS} s)\n`);
process.exit(failed.length === 0 ? 0 : 1);
