import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import {
  auditFile,
  auditLedger,
  compareWithLedger,
  exportLedger,
  rebuildRecords,
  verifyLedger,
} from '../../../../server/ledger/index.ts';
import { canonicalJson, commandId } from '../../../../shared/protocol/index.ts';
import { aCatat, anEntri, SHARD, shaOf } from '../../../support/builders.ts';
import { aBusyServer, type BusyServer } from '../../../support/busy-server.ts';
import { aRandom } from '../../../support/random.ts';
import type { TestServer } from '../../../support/server.ts';

const quiet = () => undefined;
const audit = ({ store, files }: TestServer, withPhotos = false) =>
  auditLedger({ store, files: withPhotos ? files : null, onProgress: quiet });

/** Does something to the file behind the store's back; what the audit then says, as `table what` of each fault. */
const after = async (change: string, busy?: BusyServer): Promise<string[]> => {
  const { server } = busy ?? (await aBusyServer());
  const raw = new Database(server.path);
  raw.pragma('foreign_keys = OFF');
  raw.exec(change);
  raw.close();
  const { faults } = await audit(server);
  return [...new Set(faults.map(({ table, what }) => `${table} ${what}`))].sort();
};

describe('signed requests', () => {
  test('one stands in each school that it brought a line to, and every line of a phone names one', async () => {
    const { server } = await aBusyServer();
    const lines = await server.store.read((tx) => tx.ledgerLines(SHARD, 0, 99));
    expect(lines.filter(({ envelope }) => envelope === null)).toHaveLength(1);
    const ids = new Set(lines.flatMap(({ envelope }) => envelope ?? []));
    const page = await server.store.read((tx) => tx.audit('envelopes', null, 99));
    expect(new Set(page.rows.map(({ id }) => id))).toEqual(ids);
  });

  test('a request that brings nothing new is not kept: a pull, a repeat, a refusal', async () => {
    const { server, sri } = await aBusyServer(2);
    const count = async () => (await server.store.read((tx) => tx.audit('envelopes', null, 99))).rows.length;
    const before = await count();
    await sri.sync();
    await sri.add(aCatat({ uraian: 'pendek' }));
    await sri.sync();
    await sri.add(aCatat({ uraian: 'Mendampingi lomba membaca puisi' }));
    await sri.post();
    expect(await count()).toBe(before + 1);
    await sri.post({ request: { app: 'lain' } });
    await sri.sync();
    expect(await count()).toBe(before + 1);
  });

  test.each([
    ['a request that is gone', 'DELETE FROM envelopes WHERE rowid = 1', ['commands amplop', 'devices']],
    [
      'a request of nobody',
      "INSERT INTO envelopes SELECT shard, 'AAAAAAAAAAAAAAAAAAAAAA', device, signature, bytes, received_at, carrier, signer FROM envelopes LIMIT 1",
      ['envelopes yatim'],
    ],
    [
      'a device that is gone',
      'DELETE FROM devices WHERE rowid = 2',
      ['devices hilang', 'envelopes perangkat'],
    ],
    [
      "another device's key",
      'UPDATE devices SET key = (SELECT key FROM devices WHERE rowid = 1) WHERE rowid = 3',
      ['devices kunci', 'envelopes tanda'],
    ],
    [
      'a carrier that nobody had',
      "UPDATE envelopes SET carrier = 'p_guru02' WHERE rowid = 1",
      ['envelopes isi'],
    ],
    [
      'a phone that vouched for nothing',
      'UPDATE envelopes SET signer = (SELECT id FROM devices WHERE rowid = 3) WHERE rowid = 1',
      ['envelopes isi'],
    ],
    ['the actor of a line', "UPDATE commands SET actor_nama = 'Orang Lain' WHERE n = 4", ['commands janji']],
    [
      'the time of a line',
      'UPDATE commands SET received_at = 1 WHERE n = 2',
      ['commands janji', 'envelopes waktu'],
    ],
    ['the reason of a refusal', "UPDATE commands SET code = 'kembar' WHERE n IS NULL", ['commands janji']],
    [
      'two lines that changed places',
      'UPDATE commands SET n = 99 WHERE n = 3; UPDATE commands SET n = 3 WHERE n = 4; UPDATE commands SET n = 4 WHERE n = 99',
      ['commands rantai', 'records rekam'],
    ],
  ])('%s is named', async (_, change, wanted) => {
    const found = await after(change);
    for (const fault of wanted.filter((one) => one.includes(' '))) expect(found).toContain(fault);
  });

  test('what a device never signed is noticed even where chain and records were made to fit', async () => {
    const busy = await aBusyServer(2);
    await busy.server.ledger.submit({
      actor: { id: busy.sri.account, nama: 'Sri Wahyuni', peran: ['guru'] },
      device: busy.sri.device,
      commands: [{ ...aCatat({ uraian: 'Ditulis operator atas nama Sri' }), number: 900 }],
    });
    expect((await audit(busy.server)).unsigned).toBe(2);
  });
});

test('lines that version 0.1.0 wrote, chained over the body alone and signed by nobody, still verify', async () => {
  const { server } = await aBusyServer(3);
  const lines = await server.store.read((tx) => tx.ledgerLines(SHARD, 0, 99));
  const raw = new Database(server.path);
  let h = Buffer.alloc(0);
  for (const { salt, content, device, number, hash } of lines) {
    const sha = (...parts: (string | Uint8Array)[]) =>
      parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest();
    const commitment = sha(salt, canonicalJson(content.body));
    h = sha(h, commandId(device, number, hash), commitment);
    raw
      .prepare(
        'UPDATE commands SET commitment = ?, h = ?, envelope = NULL WHERE device = ? AND number = ? AND hash = ?',
      )
      .run(commitment, h, device, number, hash);
  }
  raw.prepare('UPDATE shards SET h = ?').run(h);
  raw.exec('DELETE FROM envelopes');
  raw.close();
  expect(await audit(server)).toMatchObject({ faults: [], unsigned: lines.length });
  expect(await verifyLedger(server.store)).toEqual({ ok: true, lines: lines.length });
});

describe('photos', () => {
  test('a kept file that is gone or another one is named, with --foto only', async () => {
    const { server } = await aBusyServer(2);
    const owner = 'p_guru01';
    for (const letter of ['a', 'b', 'c']) {
      const bytes = new TextEncoder().encode(letter);
      const sha = shaOf(bytes);
      await server.files.keep(owner, sha, letter === 'b' ? new TextEncoder().encode('x') : bytes);
      const row = { owner, sha, size: 1, mime: 'image/jpeg', received: 1, updatedAt: 1 };
      await server.store.write((tx) =>
        tx.putPhoto({ ...row, state: 'utuh', sha: letter === 'c' ? 'f'.repeat(64) : sha }),
      );
    }
    expect((await audit(server)).faults).toEqual([]);
    const { faults, photos } = await audit(server, true);
    expect(photos).toBe(3);
    expect(faults.map(({ what }) => what).sort()).toEqual(['hilang', 'sidik']);
  });
});

describe('rebuilding with --tulis', () => {
  test('makes the records anew, identical to what the ledger says', async () => {
    const { server } = await aBusyServer();
    const rows = async () => (await server.store.read((tx) => tx.audit('records', null, 99))).rows;
    const byId = async () => new Map((await rows()).map((row) => [row.id, row]));
    const before = await byId();
    const raw = new Database(server.path);
    raw.exec("UPDATE records SET content = 'rusak' WHERE rowid = 3; DELETE FROM records WHERE rowid = 5");
    raw.exec(
      "INSERT INTO records SELECT shard, 'x', kind, owner, n, head, state, content, 0, variants FROM records LIMIT 1",
    );
    raw.close();
    expect((await audit(server)).faults.map(({ what }) => what).sort()).toEqual([
      'bentuk',
      'hilang',
      'lebih',
    ]);
    const done = await rebuildRecords(server.store, SHARD);
    expect(done).toMatchObject({ ok: true, records: before.size });
    expect(done.differences.map(({ what }) => what).sort()).toEqual(['hilang', 'lebih']);
    expect(await byId()).toEqual(before);
    expect(await compareWithLedger(server.store, SHARD)).toEqual([]);
  });

  test('writes nothing where a command would be decided otherwise', async () => {
    const { server } = await aBusyServer(2);
    const raw = new Database(server.path);
    const body = JSON.stringify(anEntri({ uraian: 'x' }));
    raw.prepare('UPDATE commands SET body = ? WHERE n = 2').run(body);
    raw.exec("UPDATE records SET owner = 'x' WHERE rowid = 3");
    raw.close();
    expect((await rebuildRecords(server.store, SHARD)).ok).toBe(false);
    expect((await server.store.read((tx) => tx.audit('records', null, 99))).rows[2]?.value).toMatchObject({
      record: { owner: 'x' },
    });
  });
});

describe('the exported ledger', () => {
  const exported = async (): Promise<string> => {
    const { server } = await aBusyServer();
    let text = '';
    for await (const line of exportLedger(server.store, 1)) text += line;
    return text;
  };
  async function* linesOf(text: string) {
    yield* text.replace(/\n$/, '').split('\n');
  }
  const check = (text: string) => auditFile(linesOf(text), quiet);

  test('verifies with no database, and counts what no device signed', async () => {
    expect(await check(await exported())).toEqual({ faults: [], lines: 19, unsigned: 1 });
  });

  test('a byte changed anywhere in the file is noticed, and so is a line that is gone', async () => {
    const text = await exported();
    const random = aRandom(3);
    const whole = Buffer.from(text);
    for (let i = 0; i < 200; i += 1) {
      const bytes = Buffer.from(whole);
      const at = Math.floor(random.number() * (bytes.length - 1));
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random.number() * 8));
      expect((await check(bytes.toString())).faults).not.toEqual([]);
    }
    const lines = text.split('\n');
    for (let i = 0; i < lines.length - 1; i += 1)
      expect((await check(lines.filter((_, at) => at !== i).join('\n'))).faults).not.toEqual([]);
  });

  test('a forged line is named although the sum at the end was made to fit', async () => {
    const { server } = await aBusyServer(4);
    const forged: string[] = [];
    for await (const line of exportLedger(server.store, 1))
      forged.push(line.replace('Mengajar pecahan bagian ke-2', 'Mengajar pecahan bagian ke-9'));
    const { faults } = await check(forged.join(''));
    expect(faults.map(({ table, n, what }) => `${table} ${n} ${what}`)).toEqual(
      expect.arrayContaining(['commands 3 isi', 'commands 3 janji', 'commands 3 amplop']),
    );
  });
});
