import { expect, test } from 'vitest';
import { publikasi } from '../../../client/i18n/id/publikasi.ts';

test('whoever opens the table of reviews reads first that it shows a single head’s work, and periods go by their names', () => {
  const terbit = { banyak: 2, minimal: 5 } as const;
  expect(publikasi.rinci({ ...terbit, tabel: 'periksa', terakhir: '2026-10' })).toBe(
    'Paling sedikit 5 orang per angka; sudah terbit 2 kali, terakhir Oktober 2026; per sekolah menggambarkan layanan satu kepala sekolah, jadi pertimbangkan dulu',
  );
  expect(publikasi.rinci({ ...terbit, tabel: 'predikat', terakhir: '2025' })).toMatch(/terakhir 2025$/);
});
