import { expect, test } from 'vitest';
import { holdAccount, type Store, type WriteTx } from '../../server/store/index.ts';
import { aDevice, anAccount, aStoredCommand, GURU } from './builders.ts';

const WRITERS = 64;
const SHARDS = ['sek:10000001', 'sek:10000002', 'sek:10000003'];

/** One line, as the ledger writes it: the number is looked up, then taken. */
export const appendTo = async (tx: WriteTx, shard: string, number: number): Promise<number> => {
  const { n } = await tx.lockShard(shard);
  const line = aStoredCommand(n + 1, { device: 'd_writer', number });
  await tx.insertCommand({ ...line, content: { ...line.content, shard } });
  await tx.advanceShard(shard, { n: n + 1, h: Uint8Array.of(n % 256) });
  return n + 1;
};

/** What every room promises of works that come at the same time; `open` gives one store, asked by all of them. */
export const holdsContract = (open: () => Promise<Store>): void => {
  const numbers = (store: Store, shard: string) =>
    store
      .read(async (tx) => (await tx.ledgerLines(shard, 0, 10_000)).map((line) => line.outcome))
      .then((all) => all.map((outcome) => (outcome.verdict === 'no' ? null : outcome.n)));
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

  test(`I5: ${WRITERS} writers at once give a school its numbers without a gap, each once`, async () => {
    const store = await open();
    const shard = SHARDS[0] ?? '';
    const given = await Promise.all(
      upTo(WRITERS).map((i) => store.write((tx) => appendTo(tx, shard, i), { shards: [shard] })),
    );
    expect([...given].sort((a, b) => a - b)).toEqual(upTo(WRITERS));
    expect(await numbers(store, shard)).toEqual(upTo(WRITERS));
    expect((await store.read((tx) => tx.chainHead(shard))).n).toBe(WRITERS);
  });

  test('works that hold several schools in any order all come through, without a gap in any of them', async () => {
    const store = await open();
    const works = upTo(WRITERS).map((i) => {
      const shards = i % 2 === 0 ? SHARDS : [...SHARDS].reverse();
      return store.write(
        async (tx) => {
          for (const shard of shards) await appendTo(tx, shard, i);
        },
        { shards },
      );
    });
    await Promise.all(works);
    for (const shard of SHARDS) expect(await numbers(store, shard)).toEqual(upTo(WRITERS));
  });

  test('a work that finds out on its way where it writes comes through, whole, and in any order beside others', async () => {
    const store = await open();
    const works = upTo(16).map((i) => {
      const [first = '', ...more] = i % 2 === 0 ? SHARDS : [...SHARDS].reverse();
      return store.write(
        async (tx) => {
          for (const shard of [first, ...more]) await appendTo(tx, shard, i);
        },
        { shards: [first], growing: true },
      );
    });
    await Promise.all(works);
    for (const shard of SHARDS) expect(await numbers(store, shard)).toEqual(upTo(16));
  });

  test('a work that throws gives its numbers back', async () => {
    const store = await open();
    const shard = SHARDS[0] ?? '';
    const results = await Promise.allSettled(
      upTo(WRITERS).map((i) =>
        store.write(
          async (tx) => {
            await appendTo(tx, shard, i);
            if (i % 3 === 0) throw new Error('taken back');
          },
          { shards: [shard] },
        ),
      ),
    );
    const kept = results.filter(({ status }) => status === 'fulfilled').length;
    expect(kept).toBe(WRITERS - Math.floor(WRITERS / 3));
    expect(await numbers(store, shard)).toEqual(upTo(kept));
  });

  test('of works that hold one name each sees what the one before left: no failure goes uncounted', async () => {
    const store = await open();
    const key = 'akun:asing:x';
    const count = async (tx: WriteTx): Promise<void> => {
      const failures = (await tx.throttle(key))?.failures ?? 0;
      await tx.putThrottle({ key, failures: failures + 1, since: 1, until: 0 });
    };
    await Promise.all(upTo(WRITERS).map(() => store.write(count, { names: [key] })));
    expect((await store.read((tx) => tx.throttle(key)))?.failures).toBe(WRITERS);
  });

  test('a phone that is cut off while it syncs stays cut off', async () => {
    const store = await open();
    await store.write(async (tx) => {
      await tx.putAccount(anAccount());
      await tx.putDevice(aDevice());
    });
    const change = (part: (before: ReturnType<typeof aDevice>) => Partial<ReturnType<typeof aDevice>>) =>
      store.write(
        async (tx) => {
          const before = (await tx.device('d_abcdef')) ?? aDevice();
          await tx.putDevice({ ...before, ...part(before) });
        },
        { names: [holdAccount(GURU)] },
      );
    const seen = () => change(({ maxNumber }) => ({ maxNumber: maxNumber + 1 }));
    await Promise.all([...upTo(10).map(seen), change(() => ({ revokedAt: 7 })), ...upTo(10).map(seen)]);
    expect(await store.read((tx) => tx.device('d_abcdef'))).toMatchObject({ maxNumber: 20, revokedAt: 7 });
  });
};
