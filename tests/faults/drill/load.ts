import { join } from 'node:path';
import { verifyLedger } from '../../../server/ledger/index.ts';
import { openSqliteCopy } from '../../../server/store/index.ts';
import { tanggalPada } from '../../../shared/domain/index.ts';
import { aKeyPair, Phone } from '../../support/phone.ts';
import type { Machine } from './machine.ts';
import { lastLineIn, stateOf } from './state.ts';

/** What a backup beside a busy service costs those who are using it. */
export type LoadFigures = {
  readonly faults: readonly string[];
  readonly figures: string;
  /** Name of the copy that was made. */
  readonly copy: string;
};

const WRITERS = 4;
const BATCH = 10;
const CALM_SECONDS = 5;
/** Between two looks of somebody who only wants to know whether the service is there, ms. */
const PROBE_EVERY = 10;

type Writing = { stopped: boolean; written: number };

const entri = (shard: string, i: number) => ({
  kind: 'entri.catat',
  version: 1,
  shard,
  record: null,
  base: null,
  at: Date.now(),
  body: {
    tanggal: tanggalPada(Date.now(), 'Asia/Jakarta'),
    mulai: '07:00',
    selesai: '07:45',
    rhk: null,
    rencanaAksi: null,
    uraian: `Mengajar pertemuan ke-${i}, dilanjutkan memeriksa pekerjaan murid`,
    realisasi: 1,
    satuan: 'JP',
    catatan: '',
    tautan: [],
    foto: [],
  },
});

const write = async (phone: Phone, shard: string, writing: Writing): Promise<void> => {
  while (!writing.stopped) {
    for (let i = 0; i < BATCH; i += 1) await phone.add(entri(shard, phone.lastNumber));
    await phone.sync();
    writing.written += BATCH;
  }
};

/** Latencies of a request that reads the database, one after the other, until `isOver`; ms. */
const probe = async (url: string, isOver: () => boolean): Promise<number[]> => {
  const took: number[] = [];
  while (!isOver()) {
    const began = performance.now();
    const response = await fetch(`${url}/healthz`);
    await response.text();
    took.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, PROBE_EVERY));
  }
  return took.sort((a, b) => a - b);
};

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const ratio = (during: readonly number[], calm: readonly number[], share: number): string =>
  `${at(during, share).toFixed(0)} ms against ${at(calm, share).toFixed(0)} ms (${(at(during, share) / at(calm, share)).toFixed(1)} x)`;

const copyFaults = async (
  { place }: Machine,
  id: string,
  least: { shard: string; n: number },
): Promise<string[]> => {
  const copy = openSqliteCopy(join(place, `kinerja-${id}.db`));
  const verified = await verifyLedger(copy);
  await copy.close();
  const last = lastLineIn(place, id, least.shard);
  return [
    ...(verified.ok ? [] : [`the copy does not verify: ${JSON.stringify(verified)}`]),
    ...(last >= least.n
      ? []
      : [`the copy ends at ${last}, though ${least.n} had been acknowledged before it began`]),
  ];
};

/** Makes a copy while four phones write as fast as they can, and a fifth asks for the time; nothing here is a limit. */
export const backUpUnderLoad = async (machine: Machine): Promise<LoadFigures> => {
  const { url, seeded } = machine;
  const { shard } = await stateOf(machine);
  const writing: Writing = { stopped: false, written: 0 };
  const writers: Promise<void>[] = [];
  for (const { nip, sandi } of seeded.filter(({ peran }) => peran === 'guru').slice(0, WRITERS)) {
    const phone = new Phone((request) => fetch(request), await aKeyPair(), url);
    await phone.signIn(nip, sandi);
    await phone.syncAll();
    writers.push(write(phone, shard, writing));
  }
  const started = performance.now();
  const calm = await probe(url, () => performance.now() - started > CALM_SECONDS * 1000);
  const { last: n } = await stateOf(machine);
  const [before, began] = [writing.written, performance.now()];
  let id: string | undefined;
  const backup = machine.npm('backup').then((said) => {
    id = /Cadangan (\S+) selesai/.exec(said)?.[1] ?? '';
  });
  const during = await probe(url, () => id !== undefined);
  await backup;
  const took = (performance.now() - began) / 1000;
  const rate = (writing.written - before) / took;
  writing.stopped = true;
  await Promise.all(writers);
  const copy = id ?? '';
  return {
    copy,
    faults: await copyFaults(machine, copy, { shard, n }),
    figures: `${rate.toFixed(0)} writes/s meanwhile, copy made and verified in ${took.toFixed(1)} s; a request waits in the middle ${ratio(during, calm, 0.5)}, p99 ${ratio(during, calm, 0.99)}, at most ${ratio(during, calm, 1)}`,
  };
};
