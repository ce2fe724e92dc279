import { describe, expect, it } from 'vitest';
import {
  type EntriRingkas,
  hariSalin,
  salinHari,
  saranUraian,
  teksPolos,
} from '../../../shared/domain/index.ts';
import { Entri } from '../../../shared/records/index.ts';
import { anEntri } from './builders.ts';

const past = (uraian: string, tanggal = '2026-11-16', rencanaAksi: string | null = 'A'): EntriRingkas =>
  anEntri({ uraian, tanggal, rencanaAksi });

describe('saranUraian', () => {
  it('the most often used first, of equal ones the latest, doubles but for case and points once', () => {
    const riwayat = [
      past('Rapat dewan guru', '2026-11-01'),
      past('Mengoreksi tugas IPAS'),
      past(' rapat  Dewan guru. ', '2026-11-09'),
      past('Piket gerbang pagi', '2026-11-20'),
    ];
    expect(saranUraian(riwayat, 'A')).toEqual([
      'rapat  Dewan guru.',
      'Piket gerbang pagi',
      'Mengoreksi tugas IPAS',
    ]);
  });

  it('only of the rencana aksi that is asked for, of all where none is', () => {
    const riwayat = [
      past('Rapat dewan guru', '2026-11-01', 'A'),
      past('Piket gerbang pagi', '2026-11-02', 'B'),
      past('Tanpa rencana aksi', '2026-11-03', null),
    ];
    expect([saranUraian(riwayat, 'B'), saranUraian(riwayat, null).length, saranUraian([], 'A')]).toEqual([
      ['Piket gerbang pagi'],
      3,
      [],
    ]);
  });

  it('five at most', () => {
    expect(
      saranUraian(
        Array.from({ length: 9 }, (_, at) => past(`Kegiatan nomor ${at}`)),
        'A',
      ).length,
    ).toBe(5);
  });

  it('the order of the history makes no difference', () => {
    const riwayat = [
      past('Rapat dewan guru', '2026-11-01'),
      past('Piket gerbang pagi', '2026-11-20'),
      past('Rapat dewan guru', '2026-11-09'),
    ];
    expect(saranUraian(riwayat.toReversed(), 'A')).toEqual(saranUraian(riwayat, 'A'));
  });
});

describe('salinHari', () => {
  const day = [
    anEntri({ mulai: '13:00', selesai: '14:00' }),
    anEntri({
      catatan: 'Dua murid izin',
      tautan: ['https://a.example'],
      foto: [{ sha: 'a'.repeat(64), size: 1, mime: 'image/jpeg' }],
    }),
  ];

  it('makes new entries of another date in order of time, without the evidence of the old day', () => {
    expect(salinHari(day, '2026-11-24')).toEqual([
      anEntri({ tanggal: '2026-11-24' }),
      anEntri({ tanggal: '2026-11-24', mulai: '13:00', selesai: '14:00' }),
    ]);
  });

  it('leaves what it copies alone, and makes what the schema accepts', () => {
    const before = structuredClone(day);
    expect(salinHari(day, '2026-11-24').every((entri) => Entri.safeParse(entri).success)).toBe(true);
    expect(day).toEqual(before);
  });
});

describe('hariSalin', () => {
  it.each([
    ['the day asked for', ['2026-11-24'], [], false],
    ['it and others, each once', ['2026-11-24', '2026-11-25'], ['2026-11-25', '2026-11-24'], false],
    ['others without it', ['2026-11-25'], ['2026-11-25'], true],
    ['it after all, where there are no others', ['2026-11-24'], [], true],
  ])('%s', (_, hari, lain, tanpaKe) => {
    expect(hariSalin('2026-11-24', lain, tanpaKe)).toEqual(hari);
  });
});

describe('teksPolos', () => {
  it.each([
    ['Mengajar  IPAS, kelas 5A!', 'mengajaripaskelas5a'],
    ['🔥', ''],
    ['Élan', 'élan'],
  ])('%j is %j', (teks, plain) => {
    expect(teksPolos(teks)).toBe(plain);
  });
});
