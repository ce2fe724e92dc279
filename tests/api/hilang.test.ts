import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  DevicesAnswer,
  LostAnswer,
  packCargo,
  toWireCommand,
  WorkTaken,
  wipeText,
} from '../../shared/protocol/index.ts';
import { aCatat } from '../support/builders.ts';
import { type Phone, sign } from '../support/phone.ts';
import { aServer, BUDI, SANDI, SRI, type TestServer } from '../support/server.ts';
import { expectProblem, phoneOf, putuskan } from './signed-in.ts';

const DAY = 86_400_000;
const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const json = { 'content-type': 'application/json' };
const mark = (phone: Phone, id: string, sandi = SANDI, how = 'lost'): Promise<Response> =>
  phone.ask(`/api/devices/${id}/${how}`, { method: 'POST', body: JSON.stringify({ sandi }) }, json);
const states = async (phone: Phone) =>
  DevicesAnswer.parse(await (await phone.ask('/api/devices')).json()).list;
const stateOf = async (phone: Phone, id: string) => (await states(phone)).find((device) => device.id === id);

const NONCE = 'n'.repeat(24);
type Ask = { readonly keys?: CryptoKeyPair; readonly selesai?: true; readonly u?: string };
const ask = async (phone: Phone, { keys = phone.keys, ...part }: Ask = {}): Promise<Response> => {
  const bytes = text({ u: phone.account, dev: phone.device, nonce: NONCE, ...part });
  const headers = { ...json, cookie: null, 'kinerja-signature': await sign(keys, bytes) };
  return phone.ask('/api/lost', { method: 'POST', body: bytes }, headers);
};
const answerOf = async (response: Response): Promise<LostAnswer> => LostAnswer.parse(await response.json());

const packed = async (phone: Phone): Promise<Uint8Array<ArrayBuffer>> => {
  const request = text(phone.request({ ops: phone.queue.map(toWireCommand), pos: {} }));
  return packCargo({ envelopes: [{ bytes: request, tanda: await sign(phone.keys, request) }], photos: [] });
};
const handOver = async (phone: Phone, body?: Uint8Array<ArrayBuffer>, keys = phone.keys) => {
  const bytes = body ?? (await packed(phone));
  const sha = createHash('sha256').update(bytes).digest('hex');
  const headers = {
    ...{ 'content-type': 'application/octet-stream', cookie: null },
    'kinerja-signature': await sign(keys, bytes),
  };
  return phone.ask(`/api/lost/${phone.device}/${sha}`, { method: 'PUT', body: bytes }, headers);
};

const aLoss = async (): Promise<{ server: TestServer; lost: Phone; kept: Phone }> => {
  const server = await aServer();
  const [lost, kept] = [await phoneOf(server, SRI), await phoneOf(server, SRI)];
  return { server, lost, kept };
};

describe('a phone is marked as lost', () => {
  test('by its owner with her password, never by a session alone, nor the phone that she holds', async () => {
    const { server, lost, kept } = await aLoss();
    const budi = await phoneOf(server, BUDI);
    await expectProblem(await mark(kept, lost.device, 'salah-sama-sekali'), 'sandi_lama_salah');
    await expectProblem(await mark(kept, kept.device), 'hilang_sendiri');
    await expectProblem(await mark(budi, lost.device), 'tidak_ada');
    expect((await stateOf(kept, lost.device))?.hilang).toBeNull();
    expect((await mark(kept, lost.device)).status).toBe(204);
    expect((await stateOf(kept, lost.device))?.hilang).toMatchObject({ diperintah: null, dihapus: null });
    await expectProblem(await lost.post(), 'perangkat_dicabut');
  });

  test('and lets it in again where it was found before it came, never after', async () => {
    const { lost, kept } = await aLoss();
    await mark(kept, lost.device);
    expect((await mark(kept, lost.device, SANDI, 'found')).status).toBe(204);
    expect((await lost.ask('/api/session')).status).toBe(200);
    expect(await answerOf(await ask(lost))).toEqual({ hilang: false });
    await mark(kept, lost.device);
    await ask(lost);
    await expectProblem(await mark(kept, lost.device, SANDI, 'found'), 'tahap_salah');
  });

  test('one that was merely cut off stays so when the mark is taken back', async () => {
    const { server, lost, kept } = await aLoss();
    await putuskan(kept, lost.device);
    server.clock.forward(1000);
    await mark(kept, lost.device);
    await mark(kept, lost.device, SANDI, 'found');
    await expectProblem(await lost.ask('/api/session'), 'perangkat_dicabut');
  });
});

describe('T35: what a lost phone is told', () => {
  test('is an order over its own number, signed by the receipt key; without a session, months later too', async () => {
    const { server, lost, kept } = await aLoss();
    await mark(kept, lost.device);
    server.clock.forward(200 * DAY);
    const { perintah } = await answerOf(await ask(lost));
    expect(perintah).toMatchObject({ u: SRI.id, dev: lost.device, nonce: NONCE });
    if (!perintah) throw new Error('no order');
    const key = await crypto.subtle.importKey(
      'jwk',
      server.receipts.key,
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['verify'],
    );
    const isTrue = (order: typeof perintah) =>
      crypto.subtle.verify(
        { name: 'ECDSA', hash: 'SHA-256' },
        key,
        Buffer.from(order.sig, 'base64url'),
        new TextEncoder().encode(wipeText(order)),
      );
    expect(await isTrue(perintah)).toBe(true);
    expect(await isTrue({ ...perintah, nonce: 'm'.repeat(24) })).toBe(false);
    expect(await isTrue({ ...perintah, dev: kept.device })).toBe(false);
  });

  test('is nothing to a phone that is live or merely cut off, and nothing to whoever cannot sign as it', async () => {
    const { lost, kept } = await aLoss();
    expect(await answerOf(await ask(lost))).toEqual({ hilang: false });
    await putuskan(kept, lost.device);
    expect(await answerOf(await ask(lost))).toEqual({ hilang: false });
    await mark(kept, lost.device);
    expect(await answerOf(await ask(lost, { keys: kept.keys }))).toEqual({ hilang: false });
    expect(await answerOf(await ask(lost, { u: BUDI.id }))).toEqual({ hilang: false });
    expect((await stateOf(kept, lost.device))?.hilang?.diperintah).toBeNull();
  });
});

describe('T36: what it had not sent', () => {
  test('is kept apart until its owner says yes, and then stands in the ledger once', async () => {
    const { server, lost, kept } = await aLoss();
    await lost.add(aCatat({ uraian: 'Kegiatan yang belum terkirim dari HP hilang' }));
    await expectProblem(await handOver(lost), 'tidak_ada');
    await mark(kept, lost.device);
    server.clock.forward(40 * DAY);
    await ask(lost);
    await expectProblem(await handOver(lost, undefined, kept.keys), 'tidak_ada');
    const body = await packed(lost);
    for (let i = 0; i < 2; i += 1) expect((await handOver(lost, body)).status).toBe(204);
    expect((await stateOf(kept, lost.device))?.hilang).toMatchObject({ entri: 1, foto: 0 });
    await kept.syncAll();
    expect([...kept.records.values()].filter(({ k }) => k === 'entri')).toEqual([]);

    expect((await ask(lost, { selesai: true })).headers.get('clear-site-data')).toBe('"cache"');
    expect((await stateOf(kept, lost.device))?.hilang).toMatchObject({
      dihapus: server.clock.now(),
      entri: 1,
    });
    await expectProblem(await handOver(lost), 'tidak_ada');
    const taken = await kept.ask(`/api/devices/${lost.device}/work`, { method: 'POST' });
    expect(WorkTaken.parse(await taken.json())).toEqual({ baru: 1, sudah: 0, ditolak: 0 });
    await expectProblem(await kept.ask(`/api/devices/${lost.device}/work`, { method: 'POST' }), 'tidak_ada');
    await kept.syncAll();
    expect([...kept.records.values()].filter(({ k }) => k === 'entri')).toHaveLength(1);
    const told = [...kept.records.values()].filter(({ k }) => k === 'akses').map(({ b }) => b);
    expect(told.map((isi) => (isi as { jenis: string }).jenis)).toEqual(['hilang', 'terhapus']);
  });

  test('is thrown away where she says that it was not hers; nobody else decides', async () => {
    const { server, lost, kept } = await aLoss();
    await lost.add(aCatat({}));
    await mark(kept, lost.device);
    await ask(lost);
    await handOver(lost);
    const budi = await phoneOf(server, BUDI);
    await expectProblem(await budi.ask(`/api/devices/${lost.device}/work`, { method: 'POST' }), 'tidak_ada');
    await expectProblem(
      await budi.ask(`/api/devices/${lost.device}/work`, { method: 'DELETE' }),
      'tidak_ada',
    );
    expect((await kept.ask(`/api/devices/${lost.device}/work`, { method: 'DELETE' })).status).toBe(204);
    expect((await stateOf(kept, lost.device))?.hilang).toMatchObject({ entri: 0 });
    await kept.syncAll();
    expect([...kept.records.values()].filter(({ k }) => k === 'entri')).toEqual([]);
  });
});
