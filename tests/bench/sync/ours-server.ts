import { randomBytes, randomInt } from 'node:crypto';
import { readConfig } from '../../../server/config.ts';
import { NOTHING_STABLE, openLedger } from '../../../server/ledger/index.ts';
import { startServer } from '../../../server/listen.ts';
import { openDataRooms } from '../../../server/operations/index.ts';
import { shardOf } from '../../../shared/protocol/index.ts';
import { anAccount, aSatker } from '../../support/builders.ts';
import { talk } from './talk.mjs';

// Our server as `npm start` runs it, with a school whose rule sets no limit of days, and one teacher.
const [dataDir = '', sandi = ''] = process.argv.slice(2);
const read = readConfig({ PORT: '0', KINERJA_DATA: dataDir, KINERJA_LOG: 'error' }, ['--production']);
if (!read.ok) throw new Error(read.kalimat.join(' '));
const { config } = read;
const clock = Date.now;
const bytes = (size: number): Uint8Array => new Uint8Array(randomBytes(size));

const satker = aSatker();
const shard = shardOf(satker.npsn);
const rooms = await openDataRooms(config, {
  clock,
  random: () => randomInt(2 ** 32) / 2 ** 32,
  randomBytes: bytes,
});
const account = anAccount({ password: await rooms.passwords.hash(sandi), createdAt: clock() });
await rooms.store.write(async (tx) => {
  await tx.putAccount(account);
  await tx.putGrant({ account: account.id, shard, view: 'milik', peran: 'guru', since: 0, until: null });
});
const onFault = (cause: unknown): never => {
  throw cause;
};
const ledger = await openLedger({ ...rooms, stable: () => NOTHING_STABLE, onFault });
const content = { kind: 'satker.tetapkan', version: 1, shard, record: null, base: null, at: clock() };
await ledger.submit({
  actor: { id: 'sistem', nama: 'Sistem', peran: ['sistem'] },
  device: 'd_sistem',
  commands: [{ ...content, number: 1, body: { pemilik: '', isi: satker } }],
});
await rooms.store.close();

const server = await startServer({ config });

talk({
  place: () => ({ port: Number(new URL(server.url).port) }),
  close: () => server.close(),
});
