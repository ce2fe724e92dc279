import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { tanggalPada } from '../../../shared/domain/index.ts';
import { median, report, stage } from '../measure.ts';
import { type Contestant, contest, type Figures, type Run } from './contest.ts';
import { someEntries } from './entries.ts';
import { goalRows } from './goals.ts';

const PEERS = fileURLToPath(new URL('../peers', import.meta.url));

const peer = (name: string, script: string, option?: string): Contestant => ({
  name,
  server: `../peers/${script}-server.mjs`,
  client: `../peers/${script}-page.mjs`,
  option,
});
const ours: Contestant = { name: 'ours', server: 'ours-server.ts', client: 'ours-page.ts' };
const pouchdb = peer('PouchDB', 'pouchdb');
const rxdb = peer('RxDB', 'rxdb');
/** Its client keeps nothing: for comparison only. */
const rxdbInMemory = peer('RxDB in memory', 'rxdb', 'memory');

/** Automerge is the leanest in bytes; with 10,000 it takes minutes. */
const PLAN: readonly { readonly count: number; readonly of: readonly Contestant[] }[] = [
  { count: 1000, of: [ours, pouchdb, rxdb, rxdbInMemory, peer('Automerge', 'automerge')] },
  { count: 10_000, of: [ours, pouchdb, rxdb, rxdbInMemory] },
];
const STEPS = ['push', 'again', 'pull', 'nothing', 'changeUp', 'changeDown'] as const;

const installPeers = (): void => {
  if (existsSync(`${PEERS}/node_modules`)) return;
  stage('installing the peers');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: PEERS,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('the peers could not be installed: npm ci in tests/bench/peers');
};

type Key = `${string} ${number}`;
type Results = Map<Key, Run[]>;

const runAll = async (times: number): Promise<Results> => {
  const results: Results = new Map();
  const hariIni = tanggalPada(Date.now(), 'Asia/Jakarta');
  for (let time = 1; time <= times; time += 1)
    for (const { count, of } of PLAN) {
      const entries = someEntries(count, hariIni);
      for (const contestant of of) {
        stage(`${time} of ${times}: ${contestant.name}, ${count} entries`);
        const key: Key = `${contestant.name} ${count}`;
        results.set(key, [...(results.get(key) ?? []), await contest(contestant, entries)]);
      }
    }
  return results;
};

const line = (name: string, figures: readonly Figures[]): string => {
  const middle = (of: (one: Figures) => number): string =>
    Math.round(median(figures.map(of)))
      .toLocaleString('en')
      .padStart(11);
  return [
    name.padEnd(34),
    middle(({ up }) => up),
    middle(({ down }) => down),
    middle(({ requests }) => requests),
    middle(({ wall }) => wall),
    middle(({ clientCpu }) => clientCpu),
    middle(({ serverCpu }) => serverCpu),
  ].join('');
};

const printFigures = (results: Results): void => {
  const heads = ['bytes up', 'bytes down', 'requests', 'wall ms', 'client CPU', 'server CPU'];
  process.stdout.write(`${'medians'.padEnd(34)}${heads.map((head) => head.padStart(11)).join('')}\n`);
  for (const [key, runs] of results) {
    for (const step of STEPS)
      process.stdout.write(
        `${line(
          `${key} ${step}`,
          runs.map((run) => run[step]),
        )}\n`,
      );
    const disk = Math.round(median(runs.map((run) => run.disk)));
    process.stdout.write(`${`${key} server disk`.padEnd(34)}${String(disk).padStart(11)} bytes an entry\n`);
  }
  process.stdout.write('\n');
};

/** Our sync and its peers, one after the other with the same entries, `times` over: figures, then goals by their medians. */
export const benchSync = async ({
  path,
  times,
}: {
  path: string | undefined;
  times: number;
}): Promise<void> => {
  installPeers();
  const results = await runAll(times);
  printFigures(results);
  const figures = Object.fromEntries(results);
  report(
    goalRows((name, count) => results.get(`${name} ${count}`) ?? []),
    { node: process.version, cores: cpus().length, times, figures },
    path,
  );
};
