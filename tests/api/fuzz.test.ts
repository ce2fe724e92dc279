import { expect, test } from 'vitest';
import { compareWithLedger, verifyLedger } from '../../server/ledger/index.ts';
import benih from '../fuzz/benih.json' with { type: 'json' };
import { fuzzDunia } from '../fuzz/fuzz.ts';
import { aDunia, type Dunia } from '../fuzz/ground.ts';
import { dipegang, hidup } from '../support/memori.ts';
import { POSTGRES } from '../support/postgres.ts';

/** A run of `npm run fuzz` sets how many requests and from which seed on; every other run plays what is written down. */
const { FUZZ_REQUESTS, FUZZ_SEED } = process.env;
const REQUESTS = Number(FUZZ_REQUESTS ?? (POSTGRES ? 600 : 2_800));
const FIRST = Number(FUZZ_SEED ?? benih.pertama);
const MIB = 2 ** 20;
/**
 * Bar 12: what the process may have grown by between the first fifth and the end. A short run is over before the engine has
 * settled how much room it keeps for itself, so there what is alive is counted, and in a long one what the process holds.
 */
const GROWTH = 64 * MIB;

const held = FUZZ_REQUESTS ? dipegang : hidup;

const stands = async ({ server, peran }: Dunia): Promise<void> => {
  expect(({} as { admin?: unknown }).admin).toBeUndefined();
  expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
  const shards = await server.store.read((tx) => tx.shards());
  expect((await Promise.all(shards.map((shard) => compareWithLedger(server.store, shard)))).flat()).toEqual(
    [],
  );
  expect((await peran.guru.ask('/healthz')).status).toBe(200);
};

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
  expect(codes.size).toBeGreaterThan(POSTGRES ? 20 : 30);
  expect(taken).toBeGreaterThan(REQUESTS / 10);
  await stands(dunia);
}, 600_000);
