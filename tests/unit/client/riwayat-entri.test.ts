import { expect, test } from 'vitest';
import { catatEntri, kembalikanEntri, tarikEntri, ubahEntri } from '../../../client/actions/index.ts';
import { detail } from '../../../client/i18n/id/guru.ts';
import { langkahDari } from '../../../client/screens/guru/detail-riwayat.tsx';
import { anEntri } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, PAK_TRISNO, SRI } from '../../support/server.ts';

const words = detail.r;
const JADI = anEntri({ uraian: 'Mengajar IPAS kelas 5A, bab tiga' });

/** Each line, with a mark where it has not come yet. */
const lines = async (phone: FakePhone, id: string): Promise<string[]> =>
  langkahDari((await phone.entri(id))!).map(({ teks, sudah }) => (sudah ? teks : `(${teks})`));

const aSaved = async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const saved = await catatEntri(phone.acting, anEntri());
  if (!saved.ok) throw new Error(saved.code);
  return { server, phone, id: saved.id };
};

test('a change that has not left the phone is a line of its own, and only the text before it is called sent', async () => {
  const { phone, id } = await aSaved();
  expect(await lines(phone, id)).toEqual([words.tersimpan, `(${words.terkirim})`]);
  await phone.run();
  expect(await lines(phone, id)).toEqual([words.tersimpan, words.terkirim, `(${words.menunggu})`]);
  await ubahEntri(phone.acting, id, JADI);
  expect(await lines(phone, id)).toEqual([words.tersimpan, words.terkirimLama, words.diHp(words.diubah)]);
  await phone.run();
  expect(await lines(phone, id)).toEqual([words.tersimpan, words.terkirim, `(${words.menunggu})`]);
});

test('a return is still read while what mends it waits on the phone', async () => {
  const { server, phone, id } = await aSaved();
  const head = await aReadyPhone(server, PAK_TRISNO);
  await phone.run();
  await head.run();
  await kembalikanEntri(head.acting, id, 'Foto kurang jelas');
  await head.run();
  await phone.run();
  const dikembalikan = words.dikembalikan((await phone.entri(id))?.state.oleh ?? '');
  expect(await lines(phone, id)).toEqual([words.tersimpan, words.terkirim, dikembalikan]);
  await ubahEntri(phone.acting, id, JADI);
  expect(await lines(phone, id)).toEqual([
    words.tersimpan,
    words.terkirimLama,
    dikembalikan,
    words.diHp(words.diubah),
  ]);
});

test('a withdrawal that has not left the phone says so, of the text that was sent', async () => {
  const { phone, id } = await aSaved();
  await phone.run();
  await tarikEntri(phone.acting, id);
  expect(await lines(phone, id)).toEqual([words.tersimpan, words.terkirim, words.diHp(words.ditarik)]);
});
