import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { toWireCommand } from '../../shared/protocol/index.ts';
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
  /"shard" = \$|insert into "\w+" \("shard"|from "shards" where "shards"."id" = \$|FROM shards WHERE id = \$1|into "shards"/i.test(
    statement,
  );

const NO_TABLE = /^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SELECT set_config|SELECT pg_advisory)/;

test('on the way of a sync nothing of a school is asked without it, and nothing of a person without her, her phone or her token', async () => {
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
    'devices',
    'grants',
    'photos',
    'queues',
    'sessions',
  ]);
  // Spread over machines, each of these is still on one of them: the column by which docs/scale.md spreads its table.
  const spreadBy: Readonly<Record<string, string>> = {
    ...{ accounts: 'id', devices: 'id', grants: 'account', photos: 'owner', queues: 'device' },
    sessions: 'token_hash',
  };
  const names = (one: string): boolean => {
    const [table, column] = [tableIn(one), spreadBy[tableIn(one)]];
    return one.includes(`"${table}"."${column}" = $`) || one.includes(`insert into "${table}" ("${column}"`);
  };
  expect(open.filter((one) => !names(one))).toEqual([]);

  // Again, as after an answer that was lost: only a number that was used before is looked for in every school.
  seen.clear();
  await sri.sync({ request: { ops: [toWireCommand({ ...aCatat(), number: 1 })] } });
  const everywhere = [...seen].filter((one) => !NO_TABLE.test(one) && !isKeyed(one) && !names(one));
  expect(everywhere.map(tableIn)).toEqual(['commands']);
  expect(everywhere[0]).toMatch(/where \("commands"."device" = \$1 and "commands"."number" = \$2\)$/);
});
