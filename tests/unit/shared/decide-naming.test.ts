import { describe, expect, it } from 'vitest';
import type { Decision, DecisionContext } from '../../../shared/commands/index.ts';
import type { CommandContent } from '../../../shared/protocol/index.ts';
import type { AnyRecord } from '../../../shared/records/index.ts';
import { type Asked, ask, inAWord, october } from './ask.ts';
import { aKepala, anActor, anEntri, anEntriRecord, aSatker, asRecord, idOf } from './builders.ts';

describe('entri.catat', () => {
  const catat = (
    body: unknown,
    context: Partial<DecisionContext> = {},
    command: Partial<CommandContent> = {},
    record: AnyRecord | null = null,
  ): Decision =>
    ask({ record, command: { kind: 'entri.catat', record: null, base: null, body, ...command }, context });

  it.each(['guru', 'penilai', 'sistem'] as const)(
    'makes a record that belongs to its author, a %s',
    (peran) => {
      const decision = catat(anEntri(), { actor: anActor({ peran: [peran] }), commandId: idOf(7) });
      expect(decision).toEqual({
        verdict: 'ok',
        same: false,
        record: anEntriRecord({ id: idOf(7), head: idOf(7) }),
      });
    },
  );

  it.each<[string, Decision, string]>([
    ['no role', catat(anEntri(), { actor: anActor({ peran: [] }) }), 'di_luar_wewenang'],
    ['tomorrow', catat(anEntri({ tanggal: '2026-11-24' })), 'tanggal_masa_depan'],
    ['a locked month', catat(anEntri(), { satker: october }), 'bulan_terkunci'],
    ['ends before it begins', catat(anEntri({ selesai: '07:00' })), 'jam_terbalik'],
    ['no RHK', catat(anEntri({ rhk: null, rencanaAksi: null })), 'DIAJUKAN'],
    [
      'a text that waited a year for a signal (I12)',
      catat(anEntri({ tanggal: '2025-11-24' }), { satker: aSatker({ batasIsianHari: 1 }) }),
      'DIAJUKAN',
    ],
    ['a field of the wrong kind', catat({ ...anEntri(), realisasi: '2' }), 'realisasi_bulat'],
    ['a member too many', catat({ ...anEntri(), lokasi: 1 }), 'isi_salah'],
    ['no body', catat(undefined), 'isi_salah'],
    ['a record that is there already', catat(anEntri(), {}, {}, anEntriRecord()), 'isi_salah'],
    ['a base', catat(anEntri(), {}, { base: idOf(1) }), 'isi_salah'],
    ['a record named', catat(anEntri(), {}, { record: idOf(1) }), 'isi_salah'],
  ])('%s: %3$s', (_name, decision, expected) => {
    expect(inAWord(decision)).toBe(expected);
  });

  it('says which field is at fault', () => {
    expect(catat({ ...anEntri(), tautan: ['https://a.example', 'ftp://a'] })).toEqual({
      verdict: 'no',
      refusal: { ok: false, code: 'tautan_salah', params: { bidang: 'tautan/1' } },
    });
  });
});

describe('what a command names', () => {
  it.each<[string, Asked, string]>([
    ['an unknown kind', { command: { kind: 'entri.hancurkan' } }, 'perintah_asing'],
    ['a kind of the object prototype', { command: { kind: '__proto__' } }, 'perintah_asing'],
    ['a newer version', { command: { version: 2 } }, 'perintah_asing'],
    ['version zero', { command: { version: 0 } }, 'perintah_asing'],
    ['no record', { command: { record: null } }, 'isi_salah'],
    ['no base', { command: { base: null } }, 'isi_salah'],
    ['a record not arrived yet', { record: null }, 'wait'],
    ['a base not arrived yet', { baseKnown: false, command: { base: idOf(99) } }, 'wait'],
    ['a record of another kind', { record: asRecord({ ...anEntriRecord(), kind: 'pola' }) }, 'isi_salah'],
    ['a record of another school', { command: { shard: 'sek:69593333' } }, 'isi_salah'],
    ['the head of the record', {}, 'DIAJUKAN'],
    ['an older version of it', { record: anEntriRecord({ head: idOf(5) }) }, 'beda'],
  ])('%s: %3$s', (_name, asked, expected) => {
    expect(inAWord(ask(asked))).toBe(expected);
  });

  it('R: a head of one school approves nothing of another', () => {
    const decision = ask({
      record: anEntriRecord({ shard: 'sek:69593333' }),
      command: { kind: 'entri.setujui', body: {} },
      context: { actor: aKepala() },
    });
    expect(decision.verdict).toBe('no');
  });
});

describe('a decision of the head', () => {
  it('keeps who, when and why', () => {
    const decision = ask({
      command: { kind: 'entri.kembalikan', body: { alasan: 'Foto kurang jelas' } },
      context: { actor: aKepala(), now: 1234 },
    });
    expect(decision).toMatchObject({
      verdict: 'ok',
      record: {
        head: idOf(2),
        state: { tahap: 'DIKEMBALIKAN', oleh: 'Sutrisno', pada: 1234, alasan: 'Foto kurang jelas' },
      },
    });
  });

  it.each([
    ['entri.setujui', { tahap: 'DISETUJUI' }, {}],
    ['entri.bukaLagi', { tahap: 'DIAJUKAN' }, {}],
    [
      'entri.kembalikan',
      { tahap: 'DIKEMBALIKAN', alasan: 'Foto kurang jelas' },
      { alasan: 'Foto kurang jelas' },
    ],
  ] as const)('%s again changes nothing, on the head or on an older version', (kind, state, body) => {
    for (const base of [idOf(5), idOf(1)]) {
      const record = anEntriRecord({ head: idOf(5), state });
      expect(ask({ record, command: { kind, body, base }, context: { actor: aKepala() } })).toEqual({
        verdict: 'ok',
        same: true,
        record,
      });
    }
  });

  it('a return needs a reason', () => {
    for (const body of [{}, { alasan: '' }, { alasan: '   ' }, { alasan: 'a'.repeat(1001) }])
      expect(
        ask({ command: { kind: 'entri.kembalikan', body }, context: { actor: aKepala() } }).verdict,
      ).toBe('no');
  });

  it('editing takes the note of the return away', () => {
    const record = anEntriRecord({
      state: { tahap: 'DIKEMBALIKAN', oleh: 'Sutrisno', pada: 1, alasan: 'Foto kurang jelas' },
    });
    expect(ask({ record })).toMatchObject({ record: { state: { tahap: 'DIAJUKAN' } } });
    expect(Object.keys((ask({ record }) as { record: AnyRecord }).record.state)).toEqual(['tahap']);
  });
});
