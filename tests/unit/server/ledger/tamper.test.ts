import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { auditLedger, type LedgerFault } from '../../../../server/ledger/index.ts';
import { aBusyServer } from '../../../support/busy-server.ts';
import { aRandom, type TestRandom } from '../../../support/random.ts';

/*
 * Bars 9 and 26: whatever a single change in the file does to what the ledger rests on, the audit names the row. Columns
 * of `devices` that say nothing of a signature (label, times, highest number) are bookkeeping and left out on purpose.
 */

type Value = string | number | Buffer | null;
type Change = {
  readonly table: string;
  readonly column: string;
  readonly rowid: number;
  readonly row: Readonly<Record<string, Value>>;
  readonly to: Value;
  readonly isText: boolean;
};

const COVERED: Readonly<Record<string, readonly string[] | 'semua'>> = {
  commands: 'semua',
  records: 'semua',
  envelopes: 'semua',
  shards: 'semua',
  devices: ['key', 'id', 'account'],
};

const flipped = (value: Value, { number }: TestRandom): Value => {
  if (value === null || value === '') return 'x';
  if (typeof value === 'number') return Number(BigInt(value) ^ (1n << BigInt(Math.floor(number() * 40))));
  const bytes = Buffer.from(value as string);
  const at = Math.floor(number() * bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(number() * 8));
  return bytes;
};

const pick = <T>(list: readonly T[], { number }: TestRandom): T =>
  list[Math.floor(number() * list.length)] as T;

const aChange = (raw: Database.Database, random: TestRandom): Change => {
  const table = pick(Object.keys(COVERED), random);
  const rows = raw.prepare(`SELECT rowid AS _place, * FROM ${table}`).all() as (Record<string, Value> & {
    _place: number;
  })[];
  const { _place: rowid, ...row } = pick(rows, random);
  const named = COVERED[table];
  const columns = named === 'semua' ? Object.keys(row) : (named ?? []);
  const column = pick(columns, random);
  const value = row[column] ?? null;
  return { table, column, rowid, row, to: flipped(value, random), isText: typeof value === 'string' };
};

const apply = (raw: Database.Database, { table, column, rowid, to, isText }: Change): boolean => {
  try {
    const value = isText ? 'CAST(? AS TEXT)' : '?';
    raw.prepare(`UPDATE ${table} SET "${column}" = ${value} WHERE rowid = ?`).run(to, rowid);
    return true;
  } catch {
    // Another row has that key: no change was made.
    return false;
  }
};

const undo = (raw: Database.Database, { table, column, rowid, row }: Change): void =>
  void raw.prepare(`UPDATE ${table} SET "${column}" = ? WHERE rowid = ?`).run(row[column], rowid);

const idIn = (table: string, row: Readonly<Record<string, unknown>>): string =>
  table === 'commands' ? `${row['device']}.${row['number']}.${row['hash']}` : String(row['id']);

/** Does a fault point at the changed row, by its name before or after, or by its line? */
const names = (fault: LedgerFault, { table, row, column, to }: Change): boolean => {
  const after = { ...row, [column]: Buffer.isBuffer(to) ? to.toString() : to };
  const isRow = [idIn(table, row), idIn(table, after)].includes(fault.id);
  return fault.table === table && (isRow || (fault.n !== null && fault.n === row['n']));
};

describe('a changed byte', () => {
  test('300 of 300 random changes are found and named; the untouched file has no fault', async () => {
    const { server } = await aBusyServer();
    const { store } = server;
    const audit = () => auditLedger({ store, files: null, onProgress: () => undefined });
    expect(await audit()).toMatchObject({ faults: [], lines: 19, unsigned: 1 });
    const raw = new Database(server.path);
    raw.pragma('foreign_keys = OFF');
    const random = aRandom(20_261_124);
    const missed: string[] = [];
    let [done, seenByFile] = [0, 0];
    while (done < 300) {
      const change = aChange(raw, random);
      if (!apply(raw, change)) continue;
      done += 1;
      if (raw.pragma('integrity_check', { simple: true }) !== 'ok') seenByFile += 1;
      const { faults } = await audit();
      if (!faults.some((fault) => names(fault, change)))
        missed.push(
          `${change.table}.${change.column} ${JSON.stringify([change.row[change.column], String(change.to)])} ${JSON.stringify(faults)}`,
        );
      undo(raw, change);
    }
    expect((await audit()).faults).toEqual([]);
    raw.close();
    expect(missed).toEqual([]);
    // What SQLite's own check sees of the same changes (finding F3): rows are well-formed whatever they say.
    expect(seenByFile).toBe(0);
  }, 120_000);
});
