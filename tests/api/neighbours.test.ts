import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { catatEntri } from '../../client/actions/index.ts';
import { unpackAnswer } from '../../shared/protocol/index.ts';
import { Answer010, Request010 } from '../fixtures/golden/0.1.0/wire.ts';
import { aCatat, anEntri, onEntri } from '../support/builders.ts';
import { aReadyPhone } from '../support/fake-phone.ts';
import { aKeyPair, type Phone, sign } from '../support/phone.ts';
import { aServer, SANDI, SRI, type TestServer } from '../support/server.ts';
import { phoneOf } from './signed-in.ts';

/* Phones and servers of neighbouring versions meet: a page stays open for days, a server is put back for a night. */

/** What a phone of 0.1.0 makes of the answer to its queue: null where it is none to it. */
const asked = async (phone: Phone, p = 1) => {
  const ops = phone.request().ops;
  const bytes = new TextEncoder().encode(JSON.stringify(phone.request({ p })));
  expect(Request010.safeParse(JSON.parse(new TextDecoder().decode(bytes))).success).toBe(true);
  const { data } = Answer010.safeParse(await (await phone.post({ bytes })).json());
  return data && ops.every(({ n }, i) => data.res[i]?.o === n) ? data : null;
};

const filled = async (server: TestServer): Promise<Phone> => {
  const sri = await phoneOf(server, SRI);
  await sri.sync();
  for (let i = 0; i < 30; i += 1) await sri.add(aCatat({ uraian: `Kegiatan bernomor urut ${i}` }));
  return sri;
};

test('I10: a phone of 0.1.0 gets a verdict and a record for each entry that it sends, in the form that it reads', async () => {
  const server = await aServer();
  const sri = await filled(server);
  const answer = await asked(sri);
  expect(answer).toMatchObject({ p: 1, more: false, again: [], stable: {} });
  expect(answer?.res.map(({ r }) => r)).toEqual(Array.from({ length: 30 }, () => 'ok'));
  expect(answer?.chg.map(({ b }) => (b as { uraian?: string }).uraian)).toEqual(
    Array.from({ length: 30 }, (_, i) => `Kegiatan bernomor urut ${i}`),
  );
  const again = await asked(sri);
  expect(again?.res.every((verdict) => 'dup' in verdict && verdict.dup === 1)).toBe(true);
});

test('a phone of this version is answered in the packed form, which 0.1.0 could not read', async () => {
  const server = await aServer();
  expect(await asked(await filled(server), 2)).toBeNull();
});

test('I10: a refusal, a wait and a competing version reach a phone of 0.1.0 as they always did', async () => {
  const server = await aServer();
  const sri = await phoneOf(server, SRI);
  const id = await sri.add(aCatat());
  await sri.sync();
  await sri.add(onEntri('entri.ubah', id, id, anEntri({ uraian: 'Diubah di HP pertama' })));
  await sri.sync();
  await sri.add(onEntri('entri.ubah', id, id, anEntri({ uraian: 'Diubah di HP kedua' })));
  await sri.add(onEntri('entri.hapus', id, 'd_lain.1.AAAAAAAAAAA'));
  await sri.add(aCatat({ tanggal: '2099-01-01' }));
  const answer = await asked(sri);
  expect(answer?.res).toMatchObject([
    { r: 'beda', head: expect.any(String) },
    { r: 'wait', base: 'd_lain.1.AAAAAAAAAAA' },
    { r: 'no', code: 'tanggal_masa_depan' },
  ]);
  expect(answer?.chg.find((row) => row.id === id)?.var).toHaveLength(1);
});

test('I6: what 0.1.0 had numbered under an id that was given up is taken by its old name, for its new key vouches', async () => {
  const server = await aServer();
  const sri = await phoneOf(server, SRI);
  await sri.add(aCatat());
  const { device } = sri;
  sri.keys = await aKeyPair();
  await sri.signIn(SRI.nip, SANDI);
  expect(sri.device).not.toBe(device);
  const bytes = new TextEncoder().encode(JSON.stringify(sri.request({ p: 1, dev: device })));
  const response = await sri.post({ bytes, signature: await sign(sri.keys, bytes) });
  expect(Answer010.parse(await response.json()).res).toMatchObject([{ o: 1, r: 'ok' }]);
});

const refused = (): Response =>
  new Response(
    JSON.stringify({ type: '/masalah/amplop', title: 'x', status: 422, instance: 'x', code: 'amplop' }),
    {
      status: 422,
      headers: { 'content-type': 'application/problem+json' },
    },
  );

/** Puts a server of 0.1.0 in this one's place until it is called: it refuses what its schema does not know. */
const putBack = (server: TestServer): (() => void) => {
  const { fetch } = server;
  const old = async (request: Request): Promise<Response> => {
    if (new URL(request.url).pathname !== '/api/sync') return fetch(request);
    const body = new Uint8Array(await request.clone().arrayBuffer());
    const bytes = request.headers.get('content-encoding') === 'deflate' ? inflateSync(body) : body;
    if (!Request010.safeParse(JSON.parse(new TextDecoder().decode(bytes))).success) return refused();
    const response = await fetch(request);
    const answer = unpackAnswer(await response.clone().json()) as object;
    return new Response(JSON.stringify({ ...answer, p: 1, root: undefined }), { headers: response.headers });
  };
  Object.assign(server, { fetch: old });
  return () => void Object.assign(server, { fetch });
};

test('I1 I6: a phone of this version says that an older server cannot read it, refuses nothing, and goes on when it can', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  for (let i = 0; i < 5; i += 1) await catatEntri(phone.acting, anEntri({ uraian: `Dicatat hari itu ${i}` }));
  const putForward = putBack(server);
  expect(await phone.run()).toMatchObject({ ok: false, code: 'amplop' });
  expect(await phone.status()).toMatchObject({ unsent: 5, problem: { code: 'amplop' } });
  expect((await phone.journal()).map(({ status }) => status)).toEqual(Array(5).fill('antri'));
  putForward();
  expect(await phone.run()).toMatchObject({ ok: true, sent: 5 });
});

test('I6: an older server that does not read one command and reads the next refuses neither', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI, { photos: false });
  for (const i of [1, 2]) await catatEntri(phone.acting, anEntri({ uraian: `Dicatat hari itu ${i}` }));
  await phone.db.meta.delete('root');
  const [first, second] = await phone.journal();
  await phone.db.journal.update(first!.id, { lost: [['', 9]] });
  const photo = { size: 9, mime: 'image/jpeg', status: 'antri', offset: 0, tries: 0, addedAt: 0 } as const;
  await phone.db.photos.put({ sha: 'a'.repeat(64), ...photo });
  putBack(server);
  await phone.run();
  const after = new Map((await phone.journal()).map(({ id, status }) => [id, status]));
  expect([after.get(first!.id), after.get(second!.id)]).toEqual(['antri', 'diterima']);
});
