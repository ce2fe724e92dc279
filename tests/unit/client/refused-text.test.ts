import { expect, test } from 'vitest';
import {
  bukaLagiEntri,
  catatEntri,
  draftOfEntri,
  kunciBulan,
  newDraft,
  setujuiEntri,
  ubahEntri,
} from '../../../client/actions/index.ts';
import type { App } from '../../../client/app/context.ts';
import { tujuan } from '../../../client/screens/guru/catat-kirim.ts';
import { simpanIsian } from '../../../client/screens/guru/catat-simpan.ts';
import { anEntri } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, PAK_TRISNO, SRI } from '../../support/server.ts';

const asApp = ({ acting, orang }: FakePhone): App => ({ ...orang, ...acting }) as unknown as App;
const ke = (): void => undefined;

test('the form of a refused change opens with the refused text, also once the head has opened the entry again', async () => {
  const server = await aServer();
  const [phone, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  const saved = await catatEntri(phone.acting, anEntri());
  if (!saved.ok) throw new Error(saved.code);
  const { id } = saved;
  await phone.run();
  await head.run();
  await ubahEntri(phone.acting, id, anEntri({ uraian: 'Ditulis tanpa internet' }));
  await setujuiEntri(head.acting, [id]);
  await head.run();
  await phone.run();
  await bukaLagiEntri(head.acting, id);
  await head.run();
  await phone.run();
  const shown = (await phone.entri(id))!;
  expect(shown).toMatchObject({
    kirim: { kunci: 'perlu-diperbaiki' },
    content: { uraian: 'Ditulis tanpa internet' },
    variants: [],
  });
  const draft = await draftOfEntri(phone.acting, shown);
  expect(draft).toMatchObject({ mode: 'perbaiki', values: { uraian: 'Ditulis tanpa internet' } });
  await simpanIsian(asApp(phone), anEntri({ uraian: 'Ditulis tanpa internet' }), { draft, ke });
  await phone.run();
  expect(await phone.entri(id)).toMatchObject({
    kirim: { kunci: 'terkirim' },
    content: { uraian: 'Ditulis tanpa internet' },
    state: { tahap: 'DIAJUKAN' },
  });
});

test('what mends a refused new entry leads to the entry that it became', async () => {
  const server = await aServer();
  const [phone, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  const saved = await catatEntri(phone.acting, anEntri());
  if (!saved.ok) throw new Error(saved.code);
  await kunciBulan(head.acting, anEntri().tanggal.slice(0, 7));
  await head.run();
  await phone.run();
  const draft = await draftOfEntri(phone.acting, (await phone.entri(saved.id))!);
  const { done } = await simpanIsian(asApp(phone), anEntri({ tanggal: '2026-10-20' }), { draft, ke });
  if (!done.ok) throw new Error(done.code);
  expect(await phone.entri(saved.id)).toBeUndefined();
  expect(tujuan(asApp(phone), draft, done.id)).toBe(`/kegiatan/${encodeURIComponent(done.id)}`);
  expect(tujuan(asApp(phone), await newDraft(phone.acting), done.id)).not.toContain('/kegiatan/');
});
