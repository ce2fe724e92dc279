/**
 * A cell as it stood in the file: plain text, or text with what else is known. `angka`: a number cell, its digits as text;
 * `rumus`: a formula `f` with its stored result; `galat`: an error such as #N/A.
 */
export type Sel =
  | string
  | { readonly t: string; readonly j: 'angka' | 'rumus' | 'galat'; readonly f?: string | undefined };

/** A row with its number as the spreadsheet shows it. */
export type BarisMentah = { readonly nomor: number; readonly sel: readonly Sel[] };

/** A sheet as it was read, nothing interpreted. */
export type LembarMentah = { readonly nama: string; readonly baris: readonly BarisMentah[] };

/** Spaces that are not the space, and characters that show nothing: no-break space, zero width, direction marks, BOM. */
const TAK_TAMPAK =
  /[\u00A0\u00AD\u061C\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F-\u2064\u2066-\u206F\u3000\uFEFF]/u;
const LEBAR_NOL = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;
const KENDALI = /\p{Cc}|\p{Cs}/gu;
const GALAT = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/i;
const APOSTROF = /^['’‘`´]+/;

/** The text of a cell, as it stood. */
export const teksSel = (sel: Sel | undefined): string =>
  sel === undefined ? '' : typeof sel === 'string' ? sel : sel.t;

/** What is shown of a cell to people: a formula with its result. */
export const tampakSel = (sel: Sel | undefined): string =>
  typeof sel === 'object' && sel.f !== undefined ? `=${sel.f} → ${sel.t}` : teksSel(sel);

/** True for an error of a formula, also where only its text was saved. */
export const isGalat = (sel: Sel | undefined): boolean => GALAT.test(teksSel(sel).trim());

/** True where something stands in the cell that nobody sees. */
export const adaTakTampak = (teks: string): boolean => TAK_TAMPAK.test(teks);

/** True where an apostrophe stands before the value, as Excel shows text that was typed so. */
export const adaApostrof = (teks: string): boolean => APOSTROF.test(teks.replace(LEBAR_NOL, '').trim());

/** A cell's text without what is invisible, with single spaces, without an apostrophe before it; NFC. Idempotent. */
export const rapikan = (teks: string): string =>
  teks
    .replace(LEBAR_NOL, '')
    .replace(KENDALI, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(APOSTROF, '')
    .trim()
    .normalize('NFC');

/** The tidy value of a cell; an error counts as nothing. */
export const nilaiSel = (sel: Sel | undefined): string => (isGalat(sel) ? '' : rapikan(teksSel(sel)));

/** True for a cell in which nothing can be seen. */
export const isKosong = (sel: Sel | undefined): boolean => rapikan(teksSel(sel)) === '';
