import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { verifyLedger } from '../../server/ledger/index.ts';
import { openPostgresStore } from '../../server/store/index.ts';
import { tanggalPada } from '../../shared/domain/index.ts';
import { aCarrier } from '../faults/support/carrier.ts';
import { Door } from '../faults/support/door.ts';
import { endService, type Service, startService } from '../faults/support/process.ts';
import { aBalancer } from '../support/balancer.ts';
import { aCatat } from '../support/builders.ts';
import { aPhone, type Phone } from '../support/phone.ts';
import { aBarePostgresDatabase } from '../support/postgres.ts';
import { aTempDir } from '../support/temp-dir.ts';

/** Folder of an earlier version, installed and built: then those that are replaced are of that version. */
const LAMA = process.env['KINERJA_UJI_DARI'];

const GURU_CONTOH = /Guru\s+[^\n]+\n\s+NIP\s+(\d{18})\n\s+Sandi\s+(\S+)\n/g;

test('three real servers that start at once on an empty database lay it down once, and are replaced one by one behind a round-robin balancer while phones send: no request fails, nothing is lost, one run', async () => {
  const [dataDir, url] = [join(aTempDir(), 'data'), await aBarePostgresDatabase()];
  const balancer = await aBalancer();
  onTestFinished(balancer.close);
  const env = { DATABASE_URL: url, KINERJA_CADANGAN_TIAP: '0', KINERJA_PAMIT: '1' };
  const start = async (root?: string): Promise<Service> => {
    const service = await startService({ dataDir, args: [], env, ...(root ? { root } : {}) });
    onTestFinished(() => void service.child.kill('SIGKILL'));
    balancer.add(service.url);
    return service;
  };
  const old = await Promise.all([start(LAMA), start(LAMA), start(LAMA)]);
  const people = old.map((service) => [...service.out().matchAll(GURU_CONTOH)]);
  expect(people.filter(({ length }) => length > 0)).toHaveLength(1);

  // The first of those to come begins while people sign in.
  let next = start();
  const door = new Door();
  door.open(balancer.url);
  const phones = await Promise.all(
    people
      .flat()
      .slice(0, 3)
      .map(async ([, nip = '', sandi = '']) => {
        const phone = await aPhone(aCarrier(door));
        while ((await phone.signIn(nip, sandi)).status === 503);
        return phone;
      }),
  );
  const tanggal = tanggalPada(Date.now(), 'Asia/Jakarta');
  let isOver = false;
  const eras = new Set<string>();
  const failures: unknown[] = [];
  const work = async (phone: Phone): Promise<void> => {
    const { grant } = await phone.sync();
    for (let i = 1; !isOver; i += 1) {
      const uraian = `Mengajar selagi server diganti, ${i}`;
      await phone.add(aCatat({ tanggal, uraian, rhk: null, rencanaAksi: null }, grant?.list[0]?.s));
      await phone.sync().then(
        ({ era }) => eras.add(era),
        (cause: unknown) => failures.push(cause),
      );
    }
  };
  const working = phones.map(work);
  const leaving: Promise<number | null>[] = [];
  const fresh: Service[] = [];
  for (const service of old) {
    fresh.push(await next);
    leaving.push(endService(service, 'SIGTERM'));
    if (service !== old.at(-1)) next = start();
  }
  expect(await Promise.all(leaving)).toEqual([0, 0, 0]);
  isOver = true;
  await Promise.all(working);
  expect(failures).toEqual([]);
  expect(eras.size).toBe(1);
  for (const phone of phones) {
    expect(phone.queue).toEqual([]);
    expect(new Set([...phone.verdicts.values()].map(({ r }) => r))).toEqual(new Set(['ok']));
  }

  const store = await openPostgresStore(url, { connections: 2 });
  onTestFinished(() => store.close());
  expect(await verifyLedger(store)).toMatchObject({ ok: true });
  const sent = phones.reduce((sum, { lastNumber }) => sum + lastNumber, 0);
  const lines = await store.read(async (tx) => {
    const kept = await Promise.all(phones.map(({ device }) => tx.numbersOf(device)));
    return kept.flat().length;
  });
  expect(lines).toBe(sent);
  await Promise.all(fresh.map((service) => endService(service, 'SIGKILL')));
}, 120_000);
