import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Folder of the project. */
export const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/** The real program in a process of its own, as `npm start` runs it. */
export type Service = {
  readonly url: string;
  readonly child: ChildProcess;
  /** Exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  readonly out: () => string;
  readonly err: () => string;
};

type Options = {
  readonly dataDir: string;
  /** Another copy of the program than this project's. */
  readonly root?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** A start that ended before the service was ready. */
export class StartFailed extends Error {
  readonly code: number | null;
  constructor(code: number | null, err: string) {
    super(`the service ended with ${code} before it was ready: ${err}`);
    this.code = code;
  }
}

/** Starts the service on a free port; rejects with {@link StartFailed} where it ends before it is ready. */
export const startService = ({
  dataDir,
  root = PROJECT,
  args = ['--production'],
  env = {},
}: Options): Promise<Service> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...args], {
      cwd: root,
      env: { PATH: process.env['PATH'], KINERJA_DATA: dataDir, PORT: '0', KINERJA_LOG: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, err]: [string[], string[]] = [[], []];
    const ended = new Promise<number | null>((end) => child.once('close', (code) => end(code)));
    child.stderr.on('data', (bytes) => err.push(String(bytes)));
    child.stdout.on('data', (bytes) => {
      out.push(String(bytes));
      const url = /siap di (http:\S+)/.exec(out.join(''))?.[1];
      if (url) resolve({ url, child, ended, out: () => out.join(''), err: () => err.join('') });
    });
    void ended.then((code) => reject(new StartFailed(code, err.join(''))));
  });

/** Ends the service with a signal and says with which code it went. */
export const endService = ({ child, ended }: Service, signal: NodeJS.Signals): Promise<number | null> => {
  child.kill(signal);
  return ended;
};
