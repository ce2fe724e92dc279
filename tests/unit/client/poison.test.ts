import { expect, test } from 'vitest';
import { catatEntri } from '../../../client/actions/index.ts';
import { anEntri, SHARD } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import type { Stranger } from '../../support/network.ts';
import { aServer, SRI, type TestServer } from '../../support/server.ts';

const problem = (status: number, code: string): Response =>
  new Response(JSON.stringify({ type: `/masalah/${code}`, title: code, status, instance: 'x', code }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });

const fill = async (phone: FakePhone, count: number): Promise<void> => {
  for (let i = 0; i < count; i += 1)
    await catatEntri(phone.acting, anEntri({ uraian: `Kegiatan nomor ${i} hari ini` }));
};

/** Answers in the server's place where the request is one that it would not take; else lets it through. */
const guardedBy = (server: TestServer, refusal: (count: number, text: string) => Response | null): void => {
  const pass = server.fetch;
  Object.assign(server, {
    fetch: async (request: Request) => {
      if (new URL(request.url).pathname !== '/api/sync') return pass(request);
      const bytes = new Uint8Array(await request.clone().arrayBuffer());
      const deflated = request.headers.get('content-encoding') === 'deflate';
      const { inflateSync } = await import('node:zlib');
      const text = new TextDecoder().decode(deflated ? inflateSync(bytes) : bytes);
      const { ops } = JSON.parse(text) as { ops: unknown[] };
      return refusal(ops.length, JSON.stringify(ops)) ?? pass(request);
    },
  });
};

const countOnServer = async (server: TestServer) =>
  (await server.store.read((tx) => tx.recordsOfKind(SHARD, 'entri'))).length;

test('one command that the server cannot even read is set aside, and all others arrive', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  await fill(phone, 9);
  guardedBy(server, (_count, text) => (text.includes('nomor 4 ') ? problem(422, 'amplop') : null));
  expect(await phone.run()).toMatchObject({ ok: true, sent: 8 });
  expect(await countOnServer(server)).toBe(8);
  const refused = (await phone.journal()).filter(({ status }) => status === 'ditolak');
  expect(refused).toMatchObject([{ number: 5, code: 'amplop' }]);
  expect(await phone.entri(refused[0]!.id)).toMatchObject({
    kirim: { kunci: 'perlu-diperbaiki', code: 'amplop' },
  });
});

test('a server that takes nothing at all refuses nobody', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  await fill(phone, 3);
  phone.line.always(() => problem(422, 'amplop'));
  expect(await phone.run()).toMatchObject({ ok: false, code: 'amplop' });
  expect((await phone.journal()).map(({ status }) => status)).toEqual(['antri', 'antri', 'antri']);
});

test('a server that takes only small requests gets small ones', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  await fill(phone, 12);
  guardedBy(server, (count) => (count > 2 ? problem(413, 'terlalu_besar') : null));
  expect(await phone.run()).toMatchObject({ ok: true, sent: 12 });
  expect(await countOnServer(server)).toBe(12);
});

const refusals: readonly (readonly [number, string])[] = [
  [401, 'bukti_perangkat'],
  [403, 'bukan_pemilik'],
  [403, 'perangkat_dicabut'],
  [403, 'asal_ditolak'],
  [426, 'app_lama'],
  [429, 'terlalu_sering'],
  [500, 'gangguan'],
  [503, 'server_sibuk'],
  [507, 'penuh'],
];
test.each(refusals)('an answer %i %s leaves the queue as it is and says so', async (status, code) => {
  const phone = await aReadyPhone(await aServer(), SRI);
  await fill(phone, 2);
  const stranger: Stranger = () => problem(status, code);
  phone.line.always(stranger);
  expect(await phone.run()).toMatchObject({ ok: false, code, sent: 0 });
  expect((await phone.journal()).map((row) => row.status)).toEqual(['antri', 'antri']);
  expect(await phone.status()).toMatchObject({ unsent: 2, problem: { code }, sending: false });
  phone.line.always(null);
  expect(await phone.run()).toMatchObject({ ok: true, sent: 2 });
});
