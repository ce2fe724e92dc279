import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { berkasIcs, lipatIcs, lolosIcs, tenggatBerikut } from '../../../shared/domain/index.ts';
import type { RecordOf } from '../../../shared/records/index.ts';
import { aSatker, GURU, idOf, SHARD } from './builders.ts';
import { aSkpRecord } from './skp-builders.ts';

const KOSONG = { satker: aSatker(), skp: [], evaluasi: [] };
const anEvaluasi = (angka: number, state: RecordOf<'evaluasi'>['state']): RecordOf<'evaluasi'> => ({
  shard: SHARD,
  id: idOf(angka),
  kind: 'evaluasi',
  owner: GURU,
  head: idOf(angka),
  deleted: false,
  variants: [],
  state,
  content: {
    periode: { tahun: 2026, tipe: 'bulanan', angka },
    hasil: [],
    diri: { hasil: null, perilaku: null },
    refleksi: '',
  },
});

describe('what is still to be done', () => {
  test('the nearest end comes first; what is past, handed in or sent is not among it', () => {
    const found = tenggatBerikut('2026-11-20', {
      ...KOSONG,
      skp: [aSkpRecord({ state: { tahap: 'DISETUJUI' } })],
      evaluasi: [anEvaluasi(11, { tahap: 'DIAJUKAN' })],
    });
    expect(found.map(({ kode, awal, akhir }) => [kode, awal, akhir])).toEqual([
      ['evaluasi-2026-B12', '2027-01-01', '2027-01-05'],
      ['evaluasi-2026-A1', '2027-01-01', '2027-01-10'],
      ['skp-2027', '2027-01-01', '2027-01-31'],
    ]);
  });

  test('in January the year before is still open until its last day', () => {
    const di = (hari: string) => tenggatBerikut(hari, KOSONG).map(({ kode }) => kode);
    expect(di('2027-01-10')).toContain('evaluasi-2026-A1');
    expect(di('2027-01-11')).not.toContain('evaluasi-2026-A1');
    expect(di('2027-01-31')).toContain('skp-2027');
    expect(di('2027-02-01')).not.toContain('skp-2027');
  });

  test('the instansi moves the last day of SKP and of the year; years before keep theirs', () => {
    const satker = aSatker({
      periodik: [
        { sejak: 2027, tipe: 'bulanan', batasHari: 5, batasTahunan: 31, batasSkp: '02-15' },
        { sejak: 2026, tipe: 'bulanan', batasHari: 5 },
      ],
    });
    const found = new Map(
      ['2027-01-05', '2028-01-05']
        .flatMap((hari) => tenggatBerikut(hari, { ...KOSONG, satker }))
        .map(({ kode, akhir }) => [kode, akhir]),
    );
    expect(found.get('evaluasi-2026-A1')).toBe('2027-01-10');
    expect(found.get('skp-2027')).toBe('2027-02-15');
    expect(found.get('evaluasi-2027-A1')).toBe('2028-01-31');
  });

  test('a school that evaluates by quarters is reminded by quarters, and of its own last day', () => {
    const satker = aSatker({ periodik: [{ sejak: 2026, tipe: 'triwulanan', batasHari: 15 }] });
    expect(tenggatBerikut('2026-10-02', { ...KOSONG, satker })[0]).toMatchObject({
      kode: 'evaluasi-2026-T3',
      awal: '2026-10-01',
      akhir: '2026-10-15',
    });
  });

  test('the window of an objection runs from the read mark, and ends with the objection', () => {
    const dibaca = Date.parse('2026-11-10T01:00:00Z');
    const tetap = { tahap: 'DITETAPKAN', predikat: 'BAIK', dibaca } as const;
    const kode = (state: RecordOf<'evaluasi'>['state']) =>
      tenggatBerikut('2026-11-20', { ...KOSONG, evaluasi: [anEvaluasi(10, state)] }).filter(
        ({ jenis }) => jenis === 'keberatan',
      );
    expect(kode(tetap)).toMatchObject([{ awal: '2026-11-10', akhir: '2026-11-24' }]);
    expect(kode({ ...tetap, keberatan: { alasan: 'x', pada: dibaca, terlambat: false } })).toEqual([]);
  });
});

describe('a calendar file', () => {
  const acara = fc.record({
    uid: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
    judul: fc.string({ unit: 'grapheme', maxLength: 200 }),
    keterangan: fc.string({ unit: 'binary', maxLength: 200 }),
    awal: fc.constant('2026-12-31'),
    akhir: fc.constantFrom('2026-12-31', '2027-01-05'),
    ingatkan: fc.integer({ min: 0, max: 10 }),
  });
  const unfold = (teks: string): string => teks.replaceAll('\r\n ', '');

  test('no line is longer than 75 octets, none ends but with CRLF, and unfolded it says what it said', () => {
    fc.assert(
      fc.property(fc.array(acara, { maxLength: 4 }), fc.integer({ min: 0, max: 4e12 }), (list, saat) => {
        const teks = berkasIcs(list, saat);
        expect(teks.endsWith('END:VCALENDAR\r\n')).toBe(true);
        const baris = teks.split('\r\n');
        for (const satu of baris) {
          expect(satu).not.toMatch(/[\r\n]/);
          expect(new TextEncoder().encode(satu.toWellFormed()).length).toBeLessThanOrEqual(75);
        }
        for (const { judul } of list) expect(unfold(teks)).toContain(`SUMMARY:${lolosIcs(judul)}`);
      }),
    );
  });

  test('escaping leaves nothing that would begin another line or value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (teks) => {
        const lolos = lolosIcs(teks);
        expect(lolos).not.toMatch(/[\r\n]/);
        expect(lolos.replace(/\\./gu, '')).not.toMatch(/[;,\\]/);
      }),
    );
  });

  test('a line of many bytes is never cut within a letter', () => {
    expect(unfold(lipatIcs(`SUMMARY:${'é👩‍🏫'.repeat(40)}`))).toBe(`SUMMARY:${'é👩‍🏫'.repeat(40)}`);
  });

  test('a second file stands for the same events with a higher number, ends on the day after, and reminds before the end', () => {
    const satu = {
      uid: 'skp-2027',
      judul: 'SKP',
      keterangan: '',
      awal: '2027-01-01',
      akhir: '2027-01-31',
      ingatkan: 3,
    };
    const [lama, baru] = [
      berkasIcs([satu], 60_000 * 100),
      berkasIcs([{ ...satu, akhir: '2027-02-10' }], 60_000 * 200),
    ];
    expect(lama).toContain('UID:skp-2027\r\nDTSTAMP:19700101T014000Z\r\nSEQUENCE:100\r\n');
    expect(baru).toContain('SEQUENCE:200\r\n');
    expect(lama).toContain('DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270201\r\n');
    expect(lama).toContain('TRIGGER:P27DT7H\r\n');
  });
});
