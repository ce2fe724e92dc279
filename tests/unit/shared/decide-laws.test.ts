import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Actor,
  type Decision,
  decide,
  definitionOf,
  isForeseen,
  registry,
} from '../../../shared/commands/index.ts';
import type { RecordOf, Variant } from '../../../shared/records/index.ts';
import {
  aCommand,
  aContext,
  anEntri,
  anEntriRecord,
  aSatker,
  GURU,
  idOf,
  KEPALA,
  SHARD,
} from './builders.ts';

const people = [GURU, KEPALA, 'p_lain'];
const anyActor: fc.Arbitrary<Actor> = fc.record({
  id: fc.constantFrom(...people),
  nama: fc.constant('Nama'),
  peran: fc.subarray(['guru', 'penilai', 'sistem'] as const),
});
const anyEntri = fc
  .record({
    tanggal: fc.constantFrom('2026-10-30', '2026-11-20', '2026-11-24'),
    uraian: fc.constantFrom('Mengajar IPAS kelas 5A', 'Rapat dewan guru'),
    selesai: fc.constantFrom('08:40', '07:00'),
  })
  .map(anEntri);
const anyVariant: fc.Arbitrary<Variant> = fc.record({
  id: fc.integer({ min: 20, max: 25 }).map((n) => idOf(n)),
  kind: fc.constantFrom('entri.ubah', 'entri.hapus', 'entri.setujui', 'entri.kembalikan'),
  content: fc.oneof(anyEntri, fc.constant(null), fc.jsonValue()),
  state: fc.record({ tahap: fc.constant('DIAJUKAN') }),
});
const anyRecord: fc.Arbitrary<RecordOf<'entri'>> = fc
  .record({
    owner: fc.constantFrom(...people),
    head: fc.constantFrom(idOf(1), idOf(5)),
    state: fc.record(
      { tahap: fc.constantFrom('DIAJUKAN', 'DISETUJUI', 'DIKEMBALIKAN', 'DITARIK') },
      { requiredKeys: ['tahap'] },
    ),
    content: anyEntri,
    deleted: fc.boolean(),
    variants: fc.uniqueArray(anyVariant, { maxLength: 3, selector: ({ id }) => id }),
  })
  .map((part) => anEntriRecord(part as Partial<RecordOf<'entri'>>));

const BODIES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'entri.catat': anyEntri,
  'entri.ubah': anyEntri,
  'entri.kembalikan': fc.record({ alasan: fc.constantFrom('Foto kurang jelas', 'Lengkapi uraian') }),
  'entri.pilih': fc.record({
    varian: fc.integer({ min: 20, max: 25 }).map((n) => idOf(n)),
    pakai: fc.constantFrom('varian', 'kini'),
  }),
};
const entriKinds = [...registry.keys()].filter((kind) => kind.startsWith('entri.') && kind !== 'entri.catat');

/** A command of an entry that may be right or wrong in every way but its form. */
const anyCase = fc.constantFrom(...entriKinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    body: BODIES[kind] ?? fc.constant({}),
    record: anyRecord,
    base: fc.constantFrom(idOf(1), idOf(5)),
    actor: anyActor,
    bulanTerkunci: fc.subarray(['2026-10', '2026-11']),
  }),
);
type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

const decideCase = (
  { kind, body, record, base, actor, bulanTerkunci }: Case,
  commandId = idOf(30),
): Decision =>
  decide(
    { command: aCommand({ kind, body, base }), record, baseKnown: true },
    aContext({ actor, commandId, satker: aSatker({ bulanTerkunci }) }),
  );
const runs = { numRuns: 3000 };

describe('decide', () => {
  it('I5: changes a record only if the command was made on its head, or its policy is that the last one wins', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        const decision = decideCase(asked);
        if (decision.verdict !== 'ok' || decision.same) return;
        expect(asked.base === asked.record.head || definitionOf(asked.kind)?.superseded === 'terapkan').toBe(
          true,
        );
      }),
      runs,
    );
  });

  it('I14: an approval never lands on a text that its author did not see', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        fc.pre(asked.base !== asked.record.head);
        const decision = decideCase({ ...asked, kind: 'entri.setujui', body: {} });
        if ('record' in decision) expect(decision.record.state).toEqual(asked.record.state);
      }),
      runs,
    );
  });

  it('I7: a competing version leaves the current one as it is and keeps the typed text', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        const decision = decideCase(asked);
        if (decision.verdict !== 'beda') return;
        const { variants } = decision.record;
        expect({ ...decision.record, variants: asked.record.variants }).toEqual(asked.record);
        expect(variants.at(-1)).toMatchObject({
          id: idOf(30),
          kind: asked.kind,
          content: definitionOf(asked.kind)?.carriesContent ? asked.body : null,
        });
        expect(variants.length).toBe(asked.record.variants.length + 1);
      }),
      runs,
    );
  });

  it('R2: nobody decides on himself, whatever roles he holds', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.constantFrom('entri.setujui', 'entri.kembalikan', 'entri.bukaLagi'),
        (asked, kind) => {
          const body = kind === 'entri.kembalikan' ? { alasan: 'Foto kurang jelas' } : {};
          expect(
            decideCase({ ...asked, kind, body, actor: { ...asked.actor, id: asked.record.owner } }).verdict,
          ).toBe('no');
        },
      ),
      runs,
    );
  });

  it('only the owner changes a text, only a penilai decides on it', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        const decision = decideCase(asked);
        if (decision.verdict === 'no' || decision.verdict === 'wait') return;
        const decides = ['entri.setujui', 'entri.kembalikan', 'entri.bukaLagi'].includes(asked.kind);
        expect(
          decides
            ? asked.actor.peran.includes('penilai') && asked.actor.id !== asked.record.owner
            : asked.actor.id === asked.record.owner,
        ).toBe(true);
      }),
      runs,
    );
  });

  it('no owner, shard, id or kind of a record ever changes', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        const decision = decideCase(asked);
        if (!('record' in decision)) return;
        const { owner, shard, id, kind } = decision.record;
        expect({ owner, shard, id, kind }).toEqual({
          owner: asked.record.owner,
          shard: SHARD,
          id: idOf(1),
          kind: 'entri',
        });
      }),
      runs,
    );
  });

  it('an identical decision once more changes nothing', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        const first = decideCase(asked);
        if (first.verdict !== 'ok' || asked.kind === 'entri.ubah' || asked.kind === 'entri.pilih') return;
        const record = first.record as RecordOf<'entri'>;
        expect(decideCase({ ...asked, record, base: record.head }, idOf(31))).toEqual({
          verdict: 'ok',
          same: true,
          record,
        });
      }),
      runs,
    );
  });

  it('decisions on an older text lapse when the record moves on, competing texts stay until settled', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        const decision = decideCase(asked);
        if (decision.verdict !== 'ok' || decision.same) return;
        const settled = asked.kind === 'entri.pilih' ? (asked.body as { varian: string }).varian : null;
        const staying = asked.record.variants.filter(
          ({ id, kind }) => id !== settled && ['entri.ubah', 'entri.hapus'].includes(kind),
        );
        expect(decision.record.variants).toEqual(staying);
      }),
      runs,
    );
  });

  it('nothing changes in a locked month or once approved, but by the head’s own decisions', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        const locked = asked.bulanTerkunci.includes(asked.record.content.tanggal.slice(0, 7));
        const approved = asked.record.state.tahap === 'DISETUJUI' && !asked.record.deleted;
        fc.pre(locked || (approved && !asked.kind.startsWith('entri.buka')));
        const decision = decideCase(asked);
        if (decision.verdict !== 'ok') return;
        expect([decision.record.content, decision.record.state.tahap, decision.record.deleted]).toEqual([
          asked.record.content,
          asked.record.state.tahap,
          asked.record.deleted,
        ]);
      }),
      runs,
    );
  });

  it('never changes what it was given', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        const before = structuredClone(asked.record);
        decideCase(asked);
        expect(asked.record).toEqual(before);
      }),
    );
  });

  it('foresees the same record whatever clock, date and school decide, or none at all', () => {
    const kinds = [...registry.values()].filter(({ foreseen }) => foreseen).map(({ kind }) => kind);
    expect(kinds).toEqual(['entri.catat']);
    const anyContext = fc.record({
      now: fc.nat(),
      hariIni: fc.constantFrom('2026-11-20', '2026-11-23', '2026-12-30'),
      satker: fc.constantFrom(null, aSatker(), aSatker({ bulanTerkunci: ['2026-10'], hariKerja: [7] })),
    });
    fc.assert(
      fc.property(anyEntri, anyActor, fc.tuple(anyContext, anyContext), (body, actor, contexts) => {
        const command = aCommand({ kind: 'entri.catat', record: null, base: null, body });
        expect(isForeseen(command)).toBe(true);
        const [one, other] = contexts.map((part) =>
          decide({ command, record: null, baseKnown: false }, aContext({ ...part, actor })),
        );
        if (one?.verdict === 'ok' && other?.verdict === 'ok') expect(one.record).toEqual(other.record);
      }),
    );
    expect(isForeseen(aCommand({ kind: 'entri.catat', version: 99, record: null }))).toBe(false);
    expect(isForeseen(aCommand())).toBe(false);
  });

  it('decides alike on phone and server: the same question has the same answer', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        expect(decideCase(structuredClone(asked))).toEqual(decideCase(asked));
      }),
    );
  });
});
