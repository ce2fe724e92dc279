import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CommandContent,
  contentText,
  fromWireCommand,
  fromWireRecord,
  toWireCommand,
  toWireRecord,
  WireCommand,
  WireRecord,
} from '../../../shared/protocol/index.ts';
import type { AnyRecord } from '../../../shared/records/index.ts';
import { anEntri, anEntriRecord, asRecord, idOf, SHARD } from './builders.ts';

const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const anId = fc.integer({ min: 1, max: 1e9 }).map((n) => idOf(n));
const aBody = fc.jsonValue().map(overTheWire);

const anyCommand: fc.Arbitrary<CommandContent & { number: number }> = fc.record({
  number: fc.integer({ min: 1, max: 1e9 }),
  kind: fc.constantFrom('entri.catat', 'entri.ubah', 'entri.setujui', 'hal.baru'),
  version: fc.integer({ min: 1, max: 999 }),
  shard: fc.constant(SHARD),
  record: fc.option(anId),
  base: fc.option(anId),
  at: fc.maxSafeInteger(),
  body: aBody,
});

const anyRecord: fc.Arbitrary<AnyRecord> = fc
  .record({
    id: anId,
    head: anId,
    owner: fc.constantFrom('', 'p_guru01'),
    kind: fc.constantFrom('entri', 'pola', 'hal-baru'),
    state: fc.record(
      { tahap: fc.constantFrom('DIAJUKAN', 'TETAP'), oleh: fc.string(), pada: fc.integer() },
      { requiredKeys: ['tahap'] },
    ),
    content: aBody,
    deleted: fc.boolean(),
    variants: fc.array(
      fc.record({
        id: anId,
        kind: fc.constant('entri.ubah'),
        content: aBody,
        state: fc.record({ tahap: fc.constant('DIAJUKAN') }),
      }),
      { maxLength: 3 },
    ),
  })
  .map((part) => asRecord({ shard: SHARD, ...part }));

describe('codec', () => {
  it('a command comes back with the same content and identity, through JSON and the schema', () => {
    fc.assert(
      fc.property(anyCommand, (command) => {
        const { number, ...content } = command;
        const wire = WireCommand.parse(overTheWire(toWireCommand(command)));
        expect(wire.n).toBe(number);
        expect(contentText(fromWireCommand(wire))).toBe(contentText(content));
      }),
    );
  });

  it('a record comes back as it was, deleted or not, with every version', () => {
    fc.assert(
      fc.property(anyRecord, fc.nat(), (record, n) => {
        expect(fromWireRecord(WireRecord.parse(overTheWire(toWireRecord(record, n))))).toEqual({
          record: overTheWire(record),
          n,
        });
      }),
    );
  });

  it('leaves out what is not there', () => {
    const bare = toWireCommand({
      number: 1,
      kind: 'entri.catat',
      version: 1,
      shard: SHARD,
      record: null,
      base: null,
      at: 1,
      body: anEntri(),
    });
    expect(Object.keys(bare)).toEqual(['n', 'k', 'v', 's', 'at', 'b']);
    expect(Object.keys(toWireRecord(anEntriRecord(), 1))).toEqual([
      's',
      'k',
      'id',
      'o',
      'n',
      'head',
      'st',
      'b',
    ]);
  });

  it('a deleted entry keeps its text, so that its owner can bring it back on any phone', () => {
    expect(fromWireRecord(toWireRecord(anEntriRecord({ deleted: true }), 4)).record.content).toEqual(
      anEntri(),
    );
  });
});
