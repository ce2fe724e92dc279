import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, keepTextOf } from '../../../../server/ledger/chain.ts';
import { CommandFault } from '../../../../server/ledger/decide.ts';
import { verifyLedger } from '../../../../server/ledger/index.ts';
import { receiveCommands, receiveGathered, type Speaking } from '../../../../server/ledger/receive.ts';
import { type Store, StoreUnavailableError, type WriteTx } from '../../../../server/store/index.ts';
import {
  type CommandContent,
  canonicalJson,
  canonicalTexts,
  contentHash,
  LIMITS,
  PROTOCOL_VERSION,
  type SyncRequest,
  toWireCommand,
} from '../../../../shared/protocol/index.ts';
import {
  aCatat,
  aCommand,
  anActor,
  anEntri,
  GURU,
  onEntri,
  SHARD,
  sha256,
} from '../../../support/builders.ts';
import { aRandom } from '../../../support/random.ts';
import { aSchool, PHONE } from './school.ts';

const UNKNOWN = 'd_aaaaaa.9.AAAAAAAAAAA';
const pola = {
  ...{ nama: 'Mengajar', rhk: null, rencanaAksi: null, uraian: 'Mengajar di kelas' },
  ...{ mulai: null, selesai: null, realisasi: 1, satuan: 'JP' },
};
const dialog = { tahun: 2026, pilihan: [], belajar: '' };
/** Commands of every kind of end; the third is the same each time. */
const KINDS: readonly ((i: number) => CommandContent)[] = [
  (i) => aCatat({ uraian: `Kegiatan yang ke-${i}` }),
  (i) => aCatat({ uraian: `Kegiatan “ke-${i}”` }),
  () => aCatat(),
  (i) => aCatat({ uraian: `Kegiatan yang ke-${i}`, tanggal: '2027-12-01' }),
  () => aCatat({ uraian: 'pendek' }),
  () => ({ ...aCatat(), body: { tanggal: 3 } }),
  () => ({ ...aCatat(), body: { catatan: 'a'.repeat(LIMITS.commandBytes) } }),
  () => ({ ...aCatat(), body: { catatan: 'é'.repeat(LIMITS.commandBytes / 2) } }),
  () => ({ ...aCatat(), version: 7 }),
  () => ({ ...aCatat(), base: UNKNOWN }),
  () => aCommand({ kind: 'tidak.ada', record: null, base: null, body: {} }),
  () => aCommand({ kind: 'pola.simpan', record: null, base: null, body: pola }),
  () => aCommand({ kind: 'dialog.susun', record: null, base: null, body: dialog }),
  () => onEntri('entri.hapus', UNKNOWN, UNKNOWN),
  () => aCatat({}, 'sek:99999999'),
];

const ALIKE = 2;

const requestOf = (commands: readonly (CommandContent & { number: number })[]): SyncRequest => ({
  ...{ p: PROTOCOL_VERSION, app: 'uji', u: GURU, dev: PHONE, g: '', pos: {}, ask: [] },
  ops: commands.map(toWireCommand),
});

const aDesk = (): Speaking => ({
  now: Date.parse('2026-11-25T03:00:00Z'),
  actorIn: (shard) => (shard === SHARD ? anActor() : { ...anActor(), peran: [] }),
  randomBytes: aRandom().bytes,
  envelope: 'amplop',
  settings: new Map(),
  onFault: () => expect.fail('a command caused a fault'),
  phone: PHONE,
  keys: [new Uint8Array(32)],
});

const keptIn = async (tx: WriteTx) => ({
  lines: await tx.ledgerLines(SHARD, 0, 999),
  all: (await tx.audit('commands', null, 999)).rows,
  records: await tx.changedRecords({ shard: SHARD, afterN: 0, owners: null, limit: 999 }),
  figures: (await tx.allFigures(SHARD)).map((figure) => JSON.stringify(figure)).sort(),
  versions: await tx.figureVersions(),
  head: await tx.chainHead(SHARD),
  device: await tx.device(PHONE),
});

const UNDONE = new Error('undone');

/** What a request comes to; nothing of it stays. */
const cameTo = async (store: Store, receive: typeof receiveCommands, request: SyncRequest) => {
  let came: unknown;
  const work = async (tx: WriteTx): Promise<never> => {
    const { res, dev } = await receive(tx, request, aDesk());
    came = { res, dev, ...(await keptIn(tx)) };
    throw UNDONE;
  };
  await expect(store.write(work)).rejects.toBe(UNDONE);
  return came;
};

test('a run of fresh commands comes to the same, to the byte, as command by command', async () => {
  const { store } = await aSchool();
  const step = fc.constantFrom(1, 1, 1, 1, 0, 3, -1);
  const chosen = fc.array(fc.record({ kind: fc.nat(KINDS.length - 1), step }), {
    minLength: 1,
    maxLength: 12,
  });
  const twice = [1, 0].map((step) => ({ kind: ALIKE, step }));
  const backAndAgain = [1, -1, 1].map((step) => ({ kind: 0, step }));
  await fc.assert(
    fc.asyncProperty(chosen, async (steps) => {
      let number = 4;
      const commands = steps.map(({ kind, step }, i) => {
        number = Math.max(1, number + step);
        return { ...(KINDS[kind] as (typeof KINDS)[0])(i), number };
      });
      const request = requestOf(commands);
      const together = await cameTo(store, receiveGathered, request);
      expect(together).toEqual(await cameTo(store, receiveCommands, request));
    }),
    { numRuns: 60, examples: [[twice], [backAndAgain]] },
  );
});

test('what was taken in a run is a sound ledger', async () => {
  const { store } = await aSchool();
  const commands = KINDS.map((contentOf, i) => ({ ...contentOf(i), number: i + 1 }));
  const { res } = await store.write((tx) => receiveGathered(tx, requestOf(commands), aDesk()));
  expect(res.filter(({ r }) => r === 'ok').length).toBe(5);
  expect(await verifyLedger(store)).toEqual({ ok: true, lines: 6 });
});

test('of fresh commands nothing is looked up between one and the next', async () => {
  const { store } = await aSchool();
  const commands = Array.from({ length: 50 }, (_, i) => ({
    ...aCatat({ uraian: `Kegiatan ${i} kelas` }),
    number: i + 1,
  }));
  const asked: string[] = [];
  await store.write(async (tx) => {
    const noting = Object.fromEntries(
      Object.entries(tx).map(([name, verb]) => [
        name,
        (...args: never[]) => {
          asked.push(name);
          return (verb as (...args: never[]) => unknown)(...args);
        },
      ]),
    ) as WriteTx;
    await receiveGathered(noting, requestOf(commands), aDesk());
  });
  expect(asked.length).toBeLessThan(20);
});

test('a fault in a run undoes the request; a store that cannot work says so itself', async () => {
  const { store } = await aSchool();
  const failing = (cause: Error) =>
    store.write((tx) => {
      const broken = { ...tx, putRecords: () => Promise.reject(cause) };
      return receiveGathered(broken, requestOf([{ ...aCatat(), number: 1 }]), aDesk());
    });
  await expect(failing(new Error('a slip of ours'))).rejects.toBeInstanceOf(CommandFault);
  await expect(failing(new StoreUnavailableError(true))).rejects.toBeInstanceOf(StoreUnavailableError);
  expect((await store.read((tx) => tx.chainHead(SHARD))).n).toBe(1);
});

test('a content hashes here as the protocol says', async () => {
  const id = fc.option(fc.string({ unit: 'binary' }));
  const text = fc.string({ unit: 'binary' });
  const contents = fc.record({
    ...{
      kind: text,
      version: fc.nat(),
      shard: text,
      record: id,
      base: id,
      at: fc.integer(),
      body: fc.jsonValue(),
    },
  });
  await fc.assert(
    fc.asyncProperty(contents, async (content) => {
      expect(hashOf(content)).toBe(await contentHash(structuredClone(content), sha256));
    }),
  );
});

test('a content has its body’s text only where it says the same', () => {
  const body = { ...anEntri(), tautan: ['https://a.example'] };
  canonicalTexts.set(body, 'the text of the body');
  const textOf = (content: object): string => {
    keepTextOf(body, content);
    return canonicalJson(content);
  };
  expect(textOf(structuredClone(body))).toBe('the text of the body');
  const { uraian, ...less } = body;
  for (const other of [
    less,
    { ...less, lain: uraian },
    { ...body, lain: undefined },
    { ...body, uraian: `${uraian}.` },
    { ...body, tautan: [] },
    { ...body, tautan: { 0: 'https://a.example' } },
    { ...body, rhk: {} },
  ])
    expect(textOf(other)).not.toBe('the text of the body');
});
