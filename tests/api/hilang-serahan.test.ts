import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { DevicesAnswer, type Envelope, packCargo, WorkTaken } from '../../shared/protocol/index.ts';
import { aCatat, shaOf } from '../support/builders.ts';
import { type Phone, sign } from '../support/phone.ts';
import { aServer, BUDI, SANDI, SRI, type TestServer } from '../support/server.ts';
import { FOTO, recordsOn } from '../support/titipan.ts';
import { expectProblem, phoneOf, putuskan } from './signed-in.ts';

type World = { readonly server: TestServer; readonly lost: Phone; readonly kept: Phone };
const json = { 'content-type': 'application/json' };

/** Her lost phone, marked and told so. */
const aLoss = async (): Promise<World> => {
  const server = await aServer();
  return { server, lost: await phoneOf(server, SRI), kept: await phoneOf(server, SRI) };
};
const lose = async ({ lost, kept }: World): Promise<void> => {
  const body = JSON.stringify({ sandi: SANDI });
  await kept.ask(`/api/devices/${lost.device}/lost`, { method: 'POST', body }, json);
  const bytes = new TextEncoder().encode(
    JSON.stringify({ u: lost.account, dev: lost.device, nonce: 'n'.repeat(24) }),
  );
  const headers = { ...json, cookie: null, 'kinerja-signature': await sign(lost.keys, bytes) };
  expect((await lost.ask('/api/lost', { method: 'POST', body: bytes }, headers)).status).toBe(200);
};

const envelope = async (
  phone: Phone,
  { dev = phone.device, keys = phone.keys, ask = [] as string[] } = {},
): Promise<Envelope> => {
  const bytes = new TextEncoder().encode(JSON.stringify(phone.request({ pos: {}, dev, ask })));
  return { bytes, tanda: await sign(keys, bytes) };
};
type Photo = { readonly sha: string; readonly bytes: Uint8Array<ArrayBuffer> };
const handOver = async (phone: Phone, envelopes: readonly Envelope[], photos: readonly Photo[] = []) => {
  const bytes = packCargo({ envelopes, photos });
  const sha = createHash('sha256').update(bytes).digest('hex');
  const headers = {
    ...{ 'content-type': 'application/octet-stream', cookie: null },
    'kinerja-signature': await sign(phone.keys, bytes),
  };
  const done = await phone.ask(`/api/lost/${phone.device}/${sha}`, { method: 'PUT', body: bytes }, headers);
  expect(done.status).toBe(204);
};
const yes = ({ kept, lost }: World): Promise<Response> =>
  kept.ask(`/api/devices/${lost.device}/work`, { method: 'POST' });
const taken = async (response: Response) => WorkTaken.parse(await response.json());
const stateOf = async ({ kept, lost }: World) =>
  DevicesAnswer.parse(await (await kept.ask('/api/devices')).json()).list.find(({ id }) => id === lost.device)
    ?.hilang;
const owners = async ({ server }: World) =>
  (await recordsOn(server)).filter(({ kind }) => kind === 'entri').map(({ owner }) => owner);

describe('T36: her yes', () => {
  test('takes what that phone signed in her name, and neither a colleague’s envelope nor another phone’s', async () => {
    const world = await aLoss();
    const { server, lost, kept } = world;
    const budi = await phoneOf(server, BUDI);
    await budi.add(aCatat({ uraian: 'Milik Budi, dari HP yang sama' }));
    await kept.add(aCatat({ uraian: 'Dari HP yang lain', mulai: '10:00', selesai: '10:30' }));
    await lost.add(aCatat({}));
    await lose(world);
    await handOver(lost, [await envelope(budi)]);
    server.clock.forward(1000);
    await handOver(lost, [await envelope(lost), await envelope(kept)]);
    expect(await taken(await yes(world))).toEqual({ baru: 1, sudah: 0, ditolak: 2 });
    expect(await owners(world)).toEqual([SRI.id]);
    // Nothing of the colleague's is told, and nothing is thrown away.
    expect((await stateOf(world))?.ditolak).toEqual([
      { code: 'bukan_pemilik', jumlah: 1 },
      { code: 'bukti_perangkat', jumlah: 1 },
    ]);
    await budi.syncAll();
    expect((await owners(world)).sort()).toEqual([SRI.id, BUDI.id].sort());
  });

  test('keeps what was refused with its reason and its words until she throws it away', async () => {
    const world = await aLoss();
    const { lost, kept } = world;
    await lost.add(aCatat({ tanggal: '2031-01-06', uraian: 'Tanggalnya salah ketik' }));
    await lost.add(aCatat({}));
    await lose(world);
    await handOver(lost, [await envelope(lost)]);
    expect(await taken(await yes(world))).toEqual({ baru: 1, sudah: 0, ditolak: 1 });
    const refused = {
      code: 'tanggal_masa_depan',
      jumlah: 1,
      tanggal: '2031-01-06',
      teks: 'Tanggalnya salah ketik',
    };
    expect(await stateOf(world)).toMatchObject({ entri: 0, foto: 0, ditolak: [refused] });
    // Asked again nothing is new, and it is still there.
    expect(await taken(await yes(world))).toEqual({ baru: 0, sudah: 1, ditolak: 1 });
    expect((await stateOf(world))?.ditolak).toMatchObject([refused]);
    await kept.ask(`/api/devices/${lost.device}/work`, { method: 'DELETE' });
    expect((await stateOf(world))?.ditolak).toBeUndefined();
    await expectProblem(await yes(world), 'tidak_ada');
  });

  test('keeps a photo that there was no room for, and takes it later', async () => {
    const world = await aLoss();
    const { server, lost } = world;
    const spoilt = { sha: shaOf(new Uint8Array(9)), bytes: new Uint8Array(9) };
    const whole = { sha: FOTO.sha, bytes: new Uint8Array(FOTO.bytes) };
    await lose(world);
    await handOver(lost, [await envelope(lost, { ask: [FOTO.sha] })], [whole]);
    await handOver(lost, [await envelope(lost, { ask: [spoilt.sha] })], [spoilt]);
    expect((await stateOf(world))?.foto).toBe(2);
    await yes(world);
    expect(await server.store.read((tx) => tx.photo(SRI.id, FOTO.sha))).toMatchObject({ state: 'utuh' });
    expect((await stateOf(world))?.ditolak).toMatchObject([{ jumlah: 1 }]);
  });

  test('takes what it numbered under a phone of before: it vouched for that, and she for it', async () => {
    const world = await aLoss();
    const { server, lost, kept } = world;
    const older = await phoneOf(server, SRI);
    await putuskan(kept, older.device);
    await lost.add(aCatat({}));
    await lose(world);
    await handOver(lost, [await envelope(lost, { dev: older.device })]);
    expect(await taken(await yes(world))).toEqual({ baru: 1, sudah: 0, ditolak: 0 });
    expect(await owners(world)).toEqual([SRI.id]);
  });
});
