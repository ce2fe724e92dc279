import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { phoneOf } from '../api/signed-in.ts';
import { aCatat, onEntri } from '../support/builders.ts';
import { aServer, PAK_TRISNO, SRI } from '../support/server.ts';

/** Every statement that the store sends from now on, each once. */
const watchStatements = (): Set<string> => {
  const seen = new Set<string>();
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given as [string | { text: string }];
    seen.add(typeof first === 'string' ? first : first.text);
    return (original as (...all: unknown[]) => unknown).apply(this, given);
  } as typeof original;
  onTestFinished(() => {
    pg.Client.prototype.query = original;
  });
  return seen;
};

const tableIn = (statement: string): string =>
  /(?:from|into|update) "?(\w+)"?/i.exec(statement)?.[1] ?? statement;

/** Names one school: in its WHERE, or as the first column of what it inserts; `shards` is keyed by the school itself. */
const isKeyed = (statement: string): boolean =>
  /"shard" = \$|insert into "\w+" \("shard"|from "shards" where "shards"."id" = \$|FROM shards WHERE id = ANY|into "shards"/i.test(
    statement,
  );

const NO_TABLE = /^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SELECT set_config|SELECT pg_advisory)/;

test('on the way of a sync only people’s own tables, and the look for a number used twice, are asked without a school', async () => {
  const server = await aServer();
  const [sri, kepala] = [await phoneOf(server, SRI), await phoneOf(server, PAK_TRISNO)];
  const seen = watchStatements();
  const id = await sri.add(aCatat());
  await sri.syncAll();
  await kepala.syncAll();
  await kepala.add(onEntri('entri.setujui', id, id));
  await kepala.syncAll();
  await sri.sync({ request: { ask: ['a'.repeat(64)] } });
  const statements = [...seen].filter((one) => !NO_TABLE.test(one));
  const open = statements.filter((one) => !isKeyed(one));
  expect([...new Set(statements.filter(isKeyed).map(tableIn))].sort()).toEqual([
    'commands',
    'envelopes',
    'figures',
    'records',
    'recoveries',
    'shards',
    'skeletons',
  ]);
  expect([...new Set(open.map(tableIn))].sort()).toEqual([
    'accounts',
    'commands',
    'devices',
    'grants',
    'photos',
    'queues',
    'sessions',
  ]);
  const ledger = open.filter((one) => tableIn(one) === 'commands');
  expect(ledger).toHaveLength(1);
  expect(ledger[0]).toMatch(/where \("commands"."device" = \$1 and "commands"."number" = \$2\)$/);
});
