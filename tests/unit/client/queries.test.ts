import { expect, test } from 'vitest';
import {
  bacaUmpan,
  catatEntri,
  hapusEntri,
  periksaIsian,
  simpanPola,
  tulisUmpan,
} from '../../../client/actions/index.ts';
import {
  entriAwaiting,
  entriDeleted,
  entriInMonth,
  entriOfSchoolMonth,
  entriRecent,
  entriSearch,
  polaOf,
  satkerOf,
  umpanAbout,
  unreadUmpan,
} from '../../../client/store/index.ts';
import { anEntri, SHARD } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, PAK_TRISNO, SRI } from '../../support/server.ts';

const saved = async (phone: FakePhone, part: Parameters<typeof anEntri>[0] = {}): Promise<string> => {
  const done = await catatEntri(phone.acting, anEntri(part));
  if (!done.ok) throw new Error(done.code);
  return done.id;
};
const texts = (rows: readonly { content: { uraian: string } }[]) => rows.map(({ content }) => content.uraian);

test('lists are of one person, one month, newest day first, and without what was deleted', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  await saved(phone, { tanggal: '2026-11-02', uraian: 'Dua November di kelas' });
  await saved(phone, {
    tanggal: '2026-11-20',
    mulai: '10:00',
    selesai: '11:00',
    uraian: 'Dua puluh, jam sepuluh',
  });
  await saved(phone, { tanggal: '2026-11-20', uraian: 'Dua puluh, pagi sekali' });
  await saved(phone, { tanggal: '2026-10-31', uraian: 'Akhir Oktober di kelas' });
  const gone = await saved(phone, { tanggal: '2026-11-21', uraian: 'Ini salah ketik saja' });
  await hapusEntri(phone.acting, gone);
  const { store } = phone;
  expect(texts(await entriInMonth(store, SRI.id, '2026-11'))).toEqual([
    'Dua puluh, pagi sekali',
    'Dua puluh, jam sepuluh',
    'Dua November di kelas',
  ]);
  expect(texts(await entriRecent(store, SRI.id, 2))).toHaveLength(2);
  expect(texts(await entriDeleted(store, SRI.id))).toEqual(['Ini salah ketik saja']);
  expect(texts(await entriSearch(store, SRI.id, 'dua kelas', {}))).toEqual(['Dua November di kelas']);
  expect(texts(await entriSearch(store, SRI.id, '', { bulan: '2026-10', diHp: true }))).toEqual([
    'Akhir Oktober di kelas',
  ]);
  expect(await entriInMonth(store, 'p_lain', '2026-11')).toEqual([]);
});

test('what awaits the head is what others handed in, oldest first', async () => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  await saved(sri, { tanggal: '2026-11-20', uraian: 'Yang lebih baru ini' });
  await saved(sri, { tanggal: '2026-11-02', uraian: 'Yang paling lama ini' });
  await sri.run();
  const head = await aReadyPhone(server, PAK_TRISNO);
  await saved(head, { tanggal: '2026-11-01', uraian: 'Milik kepala sendiri' });
  expect(texts(await entriAwaiting(head.store))).toEqual(['Yang paling lama ini', 'Yang lebih baru ini']);
  expect(await entriOfSchoolMonth(head.store, '2026-11')).toHaveLength(3);
});

test('messages reach the other side and are unread until they are read', async () => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  const id = await saved(sri);
  await sri.run();
  const head = await aReadyPhone(server, PAK_TRISNO);
  await tulisUmpan(head.acting, { guru: SRI.id, tentang: id, teks: 'Foto kurang jelas' });
  await head.run();
  await sri.run();
  const [message] = await unreadUmpan(sri.store, SRI.id);
  expect(message).toMatchObject({ content: { teks: 'Foto kurang jelas', dariNama: PAK_TRISNO.nama } });
  expect(await unreadUmpan(head.store, PAK_TRISNO.id)).toEqual([]);
  await bacaUmpan(sri.acting, [message!.id]);
  expect(await unreadUmpan(sri.store, SRI.id)).toEqual([]);
  expect(await umpanAbout(sri.store, id)).toHaveLength(1);
});

test('a form is judged by the other entries of its day and by the school', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  const id = await saved(phone);
  const twin = anEntri({ uraian: 'Mengisi rapor siswa kelas 5', mulai: '08:00', selesai: '09:00' });
  expect(await periksaIsian(phone.acting, twin)).toMatchObject([
    { kode: 'bertumpuk', berat: 'peringatan', params: { id } },
  ]);
  expect(await periksaIsian(phone.acting, twin, id)).toEqual([]);
  expect(await periksaIsian(phone.acting, anEntri({ tanggal: '2026-11-24' }))).toMatchObject([
    { kode: 'tanggal_masa_depan' },
  ]);
});

test('patterns and the settings of the school are found', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  const { rhk, rencanaAksi, uraian, mulai, selesai, realisasi, satuan } = anEntri();
  expect(
    await simpanPola(phone.acting, {
      nama: 'Mengajar',
      rhk,
      rencanaAksi,
      uraian,
      mulai,
      selesai,
      realisasi,
      satuan,
    }),
  ).toMatchObject({ ok: true });
  expect((await polaOf(phone.store, SRI.id)).map(({ content }) => content.nama)).toEqual(['Mengajar']);
  expect((await satkerOf(phone.store, SHARD))?.content.zona).toBe('Asia/Jakarta');
});
