import { expect, test } from 'vitest';
import { periodeAwal } from '../../../client/screens/penilai/evaluasi-model.ts';
import type { Periode } from '../../../shared/domain/index.ts';

const bulan = (angka: number): Periode => ({ tahun: 2026, tipe: 'bulanan', angka });
const pilihan = [bulan(11), bulan(10), bulan(9)];

test('the head’s page opens on the period meant, unless somebody waits only in another one', () => {
  expect(periodeAwal(pilihan, [], bulan(11))).toEqual(bulan(11));
  expect(periodeAwal(pilihan, [bulan(10), bulan(11)], bulan(11))).toEqual(bulan(11));
  expect(periodeAwal(pilihan, [bulan(9), bulan(10)], bulan(11))).toEqual(bulan(10));
  expect(periodeAwal(pilihan, [bulan(1)], bulan(11))).toEqual(bulan(11));
  expect(periodeAwal(pilihan, [bulan(9)], undefined)).toEqual(bulan(9));
  expect(periodeAwal(pilihan, [], undefined)).toEqual(bulan(11));
  expect(periodeAwal([], [], undefined)).toBeUndefined();
});
