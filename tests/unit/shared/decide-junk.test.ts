import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, decide, definitionOf, registry } from '../../../shared/commands/index.ts';
import { isProblemCode } from '../../../shared/protocol/index.ts';
import type { AnyRecord } from '../../../shared/records/index.ts';
import { aCommand, aContext, anEntri, anEntriRecord, asRecord, GURU, KEPALA } from './builders.ts';

const people = [GURU, KEPALA, 'p_lain'];
const anyActor: fc.Arbitrary<Actor> = fc.record({
  id: fc.constantFrom(...people),
  nama: fc.constant('Nama'),
  peran: fc.subarray(['guru', 'penilai', 'admin', 'sistem'] as const),
});

describe('junk', () => {
  const junk = fc.oneof(
    fc.anything({
      maxDepth: 4,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
    }),
    fc.jsonValue(),
    fc.dictionary(
      fc.constantFrom(
        '__proto__',
        'constructor',
        'toString',
        'hasOwnProperty',
        'alasan',
        'varian',
        'isi',
        'pemilik',
        'bulan',
      ),
      fc.jsonValue(),
    ),
    fc.record(
      { ...Object.fromEntries(Object.keys(anEntri()).map((key) => [key, fc.anything()])) },
      { requiredKeys: [] },
    ),
    // A right entry with one member that is anything.
    fc
      .tuple(fc.constantFrom(...Object.keys(anEntri())), fc.anything())
      .map(([key, value]) => ({ ...anEntri(), [key]: value })),
  );
  const kinds = [...registry.keys(), '__proto__', 'constructor', '', 'entri.', 'entri.catat@1'];

  it('as a body is answered, never thrown, and every refusal is a code of the list', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), junk, fc.boolean(), anyActor, (kind, body, creates, actor) => {
        const place = creates ? { record: null, base: null } : {};
        const stored: AnyRecord | null = creates
          ? null
          : asRecord({
              ...anEntriRecord(),
              kind: definitionOf(kind)?.record ?? 'entri',
              // What an import has and an entry has not.
              content: { ...anEntri(), pada: '2026-11-20', jumlah: {} },
            });
        const decision = decide(
          { command: aCommand({ kind, body, ...place }), record: stored, baseKnown: true },
          aContext({ actor }),
        );
        if (decision.verdict === 'no') expect(isProblemCode(decision.refusal.code)).toBe(true);
      }),
      { numRuns: 5000 },
    );
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });

  it('as version, record or base is answered, never thrown', () => {
    fc.assert(
      fc.property(fc.double(), fc.string(), fc.string(), (version, record, base) => {
        const decision = decide(
          { command: aCommand({ version, record, base }), record: anEntriRecord(), baseKnown: false },
          aContext(),
        );
        expect(['no', 'wait']).toContain(decision.verdict);
      }),
    );
  });
});
