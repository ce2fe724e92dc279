import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { databaseName, openRegistry, setSetting } from '../../../client/store/index.ts';
import { compareWithLedger, verifyLedger } from '../../../server/ledger/index.ts';
import { SHARD } from '../../support/builders.ts';
import { type FakePhone, onShelf } from '../../support/fake-phone.ts';
import { aServer, SRI, type TestServer } from '../../support/server.ts';

/*
 * A phone and its server as version 0.1.0 left them, written by that version's own code: accepted entries, a change and a
 * deletion of them that wait, a competing version, a refused entry, a new one with its photo and a change on it, a pattern,
 * a draft. The key pair is made for this file alone.
 */
const GOLDEN = join(import.meta.dirname, '../../fixtures/golden/0.1.0');

type Kept = { readonly id: string; readonly status: string; readonly number: number; readonly body: unknown };
type Released = {
  readonly now: number;
  readonly key: { readonly priv: JsonWebKey; readonly pub: JsonWebKey };
  readonly tables: Readonly<Record<string, readonly Record<string, unknown>[]>> & {
    readonly journal: readonly Kept[];
  };
};
const released = JSON.parse(readFileSync(join(GOLDEN, 'phone.json'), 'utf8')) as Released;

/** Tables of version 0.1.0, as that version declared them. */
const STORES_1 = {
  meta: '&key',
  journal: '&id, status, target, [device+number]',
  records: '&id, [kind+owner+tanggal], [kind+tanggal], [kind+tahap], [shard+kind], kind, lokal',
  drafts: '&id, updatedAt',
  photos: '&sha, status',
  bytes: '&sha',
  thumbs: '&sha',
};

const unpack = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(unpack);
  if (value === null || typeof value !== 'object') return value;
  const { $bytes } = value as { $bytes?: string };
  if ($bytes !== undefined) return new Uint8Array(Buffer.from($bytes, 'base64')).buffer;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, unpack(one)]));
};

const keyPair = async (): Promise<CryptoKeyPair> => {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const { priv, pub } = released.key;
  return {
    privateKey: await crypto.subtle.importKey('jwk', priv, curve, false, ['sign']),
    publicKey: await crypto.subtle.importKey('jwk', pub, curve, true, ['verify']),
  };
};

const laidDown = async (): Promise<{ indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }> => {
  const shelf = { indexedDB: new IDBFactory(), IDBKeyRange };
  const db = new Dexie(databaseName(SRI.id), shelf);
  db.version(1).stores(STORES_1);
  for (const [name, rows] of Object.entries(released.tables)) await db.table(name).bulkPut(rows.map(unpack));
  await db.table('meta').put({ key: 'key', value: await keyPair() });
  db.close();
  const registry = openRegistry(shelf);
  const { id, nip, nama } = SRI;
  await registry.accounts.put({ id, nip, nama, jabatan: 'Guru Kelas', lastUsed: released.now });
  await setSetting(registry, 'active', SRI.id);
  registry.close();
  return shelf;
};

const opened = async (): Promise<{ server: TestServer; phone: FakePhone }> => {
  const server = await aServer({ database: gunzipSync(readFileSync(join(GOLDEN, 'server.db.gz'))) });
  return { server, phone: await onShelf(server, SRI, await laidDown()) };
};

test('I10: the queue of version 0.1.0 is opened with every command as it was, ids and bodies to the letter', async () => {
  const { phone } = await opened();
  const now = await phone.journal();
  const before = [...released.tables.journal].sort((a, b) => a.number - b.number);
  expect(now.map(({ id, status, body }) => ({ id, status, body }))).toEqual(
    before.map(({ id, status, body }) => ({ id, status, body })),
  );
  expect(await phone.db.drafts.toArray()).toEqual((released.tables['drafts'] ?? []).map(unpack));
});

test('I1, I10: it is delivered to the server of 0.1.0 after both were brought up to date, photo included, and its ledger verifies', async () => {
  const { server, phone } = await opened();
  const waiting = released.tables.journal.filter(({ status }) => status === 'antri').map(({ id }) => id);
  expect(waiting.length).toBeGreaterThanOrEqual(5);
  expect(await phone.run()).toMatchObject({ ok: true, photoTrouble: null });
  const lines = await server.store.read((tx) => tx.ledgerLines(SHARD, 0, 99));
  const inLedger = new Set(lines.map(({ device, number }) => `${device}.${number}`));
  for (const id of waiting) expect(inLedger).toContain(id.split('.').slice(0, 2).join('.'));
  const texts = (await server.store.read((tx) => tx.recordsOfKind(SHARD, 'entri', SRI.id))).map(
    ({ record }) => [(record.content as { uraian?: string } | null)?.uraian, record.deleted],
  );
  expect(texts).toContainEqual(['Dicatat dan diubah tanpa internet', false]);
  expect(texts).toContainEqual(['Diubah tanpa internet, \u{1f469}\u200d\u{1f3eb}', false]);
  expect((await phone.db.photos.toArray()).map(({ status }) => status)).toEqual(['terkirim']);
  const kept = await phone.journal();
  expect(kept.filter(({ status }) => status === 'beda')).toHaveLength(1);
  expect(kept.filter(({ status }) => status === 'ditolak')).toHaveLength(1);
  expect((await compareWithLedger(server.store, SHARD)).length).toBe(0);
  expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
});
