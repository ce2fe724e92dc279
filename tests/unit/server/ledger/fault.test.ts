import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLedger, verifyLedger } from '../../../../server/ledger/index.ts';
import { openSqliteStore, type Store, StoreUnavailableError } from '../../../../server/store/index.ts';
import { aCatat, anActor, SHARD } from '../../../support/builders.ts';
import { aClock } from '../../../support/clock.ts';
import { aRandom } from '../../../support/random.ts';
import { NO_COPIES } from '../../../support/safety.ts';
import { aTempDir } from '../../../support/temp-dir.ts';

/** A real store that fails in the middle of one command's work: its record is written, its line is not. */
const aFailingStore = async (fails: (uraian: string) => boolean, cause: Error): Promise<Store> => {
  const store = await openSqliteStore(join(aTempDir(), 'kinerja.db'));
  onTestFinished(() => store.close());
  return {
    ...store,
    write: (work) =>
      store.write((tx) =>
        work({
          ...tx,
          insertCommand: async (command) => {
            if (fails((command.content.body as { uraian: string }).uraian)) throw cause;
            await tx.insertCommand(command);
          },
        }),
      ),
  };
};

const commands = ['Kegiatan yang pertama', 'Kegiatan yang beracun', 'Kegiatan yang ketiga'].map(
  (uraian, at) => ({
    ...aCatat({ uraian }),
    number: at + 1,
  }),
);

const poisoned = (uraian: string): boolean => uraian.includes('beracun');

test('I6: a fault that one command causes takes back that command only, and can be sent again once mended', async () => {
  let isMended = false;
  const store = await aFailingStore((uraian) => !isMended && poisoned(uraian), new Error('a slip of ours'));
  const faults: string[] = [];
  const ledger = await openLedger({
    ...NO_COPIES,
    store,
    clock: aClock().now,
    randomBytes: aRandom().bytes,
    onFault: (_, id) => void faults.push(id),
  });
  const submission = { actor: anActor(), device: 'd_abcdef', commands };
  const first = await ledger.submit(submission);
  expect(first.map(({ verdict }) => ('code' in verdict ? verdict.code : verdict.r))).toEqual([
    'ok',
    'gangguan',
    'ok',
  ]);
  expect(faults).toEqual([first[1]?.id]);
  expect(await store.read((tx) => tx.record(SHARD, first[1]?.id ?? ''))).toBeNull();
  expect(await verifyLedger(store)).toEqual({ ok: true, lines: 2 });
  isMended = true;
  const second = await ledger.submit(submission);
  expect(second.map(({ verdict }) => ('dup' in verdict ? 'dup' : verdict.r))).toEqual(['dup', 'ok', 'dup']);
});

test('a store that cannot work refuses the request as a whole, and nothing of it is kept', async () => {
  const store = await aFailingStore(poisoned, new StoreUnavailableError(true));
  const onFault = (): never => expect.fail('this is no fault of a command');
  const ledger = await openLedger({
    ...NO_COPIES,
    store,
    clock: aClock().now,
    randomBytes: aRandom().bytes,
    onFault,
  });
  const sending = ledger.submit({ actor: anActor(), device: 'd_abcdef', commands });
  await expect(sending).rejects.toBeInstanceOf(StoreUnavailableError);
  expect((await store.read((tx) => tx.chainHead(SHARD))).n).toBe(0);
});
