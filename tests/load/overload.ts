import { setTimeout as pause } from 'node:timers/promises';
import { endService, startService } from '../faults/support/process.ts';
import { say as ask, type Heard } from './line.ts';
import type { Waiting } from './phone.ts';
import { rank, TOKEN, watchGenerator, watchServer } from './watch.ts';

const TIMES = 3;
const CLIENTS = 48;
/** Of the phones: so many find out what it can take, so many come after it is over. */
const SHARES = { first: 0.2, last: 0.05 } as const;
const REST = 5_000;
const LATE_MS = 50;

type Came = { readonly status: number; readonly ms: number; readonly hasRetryAfter: boolean };

const one = async (port: number, { text }: Waiting): Promise<Came> => {
  const since = performance.now();
  const heard: Heard | null = await ask(port, { method: 'POST', path: '/api/sync', ...text }, false).catch(
    () => null,
  );
  return {
    status: heard?.status ?? 0,
    ms: performance.now() - since,
    hasRetryAfter: (heard?.retryAfter ?? 0) > 0,
  };
};

/** As many at once as keep it busy, each after the last: entries and requests a second that it can take. */
const most = async (port: number, phones: readonly Waiting[]): Promise<number> => {
  const queue = [...phones];
  const began = performance.now();
  let taken = 0;
  const client = async (): Promise<void> => {
    for (let phone = queue.shift(); phone; phone = queue.shift())
      if ((await one(port, phone)).status === 200) taken += 1;
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return taken / ((performance.now() - began) / 1000);
};

/** By the clock, whatever becomes of those before. */
const open = async (
  port: number,
  phones: readonly Waiting[],
  perSecond: number,
): Promise<{ came: Came[]; seconds: number }> => {
  const began = performance.now();
  const came = await Promise.all(
    phones.map(async (phone, i) => {
      await pause((i / perSecond) * 1000);
      return one(port, phone);
    }),
  );
  return { came, seconds: (performance.now() - began) / 1000 };
};

/** Three times what it can take: what it does then, and how it is afterwards. */
export const overload = async (
  dataDir: string,
  phones: readonly Waiting[],
  say: (line: string) => void,
): Promise<boolean> => {
  const service = await startService({ dataDir, env: { KINERJA_METRIK: TOKEN, KINERJA_CADANGAN_TIAP: '0' } });
  const port = Number(new URL(service.url).port);
  const [first, last] = [Math.floor(phones.length * SHARES.first), Math.floor(phones.length * SHARES.last)];
  // The first ones only warm it up.
  await most(port, phones.slice(0, first / 2));
  const limit = await most(port, phones.slice(first / 2, first));
  const watched = watchServer({ url: service.url, pid: service.child.pid ?? 0 });
  const generator = watchGenerator();
  const { came, seconds } = await open(port, phones.slice(first, -last), limit * TIMES);
  const lateness = generator.stop();
  await pause(REST);
  const after = await open(port, phones.slice(-last), limit / 4);
  const { rssMiB, lagP99Ms } = watched.stop();
  await endService(service, 'SIGTERM');
  const taken = came.filter(({ status }) => status === 200);
  const refused = came.filter(({ status }) => status === 503);
  const goodput = taken.length / seconds;
  const other = came.length - taken.length - refused.length;
  const p99 = (list: readonly Came[]): string =>
    `p99 ${Math.round(
      rank(
        list.map((x) => x.ms),
        0.99,
      ),
    )} ms`;
  say(
    `it can take ${limit.toFixed(0)} phones a second; ${came.length} came at ${(limit * TIMES).toFixed(0)} a second`,
  );
  say(
    `taken ${taken.length} (${goodput.toFixed(0)} a second, ${(goodput / limit).toFixed(2)} of what it can), ${p99(taken)}`,
  );
  say(
    `told to come later ${refused.length}, without Retry-After ${refused.filter((x) => !x.hasRetryAfter).length}, ${p99(refused)}; neither ${other}`,
  );
  say(
    `five seconds later: ${p99(after.came)} of ${after.came.length}, taken ${after.came.filter(({ status }) => status === 200).length}`,
  );
  say(
    `server: memory at most ${rssMiB.toFixed(0)} MiB, event loop late p99 ${lagP99Ms.toFixed(0)} ms; generator late by ${lateness.toFixed(0)} ms${lateness > LATE_MS ? ': this run is void' : ''}`,
  );
  return other === 0 && refused.every((x) => x.hasRetryAfter);
};
