import { expect, test } from 'vitest';
import { sebabKosong } from '../../../client/screens/penilai/wawasan-model.ts';
import type { KendalaRow } from '../../../client/store/index.ts';
import { pekanBerjalan, type SebabKendala } from '../../../shared/domain/index.ts';

const kendala = (owner: string, sebab: SebabKendala, mulai: string, selesai: string) =>
  ({ owner, content: { sebab, mulai, selesai, catatan: '', dari: owner } }) as KendalaRow;

test('beside whoever falls behind stand the causes that touch her empty days, over the end of a month too, and no older one', () => {
  const semua = [
    kendala('p_a', 'SIBUK', '2026-11-02', '2026-11-03'),
    kendala('p_a', 'HP', '2026-11-27', '2026-11-30'),
    kendala('p_a', 'HP', '2026-11-26', '2026-11-26'),
    kendala('p_b', 'SINYAL', '2026-11-30', '2026-11-30'),
    kendala('p_a', 'CUTI', '2026-12-21', '2026-12-24'),
  ];
  expect(sebabKosong(semua, { owner: 'p_a', sejak: '2026-11-26', hariIni: '2026-12-01' })).toEqual(['HP']);
  expect(sebabKosong(semua, { owner: 'p_b', sejak: '2026-12-01', hariIni: '2026-12-01' })).toEqual([]);
});

test('a week goes on until its Minggu, so that on a Senin the last one is no half one', () => {
  expect(pekanBerjalan({ awal: '2026-11-23', akhir: '2026-11-29' })).toBe(false);
  expect(pekanBerjalan({ awal: '2026-11-23', akhir: '2026-11-28' })).toBe(true);
});
