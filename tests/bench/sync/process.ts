import { fork } from 'node:child_process';

/** What a question to a process came to: its value, and the milliseconds that it cost in there. */
export type Told = { readonly value: unknown; readonly wall: number; readonly cpu: number };

/** A process of the bench: asked by verbs, ended by `end`. */
export type Running = {
  readonly ask: (verb: string, given?: unknown) => Promise<Told>;
  /** CPU milliseconds since its start. */
  readonly cpu: () => Promise<number>;
  readonly end: () => Promise<void>;
};

type Reply = Told & { readonly id?: number; readonly ready?: true; readonly error?: string };
type Waiting = { readonly resolve: (told: Told) => void; readonly reject: (cause: Error) => void };

/** Starts a script as a process of its own, with flags for Node; resolves once it listens. What it writes goes to stderr. */
export const start = (
  script: string,
  args: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<Running> =>
  new Promise((ready, failed) => {
    const child = fork(script, args, {
      execArgv: [...flags, ...(script.endsWith('.ts') ? ['--import', 'tsx'] : [])],
      stdio: ['ignore', 2, 2, 'ipc'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const waiting = new Map<number, Waiting>();
    let last = 0;
    const ask: Running['ask'] = (verb, given) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        child.send({ id: last, verb, given });
      });
    const running: Running = {
      ask,
      cpu: async () => Number((await ask('cpu')).value),
      end: () =>
        new Promise((resolve) => {
          child.once('exit', () => resolve());
          child.kill();
        }),
    };
    child.on('message', (message) => {
      const reply = message as Reply;
      if (reply.ready) ready(running);
      const one = waiting.get(reply.id ?? 0);
      waiting.delete(reply.id ?? 0);
      if (reply.error) one?.reject(new Error(`${script}: ${reply.error}`));
      else one?.resolve(reply);
    });
    child.once('exit', (code) => {
      const cause = new Error(`${script} ended with ${code}`);
      for (const { reject } of waiting.values()) reject(cause);
      failed(cause);
    });
  });
