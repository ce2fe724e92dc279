import { parse } from 'csv-parse/sync';
import type { LembarMentah } from '../../../shared/simpeg/index.ts';
import { BATAS, BerkasTakTerbaca } from './batas.ts';

const BOM_UTF8 = [0xef, 0xbb, 0xbf];
const PEMISAH = [';', ',', '\t', '|'] as const;

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

const pecah = (teks: string, pemisah: string, most?: number): Rekam[] =>
  parse(teks, {
    delimiter: pemisah,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: BATAS.sel * BATAS.kolom,
    ...(most === undefined ? {} : { to: most }),
  }) as unknown as Rekam[];

/** The separator that parts the first rows into most cells. */
const cariPemisah = (teks: string): string => {
  const kepala = teks.slice(0, 64 * 1024);
  const lebar = (pemisah: string): number => {
    const baris = kepala.split(/\r\n|\n|\r/).slice(0, 30);
    return Math.max(...baris.map((satu) => satu.split(pemisah).length));
  };
  return [...PEMISAH].sort((a, b) => lebar(b) - lebar(a))[0] ?? ';';
};

/** Reads a text file with any separator as one sheet; row numbers are its lines, as a spreadsheet numbers them. */
export const bacaCsv = (bytes: Uint8Array): LembarMentah[] => {
  const teks = teksDari(bytes);
  if (teks.includes('\u0000')) throw new BerkasTakTerbaca('bukan_tabel');
  // Excel's own first line that names the separator.
  const sep = /^sep=(.)\r?\n/i.exec(teks);
  const isi = sep ? teks.slice(sep[0].length) : teks;
  const rekam = (() => {
    try {
      return pecah(isi, sep?.[1] ?? cariPemisah(isi));
    } catch (cause) {
      throw new BerkasTakTerbaca('bukan_tabel', { cause });
    }
  })();
  if (rekam.length > BATAS.baris) throw new BerkasTakTerbaca('terlalu_banyak_baris');
  if (rekam.some(({ record }) => record.length > BATAS.kolom))
    throw new BerkasTakTerbaca('terlalu_banyak_kolom');
  return [
    {
      nama: 'CSV',
      baris: rekam.map(({ record, info }) => ({
        nomor: info.lines + (sep ? 1 : 0),
        sel: record.map((sel) => sel.slice(0, BATAS.sel)),
      })),
    },
  ];
};
