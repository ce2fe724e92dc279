import { afterEach, expect, test } from 'vitest';
import { evaluasi } from '../../../client/i18n/id/evaluasi.ts';
import { kataMasalah } from '../../../client/i18n/id/masalah.ts';
import { penilai } from '../../../client/i18n/id/penilai.ts';
import { matriksKata, periksaSkpKata, skp } from '../../../client/i18n/id/skp.ts';
import { pakaiSebutan, sebutanDi } from '../../../client/i18n/sebutan.ts';

const SEKOLAH = { shard: 'sek:69593332', diri: 'sek:69593332' };
const KEPALA = { shard: 'sek:69593332', diri: 'sek:P0000001' };
const PENGAWAS = { shard: 'sek:P0000001', diri: 'sek:P0000001' };

afterEach(() => pakaiSebutan(sebutanDi(SEKOLAH)));

/** Every sentence within; functions are called as a screen would, with numbers and a date where they want any. */
const kalimat = (words: unknown): string[] => {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return kalimat(words(3, 5, '2026-11-23'));
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(kalimat);
};

test('a pengawas reads of those he rates as heads, never as guru, on every screen on which he rates', () => {
  pakaiSebutan(sebutanDi(PENGAWAS));
  const { pemulihan: _, ...layar } = penilai;
  const { diLuar: __, ...nilai } = evaluasi.penilai;
  const all = kalimat([layar, nilai, periksaSkpKata, matriksKata]);
  expect(all.length).toBeGreaterThan(150);
  expect(all.filter((satu) => /\bguru\b|di sekolah/i.test(satu))).toEqual([]);
  expect(penilai.guru.judul(4)).toBe('Kepala sekolah (4)');
  expect(penilai.beranda.kinerjaSayaKet).toBe('Catat kegiatan Anda sendiri sebagai pengawas');
  expect(penilai.guru.kosong).toBe('Belum ada kepala sekolah di wilayah ini.');
});

test('a head reads of his own work that his pengawas answers it, and of his teachers as before', () => {
  pakaiSebutan(sebutanDi(KEPALA));
  expect(evaluasi.hasil.catatan).toBe('Catatan pengawas');
  expect(skp.menunggu).toMatch(/^Sudah diajukan\. Pengawas memeriksanya/);
  expect(kataMasalah('terkunci')).toMatch(/Minta pengawas membukanya/);
  expect(penilai.guru.judul(12)).toBe('Guru (12)');
});

test('for a school the words stand as they are written, lists and their length too', () => {
  expect(evaluasi.hasil.catatan).toBe('Catatan kepala sekolah');
  expect(penilai.guru.judul(12)).toBe('Guru (12)');
  expect(penilai.periksa.cepat.map((satu) => satu)).toHaveLength(6);
  expect(evaluasi.penilai.pintasanDaftar.map(([tombol]) => tombol)).toContain('S');
});
