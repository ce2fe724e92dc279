import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { decide } from '../../../shared/commands/index.ts';
import {
  bacaKalender,
  hapusHariKhusus,
  liburNasionalKurang,
  tambahHari,
  tambahHariKhusus,
} from '../../../shared/domain/index.ts';
import { HariKhusus, type RecordOf } from '../../../shared/records/index.ts';
import { ask, inAWord } from './ask.ts';
import { aKepala, anActor, anEntriRecord, aSatker, asRecord, idOf } from './builders.ts';

const hari = (mulai: string, nama = 'Libur', selesai = mulai, libur = true): HariKhusus => ({
  mulai,
  selesai,
  nama,
  libur,
});

const satker = (kalender: readonly HariKhusus[]) =>
  asRecord({
    ...anEntriRecord(),
    kind: 'satker',
    owner: '',
    state: { tahap: 'TETAP' },
    content: aSatker({ kalender: [...kalender] }),
  });
const act = (kind: string, body: unknown, kalender: readonly HariKhusus[] = [], actor = aKepala()) =>
  ask({ record: satker(kalender), command: { kind, body, base: idOf(1) }, context: { actor } });
const kalenderDari = (decision: ReturnType<typeof decide>): readonly HariKhusus[] =>
  (decision as { record: RecordOf<'satker'> }).record.content.kalender;

const anyHari = fc
  .record({
    dari: fc.nat(700),
    lama: fc.nat(20),
    nama: fc.constantFrom('Libur semester', 'Rapat kerja', 'Isra Mikraj', 'Ujian'),
    libur: fc.boolean(),
  })
  .map(({ dari, lama, nama, libur }) => {
    const mulai = tambahHari('2026-01-01', dari);
    return hari(mulai, nama, tambahHari(mulai, lama), libur);
  });

describe('the school’s calendar', () => {
  it('what is put in is there once, by date, and taken out again leaves what was', () => {
    fc.assert(
      fc.property(
        fc.array(anyHari, { maxLength: 30 }),
        fc.array(anyHari, { maxLength: 10 }),
        (lama, baru) => {
          const awal = tambahHariKhusus([], lama);
          const kini = tambahHariKhusus(awal, baru);
          expect(tambahHariKhusus(kini, baru)).toEqual(kini);
          expect(kini.map(({ mulai }) => mulai)).toEqual(kini.map(({ mulai }) => mulai).sort());
          const nama = ({ mulai, selesai, nama: teks }: HariKhusus): string => `${mulai}${selesai}${teks}`;
          expect(new Set(kini.map(nama)).size).toBe(kini.length);
          const asing = baru.filter((satu) => !awal.some((ada) => nama(ada) === nama(satu)));
          const bersama = baru.filter((satu) => awal.some((ada) => nama(ada) === nama(satu)));
          if (bersama.length === 0) expect(hapusHariKhusus(kini, asing)).toEqual(awal);
        },
      ),
    );
  });

  it('the head puts days in and takes them out; the same twice changes nothing', () => {
    const baru = [
      hari('2026-12-12', 'Ulang tahun sekolah'),
      hari('2026-09-01', 'Asesmen', '2026-09-05', false),
    ];
    const kini = kalenderDari(act('kalender.tambah', { hari: baru }));
    expect(kini.map(({ nama }) => nama)).toEqual(['Asesmen', 'Ulang tahun sekolah']);
    expect(inAWord(act('kalender.tambah', { hari: baru }, kini))).toBe('sama');
    const { libur: _, ...nama } = hari('2026-12-12', 'Ulang tahun sekolah');
    expect(kalenderDari(act('kalender.hapus', { hari: [nama] }, kini)).map((satu) => satu.nama)).toEqual([
      'Asesmen',
    ]);
    expect(inAWord(act('kalender.hapus', { hari: [nama] }, []))).toBe('sama');
  });

  it('a day that is put in again under its name may turn from free to working', () => {
    const kini = kalenderDari(
      act('kalender.tambah', { hari: [hari('2026-12-12', 'HUT', '2026-12-12', false)] }, [
        hari('2026-12-12', 'HUT'),
      ]),
    );
    expect(kini).toEqual([hari('2026-12-12', 'HUT', '2026-12-12', false)]);
  });

  it.each<[string, unknown, string]>([
    ['no day at all', { hari: [] }, 'isi_salah'],
    ['a day that there is not', { hari: [hari('2026-02-30')] }, 'tanggal_mustahil'],
    ['an end before its beginning', { hari: [hari('2026-02-20', 'x', '2026-02-19')] }, 'tanggal_terbalik'],
    ['no name', { hari: [hari('2026-02-20', ' ')] }, 'teks_kosong'],
    [
      'a hundred and one',
      { hari: Array.from({ length: 101 }, (_, i) => hari('2026-02-20', `x${i}`)) },
      'isi_salah',
    ],
  ])('%s is refused', (_, body, kode) => {
    expect(inAWord(act('kalender.tambah', body))).toBe(kode);
  });

  it('a full calendar says so instead of dropping a day', () => {
    const penuh = Array.from({ length: 400 }, (_, i) => hari(tambahHari('2026-01-01', i)));
    expect(inAWord(act('kalender.tambah', { hari: [hari('2030-01-01')] }, penuh))).toBe('kalender_penuh');
  });

  it('a teacher sets no calendar', () => {
    expect(inAWord(act('kalender.tambah', { hari: [hari('2026-12-12')] }, [], anActor()))).toBe(
      'di_luar_wewenang',
    );
  });
});

describe('a pasted calendar', () => {
  it.each<[string, string, readonly HariKhusus[]]>([
    ['a date and a name', '17/08/2026\tProklamasi', [hari('2026-08-17', 'Proklamasi')]],
    [
      'header and numbers',
      'No\tTanggal\tKeterangan\n1\t17 Agustus 2026\tProklamasi\n2.\t25/08/2026\tMaulid',
      [hari('2026-08-17', 'Proklamasi'), hari('2026-08-25', 'Maulid')],
    ],
    [
      'a stretch in one cell',
      '19/12/2026 s.d. 02/01/2027;Libur semester',
      [hari('2026-12-19', 'Libur semester', '2027-01-02')],
    ],
    ['a stretch with s/d', '19/12/2026 s/d 02/01/2027;Libur', [hari('2026-12-19', 'Libur', '2027-01-02')]],
    [
      'a stretch with a dash',
      '19/12/2026 – 02/01/2027;Libur panjang',
      [hari('2026-12-19', 'Libur panjang', '2027-01-02')],
    ],
    [
      'a stretch in two cells, and a working one',
      '2026-11-30;2026-12-08;Sumatif;masuk',
      [hari('2026-11-30', 'Sumatif', '2026-12-08', false)],
    ],
    ['Excel’s day numbers', '46251\tProklamasi\tlibur', [hari('2026-08-17', 'Proklamasi')]],
    ['a weekday before the date', '"Senin, 17 Agustus 2026";Proklamasi', [hari('2026-08-17', 'Proklamasi')]],
  ])('%s', (_, teks, expected) => {
    expect(bacaKalender(teks)).toEqual({ hari: expected, salah: [] });
  });

  it('names what it cannot read, and keeps the rest', () => {
    const { hari: baik, salah } = bacaKalender(
      '31/02/2026;Hari mustahil\n17/08/2026;Proklamasi\n18/08/2026\n20/12/2026;19/12/2026;Terbalik',
    );
    expect(baik).toEqual([hari('2026-08-17', 'Proklamasi')]);
    expect(salah.map(({ nomor, kode }) => [nomor, kode])).toEqual([
      [1, 'tanggal_mustahil'],
      [3, 'teks_kosong'],
      [4, 'tanggal_terbalik'],
    ]);
  });

  it('whatever is pasted, what comes out is a calendar that a school may have', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 400 })),
        (teks) => {
          for (const satu of bacaKalender(teks).hari) {
            expect(HariKhusus.safeParse(satu).success).toBe(true);
            expect(satu.mulai <= satu.selesai).toBe(true);
          }
        },
      ),
    );
  });
});

describe('public holidays', () => {
  it('of 2026 are 17 days and 8 of joint leave; those that a school has are not proposed again', () => {
    const semua = liburNasionalKurang([], 2026);
    expect(semua).toHaveLength(25);
    const [satu] = semua;
    expect(liburNasionalKurang(satu ? [satu] : [], 2026)).toHaveLength(24);
    expect(liburNasionalKurang(semua, 2026)).toEqual([]);
  });

  it('of a year that is not fixed yet are not guessed', () => {
    expect(liburNasionalKurang([], 2031)).toEqual([]);
  });
});
