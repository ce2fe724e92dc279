import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BahanTebakan,
  bertumpuk,
  blokMengajar,
  hariPekan,
  jadwalBelumTercatat,
  jenisHari,
} from '../../../shared/domain/index.ts';
import type { Jadwal } from '../../../shared/records/index.ts';
import { anEntri, aSatker, skpData } from './builders.ts';

const satker = aSatker();
const jam = (hari: number, mulai: string, selesai: string, mapel = 'Matematika') => ({
  ...{ hari, jamKe: 1, mulai, selesai, mapel, kelas: '5A' },
});
const jadwal: Jadwal = {
  pelajaran: [
    jam(1, '07:30', '08:05'),
    jam(1, '08:05', '08:40'),
    jam(3, '07:30', '08:05', 'IPAS'),
    jam(5, '10:20', '10:55', 'PJOK'),
    jam(7, '07:30', '08:05'),
  ],
};
/** A Friday. */
const JUMAT = '2026-11-27';
const bahan = (part: Partial<BahanTebakan> = {}): BahanTebakan => ({
  ...{ jadwal, skp: skpData(), riwayat: [], pola: [], hariIni: JUMAT, sekarang: '11:30' },
  ...part,
});
const siap = { satker: { ...satker, hariKerja: [1, 2, 3, 4, 5], kalender: [] }, absen: new Set<string>() };
const singkat = (rows: ReturnType<typeof jadwalBelumTercatat>): string[] =>
  rows.map(({ tanggal, mulai, selesai, uraian }) => `${tanggal} ${mulai}-${selesai} ${uraian}`);

describe('a week out of the timetable', () => {
  it('is every lesson of the last seven days that was not recorded, touching periods as one, oldest first', () => {
    expect(singkat(jadwalBelumTercatat(bahan(), siap))).toEqual([
      '2026-11-23 07:30-08:40 Mengajar Matematika kelas 5A',
      '2026-11-25 07:30-08:05 Mengajar IPAS kelas 5A',
      '2026-11-27 10:20-10:55 Mengajar PJOK kelas 5A',
    ]);
  });

  it('counts JP and takes the rencana aksi that lessons count for', () => {
    const [senin] = jadwalBelumTercatat(bahan(), siap);
    expect(senin).toMatchObject({ realisasi: 2, satuan: 'JP' });
    expect(senin?.rhk).not.toBeNull();
    expect(senin?.rencanaAksi).not.toBeNull();
  });

  it('keeps day and hour of the lesson, however often the same rencana aksi was recorded at another', () => {
    const biasa = anEntri({ tanggal: '2026-11-16', mulai: '09:30', selesai: '10:40', satuan: 'JP' });
    const skp = { ...skpData(), rhk: skpData().rhk.map((rhk) => ({ ...rhk, rencanaAksi: [] })) };
    expect(singkat(jadwalBelumTercatat(bahan({ riwayat: [biasa, biasa], skp: null }), siap))).toEqual(
      singkat(jadwalBelumTercatat(bahan({ skp }), siap)),
    );
  });

  it('leaves out what is not over yet, what stands there already, holidays, and days of illness', () => {
    const tercatat = anEntri({ tanggal: '2026-11-23', mulai: '08:00', selesai: '09:00' });
    const libur = {
      mulai: '2026-11-25',
      selesai: '2026-11-25',
      nama: 'Hari Guru',
      libur: true,
      jenis: 'khusus',
    };
    expect(singkat(jadwalBelumTercatat(bahan({ sekarang: '06:00' }), siap))).toHaveLength(2);
    expect(singkat(jadwalBelumTercatat(bahan({ riwayat: [tercatat] }), siap))[0]).toContain('2026-11-25');
    const berlibur = { ...siap.satker, kalender: [libur] as unknown as typeof satker.kalender };
    expect(jadwalBelumTercatat(bahan(), { ...siap, satker: berlibur })).toHaveLength(2);
    expect(jadwalBelumTercatat(bahan(), { ...siap, absen: new Set([JUMAT]) })).toHaveLength(2);
  });

  it('is empty without a timetable', () => {
    expect(jadwalBelumTercatat(bahan({ jadwal: null }), siap)).toEqual([]);
  });

  it('never overlaps an entry or another row, and never leaves the working days of the school', () => {
    const saat = fc.integer({ min: 0, max: 23 * 60 }).map((menit) => {
      const teks = (n: number): string => String(n).padStart(2, '0');
      return `${teks(Math.floor(menit / 60))}:${teks(menit % 60)}`;
    });
    const riwayat = fc.array(
      fc
        .record({ hari: fc.integer({ min: 20, max: 27 }), mulai: saat })
        .map(({ hari, mulai }) =>
          anEntri({ tanggal: `2026-11-${hari}`, mulai, selesai: `${mulai.slice(0, 2)}:59`, satuan: 'JP' }),
        ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(riwayat, saat, (terisi, sekarang) => {
        const rows = jadwalBelumTercatat(bahan({ skp: null, riwayat: terisi, sekarang }), siap);
        rows.forEach((row, i) => {
          const lain = [...terisi, ...rows.slice(i + 1)].filter(({ tanggal }) => tanggal === row.tanggal);
          expect(lain.some((satu) => bertumpuk(satu, row))).toBe(false);
          expect(jenisHari(row.tanggal, siap.satker).jenis).toBe('kerja');
          expect(hariPekan(row.tanggal)).toBeLessThan(6);
          const blok = blokMengajar(jadwal, hariPekan(row.tanggal));
          expect(blok.map(({ mulai, selesai }) => [mulai, selesai])).toContainEqual([row.mulai, row.selesai]);
          if (row.tanggal === JUMAT) expect(row.selesai <= sekarang).toBe(true);
        });
      }),
    );
  });
});
