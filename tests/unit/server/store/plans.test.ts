import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../../../server/store/index.ts';
import { aTempDir } from '../../../support/temp-dir.ts';

/** What the store prepares when it is opened. */
const statements = async (path = join(aTempDir(), 'kinerja.db')): Promise<string[]> => {
  const prepared = new Set<string>();
  const original = Database.prototype.prepare;
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    prepared.add(sql);
    return original.call(this, sql);
  } as typeof original;
  try {
    await (await openSqliteStore(path)).close();
  } finally {
    Database.prototype.prepare = original;
  }
  return [...prepared];
};

/** How SQLite would answer each question. */
const plans = async (): Promise<{ sql: string; plan: string }[]> => {
  const path = join(aTempDir(), 'kinerja.db');
  const prepared = await statements(path);
  const db = new Database(path, { readonly: true });
  const found = prepared
    .filter((sql) => sql.startsWith('select'))
    .map((sql) => {
      const given = Array.from({ length: sql.split('?').length - 1 }, () => '1');
      const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...given) as { detail: string }[];
      return { sql, plan: steps.map(({ detail }) => detail).join(' | ') };
    });
  db.close();
  return found;
};

test('what is asked of a record costs by that record, and not by the history of its school', async () => {
  const ofRecord = (await plans()).filter(({ sql }) => /"commands"."record" (=|IN)/.test(sql));
  expect(ofRecord.length).toBeGreaterThan(2);
  for (const { sql, plan } of ofRecord)
    expect(plan, sql).toMatch(
      /commands USING INDEX (commands_record \(shard=\? AND record=\?\)|sqlite_autoindex_commands_1 \(shard=\? AND device=\?)/,
    );
});

test('changes of an owner come off their own index, in order', async () => {
  const ofOwner = (await plans()).filter(({ sql }) =>
    /"records"."owner" = \? and "records"."n" > \?/.test(sql),
  );
  expect(ofOwner).toHaveLength(1);
  expect(ofOwner[0]?.plan).toBe(
    'SEARCH records USING INDEX records_own_changes (shard=? AND owner=? AND n>?)',
  );
});

test('a month of a school, and a look at one, cost by the entries of those days, and not by its years', async () => {
  const ofDays = (await plans()).filter(({ sql }) => /END BETWEEN \? AND \?/.test(sql));
  expect(ofDays).toHaveLength(2);
  const [looked, ofMonth] = [...ofDays].sort((a, b) => a.plan.length - b.plan.length);
  expect(looked?.plan).toBe(
    'SEARCH records USING INDEX records_entri_hari (shard=? AND <expr>>? AND <expr><?)',
  );
  expect(ofMonth?.plan).toBe(
    [
      'SEARCH records USING INDEX records_entri_hari (shard=? AND <expr>>? AND <expr><?)',
      'CORRELATED SCALAR SUBQUERY 1',
      'SEARCH baris USING INDEX commands_record (shard=? AND record=?)',
      'CORRELATED SCALAR SUBQUERY 2',
      'SEARCH baris USING INDEX commands_record (shard=? AND record=?)',
    ].join(' | '),
  );
});

test('a row that takes the place of another leaves its key alone: who refers to it is not looked for', async () => {
  const puts = (await statements()).flatMap((sql) => {
    const [, target = '', set = ''] = /on conflict \((.*?)\) do update set (.*)$/.exec(sql) ?? [];
    return set === ''
      ? []
      : [{ sql, keys: [...target.matchAll(/"(\w+)"(?=,|$)/g)].map(([, name]) => name), set }];
  });
  const ofDevices = puts.filter(({ sql }) => sql.startsWith('insert into "devices"'));
  expect(ofDevices.map(({ keys }) => keys)).toEqual([['id']]);
  for (const { keys, set, sql } of ofDevices)
    for (const key of keys) expect(set, sql).not.toContain(`"${key}" =`);
});
