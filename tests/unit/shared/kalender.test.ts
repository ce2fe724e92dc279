import { describe, expect, it } from 'vitest';
import { hariKhususPada, jenisHari, tanggalBulan } from '../../../shared/domain/index.ts';
import { aSatker, satkerData } from './builders.ts';

describe('jenisHari', () => {
  const satker = satkerData();

  it.each([
    ['2026-11-23', 'kerja', 'an ordinary Monday'],
    ['2026-11-22', 'akhir-pekan', 'a Sunday'],
    ['2026-08-17', 'libur', 'a public holiday, though teachers attend the ceremony'],
    ['2026-12-24', 'libur', 'joint leave'],
    ['2026-12-25', 'libur', 'a public holiday within the school holiday'],
    ['2026-12-26', 'libur', 'a Saturday within the school holiday'],
    ['2026-07-03', 'libur', 'the long holiday'],
    ['2026-07-07', 'kerja', 'teachers work in a week of the long holiday'],
    ['2026-09-22', 'kerja', 'an exam week'],
    ['2026-10-28', 'kerja', 'a ceremony that is no holiday'],
  ])('%s is %s: %s', (tanggal, jenis) => {
    expect(jenisHari(tanggal, satker).jenis).toBe(jenis);
  });

  it('names the holiday', () => {
    expect(jenisHari('2026-12-25', satker)).toEqual({
      jenis: 'libur',
      nama: 'Kelahiran Yesus Kristus (Natal)',
    });
  });

  it('follows the working days of the school, six as well as five', () => {
    expect(jenisHari('2026-11-21', aSatker({ hariKerja: [1, 2, 3, 4, 5, 6] })).jenis).toBe('kerja');
  });

  it('a holiday wins over an event of the same length', () => {
    const day = { mulai: '2026-06-01', selesai: '2026-06-01' };
    const kalender = [
      { ...day, nama: 'Upacara', libur: false },
      { ...day, nama: 'Hari Lahir Pancasila', libur: true },
    ];
    expect(jenisHari('2026-06-01', aSatker({ kalender })).jenis).toBe('libur');
    expect(hariKhususPada('2026-06-01', kalender).map(({ nama }) => nama)).toEqual([
      'Hari Lahir Pancasila',
      'Upacara',
    ]);
  });

  it('holds both ends of a stretch', () => {
    const satkerLibur = aSatker({
      kalender: [{ mulai: '2026-11-10', selesai: '2026-11-12', nama: 'Libur', libur: true }],
    });
    expect(
      tanggalBulan('2026-11').filter((tanggal) => jenisHari(tanggal, satkerLibur).jenis === 'libur'),
    ).toEqual(['2026-11-10', '2026-11-11', '2026-11-12']);
  });
});
