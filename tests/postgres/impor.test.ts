import { randomBytes, randomInt } from 'node:crypto';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { verifyLedger } from '../../server/ledger/index.ts';
import { tambahAdmin } from '../../server/operations/admin.ts';
import { openDataRooms } from '../../server/operations/rooms.ts';
import { kenali } from '../../server/operations/simpeg/kenali.ts';
import { openPostgresStore, openSqliteStore, type Store } from '../../server/store/index.ts';
import { DaftarImpor, HalamanImpor, KeadaanImpor } from '../../shared/protocol/index.ts';
import { kabupatenBesar } from '../bench/simpeg-berkas.ts';
import { aCarrier } from '../faults/support/carrier.ts';
import { Door } from '../faults/support/door.ts';
import { endService, type Service, startService } from '../faults/support/process.ts';
import { aPhone, type Phone } from '../support/phone.ts';
import { aPostgresDatabase } from '../support/postgres.ts';
import { aTempDir } from '../support/temp-dir.ts';

const chance = {
  clock: Date.now,
  random: () => randomInt(2 ** 32) / 2 ** 32,
  randomBytes: (size: number) => new Uint8Array(randomBytes(size)),
};
const ORANG = 800;
/** A column that nobody knows until the admin says what it is. */
const BYTES = new TextEncoder().encode(kabupatenBesar(ORANG).replace(';Jabatan;', ';Kolom Aneh;'));

/** A place for the service with an admin of its instansi, who is signed in wherever the door is open. */
const aPlace = async ({ dataDir, databaseUrl }: { dataDir: string; databaseUrl?: string }) => {
  const rooms = await openDataRooms({ dataDir, databaseUrl }, chance);
  const admin = await tambahAdmin(rooms, { nip: '197106211998031001', nama: 'Admin', instansi: 'P0000001' });
  await rooms.store.close();
  if (!admin.ok || admin.sandi === null) throw new Error('no admin');
  const env: Record<string, string> = databaseUrl ? { DATABASE_URL: databaseUrl } : {};
  const start = async (): Promise<Service> => {
    const service = await startService({ dataDir, env: { ...env, KINERJA_CADANGAN_TIAP: '0' } });
    onTestFinished(() => void service.child.kill('SIGKILL'));
    return service;
  };
  const door = new Door();
  const masuk = async (service: Service): Promise<Phone> => {
    door.open(service.url);
    const phone = await aPhone(aCarrier(door));
    expect((await phone.signIn(admin.nip, admin.sandi ?? '')).status).toBe(200);
    return phone;
  };
  return { start, door, masuk };
};

const unggah = async (phone: Phone): Promise<string> => {
  const init = { method: 'POST', body: new Uint8Array(BYTES) };
  const headers = { 'content-type': 'application/octet-stream' };
  const dibuka = await phone.ask('/api/simpeg?name=besar.csv', init, headers);
  expect(dibuka.status).toBe(202);
  return ((await dibuka.json()) as { id: string }).id;
};
const kirim = async (phone: Phone, path: string, body: unknown, method = 'POST'): Promise<void> => {
  const json = { 'content-type': 'application/json' };
  expect((await phone.ask(path, { method, body: JSON.stringify(body) }, json)).status).toBe(202);
};
const keadaan = async (phone: Phone, id: string): Promise<KeadaanImpor> =>
  KeadaanImpor.parse(await (await phone.ask(`/api/simpeg/${id}`)).json());
/** Asks one server after the other, as a balancer has it, until it is so far. */
const sampai = async (
  { phone, door, servers }: { phone: Phone; door: Door; servers: readonly Service[] },
  id: string,
  cukup: (satu: KeadaanImpor) => boolean,
): Promise<KeadaanImpor> => {
  for (let kali = 0; ; kali += 1) {
    door.open(servers[kali % servers.length]?.url ?? '');
    const satu = await keadaan(phone, id);
    if (cukup(satu) || satu.tahap === 'gagal') return satu;
    await pause(20);
  }
};
const adalah =
  (tahap: KeadaanImpor['tahap']) =>
  (satu: KeadaanImpor): boolean =>
    satu.tahap === tahap;

const halaman = async (phone: Phone, id: string, show: string): Promise<HalamanImpor> =>
  HalamanImpor.parse(await (await phone.ask(`/api/simpeg/${id}/rows?show=${show}`)).json());
/** What an import made, without what chance gives. */
const hasil = async (store: Store) => {
  const { menurutNip, sekolah } = await kenali(store);
  const impor = await store.read((tx) => tx.recordsOfKind('sek:P0000001', 'impor'));
  return {
    sekolah: [...sekolah].sort(),
    orang: [...menurutNip].sort().map(([nip, satu]) => [nip, satu.npsn, satu.isi, satu.penilai?.nama]),
    impor: impor.map(({ record }) =>
      record.kind === 'impor'
        ? [record.state, { ...record.content, penanda: '', pada: '' }, record.deleted]
        : null,
    ),
  };
};
const LEWAT = ['CSV:3', 'CSV:250'];
const PADANAN = { pemetaan: { 'Kolom Aneh': 'jabatan' } };

test('a file goes up at one of three servers, is looked at, matched and applied at others, two of which are killed, in the middle of reading and of writing: it comes to what one server makes of it', async () => {
  const [dataDir, url] = [join(aTempDir(), 'data'), await aPostgresDatabase()];
  const place = await aPlace({ dataDir, databaseUrl: url });
  const [first, second, third] = [await place.start(), await place.start(), await place.start()];
  const { door } = place;
  const phone = await place.masuk(first);
  const id = await unggah(phone);
  // Whatever it has read of the file is gone with it.
  await endService(first, 'SIGKILL');
  door.open(second.url);
  expect((await sampai({ phone, door, servers: [second] }, id, adalah('siap'))).jumlah?.baru).toBe(ORANG);
  expect((await halaman(phone, id, 'baru')).jumlah).toBe(ORANG);

  door.open(third.url);
  expect((await halaman(phone, id, 'baru')).baris[0]).toMatchObject({ kunci: 'CSV:2', beda: [] });
  await kirim(phone, `/api/simpeg/${id}/columns`, PADANAN, 'PUT');
  const siap = await sampai({ phone, door, servers: [second, third] }, id, adalah('siap'));
  expect(siap.lembar?.[0]?.judul).toContainEqual({ judul: 'Kolom Aneh', kolom: 'jabatan' });
  for (const { url: at } of [second, third]) {
    door.open(at);
    expect(await keadaan(phone, id)).toMatchObject({ tahap: 'siap', bacaan: siap.bacaan });
    expect((await phone.ask(`/api/simpeg/${id}/faults.xlsx`)).status).toBe(200);
  }

  door.open(second.url);
  const ya = { kecuali: LEWAT, yakin: null, bacaan: siap.bacaan };
  await kirim(phone, `/api/simpeg/${id}/apply`, ya);
  // How far the one is, the other says.
  const tengah = await sampai({ phone, door, servers: [third] }, id, ({ selesai }) => selesai >= 100);
  await endService(second, 'SIGKILL');
  expect(tengah).toMatchObject({ tahap: 'menerapkan', dari: ORANG - LEWAT.length });
  expect(tengah.selesai).toBeLessThan(ORANG - LEWAT.length);
  door.open(third.url);
  const daftar = DaftarImpor.parse(await (await phone.ask('/api/simpeg')).json());
  expect(daftar.list).toMatchObject([{ tahap: 'BERJALAN', baru: 0 }]);
  const selesai = await sampai({ phone, door, servers: [third] }, id, adalah('selesai'));
  expect(selesai).toMatchObject({ selesai: ORANG - LEWAT.length, impor: tengah.impor });
  expect(await endService(third, 'SIGTERM')).toBe(0);
  const store = await openPostgresStore(url, { connections: 2 });
  onTestFinished(() => store.close());
  expect(await verifyLedger(store)).toMatchObject({ ok: true });

  const sendiri = join(aTempDir(), 'data');
  mkdirSync(sendiri, { recursive: true });
  cpSync(join(dataDir, 'rahasia'), join(sendiri, 'rahasia'), { recursive: true });
  const satu = await aPlace({ dataDir: sendiri });
  const server = await satu.start();
  const one = { phone: await satu.masuk(server), door: satu.door, servers: [server] };
  const lain = await unggah(one.phone);
  await sampai(one, lain, adalah('siap'));
  await kirim(one.phone, `/api/simpeg/${lain}/columns`, PADANAN, 'PUT');
  await sampai(one, lain, adalah('siap'));
  await kirim(one.phone, `/api/simpeg/${lain}/apply`, { kecuali: LEWAT, yakin: null });
  await sampai(one, lain, adalah('selesai'));
  expect(await endService(server, 'SIGTERM')).toBe(0);
  const sqlite = await openSqliteStore(join(sendiri, 'kinerja.db'));
  onTestFinished(() => sqlite.close());
  expect(await hasil(store)).toEqual(await hasil(sqlite));
}, 180_000);

test('a server that is told to stop lets go of the import that it writes, and another goes on with it though nobody asks', async () => {
  const [dataDir, url] = [join(aTempDir(), 'data'), await aPostgresDatabase()];
  const place = await aPlace({ dataDir, databaseUrl: url });
  const [first, second] = [await place.start(), await place.start()];
  const { door } = place;
  const phone = await place.masuk(first);
  const id = await unggah(phone);
  await sampai({ phone, door, servers: [first] }, id, adalah('siap'));
  await kirim(phone, `/api/simpeg/${id}/apply`, { kecuali: [], yakin: null });
  await sampai({ phone, door, servers: [first] }, id, ({ selesai }) => selesai > 0);
  expect(await endService(first, 'SIGTERM')).toBe(0);
  const store = await openPostgresStore(url, { connections: 2 });
  onTestFinished(() => store.close());
  const impor = async () => {
    const [satu] = await store.read((tx) => tx.recordsOfKind('sek:P0000001', 'impor'));
    return satu?.record.kind === 'impor' ? satu.record : null;
  };
  while ((await impor())?.state.tahap === 'BERJALAN') await pause(100);
  expect(await impor()).toMatchObject({
    state: { tahap: 'DITERAPKAN' },
    content: { jumlah: { baru: ORANG } },
  });
  expect(await endService(second, 'SIGTERM')).toBe(0);
  expect(await verifyLedger(store)).toMatchObject({ ok: true });
}, 120_000);
