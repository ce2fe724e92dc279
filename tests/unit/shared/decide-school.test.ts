import { describe, expect, it } from 'vitest';
import type { Actor, Decision } from '../../../shared/commands/index.ts';
import type { RecordOf } from '../../../shared/records/index.ts';
import { ask, inAWord, recordOf } from './ask.ts';
import { aKepala, anActor, anEntriRecord, aSatker, asRecord, GURU, idOf, KEPALA, SHARD } from './builders.ts';

describe('the school’s own records', () => {
  const satker = asRecord({
    ...anEntriRecord(),
    kind: 'satker',
    owner: '',
    state: { tahap: 'TETAP' },
    content: aSatker({ bulanTerkunci: ['2026-10'] }),
  });
  const act = (kind: string, body: unknown, actor: Actor = aKepala(), base = idOf(1)): Decision =>
    ask({ record: satker, command: { kind, body, base }, context: { actor } });
  const content = (decision: Decision) => (decision as { record: RecordOf<'satker'> }).record.content;

  it('the head locks and opens months, the last word wins', () => {
    expect(content(act('bulan.kunci', { bulan: '2026-09' }, aKepala(), idOf(99))).bulanTerkunci).toEqual([
      '2026-09',
      '2026-10',
    ]);
    expect(content(act('bulan.buka', { bulan: '2026-10', alasan: 'Ada koreksi' })).bulanTerkunci).toEqual([]);
    expect(content(act('tanggal.buka', { pemilik: GURU, tanggal: '2026-11-02' })).tanggalDibuka).toEqual([
      { pemilik: GURU, tanggal: '2026-11-02' },
    ]);
  });

  it.each<[string, unknown, Actor, string]>([
    ['bulan.kunci', { bulan: '2026-10' }, aKepala(), 'sama'],
    ['bulan.kunci', { bulan: '2026-12' }, aKepala(), 'tanggal_masa_depan'],
    ['bulan.kunci', { bulan: '2026-13' }, aKepala(), 'isi_salah'],
    ['bulan.kunci', { bulan: '2026-09' }, anActor(), 'di_luar_wewenang'],
    ['bulan.buka', { bulan: '2026-09', alasan: 'Ada koreksi' }, aKepala(), 'sama'],
    ['bulan.buka', { bulan: '2026-10', alasan: '' }, aKepala(), 'teks_kosong'],
    ['bulan.buka', { bulan: '2026-10', alasan: 'Ada koreksi' }, anActor(), 'di_luar_wewenang'],
    ['tanggal.buka', { pemilik: 'p\u0000', tanggal: '2026-11-02' }, aKepala(), 'teks_terlarang'],
    ['tanggal.buka', { pemilik: GURU, tanggal: '2026-02-30' }, aKepala(), 'tanggal_mustahil'],
    ['tanggal.buka', { pemilik: GURU, tanggal: '2026-11-02' }, anActor(), 'di_luar_wewenang'],
    ['satker.perbarui', { pemilik: '', isi: aSatker() }, aKepala(), 'di_luar_wewenang'],
    ['satker.perbarui', { pemilik: '', isi: aSatker() }, anActor({ peran: ['sistem'] }), 'TETAP'],
  ])('%s %j by %o: %s', (kind, body, actor, expected) => {
    expect(inAWord(act(kind, body, actor))).toBe(expected);
  });
});

describe('umpan and pola', () => {
  const umpan = (dari: string, owner = GURU, tahap = 'TERKIRIM') =>
    asRecord({
      ...anEntriRecord(),
      kind: 'umpan',
      owner,
      state: { tahap },
      content: { tentang: null, teks: 'Bagus', dari, dariNama: 'x' },
    });
  const tulis = (guru: string, actor: Actor, tentang: string | null = null): Decision =>
    ask({
      record: null,
      command: {
        kind: 'umpan.tulis',
        record: null,
        base: null,
        body: { guru, tentang, teks: 'Bagus, lanjutkan' },
      },
      context: { actor },
    });

  it.each<[string, Decision, string]>([
    ['the head writes to a teacher', tulis(GURU, aKepala()), 'TERKIRIM'],
    ['a teacher answers in her own thread', tulis(GURU, anActor()), 'TERKIRIM'],
    ['a teacher writes to another teacher', tulis('p_lain', anActor()), 'di_luar_wewenang'],
    ['about something with NUL in its name', tulis(GURU, aKepala(), 'a\u0000'), 'teks_terlarang'],
    [
      'the teacher reads the head',
      ask({ record: umpan(KEPALA), command: { kind: 'umpan.baca', body: {} } }),
      'DIBACA',
    ],
    [
      'the head reads the teacher',
      ask({ record: umpan(GURU), command: { kind: 'umpan.baca', body: {} }, context: { actor: aKepala() } }),
      'DIBACA',
    ],
    [
      'nobody marks an own message as read',
      ask({ record: umpan(GURU), command: { kind: 'umpan.baca', body: {} } }),
      'di_luar_wewenang',
    ],
    [
      'another teacher reads nothing',
      ask({ record: umpan(KEPALA, 'p_lain'), command: { kind: 'umpan.baca', body: {} } }),
      'di_luar_wewenang',
    ],
    [
      'reading twice is reading once',
      ask({ record: umpan(KEPALA, GURU, 'DIBACA'), command: { kind: 'umpan.baca', body: {} } }),
      'sama',
    ],
  ])('%s: %3$s', (_name, decision, expected) => {
    expect(inAWord(decision)).toBe(expected);
  });

  const pola = {
    nama: 'Piket',
    rhk: null,
    rencanaAksi: null,
    uraian: '',
    mulai: '06:45',
    selesai: '07:15',
    realisasi: 1,
    satuan: 'hari',
  };
  const polaRecord = asRecord({
    ...anEntriRecord(),
    kind: 'pola',
    state: { tahap: 'TETAP' },
    content: pola,
    head: idOf(5),
  });

  it.each<[string, Decision, string]>([
    [
      'a teacher keeps a pattern',
      ask({ record: null, command: { kind: 'pola.simpan', record: null, base: null, body: pola } }),
      'TETAP',
    ],
    [
      'the last change of a pattern wins',
      ask({ record: polaRecord, command: { kind: 'pola.ubah', body: { ...pola, nama: 'Piket pagi' } } }),
      'TETAP',
    ],
    [
      'another teacher changes nothing',
      ask({
        record: polaRecord,
        command: { kind: 'pola.ubah', body: pola },
        context: { actor: anActor({ id: 'p_lain' }) },
      }),
      'di_luar_wewenang',
    ],
    ['a pattern goes', ask({ record: polaRecord, command: { kind: 'pola.hapus', body: {} } }), 'dihapus'],
  ])('%s: %3$s', (_name, decision, expected) => {
    expect(inAWord(decision)).toBe(expected);
  });

  it('a record of a shard stays in it', () => {
    expect(recordOf(tulis(GURU, aKepala())).shard).toBe(SHARD);
  });
});
