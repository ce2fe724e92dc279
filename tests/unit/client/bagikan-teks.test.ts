import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bagiTeks } from '../../../client/screens/guru/bagikan-teks.ts';
import { LIMITS } from '../../../shared/protocol/index.ts';

const link = (n: number) => `https://contoh.id/${n}`;
const KOSONG = { tautan: [], catatan: '' };

test('a shared text that is short is kept as it is, for the person to go on with', () => {
  expect(bagiTeks('rapat', null)).toEqual({ values: { uraian: 'rapat' }, sisa: '' });
});

test('what is longer than the text of an activity goes on in the note, and so do links beyond the limit', () => {
  const links = Array.from({ length: LIMITS.tautanCount + 1 }, (_, n) => link(n));
  const { values, sisa } = bagiTeks(`${'a'.repeat(LIMITS.uraianMax)}bb ${links.join(' ')}`, null);
  expect(values.uraian).toBe('a'.repeat(LIMITS.uraianMax));
  expect(values.tautan).toEqual(links.slice(0, LIMITS.tautanCount));
  expect(values.catatan).toBe(`bb\n${links.at(-1)}`);
  expect(sisa).toBe('');
});

test('a text that is added to an activity is put under its note', () => {
  const semula = { tautan: [link(1)], catatan: 'Sudah ada' };
  expect(bagiTeks(`Hasil rapat ${link(2)}`, semula)).toEqual({
    values: { tautan: [link(1), link(2)], catatan: 'Sudah ada\nHasil rapat' },
    sisa: '',
  });
});

test('what fits nowhere is handed back to be shown, and no letter is lost', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.boolean(), (panjang, ada) => {
      const { values, sisa } = bagiTeks('x'.repeat(panjang), ada ? KOSONG : null);
      expect((values.uraian ?? '').length).toBeLessThanOrEqual(LIMITS.uraianMax);
      expect((values.catatan ?? '').length).toBeLessThanOrEqual(LIMITS.catatanLetters);
      expect((values.uraian ?? '') + (values.catatan ?? '') + sisa).toBe('x'.repeat(panjang));
    }),
  );
});
