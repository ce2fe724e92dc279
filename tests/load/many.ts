import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { createPhotoDirectory } from '../../server/files/index.ts';
import { endService, type Service, startService } from '../faults/support/process.ts';
import { aBalancer } from '../support/balancer.ts';
import { comeBack, nothingSeen, type Seen, type Waiting } from './phone.ts';
import { ms, tell } from './return.ts';
import { rank, TOKEN, watchGenerator, watchServer } from './watch.ts';

const MINUTE = 60_000;
/** How long after the last arrival everything must be through. */
const PATIENCE = 10 * MINUTE;

type Place = { readonly dataDir: string; readonly url: string };
type Run = { readonly servers: number; readonly minutes: number; readonly say: (line: string) => void };

const watching = (service: Service) => watchServer({ url: service.url, pid: service.child.pid ?? 0 });

/** What was acknowledged and is not in the database or on the disk. */
const missingIn = async ({ dataDir, url }: Place, seen: Seen): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ device: string; number: string; n: string }>(
    'SELECT device, number, n FROM commands',
  );
  const whole = await client.query<{ owner: string; sha: string }>(
    "SELECT owner, sha FROM photos WHERE state = 'utuh'",
  );
  await client.end();
  const kept = new Map<string, string[]>();
  for (const { device, number, n } of rows)
    kept.set(`${device}/${number}`, [...(kept.get(`${device}/${number}`) ?? []), n]);
  const photos = new Set(whole.rows.map(({ owner, sha }) => `${owner}/${sha}`));
  const files = createPhotoDirectory(join(dataDir, 'foto'));
  const missing: string[] = [];
  for (const [key, n] of seen.lines)
    if (kept.get(key)?.join() !== String(n)) missing.push(`entry ${key}: line ${n}, found ${kept.get(key)}`);
  for (const key of seen.photos) {
    const [owner = '', sha = ''] = key.split('/');
    if (!photos.has(key) || !(await files.read(owner, sha))) missing.push(`photo ${key}`);
  }
  return missing;
};

/** Phones come back by the clock, to servers behind a balancer; in the middle one of them is killed, and another comes. */
export const returnToMany = async (
  place: Place,
  phones: readonly Waiting[],
  { servers, minutes, say }: Run,
): Promise<boolean> => {
  const balancer = await aBalancer();
  const watched: ReturnType<typeof watching>[] = [];
  const start = async (): Promise<Service> => {
    const env = { DATABASE_URL: place.url, KINERJA_METRIK: TOKEN, KINERJA_CADANGAN_TIAP: '0' };
    const service = await startService({ dataDir: place.dataDir, env });
    watched.push(watching(service));
    balancer.add(service.url);
    return service;
  };
  const services = await Promise.all(Array.from({ length: servers }, start));
  const generator = watchGenerator();
  const seen = nothingSeen();
  const span = minutes * MINUTE;
  const began = performance.now();
  const isOver = (): boolean => performance.now() - began > span + PATIENCE;
  const all = phones.map(async (phone, i) => {
    await pause((i / phones.length) * span);
    await comeBack({ place: { port: balancer.port }, seen, isOver }, phone);
  });
  const killed = (async (): Promise<void> => {
    await pause(span / 2);
    const [victim] = services.splice(0, 1);
    if (victim) await endService(victim, 'SIGKILL');
    services.push(await start());
  })();
  await Promise.all([...all, killed]);
  const took = (performance.now() - began) / 1000;
  const lateness = generator.stop();
  const figures = watched.map(({ stop }) => stop());
  await Promise.all(services.map((service) => endService(service, 'SIGTERM')));
  balancer.close();
  const missing = await missingIn(place, seen);
  const entries = phones.reduce((sum, phone) => sum + phone.entries, 0);
  const photos = phones.reduce((sum, phone) => sum + phone.photos.length, 0);
  say(
    `${phones.length} phones with ${entries} entries and ${photos} photos, back within ${minutes} min to ${servers} servers, one killed; all over after ${took.toFixed(0)} s`,
  );
  tell(say, seen);
  for (const { rssMiB, lagP99Ms, lagMedianMs } of figures)
    say(
      `server: memory at most ${rssMiB.toFixed(0)} MiB, event loop late by ${ms(lagMedianMs)} in the middle, p99 ${ms(lagP99Ms)}`,
    );
  const texts = seen.answered.filter(({ kind }) => kind === 'teks').map((one) => one.ms);
  say(`text over all lines, slow ones too: p50 ${ms(rank(texts, 0.5))}, p99 ${ms(rank(texts, 0.99))}`);
  say(`generator and balancer: late by ${ms(lateness)} at p99`);
  const faults = [
    ...seen.faults,
    ...missing,
    ...(seen.lines.size === entries ? [] : [`${entries - seen.lines.size} entries were never acknowledged`]),
    ...(seen.photos.size === photos ? [] : [`${photos - seen.photos.size} photos were never acknowledged`]),
  ];
  say(
    `acknowledged ${seen.lines.size} entries and ${seen.photos.size} photos; lost ${missing.length}; faults ${faults.length}`,
  );
  for (const fault of faults.slice(0, 20)) say(`  ${fault}`);
  return faults.length === 0;
};
