import { describe, expect, it } from 'vitest';
import type { Decision, DecisionContext } from '../../../shared/commands/index.ts';
import type { AnyRecord, RecordOf, Variant } from '../../../shared/records/index.ts';
import { ask, inAWord, october, recordOf } from './ask.ts';
import { aKepala, anEntri, anEntriRecord, idOf } from './builders.ts';

const variantOf = (part: Partial<Variant> = {}): Variant => ({
  id: idOf(9),
  kind: 'entri.ubah',
  content: anEntri({ uraian: 'Versi dari HP kedua' }),
  state: { tahap: 'DIAJUKAN' },
  ...part,
});

describe('two versions', () => {
  const typed = anEntri({ uraian: 'Diubah di HP kedua' });

  it('I7: both texts are kept, and the current one stands', () => {
    const record = anEntriRecord({ head: idOf(5), content: anEntri({ uraian: 'Diubah di HP pertama' }) });
    const decision = ask({ record, command: { body: typed }, context: { commandId: idOf(6) } });
    expect(decision).toEqual({
      verdict: 'beda',
      record: {
        ...record,
        variants: [{ id: idOf(6), kind: 'entri.ubah', content: typed, state: { tahap: 'DIAJUKAN' } }],
      },
    });
  });

  it('an edit of what another phone deleted is kept beside it', () => {
    const decision = ask({
      record: anEntriRecord({ head: idOf(5), deleted: true }),
      command: { body: typed },
    });
    expect([decision.verdict, recordOf(decision).variants[0]?.content]).toEqual(['beda', typed]);
  });

  it('a deletion of what another phone edited waits for a choice', () => {
    expect(
      ask({ record: anEntriRecord({ head: idOf(5) }), command: { kind: 'entri.hapus', body: {} } }).verdict,
    ).toBe('beda');
  });

  it.each<[string, Partial<RecordOf<'entri'>>, string]>([
    ['approved meanwhile', { state: { tahap: 'DISETUJUI' } }, 'terkunci'],
    ['returned meanwhile', { state: { tahap: 'DIKEMBALIKAN' } }, 'beda'],
    ['withdrawn meanwhile', { state: { tahap: 'DITARIK' } }, 'beda'],
  ])('an edit of an older version, %s: %3$s', (_name, part, expected) => {
    expect(
      inAWord(ask({ record: anEntriRecord({ head: idOf(5), ...part }), command: { body: typed } })),
    ).toBe(expected);
  });

  it('I14: an approval of an older version waits beside the text and lapses once the record moves on', () => {
    const late = ask({
      record: anEntriRecord({ head: idOf(5) }),
      command: { kind: 'entri.setujui', body: {} },
      context: { actor: aKepala(), commandId: idOf(6, 'd_kepala') },
    });
    expect([late.verdict, recordOf(late).state.tahap, recordOf(late).variants.length]).toEqual([
      'beda',
      'DIAJUKAN',
      1,
    ]);
    const moved = ask({
      record: recordOf(late),
      command: { base: idOf(5), body: typed },
      context: { commandId: idOf(7) },
    });
    expect([moved.verdict, recordOf(moved).variants]).toEqual(['ok', []]);
  });

  it.each(['entri.ubah', 'entri.hapus'])('a competing %s stays when the record moves on', (kind) => {
    const decision = ask({ record: anEntriRecord({ variants: [variantOf({ kind })] }) });
    expect(recordOf(decision).variants.map((variant) => variant.kind)).toEqual([kind]);
  });

  it('the same competing version twice is kept once', () => {
    const once = recordOf(ask({ record: anEntriRecord({ head: idOf(5) }) }));
    expect(recordOf(ask({ record: once })).variants.length).toBe(1);
  });
});

describe('entri.pilih', () => {
  const pilih = (
    record: AnyRecord,
    pakai: 'varian' | 'kini',
    context: Partial<DecisionContext> = {},
    varian = idOf(9),
  ): Decision => ask({ record, command: { kind: 'entri.pilih', body: { varian, pakai } }, context });
  const two = (part: Partial<RecordOf<'entri'>> = {}, variant: Partial<Variant> = {}): RecordOf<'entri'> =>
    anEntriRecord({ variants: [variantOf(variant)], ...part });

  it('takes the competing version and settles it', () => {
    const record = recordOf(pilih(two(), 'varian'));
    expect([record.content.uraian, record.variants, record.head, record.state]).toEqual([
      'Versi dari HP kedua',
      [],
      idOf(2),
      { tahap: 'DIAJUKAN' },
    ]);
  });

  it('lets the current version stand and settles the other', () => {
    const record = recordOf(pilih(two(), 'kini'));
    expect([record.content, record.variants]).toEqual([anEntri(), []]);
  });

  it('settles only the version that it names', () => {
    const record = two({ variants: [variantOf(), variantOf({ id: idOf(10) })] });
    expect(recordOf(pilih(record, 'kini')).variants.map(({ id }) => id)).toEqual([idOf(10)]);
  });

  it('brings back what was deleted when the edit is taken', () => {
    expect(recordOf(pilih(two({ deleted: true }), 'varian'))).toMatchObject({
      deleted: false,
      content: { uraian: 'Versi dari HP kedua' },
    });
  });

  it.each<[string, Decision, string]>([
    ['a version that is not there', pilih(two(), 'varian', {}, idOf(11)), 'versi_tidak_ada'],
    ['a competing deletion', pilih(two({}, { kind: 'entri.hapus', content: null }), 'varian'), 'dihapus'],
    [
      'an approval of an older version',
      pilih(two({}, { kind: 'entri.setujui', content: null }), 'varian'),
      'versi_tidak_ada',
    ],
    ['while approved', pilih(two({ state: { tahap: 'DISETUJUI' } }), 'varian'), 'terkunci'],
    ['while approved, the current one', pilih(two({ state: { tahap: 'DISETUJUI' } }), 'kini'), 'DISETUJUI'],
    ['in a locked month', pilih(two(), 'varian', { satker: october }), 'bulan_terkunci'],
    [
      'into a month locked meanwhile',
      pilih(two({ content: anEntri({ tanggal: '2026-10-30' }) }, { content: anEntri() }), 'varian', {
        satker: october,
      }),
      'bulan_terkunci',
    ],
    [
      'deleted, in a locked month',
      pilih(two({ deleted: true }), 'varian', { satker: october }),
      'bulan_terkunci',
    ],
  ])('%s: %3$s', (_name, decision, expected) => {
    expect(inAWord(decision)).toBe(expected);
  });
});
