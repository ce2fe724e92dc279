import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { copiesIn } from '../../server/operations/copies/manifest.ts';
import { KeadaanSistem } from '../../shared/protocol/index.ts';
import { aCatat } from '../support/builders.ts';
import { anInstansi, BU_WATI, WILAYAH } from '../support/organisasi.ts';
import type { Phone } from '../support/phone.ts';
import { SRI, type TestServer } from '../support/server.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const keadaan = async (phone: Phone): Promise<KeadaanSistem> =>
  KeadaanSistem.parse(await (await phone.ask('/api/system')).json());
const cadangkan = (phone: Phone) => phone.ask('/api/system/copy', { method: 'POST' });
const tempat = ({ path }: TestServer) => join(dirname(path), 'cadangan');

/** Waits for the copy that was begun. */
const selesai = async (phone: Phone): Promise<KeadaanSistem> => {
  for (;;) {
    const kini = await keadaan(phone);
    if (kini.terakhir && !kini.berjalan) return kini;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

test('without a copy it says so, and what works it has tried', async () => {
  const server = await anInstansi();
  const wati = await phoneOf(server, BU_WATI);
  server.disk.left = 'sempit';
  const kini = await keadaan(wati);
  expect(kini).toMatchObject({ baca: true, tulis: true, ruang: 'sempit', terakhir: null, berjalan: null });
  expect(kini.salinan.map(({ jenis, banyak, terbaru }) => [jenis, banyak, terbaru])).toEqual([
    ['terbaru', 0, null],
    ['harian', 0, null],
    ['bulanan', 0, null],
  ]);
  expect(kini.buku).toMatchObject({ unit: 3, sidik: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(kini.migrasi.banyak).toBeGreaterThan(8);
});

test('a copy that the admin asks for is made, opened and checked while the service works, and a line says who asked', async () => {
  const server = await anInstansi();
  const wati = await phoneOf(server, BU_WATI);
  const sebelum = await keadaan(wati);
  expect((await cadangkan(wati)).status).toBe(202);
  const kini = await selesai(wati);
  const [manifest] = copiesIn(tempat(server));
  expect(kini.terakhir).toMatchObject({ pada: manifest?.madeAt, perintah: manifest?.counts.commands });
  expect(kini.terakhir?.sesudahnya).toBe(0);
  expect(kini.salinan.map(({ banyak }) => banyak)).toEqual([1, 1, 1]);
  expect(kini.buku.sidik).not.toBe(sebelum.buku.sidik);
  const lines = await server.store.read((tx) => tx.ledgerLines(WILAYAH, 0, 100));
  expect(lines.at(-1)).toMatchObject({
    actor: { id: BU_WATI.id },
    content: { kind: 'akses.catat', body: { pemilik: BU_WATI.id, isi: { jenis: 'cadangan', oleh: 'Wati' } } },
  });
  const sri = await phoneOf(server, SRI);
  await sri.add(aCatat());
  await sri.syncAll();
  expect((await keadaan(wati)).terakhir?.sesudahnya).toBe(1);
  expect(server.faults).toEqual([]);
});

test('where the disk is full nothing is begun and nothing written', async () => {
  const server = await anInstansi();
  const wati = await phoneOf(server, BU_WATI);
  const { buku } = await keadaan(wati);
  server.disk.left = 'habis';
  await expectProblem(await cadangkan(wati), 'penuh');
  expect((await keadaan(wati)).buku).toEqual(buku);
  expect(existsSync(tempat(server))).toBe(false);
});

test('what waits on phones is said as far as they have told', async () => {
  const server = await anInstansi();
  const wati = await phoneOf(server, BU_WATI);
  const oldestAt = server.clock.now() - 7_200_000;
  const sri = await phoneOf(server, SRI);
  await server.store.write((tx) =>
    tx.putQueue({ device: sri.device, count: 4, oldestAt, reportedAt: server.clock.now() }),
  );
  expect((await keadaan(wati)).antrean).toEqual({ hp: 1, isian: 4, sejak: oldestAt });
});
