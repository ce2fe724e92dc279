import { setTimeout as pause } from 'node:timers/promises';
import { endService, type Service, startService } from '../faults/support/process.ts';
import { comeBack, nothingSeen, type Seen, type Waiting } from './phone.ts';
import { isSound, missingIn } from './school-day.ts';
import { rank, TOKEN, watchGenerator, watchServer } from './watch.ts';

const MINUTE = 60_000;
/** How long after the last arrival everything must be through. */
const PATIENCE = 10 * MINUTE;
/** A generator that was later than this says nothing of the server. */
const LATE_MS = 50;

const startIn = (dataDir: string): Promise<Service> =>
  startService({ dataDir, env: { KINERJA_METRIK: TOKEN, KINERJA_CADANGAN_TIAP: '0' } });

export const ms = (value: number): string => `${Math.round(value)} ms`;
const spread = (values: readonly number[]): string =>
  `p50 ${ms(rank(values, 0.5))}, p95 ${ms(rank(values, 0.95))}, p99 ${ms(rank(values, 0.99))}`;
const seconds = (values: readonly number[], share: number): string =>
  `${(rank(values, share) / 1000).toFixed(1)} s`;

/** Says what phones saw. */
export const tell = (say: (line: string) => void, seen: Seen): void => {
  const of = (kind: 'teks' | 'foto'): number[] =>
    seen.answered.filter((one) => one.kind === kind && !one.isSlow).map((one) => one.ms);
  say(`text, answered (${of('teks').length} on good lines)    ${spread(of('teks'))}`);
  say(`photos, answered (${of('foto').length} on good lines)  ${spread(of('foto'))}`);
  const later = seen.refused.map((one) => one.ms);
  const bare = seen.refused.filter((one) => !one.hasRetryAfter).length;
  say(
    `told to come later                      ${later.length}, without Retry-After ${bare}; p99 ${ms(rank(later, 0.99))}`,
  );
  say(`connections that broke                  ${seen.broken}`);
  say(
    `until all text of a phone was safe      half ${seconds(seen.textDone, 0.5)}, 95 % ${seconds(seen.textDone, 0.95)}, the last ${seconds(seen.textDone, 1)}`,
  );
  say(
    `until everything of a phone was safe    half ${seconds(seen.allDone, 0.5)}, 95 % ${seconds(seen.allDone, 0.95)}, the last ${seconds(seen.allDone, 1)}`,
  );
};

/** Phones come back by the clock, evenly over the minutes; in the middle the server is killed and started again. */
export const returnOfAll = async (
  dataDir: string,
  phones: readonly Waiting[],
  { minutes, say }: { minutes: number; say: (line: string) => void },
): Promise<boolean> => {
  let service = await startIn(dataDir);
  const portOf = (): number => Number(new URL(service.url).port);
  const place = { port: portOf(), url: service.url, pid: service.child.pid ?? 0 };
  const watched = watchServer(place);
  const generator = watchGenerator();
  const seen = nothingSeen();
  const span = minutes * MINUTE;
  const began = performance.now();
  const isOver = (): boolean => performance.now() - began > span + PATIENCE;
  const late: number[] = [];
  const all = phones.map(async (phone, i) => {
    const due = (i / phones.length) * span;
    await pause(due);
    late.push(performance.now() - began - due);
    await comeBack({ place, seen, isOver }, phone);
  });
  const killed = (async (): Promise<void> => {
    await pause(span / 2);
    await endService(service, 'SIGKILL');
    service = await startIn(dataDir);
    Object.assign(place, { port: portOf(), url: service.url, pid: service.child.pid ?? 0 });
  })();
  await Promise.all([...all, killed]);
  const took = (performance.now() - began) / 1000;
  const [{ rssMiB, lagP99Ms, lagMedianMs }, lateness] = [watched.stop(), generator.stop()];
  await endService(service, 'SIGTERM');
  const missing = await missingIn(dataDir, seen);
  const entries = phones.reduce((sum, phone) => sum + phone.entries, 0);
  const photos = phones.reduce((sum, phone) => sum + phone.photos.length, 0);
  say(
    `${phones.length} phones with ${entries} entries and ${photos} photos, back within ${minutes} min; all over after ${took.toFixed(0)} s`,
  );
  tell(say, seen);
  say(
    `server: memory at most ${rssMiB.toFixed(0)} MiB, event loop late by ${ms(lagMedianMs)} in the middle, p99 ${ms(lagP99Ms)}`,
  );
  say(
    `generator: late by ${ms(lateness)} at p99, arrivals by ${ms(rank(late, 0.99))}${lateness > LATE_MS ? ': this run is void' : ''}`,
  );
  const faults = [
    ...seen.faults,
    ...missing,
    ...(seen.lines.size === entries ? [] : [`${entries - seen.lines.size} entries were never acknowledged`]),
    ...(seen.photos.size === photos ? [] : [`${photos - seen.photos.size} photos were never acknowledged`]),
    ...(isSound(dataDir) ? [] : ['the database is damaged']),
  ];
  say(
    `acknowledged ${seen.lines.size} entries and ${seen.photos.size} photos; lost ${missing.length}; faults ${faults.length}`,
  );
  for (const fault of faults.slice(0, 20)) say(`  ${fault}`);
  return faults.length === 0;
};
