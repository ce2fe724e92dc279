import { expect, test } from 'vitest';
import {
  pensiunkanPolaSekolah,
  sembunyikanPola,
  simpanPola,
  tambahPolaSekolah,
  tampilkanPola,
  ubahPolaSekolah,
} from '../../../client/actions/index.ts';
import { polaDibaca, polaMilik, polaSekolahOf } from '../../../client/store/index.ts';
import { SHARD } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, PAK_TRISNO, SRI } from '../../support/server.ts';

const UPACARA = {
  ...{ nama: 'Upacara', rhk: null, rencanaAksi: 'UPC', rencana: 'Upacara, apel, pembiasaan' },
  ...{ uraian: 'Upacara bendera', mulai: '07:00', selesai: '07:45', realisasi: 1, satuan: 'kegiatan' },
};
const id = (done: { readonly ok: boolean; readonly id?: string }): string => {
  if (!done.ok || !done.id) throw new Error(JSON.stringify(done));
  return done.id;
};
const daftar = async ({ store }: FakePhone) => {
  const { saya, sekolah, sembunyi } = polaMilik(await polaDibaca(store, SRI.id), null);
  const nama = (satu: typeof saya) => satu.map(({ isi, dari }) => `${isi.nama} (${dari})`);
  return { saya: nama(saya), sekolah: nama(sekolah), sembunyi: nama(sembunyi) };
};

test('what a head shares without a network reaches his teachers, who copy it, hide it and show it again', async () => {
  const server = await aServer();
  const [kepala, sri] = [await aReadyPhone(server, PAK_TRISNO), await aReadyPhone(server, SRI)];
  const pola = id(await tambahPolaSekolah(kepala.acting, UPACARA));
  expect(await polaSekolahOf(kepala.store, SHARD)).toMatchObject([{ content: UPACARA, owner: '' }]);
  await kepala.run();
  await sri.run();
  expect(await daftar(sri)).toEqual({ saya: [], sekolah: ['Upacara (sekolah)'], sembunyi: [] });
  const [milik] = polaMilik(await polaDibaca(sri.store, SRI.id), null).sekolah;
  id(await simpanPola(sri.acting, milik!.isi));
  id(await sembunyikanPola(sri.acting, pola));
  const tersembunyi = { saya: ['Upacara (saya)'], sekolah: [], sembunyi: ['Upacara (sekolah)'] };
  expect(await daftar(sri)).toEqual(tersembunyi);
  await sri.run();
  // Her other phone knows it too, and hides it once more without harm.
  const lain = await aReadyPhone(server, SRI);
  expect(await daftar(lain)).toEqual(tersembunyi);
  id(await sembunyikanPola(lain.acting, pola));
  id(await tampilkanPola(lain.acting, pola));
  expect((await daftar(lain)).sekolah).toEqual(['Upacara (sekolah)']);
  await lain.run();
  await sri.run();
  expect((await daftar(sri)).sembunyi).toEqual([]);
});

test('a pattern that was retired leaves the lists, stays with whoever copied it, and comes back', async () => {
  const server = await aServer();
  const [kepala, sri] = [await aReadyPhone(server, PAK_TRISNO), await aReadyPhone(server, SRI)];
  const pola = id(await tambahPolaSekolah(kepala.acting, UPACARA));
  await kepala.run();
  await sri.run();
  id(await pensiunkanPolaSekolah(kepala.acting, pola));
  await kepala.run();
  await sri.run();
  expect((await daftar(sri)).sekolah).toEqual([]);
  expect(await polaSekolahOf(kepala.store, SHARD)).toMatchObject([{ deleted: true }]);
  id(await ubahPolaSekolah(kepala.acting, pola, { ...UPACARA, nama: 'Apel' }));
  await kepala.run();
  await sri.run();
  expect((await daftar(sri)).sekolah).toEqual(['Apel (sekolah)']);
});

test('a teacher’s phone shares nothing and changes nothing of what is shared', async () => {
  const sri = await aReadyPhone(await aServer(), SRI);
  expect(await tambahPolaSekolah(sri.acting, UPACARA)).toMatchObject({ ok: false, code: 'di_luar_wewenang' });
});
