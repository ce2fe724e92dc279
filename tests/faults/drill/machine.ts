import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../server/config.ts';
import { type RunningServer, startServer } from '../../../server/listen.ts';
import { PROJECT } from '../support/process.ts';

/** A person of the demo school who can sign in. */
export type Warga = RunningServer['seeded'][number];

/** The real service as a process of its own, its data on one disk and its copies on another. */
export type Machine = {
  readonly url: string;
  readonly dataDir: string;
  /** Address of the PostgreSQL database that keeps its data; absent where a file does. */
  readonly database?: string | undefined;
  readonly place: string;
  readonly seeded: readonly Warga[];
  /** Starts it and resolves once it says that it is ready; ms that took. */
  readonly start: () => Promise<number>;
  /** SIGKILL: nothing is finished, nothing is said. */
  readonly kill: () => Promise<void>;
  /** SIGTERM, and its end awaited. */
  readonly stop: () => Promise<void>;
  /** The disk with the data is gone, photos and secrets too; the one with the copies is not. */
  readonly destroyData: () => void;
  /** `npm run backup`, `restore` or `ledger`, and what it printed. Throws where it ends with anything but 0. */
  readonly npm: (script: 'backup' | 'restore' | 'ledger', ...args: readonly string[]) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** Lays down the demo school; only the start that does so knows everybody's passphrase. */
const seed = async (
  env: Readonly<Record<string, string>>,
): Promise<{ url: string; seeded: Machine['seeded'] }> => {
  const read = readConfig({ ...env, PORT: '0' });
  if (!read.ok) throw new Error(read.kalimat.join(' '));
  const { url, seeded, close } = await startServer({ config: read.config });
  await close();
  return { url, seeded };
};

const wordsOf = (child: ChildProcess): { text: string } => {
  const heard = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => {
      heard.text += piece.toString();
    });
  return heard;
};

const isReady = (child: ChildProcess, heard: { text: string }): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (heard.text.includes('siap di')) resolve();
    });
    child.on('exit', (code) => reject(new Error(`the service ended with ${code}: ${heard.text}`)));
  });

/**
 * Starts the demo school in folders of its own, on a port that stays the same through every restart; `program` is
 * another copy of the program than this project's, `database` a PostgreSQL that keeps the data.
 */
export const aMachine = async (program: string = PROJECT, database?: string): Promise<Machine> => {
  const root = mkdtempSync(join(tmpdir(), 'kinerja-latihan-'));
  const [dataDir, place] = [join(root, 'data'), join(root, 'cadangan')];
  const folders = { KINERJA_DATA: dataDir, KINERJA_CADANGAN: place };
  const fixed = {
    ...folders,
    ...(database ? { DATABASE_URL: database } : {}),
    KINERJA_CADANGAN_TIAP: '0',
    KINERJA_LOG: 'warn',
  };
  const { url, seeded } = await seed(fixed);
  const env = { ...process.env, ...fixed, PORT: new URL(url).port };
  let child: ChildProcess | null = null;

  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null) return;
    const ended = once(ending, 'exit');
    ending.kill(signal);
    await ended;
  };
  const start = async (): Promise<number> => {
    const began = performance.now();
    child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { cwd: program, env });
    await isReady(child, wordsOf(child));
    return performance.now() - began;
  };
  const npm: Machine['npm'] = async (script, ...args) => {
    const rest = args.length > 0 ? ['--', ...args] : [];
    const command = spawn('npm', ['run', '--silent', script, ...rest], { cwd: program, env });
    const heard = wordsOf(command);
    const [code] = (await once(command, 'close')) as [number | null];
    if (code !== 0) throw new Error(`npm run ${script} ended with ${code}: ${heard.text}`);
    return heard.text;
  };
  return {
    url,
    dataDir,
    database,
    place,
    seeded,
    start,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    destroyData: () => rmSync(dataDir, { recursive: true, force: true }),
    npm,
    close: async () => {
      await end('SIGKILL');
      rmSync(root, { recursive: true, force: true });
    },
  };
};
