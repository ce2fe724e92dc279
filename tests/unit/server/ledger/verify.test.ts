import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithLedger, verifyLedger } from '../../../../server/ledger/index.ts';
import { openSqliteStore } from '../../../../server/store/index.ts';
import { aCatat, anEntri, GURU, idFor, KEPALA, onEntri, SHARD } from '../../../support/builders.ts';
import {
  aSchool,
  HEAD_PHONE,
  type Numbered,
  OTHER_GURU,
  OTHER_PHONE,
  PHONE,
  type School,
  SECOND,
} from './school.ts';

/** A school in which a little of everything happened: edits, a competing text, decisions, refusals, a deletion. */
const aBusySchool = async (): Promise<School> => {
  const school = await aSchool();
  const catat = aCatat();
  const id = await idFor(PHONE, 1, catat);
  const change = onEntri('entri.ubah', id, id, anEntri({ uraian: 'Teks yang diperbaiki sekali' }));
  const other = aCatat({ uraian: 'Mendampingi kegiatan pramuka' });
  const otherId = await idFor(OTHER_PHONE, 1, other);
  const send = (who: string, dev: string, number: number, content: Omit<Numbered, 'number'>) =>
    school.send(who, dev, { ...content, number });
  await send(GURU, PHONE, 1, catat);
  await send(GURU, PHONE, 2, change);
  school.clock.forward(60_000);
  await send(GURU, SECOND, 1, onEntri('entri.ubah', id, id, anEntri({ uraian: 'Teks dari HP yang lain' })));
  await send(OTHER_GURU, OTHER_PHONE, 1, other);
  await send(OTHER_GURU, OTHER_PHONE, 2, aCatat({ uraian: 'pendek' }));
  await send(
    KEPALA,
    HEAD_PHONE,
    1,
    onEntri('entri.kembalikan', otherId, otherId, { alasan: 'Lengkapi foto' }),
  );
  await send(KEPALA, HEAD_PHONE, 2, onEntri('entri.setujui', id, id));
  await send(OTHER_GURU, OTHER_PHONE, 3, onEntri('entri.hapus', otherId, otherId));
  const satker = (await school.store.read((tx) => tx.recordsOfKind(SHARD, 'satker')))[0]!.record;
  await send(KEPALA, HEAD_PHONE, 3, {
    ...onEntri('bulan.kunci', satker.id, satker.head, { bulan: '2026-10' }),
  });
  await send(GURU, PHONE, 3, aCatat({ tanggal: '2026-10-05' }));
  return school;
};

const lines = async ({ store }: School) => store.read((tx) => tx.ledgerLines(SHARD, 0, 999));

describe('the chain', () => {
  test('verifies, whole and its last lines only', async () => {
    const school = await aBusySchool();
    const { length } = await lines(school);
    expect(length).toBe(9);
    expect(await verifyLedger(school.store)).toEqual({ ok: true, lines: length });
    expect(await verifyLedger(school.store, { last: 3 })).toEqual({ ok: true, lines: 3 });
  });

  test('an empty ledger verifies', async () => {
    const school = await aSchool();
    expect(await verifyLedger(school.store, { last: 0 })).toEqual({ ok: true, lines: 0 });
  });

  /** Does something to the file behind the store's back. */
  const tampered = async (change: (raw: Database.Database) => void) => {
    const school = await aBusySchool();
    const raw = new Database(school.path);
    change(raw);
    raw.close();
    return verifyLedger(school.store);
  };

  test.each([
    [
      'a body',
      "UPDATE commands SET body = replace(body, 'Rawawening', 'Rawawenink'), h = h WHERE n = 1",
      { n: 1, fault: 'isi' },
    ],
    ['a time', 'UPDATE commands SET at = at + 1 WHERE n = 3', { n: 3, fault: 'isi' }],
    ['a base', 'UPDATE commands SET base = NULL WHERE n = 3', { n: 3, fault: 'isi' }],
    ['a salt', "UPDATE commands SET salt = x'00' WHERE n = 4", { n: 4, fault: 'janji' }],
    ['a hash of the chain', "UPDATE commands SET h = x'00' WHERE n = 5", { n: 5, fault: 'rantai' }],
    ['a number', 'UPDATE commands SET n = 99 WHERE n = 9', { n: 9, fault: 'nomor' }],
    ['a line', 'DELETE FROM commands WHERE n = 2', { n: 2, fault: 'nomor' }],
    ['the last line', 'DELETE FROM commands WHERE n = 9', { n: 9, fault: 'nomor' }],
    ['the head', "UPDATE shards SET h = x'00'", { n: 9, fault: 'kepala' }],
  ])('%s that was changed in the file is found, with its line', async (_, statement, found) => {
    expect(await tampered((raw) => raw.exec(statement))).toEqual({ ok: false, shard: SHARD, ...found });
  });

  test('any single flipped bit of what a line holds is found', async () => {
    const columns = ['body', 'commitment', 'salt', 'h', 'hash'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...columns),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(),
        fc.integer({ min: 0, max: 6 }),
        async (column, n, at, bit) => {
          const found = await tampered((raw) => {
            const row = raw
              .prepare(
                `SELECT CAST(${column} AS BLOB) AS value, typeof(${column}) AS type FROM commands WHERE n = ?`,
              )
              .get(n) as { value: Buffer; type: string };
            const value = Buffer.from(row.value);
            value[at % value.length]! ^= 1 << bit;
            if (row.type === 'text' && column === 'body' && !isJson(value))
              return raw.exec('DELETE FROM commands WHERE n = 1');
            return void raw
              .prepare(
                `UPDATE commands SET ${column} = ${row.type === 'text' ? 'CAST(? AS TEXT)' : '?'} WHERE n = ?`,
              )
              .run(value, n);
          });
          expect(found.ok).toBe(false);
        },
      ),
      { numRuns: 25 },
    );
  });

  const isJson = (bytes: Buffer): boolean => {
    try {
      JSON.parse(bytes.toString());
      return true;
    } catch {
      return false;
    }
  };
});

describe('rebuilding', () => {
  test('records made anew from the commands equal the stored ones', async () => {
    const school = await aBusySchool();
    expect(await compareWithLedger(school.store, SHARD)).toEqual([]);
  });

  test.each([
    ['another text', "UPDATE records SET content = replace(content, 'diperbaiki', 'diperburuk')", 'rekam'],
    [
      'an approval that nobody gave',
      `UPDATE records SET state = '{"tahap":"DISETUJUI"}' WHERE kind = 'entri' AND deleted = 0`,
      'rekam',
    ],
    ['a record too few', "DELETE FROM records WHERE kind = 'satker'", 'hilang'],
    [
      'a record too many',
      "INSERT INTO records SELECT shard, 'd_x.1.AAAAAAAAAAA', kind, owner, n, head, state, content, deleted, variants FROM records LIMIT 1",
      'lebih',
    ],
    ['another verdict', "UPDATE commands SET head = NULL WHERE verdict = 'beda'", 'putusan'],
  ])('%s in the file is named', async (_, statement, what) => {
    const school = await aBusySchool();
    const raw = new Database(school.path);
    raw.exec(statement);
    raw.close();
    expect((await compareWithLedger(school.store, SHARD)).map((difference) => difference.what)).toContain(
      what,
    );
  });
});

test('a store that was closed and opened again goes on with the same chain', async () => {
  const school = await aBusySchool();
  const before = await lines(school);
  const copy = `${school.path}.salinan`;
  const raw = new Database(school.path);
  raw.exec(`VACUUM INTO '${copy}'`);
  raw.close();
  const again = await openSqliteStore(copy);
  expect(await again.read((tx) => tx.ledgerLines(SHARD, 0, 999))).toEqual(before);
  expect(await verifyLedger(again)).toEqual({ ok: true, lines: before.length });
  await again.close();
});
