import * as z from 'zod/mini';

/**
 * What no stored text may hold: NUL and the other C0/C1 controls except line feed,
 * bidirectional overrides and isolates (U+202A–202E, U+2066–2069, U+200E/F, U+061C), BOM and lone surrogates.
 * SQLite hides text behind a NUL and PostgreSQL refuses it; bidi controls make one text look like another.
 */
const FORBIDDEN =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/u;
const FORBIDDEN_ALL = new RegExp(FORBIDDEN.source, 'gu');
/** Characters that show nothing (joiners, fillers, variation selectors, blank braille): a text of nothing else is empty. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\s]/gu;

/** Most texts: what stands on the keys, for which every rule below has a short answer. */
const PLAIN = /^[\n -~]*$/;
const PLAIN_VISIBLE = /[!-~]/;

/** Length in code points, as people count letters: an emoji is one, unlike in `String.length`. */
export const countLetters = (text: string): number => {
  if (PLAIN.test(text)) return text.length;
  let letters = 0;
  for (const _ of text) letters += 1;
  return letters;
};

/** Length in code points of what can be seen: without spaces and zero-width characters. */
export const countVisible = (text: string): number => countLetters(text.replace(INVISIBLE, ''));

/**
 * Makes typed or pasted text storable: NFC, line ends as LF, tabs as spaces, forbidden characters dropped.
 * Nothing visible changes; idempotent. What it returns always passes the character rules of {@link text}.
 */
export const cleanText = (raw: string): string =>
  raw
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(FORBIDDEN_ALL, '')
    .normalize('NFC')
    .replace(FORBIDDEN_ALL, '');

/**
 * Schema of text that people type: well-formed, NFC, no control or bidi characters, length counted in code points.
 * Issues carry a problem code as message: `teks_terlarang`, `teks_kosong`, `teks_pendek`, `teks_panjang`.
 */
export const text = (limits: { min?: number; max: number }) =>
  z.string().check(
    z.refine((value) => PLAIN.test(value) || (!FORBIDDEN.test(value) && value === value.normalize('NFC')), {
      error: 'teks_terlarang',
    }),
    z.refine((value) => !limits.min || PLAIN_VISIBLE.test(value) || countVisible(value) > 0, {
      error: 'teks_kosong',
    }),
    z.refine((value) => !limits.min || countLetters(value.trim()) >= limits.min, { error: 'teks_pendek' }),
    z.refine((value) => value.length <= limits.max * 2 && countLetters(value) <= limits.max, {
      error: 'teks_panjang',
      params: { paling: limits.max },
    }),
  );

/** A short code from our own tables, such as `GR-U-02`. */
export const kode = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/));
