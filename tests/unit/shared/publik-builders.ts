import fc from 'fast-check';
import { ATURAN, type Satuan, type Sumbangan, type Tabel } from '../../../shared/publik/index.ts';

/** Shares of one person: often all in one category, as in life. */
const sumbangan = (tabel: Tabel): fc.Arbitrary<Sumbangan> => {
  const k = ATURAN[tabel].kategori.length;
  const satu = fc
    .oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(k - 1) })
    .map((i) => Array.from({ length: k }, (_, j) => (i === j ? 1 : 0)));
  if (tabel === 'predikat') return satu;
  const campur = fc
    .array(fc.nat(40), { minLength: k, maxLength: k })
    .filter((list) => list.some((a) => a > 0))
    .map((list) => list.map((a) => a / list.reduce((x, y) => x + y, 0)));
  return fc.oneof(satu, satu, campur);
};

/** Schools of two kabupaten, many of them small. */
export const sekolahList = (tabel: Tabel): fc.Arbitrary<Satuan[]> =>
  fc
    .array(
      fc.record({
        kabupaten: fc.constantFrom('Kabupaten Arunika', 'Kota Baruna'),
        orang: fc.array(sumbangan(tabel), { maxLength: 16 }),
        lain: fc.nat(3),
      }),
      { maxLength: 9 },
    )
    .map((list) =>
      list.map(({ kabupaten, orang, lain }, i) => ({
        npsn: String(20_000_001 + i),
        nama: `SD Negeri ${i + 1}`,
        kabupaten,
        guru: orang.length + lain,
        orang,
      })),
    );
