import { describe, expect, test } from 'vitest';
import { jumlahSekolah, sebabSekolah, urutkan } from '../../../client/screens/wilayah/model.ts';
import type { BarisPantau } from '../../../shared/protocol/index.ts';

const baris = (nama: string, part: Partial<BarisPantau> = {}): BarisPantau => ({
  ...{ shard: 'sek:20100001', npsn: '20100001', nama, kabupaten: 'Arunika', log: 'wajib', guru: 10 },
  ...{ terisi: 80, hariKerja: 100, mengisi: 10, berutang: 10, tertinggal: 0, tertinggalSejak: null },
  ...{ periksa: { jumlah: 0, tepat: 0, hariTengah: null }, tunggu: [], kendala: [] },
  ...part,
});
const tunggu = (sejak: string) => [{ jenis: 'entri' as const, jumlah: 2, sejak }];

describe('the table of schools', () => {
  const list = [
    baris('A'),
    baris('B', { tertinggal: 2, guru: 4, tunggu: tunggu('2026-11-20') }),
    baris('C', { tertinggal: 3, guru: 30, terisi: 10, tunggu: tunggu('2026-11-02') }),
    baris('D', { terisi: 0, hariKerja: 0 }),
  ];
  const nama = (urutan: Parameters<typeof urutkan>[1]['urutan'], cari = '') =>
    urutkan(list, { urutan, cari }).map((satu) => satu.nama);

  test('stands by the share of people who fall behind, the lowest filling, the oldest that waits, or the name', () => {
    expect(nama('perhatian')).toEqual(['B', 'C', 'A', 'D']);
    expect(nama('isian')).toEqual(['C', 'A', 'B', 'D']);
    expect(nama('menunggu')).toEqual(['C', 'B', 'A', 'D']);
    expect(nama('nama')).toEqual(['A', 'B', 'C', 'D']);
    expect(nama('nama', ' b ')).toEqual(['B']);
    expect(nama('nama', '20100001')).toHaveLength(4);
  });

  test('a school in which nobody has ever recorded anything comes first, and is counted as such; one that asks for no log does not', () => {
    const semua = [
      ...list,
      baris('Z', { terisi: 0, hariKerja: 0, mulai: false }),
      baris('Y', { terisi: 0, hariKerja: 0, mulai: false, log: 'mati' }),
    ];
    for (const urutan of ['perhatian', 'isian'] as const)
      expect(urutkan(semua, { urutan, cari: '' }).map((satu) => satu.nama)[0]).toBe('Z');
    expect(jumlahSekolah(semua).belumMulai).toBe(1);
    expect(jumlahSekolah(list).belumMulai).toBe(0);
  });

  test('sums days and people, and says since when the oldest waits', () => {
    expect(jumlahSekolah(list)).toMatchObject({
      ...{ guru: 54, terisi: 170, hariKerja: 300, tertinggal: 5 },
      menunggu: { jumlah: 4, sejak: '2026-11-02' },
    });
    expect(jumlahSekolah([])).toMatchObject({ guru: 0, menunggu: { jumlah: 0, sejak: null } });
  });

  test('puts causes together over schools', () => {
    const [a, b] = [
      baris('A', { kendala: [{ sebab: 'SINYAL', guru: 2 }] }),
      baris('B', {
        kendala: [
          { sebab: 'HP', guru: 4 },
          { sebab: 'SINYAL', guru: 1 },
        ],
      }),
    ];
    expect(sebabSekolah([a, b])).toEqual([
      { sebab: 'HP', guru: 4, sekolah: 1 },
      { sebab: 'SINYAL', guru: 3, sekolah: 2 },
    ]);
  });
});
