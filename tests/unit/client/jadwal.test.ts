import { expect, test } from 'vitest';
import { simpanJadwal } from '../../../client/actions/index.ts';
import { jadwalOf } from '../../../client/store/index.ts';
import type { Jadwal } from '../../../shared/records/index.ts';
import { aCommand, SHARD } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, SRI, type TestServer } from '../../support/server.ts';

const jadwal = (mapel: string): Jadwal => ({
  pelajaran: [{ hari: 1, jamKe: 1, mulai: '07:30', selesai: '08:05', mapel, kelas: '5A' }],
});
const dipasang = (server: TestServer, mapel: string) =>
  server.ledger.submit({
    actor: { id: 'sistem', nama: 'Sistem', peran: ['sistem'] },
    device: `d_pasang${mapel}`,
    commands: [
      {
        ...aCommand({
          kind: 'jadwal.tetapkan',
          shard: SHARD,
          record: null,
          base: null,
          body: { pemilik: SRI.id, isi: jadwal(mapel) },
        }),
        number: 1,
      },
    ],
  });
const berlaku = async ({ store }: FakePhone): Promise<string> => {
  const record = await jadwalOf(store, SRI.id);
  return record ? `${record.content.pelajaran[0]?.mapel} ${record.state.tahap}` : 'tidak ada';
};

test('her own timetable takes the place of the school’s, which stays, also where the school sets another later', async () => {
  const server = await aServer();
  await dipasang(server, 'IPAS');
  const sri = await aReadyPhone(server, SRI);
  expect(await berlaku(sri)).toBe('IPAS TETAP');
  expect(await simpanJadwal(sri.acting, jadwal('Matematika'))).toMatchObject({ ok: true });
  expect(await berlaku(sri)).toBe('Matematika SENDIRI');
  await sri.run();
  await dipasang(server, 'PJOK');
  await sri.run();
  expect(await berlaku(sri)).toBe('Matematika SENDIRI');
  const baru = await aReadyPhone(server, SRI);
  expect(await berlaku(baru)).toBe('Matematika SENDIRI');
  const isi = (await baru.db.records.where('kind').equals('jadwal').toArray()).map(
    ({ visible }) => (visible.content as Jadwal).pelajaran[0]?.mapel,
  );
  expect(isi.sort()).toEqual(['IPAS', 'Matematika', 'PJOK']);
});

test('begun on two phones without a network, the one that arrives last holds on both, and a change goes to it', async () => {
  const server = await aServer();
  const [hp, laptop] = [await aReadyPhone(server, SRI), await aReadyPhone(server, SRI)];
  await simpanJadwal(hp.acting, jadwal('Matematika'));
  await simpanJadwal(laptop.acting, jadwal('IPAS'));
  await hp.run();
  await laptop.run();
  await hp.run();
  expect([await berlaku(hp), await berlaku(laptop)]).toEqual(['IPAS SENDIRI', 'IPAS SENDIRI']);
  await simpanJadwal(hp.acting, jadwal('PJOK'));
  await simpanJadwal(laptop.acting, jadwal('PAI'));
  expect([await berlaku(hp), await berlaku(laptop)]).toEqual(['PJOK SENDIRI', 'PAI SENDIRI']);
  await laptop.run();
  await hp.run();
  await laptop.run();
  expect([await berlaku(hp), await berlaku(laptop)]).toEqual(['PJOK SENDIRI', 'PJOK SENDIRI']);
  expect(await laptop.db.records.where('lokal').equals('ditolak').count()).toBe(0);
});

test('a timetable that cannot be is refused on the phone, before it goes anywhere', async () => {
  const sri = await aReadyPhone(await aServer(), SRI);
  const [satu] = jadwal('IPAS').pelajaran;
  if (!satu) throw new Error('no period');
  const tumpuk = { pelajaran: [satu, { ...satu, mulai: '08:00', selesai: '08:35', kelas: '5B' }] };
  expect(await simpanJadwal(sri.acting, tumpuk)).toMatchObject({
    ...{ ok: false, code: 'bertumpuk', params: { uraian: 'IPAS', mulai: '07:30', selesai: '08:05' } },
  });
  expect(await berlaku(sri)).toBe('tidak ada');
  expect(await sri.journal()).toEqual([]);
});
