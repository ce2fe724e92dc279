import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CaraCatat,
  ringkasBeban,
  saranBeban,
  tambahHari,
  type Ukuran,
} from '../../../shared/domain/index.ts';
import type { Pola } from '../../../shared/records/index.ts';
import { anEntri } from './builders.ts';

const HARI_INI = '2026-11-25';
const ukuran = (part: Partial<Ukuran> = {}): Ukuran => ({
  hari: '2026-11-24',
  cara: 'form',
  ms: 30_000,
  jumlah: 1,
  ...part,
});
const anUkuran = fc.record({
  hari: fc.integer({ min: -60, max: 0 }).map((i) => tambahHari(HARI_INI, i)),
  cara: fc.constantFrom<CaraCatat>('form', 'salin', 'banyak'),
  ms: fc.integer({ min: 0, max: 900_000 }),
  jumlah: fc.integer({ min: 1, max: 9 }),
});

describe('the burden of recording', () => {
  it('is nothing to speak of while nothing was measured', () => {
    expect(ringkasBeban([], HARI_INI)).toBeNull();
  });

  it('is the median per entry, each entry of a copied day counted with its share', () => {
    const beban = ringkasBeban(
      [ukuran({ ms: 60_000 }), ukuran({ ms: 20_000 }), ukuran({ cara: 'salin', ms: 30_000, jumlah: 3 })],
      HARI_INI,
    );
    expect(beban).toMatchObject({
      kegiatan: 5,
      detik: 10,
      perCara: [
        { cara: 'form', kegiatan: 2, detik: 40 },
        { cara: 'salin', kegiatan: 3, detik: 10 },
      ],
    });
  });

  it('takes minutes a week from full weeks of use, not from the one that is going on while there are others', () => {
    const pekan = (hari: string, menit: number): Ukuran => ukuran({ hari, ms: menit * 60_000 });
    expect(ringkasBeban([pekan('2026-11-24', 9)], HARI_INI)).toMatchObject({ menitPekan: 9, pekan: 1 });
    expect(
      ringkasBeban(
        [pekan('2026-11-24', 9), pekan('2026-11-16', 20), pekan('2026-11-02', 30), pekan('2026-08-03', 99)],
        HARI_INI,
      ),
    ).toMatchObject({ menitPekan: 25, pekan: 2 });
  });

  it('lies between the shortest and the longest, and does not hang on the order', () => {
    fc.assert(
      fc.property(fc.array(anUkuran, { minLength: 1, maxLength: 40 }), (semua) => {
        const beban = ringkasBeban(semua, HARI_INI);
        const detik = semua.map(({ ms, jumlah }) => ms / jumlah / 1000);
        expect(beban?.detik).toBeGreaterThanOrEqual(Math.floor(Math.min(...detik)));
        expect(beban?.detik).toBeLessThanOrEqual(Math.ceil(Math.max(...detik)));
        expect(beban?.perCara.reduce((sum, { kegiatan }) => sum + kegiatan, 0)).toBe(beban?.kegiatan);
        expect(ringkasBeban([...semua].reverse(), HARI_INI)).toEqual(beban);
      }),
    );
  });
});

const pola: Pola = {
  nama: 'Piket',
  rhk: null,
  rencanaAksi: null,
  uraian: 'Piket pagi di gerbang.',
  mulai: null,
  selesai: null,
  realisasi: 1,
  satuan: 'kegiatan',
};
const hari = (i: number, ...teks: readonly string[]) =>
  teks.map((uraian) => anEntri({ tanggal: `2026-11-0${i + 1}`, uraian }));
const saran = (part: Partial<Parameters<typeof saranBeban>[0]>) =>
  saranBeban({ entri: [], pola: [], adaJadwal: true, ukuran: [], ...part });

describe('what would lighten it', () => {
  it('is a pattern where one text is written again and again, but for one that she has', () => {
    const entri = [0, 1, 2, 3].flatMap((i) => hari(i, 'Piket pagi di gerbang', `Mengajar bab ${i}`));
    expect(saran({ entri })).toEqual([{ jenis: 'pola', uraian: 'Piket pagi di gerbang', kali: 4 }]);
    expect(saran({ entri, pola: [pola] })).toEqual([]);
    expect(saran({ entri: entri.slice(0, 6) })).toEqual([]);
  });

  it('is copying where days are like the day before, but for who copies already', () => {
    const entri = [0, 1, 2, 3].flatMap((i) => hari(i, 'Mengajar kelas 5A', 'Mengajar kelas 5B'));
    expect(saran({ entri })).toContainEqual({ jenis: 'salin', hari: 3 });
    expect(saran({ entri, ukuran: [ukuran({ cara: 'salin' })] }).map(({ jenis }) => jenis)).not.toContain(
      'salin',
    );
  });

  it('is many rows at once where full days are typed one by one', () => {
    const entri = [0, 1, 2].flatMap((i) => hari(i, `a ${i}`, `b ${i}`, `c ${i}`, `d ${i}`));
    expect(saran({ entri })).toEqual([{ jenis: 'banyak', hari: 3, kali: 4 }]);
  });

  it('is a timetable where the phone has none', () => {
    expect(saran({ adaJadwal: false })).toEqual([{ jenis: 'jadwal' }]);
  });
});
