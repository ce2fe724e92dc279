import { expect, test } from 'vitest';
import {
  ajukanEntri,
  catatEntri,
  hapusEntri,
  kembalikanEntri,
  pulihkanEntri,
  tarikEntri,
  ubahEntri,
  urungTarikEntri,
} from '../../../client/actions/index.ts';
import type { App } from '../../../client/app/context.ts';
import { urungUbah } from '../../../client/screens/guru/catat-simpan.ts';
import { anEntri } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, PAK_TRISNO, SRI, type TestServer } from '../../support/server.ts';

const asApp = ({ acting, orang }: FakePhone): App => ({ ...orang, ...acting }) as unknown as App;

const stages = async (phone: FakePhone, head: FakePhone, id: string) => {
  const shown = (await phone.entri(id))!;
  await phone.run();
  await head.run();
  const [mine, his] = [(await phone.entri(id))!, (await head.entri(id))!];
  expect([mine.state, his.state], 'phone, server and head say the same').toEqual([shown.state, shown.state]);
  return mine.state;
};

const aSent = async (server: TestServer) => {
  const [phone, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  const saved = await catatEntri(phone.acting, anEntri());
  if (!saved.ok) throw new Error(saved.code);
  await phone.run();
  await head.run();
  return { phone, head, id: saved.id };
};

const aReturned = async (server: TestServer) => {
  const sent = await aSent(server);
  await kembalikanEntri(sent.head.acting, sent.id, 'Foto kurang jelas');
  await sent.head.run();
  await sent.phone.run();
  return sent;
};

const RETURNED = { tahap: 'DIKEMBALIKAN', alasan: 'Foto kurang jelas' };

test('deleting a withdrawn entry and taking that back leaves it withdrawn', async () => {
  const { phone, head, id } = await aSent(await aServer());
  await tarikEntri(phone.acting, id);
  await hapusEntri(phone.acting, id);
  await pulihkanEntri(phone.acting, id);
  expect(await stages(phone, head, id)).toMatchObject({ tahap: 'DITARIK' });
});

test('deleting a returned entry and taking that back leaves it returned, with its note', async () => {
  const { phone, head, id } = await aReturned(await aServer());
  await hapusEntri(phone.acting, id);
  await pulihkanEntri(phone.acting, id);
  expect(await stages(phone, head, id)).toMatchObject(RETURNED);
});

test('taking a withdrawal back puts the entry where it was: returned with its note, or before the head', async () => {
  const { phone, head, id } = await aReturned(await aServer());
  await tarikEntri(phone.acting, id);
  await urungTarikEntri(phone.acting, id);
  expect(await stages(phone, head, id)).toMatchObject(RETURNED);
  await tarikEntri(phone.acting, id);
  await ajukanEntri(phone.acting, id);
  await tarikEntri(phone.acting, id);
  await urungTarikEntri(phone.acting, id);
  expect(await stages(phone, head, id)).toEqual({ tahap: 'DIAJUKAN', kembali: RETURNED.alasan });
});

test('taking back the change of a withdrawn entry gives its text and its stage back', async () => {
  const { phone, head, id } = await aSent(await aServer());
  await tarikEntri(phone.acting, id);
  const before = (await phone.entri(id))!;
  await ubahEntri(phone.acting, id, anEntri({ uraian: 'Diubah selagi ditarik' }));
  expect(await urungUbah(asApp(phone), id, before)?.()).toMatchObject({ ok: true });
  expect(await stages(phone, head, id)).toMatchObject({ tahap: 'DITARIK' });
  expect(await phone.entri(id)).toMatchObject({ content: { uraian: before.content.uraian } });
});

test('no way back is offered from mending a returned entry: the unmended text would be before the head again', async () => {
  const { phone, id } = await aReturned(await aServer());
  expect(urungUbah(asApp(phone), id, (await phone.entri(id))!)).toBe(null);
});
