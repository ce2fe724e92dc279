import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { verifyLedger } from '../../server/ledger/index.ts';
import { openPostgresStore } from '../../server/store/index.ts';
import { tanggalPada } from '../../shared/domain/index.ts';
import { aCarrier } from '../faults/support/carrier.ts';
import { Door } from '../faults/support/door.ts';
import { endService, type Service, startService } from '../faults/support/process.ts';
import { aCatat } from '../support/builders.ts';
import { aPhone, type Phone } from '../support/phone.ts';
import { aPostgresDatabase } from '../support/postgres.ts';
import { aTempDir } from '../support/temp-dir.ts';

const GURU_CONTOH = /Guru\s+Kasiyem, S\.Pd\.SD\.\n\s+NIP\s+(\d{18})\n\s+Sandi\s+(\S+)\n/;

const said = (service: Service): Promise<RegExpExecArray> =>
  new Promise((resolve) => {
    let out = '';
    const look = (bytes: unknown): void => {
      out += String(bytes);
      const found = GURU_CONTOH.exec(out);
      if (found) resolve(found);
    };
    service.child.stdout?.on('data', look);
    look(service.out());
  });

const shardOfPhone = async (phone: Phone): Promise<string> => {
  const { grant } = await phone.sync();
  return grant?.list[0]?.s ?? '';
};

test('the real service on PostgreSQL: demo school, an entry, a kill in the middle, a second server beside it', async () => {
  const [folder, url] = [join(aTempDir(), 'data'), await aPostgresDatabase()];
  const start = (args: readonly string[] = []): Promise<Service> =>
    startService({ dataDir: folder, args, env: { DATABASE_URL: url, KINERJA_CADANGAN_TIAP: '0' } });
  const first = await start();
  onTestFinished(() => void first.child.kill('SIGKILL'));
  const [, nip = '', sandi = ''] = await said(first);
  const door = new Door();
  door.open(first.url);
  const phone = await aPhone(aCarrier(door));
  expect((await phone.signIn(nip, sandi)).status).toBe(200);
  const shard = await shardOfPhone(phone);
  const tanggal = tanggalPada(Date.now(), 'Asia/Jakarta');
  const record = (uraian: string) =>
    phone.add(aCatat({ tanggal, uraian, rhk: null, rencanaAksi: null }, shard));
  const kept = await record('Mengajar sebelum layanan mati');
  await phone.syncAll();
  expect(phone.verdicts.get(1)).toMatchObject({ r: 'ok' });
  await endService(first, 'SIGKILL');

  const [second, third] = [await start(), await start()];
  onTestFinished(() => void second.child.kill('SIGKILL'));
  onTestFinished(() => void third.child.kill('SIGKILL'));
  const later = await record('Mengajar sesudah layanan hidup lagi');
  door.open(second.url);
  await phone.syncAll();
  door.open(third.url);
  phone.positions = {};
  await phone.syncAll();
  expect([...phone.verdicts.values()].map(({ r }) => r)).toEqual(['ok', 'ok']);
  expect(phone.records.get(kept)).toMatchObject({ st: { tahap: 'DIAJUKAN' } });
  expect(phone.records.get(later)).toMatchObject({ st: { tahap: 'DIAJUKAN' } });
  expect(await endService(second, 'SIGTERM')).toBe(0);
  expect(await endService(third, 'SIGTERM')).toBe(0);

  const store = await openPostgresStore(url);
  onTestFinished(() => store.close());
  expect(await verifyLedger(store)).toMatchObject({ ok: true });
}, 60_000);
