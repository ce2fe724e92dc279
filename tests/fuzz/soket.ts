import { join } from 'node:path';
import { verifyLedger } from '../../server/ledger/index.ts';
import { readDemoFoto } from '../../server/operations/demo-data.ts';
import { openSqliteStore } from '../../server/store/index.ts';
import { CourierKey } from '../../shared/protocol/index.ts';
import { aWorld, type Warga } from '../browser/support/world.ts';
import { aCarrier } from '../faults/support/carrier.ts';
import { Door } from '../faults/support/door.ts';
import { count } from '../sim/arguments.ts';
import { aKeyPair, Phone } from '../support/phone.ts';
import { fuzz } from './fuzz.ts';

// `npm run fuzz -- --minutes N [--seed S]`: the service of the demo school behind real sockets is sent wrong requests
// until the time is up: one seed after another. Prints what was tried and refused;
// ends with 1 where anything crashed or leaked.
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const MINUTE = 60_000;

const world = await aWorld();
const door = new Door();
door.open(world.url);

const phoneOf = async ({ nip, sandi }: Warga): Promise<Phone> => {
  const phone = new Phone(aCarrier(door), await aKeyPair(), world.url);
  const response = await phone.signIn(nip, sandi);
  if (!response.ok) throw new Error(`no sign-in: ${response.status}`);
  await phone.syncAll();
  return phone;
};

const phones = [];
for (const person of [world.anyGuru, world.head, world.pengawas]) phones.push(await phoneOf(person));
const first = phones[0];
if (!first) throw new Error('nobody signed in');
const courier = CourierKey.parse(await (await first.ask('/api/courier')).json());
const photos = ['papan-tulis.jpg', 'daftar-hadir.jpg'].map(readDemoFoto);
const ground = { phones, photos, courier, nip: world.anyGuru.nip };
const auditOf = async (dataDir: string): Promise<string> => {
  const store = await openSqliteStore(join(dataDir, 'kinerja.db'));
  const found = await verifyLedger(store);
  await store.close();
  return found.ok ? 'ok' : JSON.stringify(found);
};
const rss = (): number => Math.round(process.memoryUsage().rss / 2 ** 20);

const before = rss();
const since = performance.now();
const until = since + count('minutes', 1) * MINUTE;
const { faults, ...figures } = await fuzz(ground, {
  first: count('seed', Math.floor(Math.random() * 2 ** 31)),
  goesOn: () => performance.now() < until,
});
const lives = (await first.ask('/healthz')).status === 200;
await world.stop();
const ledger = await auditOf(world.dataDir);
await world.close();
const seconds = Math.round((performance.now() - since) / 1000);
print(
  JSON.stringify({
    ...figures,
    faults: faults.length,
    lives,
    ledger,
    seconds,
    rssMiB: [before, rss()],
  }),
);
for (const line of faults) print(line);
process.exitCode = faults.length > 0 || !lives || ledger !== 'ok' ? 1 : 0;
