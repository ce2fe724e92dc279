import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { routeTable } from '../../server/http/route-table.ts';
import { compareWithLedger, verifyLedger } from '../../server/ledger/index.ts';
import benih from '../fuzz/benih.json' with { type: 'json' };
import { fuzzDunia } from '../fuzz/fuzz.ts';
import { aDunia, type Dunia } from '../fuzz/ground.ts';
import { faultsOf } from '../fuzz/oracle.ts';
import { RUTE } from '../fuzz/rute.ts';
import { keRuteBenar } from '../fuzz/rute-target.ts';
import { POSTGRES } from '../support/postgres.ts';

/** A run of `npm run fuzz` sets how many requests and from which seed on; every other run plays what is written down. */
const { FUZZ_REQUESTS, FUZZ_SEED } = process.env;
const REQUESTS = Number(FUZZ_REQUESTS ?? (POSTGRES ? 600 : 2_400));
const FIRST = Number(FUZZ_SEED ?? benih.pertama);
const MIB = 2 ** 20;
/**
 * Bar 12: what the process may have grown by between the first fifth and the end. A short run is over before the engine has
 * settled how much room it keeps for itself, so there what is alive is counted, and in a long one what the process holds.
 */
const GROWTH = 64 * MIB;

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;
const held = (): number => {
  collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  return FUZZ_REQUESTS ? rss : heapUsed + external;
};

const stands = async ({ server, peran }: Dunia): Promise<void> => {
  expect(({} as { admin?: unknown }).admin).toBeUndefined();
  expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
  const shards = await server.store.read((tx) => tx.shards());
  expect((await Promise.all(shards.map((shard) => compareWithLedger(server.store, shard)))).flat()).toEqual(
    [],
  );
  expect((await peran.guru.ask('/healthz')).status).toBe(200);
};

test('every route of the service has a right request of its own, and the list names no other', () => {
  expect(Object.keys(RUTE).sort()).toEqual(routeTable.map(({ method, path }) => `${method} ${path}`).sort());
});

test('the right request to each route is taken, or refused for the one thing that is not right in it, as its table says', async () => {
  const dunia = await aDunia();
  const { server } = dunia;
  const seen = {
    route: () => server.lines.splice(0)[0],
    changed: () => [],
    faults: () => server.faults.splice(0),
  };
  const said: Record<string, string> = {};
  for (const name of Object.keys(RUTE)) {
    server.lines.length = 0;
    const { code, found } = await faultsOf(await keRuteBenar(dunia, name), seen);
    said[name] = [code, ...found].join(' ');
  }
  expect(said).toEqual(
    Object.fromEntries(Object.entries(RUTE).map(([name, { ditolak }]) => [name, ditolak ?? ''])),
  );
}, 60_000);

test('what once went wrong is sent again, seed by seed, and goes well', async () => {
  const dunia = await aDunia();
  const { faults } = await fuzzDunia(dunia, { seeds: benih.gagal.map(({ seed }) => seed) });
  expect(faults).toEqual([]);
  await stands(dunia);
});

test(`from seed ${FIRST} on, ${REQUESTS} requests: what is wrong in any way is refused as its route declares, changes nothing, breaks nothing, betrays nothing and grows by less than 64 MiB`, async () => {
  const dunia = await aDunia();
  const warm = Math.floor(REQUESTS / 5);
  const begun = await fuzzDunia(dunia, { first: FIRST, goesOn: (done) => done < warm });
  const before = held();
  const rest = await fuzzDunia(dunia, { first: FIRST + warm, goesOn: (done) => done < REQUESTS - warm });
  const after = held();
  const taken = begun.taken + rest.taken;
  const codes = new Set([...Object.keys(begun.refusals), ...Object.keys(rest.refusals)]);
  if (FUZZ_REQUESTS)
    process.stdout.write(
      `${JSON.stringify({ first: FIRST, requests: REQUESTS, taken, refused: REQUESTS - taken, codes: codes.size, memoryMiB: [before, after].map((n) => Math.round(n / MIB)) })}\n`,
    );
  expect([...begun.faults, ...rest.faults]).toEqual([]);
  expect(after - before).toBeLessThan(GROWTH);
  expect(codes.size).toBeGreaterThan(30);
  expect(taken).toBeGreaterThan(REQUESTS / 10);
  await stands(dunia);
}, 600_000);
