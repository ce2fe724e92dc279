import { describe, expect, test } from 'vitest';
import { sealCargo } from '../../client/actions/titip-segel.ts';
import { CourierAnswer, DevicesAnswer, type Envelope, WorkTaken } from '../../shared/protocol/index.ts';
import { aCatat, shaOf } from '../support/builders.ts';
import { type Phone, sign } from '../support/phone.ts';
import { aServer, BUDI, SANDI, SRI, type TestServer } from '../support/server.ts';
import { FOTO, recordsOn } from '../support/titipan.ts';
import { expectProblem, phoneOf, putuskan } from './signed-in.ts';

const DAY = 86_400_000;
const json = { 'content-type': 'application/json' };

type World = {
  readonly server: TestServer;
  /** Her phone that gets lost, the one that she holds, a colleague's. */
  readonly lost: Phone;
  readonly kept: Phone;
  readonly budi: Phone;
};
const aWorld = async (): Promise<World> => {
  const server = await aServer();
  const [lost, kept] = [await phoneOf(server, SRI), await phoneOf(server, SRI)];
  return { server, lost, kept, budi: await phoneOf(server, BUDI) };
};

const mark = async ({ kept, lost }: World, how: 'lost' | 'found' = 'lost'): Promise<void> => {
  const body = JSON.stringify({ sandi: SANDI });
  const done = await kept.ask(`/api/devices/${lost.device}/${how}`, { method: 'POST', body }, json);
  expect(done.status).toBe(204);
};

/** What a phone has in its queue as a request that it signed, under its own id or another one. */
const envelope = async (
  phone: Phone,
  { dev = phone.device, keys = phone.keys, ask = [] as string[] } = {},
) => {
  const bytes = new TextEncoder().encode(JSON.stringify(phone.request({ pos: {}, dev, ask })));
  return { bytes, tanda: await sign(keys, bytes) };
};

/** A colleague brings it. */
const bring = async (
  { server, budi }: World,
  envelopes: readonly Envelope[],
  photos: readonly { sha: string; bytes: Uint8Array<ArrayBuffer> }[] = [],
): Promise<Response> => {
  const header = {
    ...{ kunci: server.courier.key.id, ikat: 'AbCdEfGhIjKlMnOp', nama: SRI.nama },
    ...{ entri: 1, foto: photos.length, bagian: 1, dari: 1 },
  };
  const { file } = await sealCargo(header, { envelopes, photos }, server.courier.key.kunci);
  const headers = {
    ...{ 'content-type': 'application/octet-stream', 'upload-offset': '0' },
    ...{ 'upload-length': String(file.length), 'kinerja-signature': await sign(budi.keys, file) },
  };
  return budi.ask(`/api/courier/${shaOf(file)}`, { method: 'PUT', body: new Uint8Array(file) }, headers);
};
const brought = async (response: Response): Promise<CourierAnswer> => {
  expect(response.status).toBe(200);
  return CourierAnswer.parse(await response.json());
};

const work = (phone: Phone, { lost }: World, method: 'POST' | 'DELETE' = 'POST'): Promise<Response> =>
  phone.ask(`/api/devices/${lost.device}/work`, { method });
const stateOf = async ({ kept, lost }: World) =>
  DevicesAnswer.parse(await (await kept.ask('/api/devices')).json()).list.find(({ id }) => id === lost.device)
    ?.hilang;
const entries = async ({ server }: World) => (await recordsOn(server)).filter(({ kind }) => kind === 'entri');

describe('T35: what a lost phone signed and a colleague brings', () => {
  test('waits for its owner as what the phone brings itself does, with its photos, and goes in at her yes', async () => {
    const world = await aWorld();
    const { server, lost, kept } = world;
    const foto = { sha: FOTO.sha, bytes: new Uint8Array(FOTO.bytes) };
    await lost.add(aCatat({ foto: [{ sha: FOTO.sha, size: FOTO.size, mime: FOTO.mime }] }));
    const one = await envelope(lost, { ask: [FOTO.sha] });
    await mark(world);
    for (let i = 0; i < 2; i += 1)
      expect(await brought(await bring(world, [one], [foto]))).toMatchObject({
        ...{ nama: SRI.nama, baru: 0, sudah: 0, menunggu: 0, foto: 0, ditahan: 1 },
      });
    expect(await entries(world)).toEqual([]);
    expect(await server.store.read((tx) => tx.photo(SRI.id, FOTO.sha))).toBeNull();
    expect(await stateOf(world)).toMatchObject({ entri: 1, foto: 1 });
    expect(WorkTaken.parse(await (await work(kept, world)).json())).toMatchObject({ baru: 1, ditolak: 0 });
    expect(await entries(world)).toMatchObject([{ owner: SRI.id }]);
    expect(await server.store.read((tx) => tx.photo(SRI.id, FOTO.sha))).toMatchObject({ state: 'utuh' });
    // Brought again, it is known: there is nothing to ask her about.
    expect(await brought(await bring(world, [one]))).toMatchObject({ sudah: 1 });
    expect(await stateOf(world)).toMatchObject({ entri: 0 });
  });

  test('waits also where the phone was wiped already, months later, and where it speaks for a phone of before', async () => {
    const world = await aWorld();
    const { server, lost, kept } = world;
    const older = await phoneOf(server, SRI);
    await putuskan(kept, older.device);
    await lost.add(aCatat({}));
    await mark(world);
    server.clock.forward(200 * DAY);
    await kept.signIn(SRI.nip, SANDI);
    await world.budi.signIn(BUDI.nip, SANDI);
    expect(await brought(await bring(world, [await envelope(lost)]))).toMatchObject({ ditahan: 1 });
    const vouched = await envelope(lost, { dev: older.device });
    expect(await brought(await bring(world, [vouched]))).toMatchObject({ ditahan: 1 });
    expect(await entries(world)).toEqual([]);
    expect(await stateOf(world)).toMatchObject({ entri: 2 });
  });

  test('goes straight in where the phone that she holds signed it: she has vouched for it', async () => {
    const world = await aWorld();
    const { lost, kept } = world;
    await lost.add(aCatat({}));
    const one = await envelope(lost, { keys: kept.keys });
    await mark(world);
    expect(await brought(await bring(world, [one]))).toMatchObject({ baru: 1 });
    expect(await entries(world)).toHaveLength(1);
  });

  test('one that was merely cut off gets its last work in as ever, for thirty days', async () => {
    const world = await aWorld();
    const { lost, kept } = world;
    await lost.add(aCatat({}));
    await putuskan(kept, lost.device);
    expect(await brought(await bring(world, [await envelope(lost)]))).toMatchObject({ baru: 1 });
  });

  test('is asked about still where the mark was taken back meanwhile; thrown away, it is gone', async () => {
    const world = await aWorld();
    const { lost, kept } = world;
    await lost.add(aCatat({}));
    const one = await envelope(lost);
    await mark(world);
    await bring(world, [one]);
    await mark(world, 'found');
    expect(await stateOf(world)).toMatchObject({ ditarik: true, entri: 1 });
    await expectProblem(await work(world.budi, world), 'tidak_ada');
    expect((await work(kept, world, 'DELETE')).status).toBe(204);
    expect(await stateOf(world)).toBeNull();
    expect(await entries(world)).toEqual([]);
    // Found, it is hers again: what it signs goes in.
    expect(await brought(await bring(world, [one]))).toMatchObject({ baru: 1 });
  });
});
