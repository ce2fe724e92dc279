import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { verifyLedger } from '../../server/ledger/index.ts';
import { openPostgresStore } from '../../server/store/index.ts';
import { tanggalPada } from '../../shared/domain/index.ts';
import { aCarrier } from '../faults/support/carrier.ts';
import { Door } from '../faults/support/door.ts';
import { endService, PROJECT, type Service, startService } from '../faults/support/process.ts';
import { aCatat, onEntri } from '../support/builders.ts';
import { aPhone, type Phone } from '../support/phone.ts';
import { aPostgresDatabase } from '../support/postgres.ts';
import { aLine } from '../support/postgres-line.ts';
import { aTempDir } from '../support/temp-dir.ts';

const GURU_CONTOH = /Guru\s+Kasiyem, S\.Pd\.SD\.\n\s+NIP\s+(\d{18})\n\s+Sandi\s+(\S+)\n/;
const KEPALA_CONTOH = /Kepala sekolah\s+[^\n]+\n\s+NIP\s+(\d{18})\n\s+Sandi\s+(\S+)\n/;

/** NIP and password that the first start shows on the terminal. */
const said = (service: Service, sought: RegExp): Promise<RegExpExecArray> =>
  new Promise((resolve) => {
    let out = '';
    const look = (bytes: unknown): void => {
      out += String(bytes);
      const found = sought.exec(out);
      if (found) resolve(found);
    };
    service.child.stdout?.on('data', look);
    look(service.out());
  });

const shardOfPhone = async (phone: Phone): Promise<string> => {
  const { grant } = await phone.sync();
  return grant?.list[0]?.s ?? '';
};

const akun = (env: Record<string, string>, ...argv: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'server/operations/cli.ts', ...argv], {
    cwd: PROJECT,
    env: { PATH: process.env['PATH'], ...env },
  });

/** `/readyz`, asked until it says so; the service looks every two seconds at most. */
const becomes = async (service: Service, status: number): Promise<unknown> => {
  for (;;) {
    const answer = await fetch(`${service.url}/readyz`);
    if (answer.status === status) return answer.json();
    await pause(250);
  }
};

test('the real service on PostgreSQL: demo school, an entry, its approval, the public page, a kill in the middle, a second server beside it, the database away and back', async () => {
  const [folder, url] = [join(aTempDir(), 'data'), await aPostgresDatabase()];
  const line = await aLine(url);
  const env = { DATABASE_URL: line.url, KINERJA_CADANGAN_TIAP: '0' };
  const start = (args: readonly string[] = []): Promise<Service> =>
    startService({ dataDir: folder, args, env });
  const first = await start();
  onTestFinished(() => void first.child.kill('SIGKILL'));
  const [, nip = '', sandi = ''] = await said(first, GURU_CONTOH);
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

  const [, nipKepala = '', sandiKepala = ''] = await said(first, KEPALA_CONTOH);
  const kepala = await aPhone(aCarrier(door));
  expect((await kepala.signIn(nipKepala, sandiKepala)).status).toBe(200);
  await kepala.syncAll();
  await kepala.add({ ...onEntri('entri.setujui', kept, kept), shard });
  await kepala.syncAll();
  expect(kepala.verdicts.get(1)).toMatchObject({ r: 'ok' });
  const publik = async () => (await fetch(`${first.url}/publik`)).text();
  expect(await publik()).not.toContain('Dinas Pendidikan Contoh');
  await akun(
    { ...env, KINERJA_DATA: folder },
    ...['instansi', 'publikasi', '--tabel', 'pengisian'],
    ...['--nama', 'Dinas Pendidikan Contoh'],
  );
  expect(await publik()).toContain('Dinas Pendidikan Contoh');
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
  expect(phone.records.get(kept)).toMatchObject({ st: { tahap: 'DISETUJUI' } });
  expect(phone.records.get(later)).toMatchObject({ st: { tahap: 'DIAJUKAN' } });

  line.cut();
  await record('Mengajar selagi basis data tidak dapat dihubungi');
  expect((await phone.post()).status).toBe(503);
  expect(await becomes(third, 503)).toMatchObject({ siap: false, baca: false, tulis: false });
  await line.mend();
  expect(await becomes(third, 200)).toMatchObject({ siap: true });
  await phone.syncAll();
  expect(phone.verdicts.get(3)).toMatchObject({ r: 'ok' });
  expect(await endService(second, 'SIGTERM')).toBe(0);
  expect(await endService(third, 'SIGTERM')).toBe(0);

  const store = await openPostgresStore(url);
  onTestFinished(() => store.close());
  expect(await verifyLedger(store)).toMatchObject({ ok: true });
}, 180_000);
