import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { NOTHING_STABLE, openLedger } from '../../../server/ledger/index.ts';
import type { DataRooms } from '../../../server/operations/index.ts';
import { toBase64Url } from '../../../shared/protocol/index.ts';
import { plantFault } from '../../faults/support/plants.ts';
import { PROJECT } from '../../faults/support/process.ts';
import { type DistrictPhone, type Prepared, prepared, requestOf } from '../../support/district.ts';
import { type Row, stage } from '../measure.ts';
import { type Recorded, someEntries } from '../sync/entries.ts';
import { district, inRooms, inTurns, measured, partOf, ROUNDS, served } from './measured.ts';

const BATCH = 50;
const BATCHES = 100;
const CLIENTS = 16;
const SINGLE_CLIENTS = 64;
const SINGLES = 384;
const CHANGES = 20;
const PULLS = 300;
/** Entries laid at once. */
const LAID = 500;
/** The short history that a long one is compared with. */
const SHORT = 10_000;

/** As a bare handler reads it: no packing, no signature. */
const plain = (request: object): Prepared => {
  const body = Buffer.from(JSON.stringify(request));
  return { body, headers: { 'content-type': 'application/json', 'content-length': String(body.length) } };
};

const databaseIn = (folder: string): number =>
  readdirSync(folder)
    .filter((name) => name.startsWith('kinerja.db'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

/** Entries accepted in batches of 50, validated, signed, chained and flushed, beside a handler that only keeps the rows. */
export const accepted = async (root: string, hariIni: string): Promise<Row[]> => {
  stage('batches of 50: two districts');
  const entries = someEntries(BATCH, hariIni);
  const [bareDir, oursDir] = [join(root, 'bare'), join(root, 'ours')];
  const phones = BATCHES * (ROUNDS + 1);
  const theirs = (await district(bareDir, phones)).map((phone) => plain(requestOf(phone, entries)));
  const mine = (await district(oursDir, phones)).map((phone) => prepared(phone, requestOf(phone, entries)));
  const empty = databaseIn(oursDir);
  const bare = await served('bare.ts', [bareDir]);
  const ours = await served('ours.ts', [PROJECT, oursDir]);
  const entriesPerCpu = async (to: typeof ours, requests: readonly Prepared[]): Promise<number> =>
    (await measured(to, requests, CLIENTS)).perCpu * BATCH;
  const { one, other, ratio } = await inTurns(
    (round) => entriesPerCpu(bare, partOf(theirs, round)),
    (round) => entriesPerCpu(ours, partOf(mine, round)),
  );
  await bare.running.end();
  await ours.running.ask('close');
  await ours.running.end();
  const disk = (databaseIn(oursDir) - empty) / (phones * BATCH);
  const up = mine.reduce((sum, { body }) => sum + body.length, 0) / (phones * BATCH);
  return [
    { name: 'batches of 50: bytes up an entry', readings: [up], unit: '' },
    { name: 'batches of 50: bytes on disk an entry', readings: [disk], unit: '' },
    { name: 'batches of 50, bare handler: entries a CPU-second', readings: one, unit: '' },
    { name: 'batches of 50, ours: entries a CPU-second', readings: other, unit: '' },
    {
      name: 'batches of 50: ours over the bare handler',
      readings: ratio,
      goal: 0.5,
      isFloor: true,
      unit: 'x',
    },
  ];
};

/** The program with one commit, and one flush, for each work. */
const ALONE = {
  file: 'server/store/sqlite/transactions.ts',
  from: 'const GROUP = 32;',
  to: 'const GROUP = 1;',
};

/** Syncs of a single entry from 64 clients at once, with shared commits and without. */
export const together = async (root: string, hariIni: string): Promise<Row[]> => {
  stage('single entries: two districts');
  const entries: readonly Recorded[] = someEntries(1, hariIni);
  const [aloneDir, sharedDir] = [join(root, 'alone'), join(root, 'shared')];
  const phones = SINGLES * (ROUNDS + 1);
  const requestsIn = async (folder: string): Promise<Prepared[]> =>
    (await district(folder, phones)).map((phone) => prepared(phone, requestOf(phone, entries)));
  const [first, second] = [await requestsIn(aloneDir), await requestsIn(sharedDir)];
  const alone = await served('ours.ts', [plantFault(ALONE, join(root, 'program')), aloneDir]);
  const shared = await served('ours.ts', [PROJECT, sharedDir]);
  const cpu: number[] = [];
  const { one, other, ratio } = await inTurns(
    async (round) => (await measured(alone, partOf(first, round), SINGLE_CLIENTS)).perSecond,
    async (round) => {
      const { perSecond, perCpu } = await measured(shared, partOf(second, round), SINGLE_CLIENTS);
      if (round > 0) cpu.push(1000 / perCpu);
      return perSecond;
    },
  );
  await alone.running.end();
  await shared.running.end();
  return [
    { name: 'one entry each, shared commits: CPU a request', readings: cpu, unit: 'ms' },
    { name: 'one entry each, 64 clients, a commit each: requests/s', readings: one, unit: '' },
    { name: 'one entry each, 64 clients, shared commits: requests/s', readings: other, unit: '' },
    {
      name: 'one entry each: shared commits over a commit each',
      readings: ratio,
      goal: 3,
      isFloor: true,
      unit: 'x',
    },
  ];
};

const layHistory = async (rooms: DataRooms, phone: DistrictPhone, count: number): Promise<void> => {
  const onFault = (cause: unknown): never => {
    throw cause;
  };
  const ledger = await openLedger({ ...rooms, stable: () => NOTHING_STABLE, onFault });
  const actor = { id: phone.account, nama: 'Guru 0', peran: ['guru'] as const };
  const hariIni = new Date(rooms.clock()).toISOString().slice(0, 10);
  const entries = someEntries(LAID, hariIni);
  for (let from = 0; from < count; from += LAID)
    await ledger.submit({
      actor,
      device: phone.device,
      commands: entries.map(({ dicatat: at, isi: body }, i) => ({
        ...{ kind: 'entri.catat', version: 1, shard: phone.shard, record: null, base: null, at },
        number: from + i + 1,
        body,
      })),
    });
};

/** A teacher with so many entries whose phone lacks the last few. */
const withHistory = async (folder: string, count: number): Promise<DistrictPhone> => {
  const [phone] = await district(folder, 1);
  if (!phone) throw new Error('nobody is in the district');
  return inRooms({ dataDir: folder }, async (rooms) => {
    await layHistory(rooms, phone, count);
    return rooms.store.read(async (tx) => {
      const n = (await tx.chainHead(phone.shard)).n - CHANGES;
      const h = (await tx.chainHashAt(phone.shard, n)) ?? new Uint8Array();
      return { ...phone, position: { n, h: toBase64Url(h.subarray(0, 8)) } };
    });
  });
};

/** What it costs to ask for the last twenty changes of a long history, beside those of a short one. */
export const pulled = async (root: string, history: number): Promise<Row[]> => {
  stage(`pulls: ${SHORT} and ${history} entries of one teacher`);
  const [shortDir, longDir] = [join(root, 'short'), join(root, 'long')];
  const asked = async (folder: string, count: number): Promise<Prepared> => {
    const phone = await withHistory(folder, count);
    return prepared(phone, requestOf(phone, []));
  };
  const [few, many] = [await asked(shortDir, SHORT), await asked(longDir, history)];
  stage('pulls: laid');
  const short = await served('ours.ts', [PROJECT, shortDir]);
  const long = await served('ours.ts', [PROJECT, longDir]);
  const msOf = async (to: typeof short, request: Prepared): Promise<number> => {
    const requests = Array.from({ length: PULLS }, () => request);
    return 1000 / (await measured(to, requests, CLIENTS)).perCpu;
  };
  const { one, other, ratio } = await inTurns(
    () => msOf(short, few),
    () => msOf(long, many),
  );
  await short.running.end();
  await long.running.end();
  return [
    { name: `pull of ${CHANGES} changes out of ${SHORT} entries: CPU`, readings: one, unit: 'ms' },
    { name: `pull of ${CHANGES} changes out of ${history} entries: CPU`, readings: other, unit: 'ms' },
    { name: 'pull: long history over short', readings: ratio, goal: 1.3, unit: 'x' },
  ];
};
