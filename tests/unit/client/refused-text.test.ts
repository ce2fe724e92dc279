import { expect, test } from 'vitest';
import {
  bukaLagiEntri,
  catatEntri,
  draftOfEntri,
  setujuiEntri,
  ubahEntri,
} from '../../../client/actions/index.ts';
import type { App } from '../../../client/app/context.ts';
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
