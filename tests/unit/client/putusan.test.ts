import { expect, test } from 'vitest';
import {
  catatEntri,
  kembalikanEntri,
  kunciBulan,
  tarikEntri,
  ubahEntri,
} from '../../../client/actions/index.ts';
import { pesanKini } from '../../../client/app/snackbar.ts';
import { kataMasalah } from '../../../client/i18n/id/masalah.ts';
import { penilai } from '../../../client/i18n/id/penilai.ts';
import { putusan } from '../../../client/screens/penilai/putusan.ts';
import { entriAwaiting, entriById, menungguKepala, putusanBeda } from '../../../client/store/index.ts';
import { anEntri, SHARD } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, PAK_TRISNO, SRI } from '../../support/server.ts';

const URAIAN = ['Mengajar bilangan bulat', 'Memeriksa ulangan harian', 'Rapat dengan wali murid'];

/** A head's phone with three entries of Sri, each on a day of its own. */
const antrean = async () => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  for (const [i, uraian] of URAIAN.entries())
    await catatEntri(sri.acting, anEntri({ tanggal: `2026-1${i === 0 ? 0 : 1}-0${i + 2}`, uraian }));
  await sri.run();
  const head = await aReadyPhone(server, PAK_TRISNO);
  return { sri, head, daftar: await entriAwaiting(head.store) };
};

test('of many approved at once, one that fails hides none of the others, which can be taken back', async () => {
  const { head, daftar } = await antrean();
  expect(daftar).toHaveLength(3);
  await kunciBulan(head.acting, '2026-10');
  await putusan(head.acting).setujui(daftar);
  const sebab = kataMasalah('bulan_terkunci', { bulan: '2026-10' });
  expect(pesanKini.value?.teks).toBe(penilai.periksa.disetujuiSebagian(2, 1, sebab));
  expect(await entriAwaiting(head.store)).toEqual([]);
  pesanKini.value?.aksi?.jalan();
  await expect.poll(async () => (await entriAwaiting(head.store)).length).toBe(2);
});

test('an approval that could not be taken back is said to stand', async () => {
  const { head, daftar } = await antrean();
  await putusan(head.acting).setujui(daftar);
  const urungkan = pesanKini.value?.aksi;
  await kunciBulan(head.acting, '2026-10');
  urungkan?.jalan();
  const sebab = kataMasalah('bulan_terkunci', { bulan: '2026-10' });
  await expect.poll(() => pesanKini.value?.teks).toBe(penilai.periksa.takTerurung(2, 1, sebab));
});

test('what stands in a locked month awaits nobody: it can be neither approved nor returned', async () => {
  const { head } = await antrean();
  await kunciBulan(head.acting, '2026-11');
  expect((await entriAwaiting(head.store)).map(({ content }) => content.uraian)).toEqual([URAIAN[0]]);
  expect(await menungguKepala(head.store, SHARD)).toMatchObject([{ jenis: 'entri', jumlah: 1 }]);
});

/** Sri acts on her first entry while the head gives it back, with a note that comes too late. */
const terlambat = async (lakukan: (sri: FakePhone, id: string) => Promise<unknown>) => {
  const { sri, head, daftar } = await antrean();
  const [entri] = daftar;
  if (!entri) throw new Error('nothing waits');
  await kembalikanEntri(head.acting, entri, 'Sebutkan kelasnya');
  await lakukan(sri, entri.id);
  await sri.run();
  await head.run();
  const beda = async () => {
    const kini = await entriById(head.store, entri.id);
    return kini && putusanBeda(head.store, kini);
  };
  return { sri, head, entri, beda };
};
const ubah = (uraian: string) => (sri: FakePhone, id: string) =>
  ubahEntri(sri.acting, id, anEntri({ tanggal: '2026-10-02', uraian }));

test('a note that came too late is kept with the version that it was about, also when the entry is changed once more', async () => {
  const { sri, head, entri, beda } = await terlambat(ubah('Mengajar bilangan bulat di kelas enam'));
  const kept = { dilihat: entri.head, alasan: 'Sebutkan kelasnya' };
  expect(await beda()).toMatchObject(kept);
  expect(await head.status()).toMatchObject({ beda: 1, putusan: [entri.id] });
  await ubah('Mengajar bilangan bulat di kelas enam A')(sri, entri.id);
  await sri.run();
  await head.run();
  expect(await head.status()).toMatchObject({ beda: 0, putusan: [] });
  expect(await beda()).toMatchObject(kept);
  await putusan(head.acting).setujui((await entriAwaiting(head.store)).filter(({ id }) => id === entri.id));
  expect(await beda()).toBe(null);
});

test('a decision on what its author has withdrawn leaves the head nothing to decide, and no red line', async () => {
  const { head } = await terlambat((sri, id) => tarikEntri(sri.acting, id));
  expect(await head.status()).toMatchObject({ beda: 0, putusan: [] });
});
