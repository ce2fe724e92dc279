import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divide } from '../../../client/actions/titip-bagi.ts';
import type { JournalRow, PhotoRow } from '../../../client/store/index.ts';
import { LIMITS } from '../../../shared/protocol/index.ts';

const MB = 1024 * 1024;

const aRow = (number: number, letters: number, device = 'd_abcdef'): JournalRow => ({
  id: `${device}.${number}.AAAAAAAAAAA`,
  device,
  number,
  target: `${device}.${number}.AAAAAAAAAAA`,
  kind: 'entri.catat',
  version: 1,
  shard: 'sek:1',
  record: null,
  base: null,
  at: 0,
  body: { uraian: 'x'.repeat(letters) },
  status: 'antri',
  tries: 0,
  n: 0,
});

const aPhoto = (index: number, size: number): PhotoRow => ({
  sha: index.toString(16).padStart(64, '0'),
  size,
  mime: 'image/jpeg',
  status: 'antri',
  offset: 0,
  tries: 0,
  addedAt: 0,
});

const queue = fc.record({
  open: fc
    .array(fc.tuple(fc.nat(15_000), fc.constantFrom('d_abcdef', 'd_ghijkl')), { maxLength: 300 })
    .map((all) => all.map(([letters, device], i) => aRow(i + 1, letters, device))),
  foto: fc
    .array(fc.integer({ min: 1, max: LIMITS.fotoBytes }), { maxLength: 130 })
    .map((sizes) => sizes.map((size, i) => aPhoto(i, size))),
});

test('no file grows beyond the chosen size, and everything travels exactly once', () => {
  fc.assert(
    fc.property(queue, fc.constantFrom(5 * MB, 15 * MB, Number.POSITIVE_INFINITY), (what, most) => {
      const parts = divide(what, most);
      const sheets = parts.flatMap((part) => part.sheets);
      for (const { bytes } of parts) expect(bytes).toBeLessThanOrEqual(Math.min(most, LIMITS.carriedBytes));
      expect(sheets.flatMap(({ rows }) => rows.map(({ id }) => id)).sort()).toEqual(
        what.open.map(({ id }) => id).sort(),
      );
      expect(sheets.flatMap(({ foto }) => foto.map(({ sha }) => sha))).toEqual(
        what.foto.map(({ sha }) => sha),
      );
      for (const { rows, foto } of sheets) {
        expect(new Set(rows.map(({ device }) => device)).size).toBeLessThanOrEqual(1);
        expect(foto.length).toBeLessThanOrEqual(100);
      }
      for (const part of parts) expect(part.sheets.length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});

test('text goes before photos, and what was refused or waits behind it stays at home', () => {
  const open = [
    aRow(1, 10),
    { ...aRow(2, 10), status: 'ditolak' as const },
    { ...aRow(3, 10), status: 'ditahan' as const },
  ];
  const [part, ...others] = divide({ open, foto: [aPhoto(1, 1000)] }, 5 * MB);
  expect(others).toEqual([]);
  expect(part?.sheets.map(({ rows, foto }) => [rows.map(({ number }) => number), foto.length])).toEqual([
    [[1], 1],
  ]);
});

test('where nothing waits there is no file', () => {
  expect(divide({ open: [], foto: [] }, 5 * MB)).toEqual([]);
});

test('a request names a hundred photos at the most, as the server reads it', () => {
  const foto = Array.from({ length: 250 }, (_, i) => aPhoto(i, 900));
  const [part, ...others] = divide({ open: [aRow(1, 10)], foto }, 15 * MB);
  expect(others).toEqual([]);
  expect(part?.sheets.map((sheet) => sheet.foto.length)).toEqual([100, 100, 50]);
});
