import { Dexie, type Table } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsById, rowsNear } from '../../../client/store/near.ts';

type Row = { readonly id: string; readonly target: string };

const laidDown = async (rows: readonly Row[]): Promise<Table<Row, string>> => {
  const db = new Dexie('dekat', { indexedDB: new IDBFactory(), IDBKeyRange });
  db.version(1).stores({ rows: '&id, target' });
  const table: Table<Row, string> = db.table('rows');
  await table.bulkPut([...rows]);
  return table;
};

const idOf = (number: number): string => `d_abcdef.${number}.hashhashhas`;
const sorted = (rows: readonly Row[]): Row[] => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

test('neighbours read together are the rows that were asked for, however many strangers lie between', async () => {
  const number = fc.integer({ min: 1, max: 3000 });
  const numbers = fc.uniqueArray(number, { maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(numbers, numbers, fc.integer({ min: 1, max: 300 }), async (held, asked, spread) => {
      const rows = held.map((n) => ({ id: idOf(n), target: idOf(n % spread) }));
      const table = await laidDown(rows);
      const ids = new Set(asked.map(idOf));
      const near = await rowsNear(table, 'target', [...ids]);
      expect(sorted(near)).toEqual(sorted(rows.filter(({ target }) => ids.has(target))));
      expect(new Set((await rowsById(table, [...ids])).keys())).toEqual(
        new Set(rows.map(({ id }) => id).filter((id) => ids.has(id))),
      );
    }),
    { numRuns: 30 },
  );
});

test('rows far apart among thousands are found too', async () => {
  const table = await laidDown(Array.from({ length: 2000 }, (_, i) => ({ id: idOf(i), target: idOf(i) })));
  const ids = [idOf(3), idOf(777), idOf(1999)];
  expect([...(await rowsById(table, ids)).keys()].sort()).toEqual([...ids].sort());
});

test('a queue of five hundred is read in a few pieces', async () => {
  const rows = Array.from({ length: 500 }, (_, i) => ({ id: idOf(i + 100), target: idOf(i + 100) }));
  const table = await laidDown(rows);
  let asked = 0;
  const where = table.where.bind(table);
  table.where = ((index: string) => {
    asked += 1;
    return where(index);
  }) as never;
  expect(
    (
      await rowsById(
        table,
        rows.map(({ id }) => id),
      )
    ).size,
  ).toBe(500);
  expect(asked).toBeLessThan(10);
});
