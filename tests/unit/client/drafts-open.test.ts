import { expect, test } from 'vitest';
import { catatEntri, draftOfEntri, saveDraft, ubahEntri } from '../../../client/actions/index.ts';
import type { App } from '../../../client/app/context.ts';
import { simpanIsian } from '../../../client/screens/guru/catat-simpan.ts';
import { isHeadUnsent } from '../../../client/store/index.ts';
import { anEntri } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, SRI } from '../../support/server.ts';

const asApp = ({ acting, orang }: FakePhone): App => ({ ...orang, ...acting }) as unknown as App;
const entri = async (phone: FakePhone, id: string) => (await phone.entri(id))!;
const aSaved = async (phone: FakePhone): Promise<string> => {
  const saved = await catatEntri(phone.acting, anEntri());
  if (!saved.ok) throw new Error(saved.code);
  return saved.id;
};

test('a second Ubah goes on with the unfinished change of the same entry, of no other', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  const [id, other] = [await aSaved(phone), await aSaved(phone)];
  const first = await draftOfEntri(phone.acting, await entri(phone, id));
  await saveDraft(phone.acting, { id: first.id, values: { ...first.values, uraian: 'Belum selesai' } });
  const again = await draftOfEntri(phone.acting, await entri(phone, id));
  expect(again).toMatchObject({ id: first.id, dilihat: first.dilihat, values: { uraian: 'Belum selesai' } });
  expect((await draftOfEntri(phone.acting, await entri(phone, other))).id).not.toBe(first.id);
});

test('a form that nobody typed into is not gone on with: it may show an older text', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  const id = await aSaved(phone);
  const first = await draftOfEntri(phone.acting, await entri(phone, id));
  await ubahEntri(phone.acting, id, anEntri({ uraian: 'Diubah di tab lain' }));
  const again = await draftOfEntri(phone.acting, await entri(phone, id));
  expect(again.id).not.toBe(first.id);
  expect(again.values.uraian).toBe('Diubah di tab lain');
});

test('of two versions, the current one is known as unsent until the server has it', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  const id = await aSaved(phone);
  const tab = await phone.tab();
  const draft = await draftOfEntri(tab.acting, await entri(tab, id));
  await ubahEntri(phone.acting, id, anEntri({ uraian: 'Di tab pertama' }));
  await simpanIsian(asApp(tab), anEntri({ uraian: 'Di tab kedua' }), { draft, ke: () => undefined });
  const { head, kirim } = await entri(phone, id);
  expect(kirim.kunci).toBe('dua-versi');
  expect(await isHeadUnsent(phone.acting.store, head)).toBe(true);
  await phone.run();
  expect(await isHeadUnsent(phone.acting.store, (await entri(phone, id)).head)).toBe(false);
});
