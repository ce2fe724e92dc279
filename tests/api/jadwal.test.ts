import { expect, test } from 'vitest';
import { verifyLedger } from '../../server/ledger/index.ts';
import { aCommand, GURU, SHARD } from '../support/builders.ts';
import { aServer, BUDI, PAK_TRISNO, SRI } from '../support/server.ts';
import { phoneOf } from './signed-in.ts';

const isi = (mapel: string, mulai = '07:30', selesai = '08:05') => ({
  pelajaran: [{ hari: 1, jamKe: 1, mulai, selesai, mapel, kelas: '5A' }],
});
const susun = (body: unknown) =>
  aCommand({ kind: 'jadwal.susun', shard: SHARD, record: null, base: null, body });
const ubah = (record: string, base: string, body: unknown) =>
  aCommand({ kind: 'jadwal.ubah', shard: SHARD, record, base, body });

test('a teacher’s timetable goes to her head and to no colleague, and only she changes it', async () => {
  const server = await aServer();
  const [sri, budi, kepala] = await Promise.all([SRI, BUDI, PAK_TRISNO].map((who) => phoneOf(server, who)));
  if (!sri || !budi || !kepala) throw new Error('no phone');
  const id = await sri.add(susun(isi('Matematika')));
  await sri.syncAll();
  await kepala.syncAll();
  await budi.syncAll();
  expect(kepala.records.get(id)).toMatchObject({ o: GURU, st: { tahap: 'SENDIRI' }, b: isi('Matematika') });
  expect(budi.records.has(id)).toBe(false);
  for (const lain of [budi, kepala]) {
    await lain.add(ubah(id, id, isi('PJOK')));
    await lain.syncAll();
    expect(lain.verdicts.get(lain.lastNumber)).toMatchObject({ r: 'no', code: 'di_luar_wewenang' });
  }
  await sri.add(ubah(id, id, isi('IPAS')));
  await sri.syncAll();
  expect(sri.records.get(id)).toMatchObject({ b: isi('IPAS') });
  expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
});

test('changed on two phones from the same start, the one that arrives last stands, and no versions are left to choose from', async () => {
  const server = await aServer();
  const [hp, laptop] = [await phoneOf(server, SRI), await phoneOf(server, SRI)];
  const id = await hp.add(susun(isi('Matematika')));
  await hp.syncAll();
  await laptop.syncAll();
  await hp.add(ubah(id, id, isi('IPAS')));
  await laptop.add(ubah(id, id, isi('PJOK')));
  await hp.syncAll();
  await laptop.syncAll();
  await hp.syncAll();
  expect(laptop.verdicts.get(laptop.lastNumber)).toMatchObject({ r: 'ok' });
  expect(hp.records.get(id)).toMatchObject({ b: isi('PJOK') });
  expect(hp.records.get(id)?.var ?? []).toEqual([]);
});

test('the service refuses a timetable that cannot be, whatever a phone has let through', async () => {
  const sri = await phoneOf(await aServer(), SRI);
  const tumpuk = { pelajaran: [...isi('Matematika').pelajaran, ...isi('IPAS', '08:00', '08:35').pelajaran] };
  for (const [body, code] of [
    [isi('Matematika', '08:05', '07:30'), 'jam_terbalik'],
    [tumpuk, 'bertumpuk'],
    [{ ...isi('Matematika'), pemilik: 'p_lain' }, 'isi_salah'],
    [isi(''), 'teks_kosong'],
  ] as const) {
    await sri.add(susun(body));
    await sri.syncAll();
    expect(sri.verdicts.get(sri.lastNumber)).toMatchObject({ r: 'no', code });
  }
});
