import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, countLetters, countVisible, text } from '../../../shared/records/index.ts';

const codeOf = (schema: ReturnType<typeof text>, value: unknown): string | null => {
  const result = schema.safeParse(value);
  return result.success ? null : (result.error.issues[0]?.message ?? '');
};
const letters = text({ min: 10, max: 500 });

/** Any UTF-16, lone surrogates and controls included. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

describe('cleanText', () => {
  it('does nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (raw) => cleanText(cleanText(raw)) === cleanText(raw)),
      { numRuns: 2000 },
    );
  });

  it('makes text that the schema accepts, whatever it was', () => {
    fc.assert(
      fc.property(anyText, (raw) => codeOf(text({ max: 1_000_000 }), cleanText(raw)) === null),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['line ends become LF', 'a\r\nb\rc', 'a\nb\nc'],
    ['a tab becomes a space', 'a\tb', 'a b'],
    ['NUL goes', 'a\u0000b', 'ab'],
    ['bidi overrides and isolates go', 'a\u202Eb\u2066c\u200Fd', 'abcd'],
    ['a BOM goes', '\uFEFFa', 'a'],
    ['a lone surrogate goes', 'a\uD83Db', 'ab'],
    ['halves parted by NUL do not join', '\uD83D\u0000\uDE00', ''],
    ['letters are composed (NFC)', 'e\u0301', 'é'],
    ['a family emoji keeps its joiners', '👩‍👩‍👧', '👩‍👩‍👧'],
  ])('%s', (_name, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });
});

describe('countLetters', () => {
  it('counts code points, not UTF-16 units', () => {
    expect([countLetters('😀'.repeat(10)), '😀'.repeat(10).length]).toEqual([10, 20]);
  });

  it.each([' ', '\n', '\u200B', '\u200D\u2060', '\u3164', '\u2800', '\uFE0F', '\u034F'])(
    'sees nothing in %j',
    (blank) => {
      expect(countVisible(blank)).toBe(0);
    },
  );
});

describe('text', () => {
  it.each([
    ['ten letters', 'a'.repeat(10), null],
    ['nine letters', 'a'.repeat(9), 'teks_pendek'],
    ['nine letters and spaces around', `  ${'a'.repeat(9)}  `, 'teks_pendek'],
    ['five hundred letters', 'a'.repeat(500), null],
    ['five hundred and one', 'a'.repeat(501), 'teks_panjang'],
    ['five hundred emoji', '😀'.repeat(500), null],
    ['five hundred and one emoji', '😀'.repeat(501), 'teks_panjang'],
    ['a family of emoji', '👩‍👩‍👧 sehat!', null],
    ['100,000 letters', 'a'.repeat(100_000), 'teks_panjang'],
    ['nothing', '', 'teks_kosong'],
    ['spaces only', ' '.repeat(12), 'teks_kosong'],
    ['zero-width spaces only', '\u200B'.repeat(12), 'teks_kosong'],
    ['Hangul fillers only', '\u3164'.repeat(12), 'teks_kosong'],
    ['NUL', `mengajar\u0000 kelas 5`, 'teks_terlarang'],
    ['escape', `mengajar\u001b kelas 5`, 'teks_terlarang'],
    ['C1 control', `mengajar\u0085 kelas 5`, 'teks_terlarang'],
    ['tab', `mengajar\tkelas 5`, 'teks_terlarang'],
    ['CR', `mengajar\r\nkelas 5`, 'teks_terlarang'],
    ['right-to-left override', `mengajar \u202Ekelas`, 'teks_terlarang'],
    ['isolate', `mengajar \u2067kelas`, 'teks_terlarang'],
    ['lone surrogate', `mengajar \uD800kelas`, 'teks_terlarang'],
    ['decomposed letters', 'mengajar e\u0301lan', 'teks_terlarang'],
    ['line feed', 'mengajar\nkelas 5', null],
    ['Arabic', 'يقرأ القرآن الكريم', null],
  ])('%s: %s', (_name, value, code) => {
    expect(codeOf(letters, value)).toBe(code);
  });

  it('looks through 1,000,000 letters within the time that a test has', () => {
    expect(codeOf(letters, `${'a\u0301'.repeat(500_000)}\u0000`)).toBe('teks_terlarang');
  });
});
