import { parse } from 'csv-parse/sync';
import type { LembarMentah } from '../../../shared/simpeg/index.ts';
import { BATAS, BerkasTakTerbaca } from './batas.ts';

const BOM_UTF8 = [0xef, 0xbb, 0xbf];
const LAZIM = [';', ',', '\t', '|'] as const;
/** Signs that stand inside names, dates and numbers part nothing, however often they come. */
const BUKAN_PEMISAH = /[\p{L}\p{N}\s"'.()/+-]/u;

/** UTF-8 where the bytes are sound UTF-8, UTF-16 where they begin with its mark, else Windows-1252: what Excel saves. */
export const teksDari = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      BOM_UTF8.every((byte, i) => bytes[i] === byte) ? bytes.subarray(3) : bytes,
    );
  } catch {
    // Not UTF-8: every byte is a letter in Windows-1252.
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

type Rekam = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

const pecah = (teks: string, pemisah: string, kutip: '"' | false): Rekam[] =>
  parse(teks, {
    delimiter: pemisah,
    quote: kutip,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: BATAS.sel * BATAS.kolom,
  }) as unknown as Rekam[];

const BARIS_BARU = /\r\n|\n|\r/g;

/** A quote that was never closed swallows the rows after it: such a cell has line breaks and separators in it. */
const menelan = (rekam: readonly Rekam[], pemisah: string): boolean =>
  rekam.some(({ record }) =>
    record.some((sel) => /[\r\n]/.test(sel) && sel.split(pemisah).length > Math.max(3, record.length / 2)),
  );

/** Splits rows by the rules of RFC 4180; where its quotes make no sense they are letters like any other. */
const pecahAman = (teks: string, pemisah: string): Rekam[] => {
  try {
    const rekam = pecah(teks, pemisah, '"');
    if (!menelan(rekam, pemisah)) return rekam;
  } catch {
    // A quote that is open at the end of the file.
  }
  try {
    return pecah(teks, pemisah, false);
  } catch (cause) {
    throw new BerkasTakTerbaca('bukan_tabel', { cause });
  }
};

/**
 * The separator that parts the first rows into most cells: a usual one, or where none of these parts the widest row into
 * three cells any sign that stands in it.
 */
const cariPemisah = (teks: string): string => {
  const baris = teks
    .slice(0, 64 * 1024)
    .split(/\r\n|\n|\r/)
    .slice(0, 30);
  const lebar = (pemisah: string): number => Math.max(...baris.map((satu) => satu.split(pemisah).length));
  const palingLebar = (tanda: readonly string[]): string =>
    [...tanda].sort((a, b) => lebar(b) - lebar(a))[0] ?? ';';
  const lazim = palingLebar(LAZIM);
  if (lebar(lazim) >= 3) return lazim;
  const lain = [...new Set(baris.join(''))].filter((tanda) => !BUKAN_PEMISAH.test(tanda));
  return palingLebar([lazim, ...lain]);
};

/** Reads a text file with any separator as one sheet; row numbers as a spreadsheet numbers them, for which a first line that only names the separator is none. */
export const bacaCsv = (bytes: Uint8Array): LembarMentah[] => {
  const teks = teksDari(bytes);
  if (teks.includes('\u0000')) throw new BerkasTakTerbaca('bukan_tabel');
  // Excel's own first line that names the separator.
  const sep = /^sep=(.)\r?\n/i.exec(teks);
  const isi = sep ? teks.slice(sep[0].length) : teks;
  const rekam = pecahAman(isi, sep?.[1] ?? cariPemisah(isi));
  if (rekam.length > BATAS.baris) throw new BerkasTakTerbaca('terlalu_banyak_baris');
  if (rekam.some(({ record }) => record.length > BATAS.kolom))
    throw new BerkasTakTerbaca('terlalu_banyak_kolom');
  // A spreadsheet counts rows, not lines: those inside cells are taken off again.
  let didalam = 0;
  const baris = rekam.map(({ record, info }) => {
    didalam += record.reduce((sum, sel) => sum + (sel.match(BARIS_BARU)?.length ?? 0), 0);
    return { nomor: info.lines - didalam, sel: record.map((sel) => sel.slice(0, BATAS.sel)) };
  });
  return [{ nama: 'CSV', baris }];
};
