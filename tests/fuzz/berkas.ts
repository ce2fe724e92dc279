import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { nomorPengganti } from '../../server/people/index.ts';
import { bacaBerkas } from '../../server/people/simpeg/baca.ts';
import { BerkasTakTerbaca } from '../../server/people/simpeg/batas.ts';
import { periksaSimpeg, rencanakan } from '../../shared/simpeg/index.ts';
import { bagianXlsx, SEKOLAH_KECIL, xlsx } from '../support/simpeg.ts';
import type { Dunia } from './ground.ts';
import { changeText, type Dice, mutateBytes, mutateJson, TEXTS } from './mutate.ts';

/* Files as they come in, wrong within and right around it: a change of any byte is found by the first check, and tries no other. */

type Tabel = string[][];

const aTable = (dice: Dice): Tabel => {
  const table = SEKOLAH_KECIL.map((row) => [...row]);
  for (let left = 1 + dice.below(6); left > 0; left -= 1) {
    const row = table[dice.below(table.length)] ?? [];
    const at = dice.below(row.length + 1);
    switch (dice.below(8)) {
      case 0:
        row[at] = dice.oneOf(TEXTS);
        break;
      case 1:
        row[at] = changeText(dice, row[at] ?? '');
        break;
      case 2:
        row.splice(at, 1);
        break;
      case 3:
        row.splice(at, 0, ...Array.from({ length: dice.oneOf([1, 99, 101]) }, () => row[at] ?? ''));
        break;
      case 4:
        table.splice(dice.below(table.length), 0, [...row]);
        break;
      case 5:
        // Another row's cell: a NIP that is somebody else's, a superior who is the subordinate.
        row[at] = dice.oneOf(table)[at] ?? dice.oneOf(['1.98E+17', "'198703122011012004", '31/02/1999']);
        break;
      case 6:
        table.splice(dice.below(table.length), 1);
        break;
      default:
        row[at] = String(dice.below(99_999));
    }
  }
  return table;
};

const aCsv = (dice: Dice): Uint8Array => {
  const cell = (text: string): string =>
    dice.onceIn(8)
      ? `"${dice.onceIn(3) ? text : text.replaceAll('"', '""')}${dice.onceIn(6) ? '' : '"'}`
      : text;
  const separator = dice.oneOf([';', ',', '\t', '|', '§', ' ']);
  const end = dice.oneOf(['\r\n', '\n', '\r']);
  const text = aTable(dice)
    .map((row) => row.map(cell).join(separator))
    .join(end);
  const marked = dice.onceIn(4) ? `\ufeff${text}` : dice.onceIn(8) ? `sep=${separator}\r\n${text}` : text;
  return new Uint8Array(
    Buffer.from(marked, dice.oneOf(['utf8', 'utf8', 'utf8', 'utf16le', 'latin1'] as const)),
  );
};

const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\x20-\ufffd]/g, '')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const aCell = (dice: Dice, text: string): string => {
  const place = dice.onceIn(12) ? ` r="${dice.oneOf(['A0', 'XFE1', 'A99999999', 'ZZZZ9', '-1', ''])}"` : '';
  const style = dice.onceIn(12) ? ` s="${dice.oneOf(['1', '99', '-1', 'x'])}"` : '';
  if (dice.onceIn(8))
    return `<c${place}${style} t="${dice.oneOf(['s', 'n', 'b', 'e', 'd', 'str', '?'])}"><v>${dice.oneOf(['0', '-1', '1e400', '45000.5', '99999', 'NaN', xmlText(text)])}</v></c>`;
  if (dice.onceIn(20)) return `<c><f>${xmlText(dice.oneOf(TEXTS))}</f><v>1</v></c>`;
  return `<c${place}${style} t="inlineStr"><is><t>${xmlText(text)}</t></is></c>`;
};

const RAW = [
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<c>',
  '</row>',
  '<![CDATA[x]]>',
  '&nope;',
  '<row r="0"/>',
  '\u0000',
];

const anXlsx = (dice: Dice): Uint8Array => {
  const rows = aTable(dice).map(
    (row, i) =>
      `<row r="${dice.onceIn(20) ? dice.oneOf([0, -1, 99_999_999]) : i + 1}">${row.map((text) => aCell(dice, text)).join('')}</row>`,
  );
  if (dice.onceIn(4)) rows.splice(dice.below(rows.length), 0, dice.oneOf(RAW));
  const parts = bagianXlsx(rows.join(''));
  const names = Object.keys(parts);
  if (dice.onceIn(6)) delete parts[dice.oneOf(names)];
  if (dice.onceIn(6)) {
    const name = dice.oneOf(names);
    parts[name] = strToU8(changeText(dice, strFromU8(parts[name] ?? new Uint8Array())).toWellFormed());
  }
  if (dice.onceIn(8))
    parts[dice.oneOf(['../x', '/etc/passwd', 'xl/vbaProject.bin', 'a'.repeat(400)])] = strToU8('x');
  return xlsx(parts);
};

/** A file of personnel data as it should be. */
export const PEGAWAI: Uint8Array = strToU8(SEKOLAH_KECIL.map((row) => row.join(';')).join('\r\n'));

/** A file of personnel data, CSV or XLSX. */
export const pegawaiRusak = (dice: Dice): Uint8Array => {
  const bytes = dice.onceIn(2) ? aCsv(dice) : anXlsx(dice);
  return dice.onceIn(4) ? mutateBytes(dice, bytes) : bytes;
};

const nomor = nomorPengganti(new Uint8Array(32).fill(3));

/** The file through everything that is pure of an import; why it cannot be read, or nothing. */
export const bacaPegawai = async (dice: Dice): Promise<string> => {
  try {
    const hasil = periksaSimpeg(await bacaBerkas(pegawaiRusak(dice)), { hariIni: '2026-11-26' });
    rencanakan(hasil, { lama: new Map(), nomor });
    return '';
  } catch (cause) {
    if (cause instanceof BerkasTakTerbaca) return cause.sebab;
    throw cause;
  }
};

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let i = 0; i < 8; i += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
/** Checksum of a chunk of PNG. */
export const crc32 = (bytes: Uint8Array): number => {
  let c = 0xffffffff;
  for (const byte of bytes) c = (CRC[(c ^ byte) & 0xff] as number) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};
/** Four bytes, the greatest first. */
export const u32 = (value: number): Buffer => {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(value >>> 0);
  return four;
};

/** A logo as it should be. */
export const PNG = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#0b5a8c80' } })
  .png()
  .toBuffer();

/** A PNG whose chunks are changed, doubled, put in and measured anew, each with the checksum that it should have. */
const aPng = (dice: Dice): Uint8Array => {
  const chunks: { kind: string; data: Uint8Array }[] = [];
  for (let at = 8; at + 8 <= PNG.length; ) {
    const size = PNG.readUInt32BE(at);
    chunks.push({ kind: PNG.toString('latin1', at + 4, at + 8), data: PNG.subarray(at + 8, at + 8 + size) });
    at += size + 12;
  }
  for (let left = 1 + dice.below(3); left > 0; left -= 1) {
    const at = dice.below(chunks.length);
    const chunk = chunks[at] as (typeof chunks)[number];
    const side = (): Buffer => u32(dice.oneOf([0, 1, 4, 5000, 65_535, 2 ** 31 - 1, 2 ** 32 - 1]));
    const head = chunks.find(({ kind }) => kind === 'IHDR');
    switch (dice.below(5)) {
      case 0:
        chunk.data = mutateBytes(dice, chunk.data);
        break;
      case 1:
        if (head) head.data = Buffer.concat([side(), side(), head.data.subarray(8)]);
        break;
      case 2:
        chunks.splice(at, 0, chunk);
        break;
      case 3:
        chunks.splice(at, 1);
        if (chunks.length === 0) return PNG;
        break;
      default:
        chunks.splice(at, 0, {
          kind: dice.oneOf(['tEXt', 'iCCP', 'acTL', 'eXIf', 'abcd']),
          data: dice.bytes(20),
        });
    }
  }
  const parts = chunks.map(({ kind, data }) => {
    const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    return Buffer.concat([u32(data.length), named, u32(crc32(named))]);
  });
  return Buffer.concat([PNG.subarray(0, 8), ...parts]);
};

const OTHER: readonly Uint8Array[] = [
  ...[
    '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
    'GIF89a\u0001\u0000\u0001\u0000',
    '%PDF-1.7',
  ].map((text) => strToU8(text)),
  Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64'),
];

/** A logo. */
export const logoRusak = (dice: Dice): Uint8Array => {
  if (dice.onceIn(8)) return PNG;
  const bytes = dice.onceIn(4) ? dice.oneOf(OTHER) : aPng(dice);
  return dice.onceIn(4) ? mutateBytes(dice, bytes) : bytes;
};

/** A photo: a segment too many, one that lies about its length, other measures, or bytes turned anywhere. */
export const fotoRusak = (dice: Dice, photos: readonly Uint8Array[]): Uint8Array => {
  const photo = Buffer.from(dice.oneOf(photos));
  if (dice.onceIn(3)) return mutateBytes(dice, photo);
  const data = dice.onceIn(2)
    ? Buffer.from(dice.oneOf(['Exif\0\0', 'JFIF\0', 'ICC_PROFILE\0', 'Adobe', '']))
    : dice.bytes(40);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(dice.onceIn(4) ? dice.below(65_536) : data.length + 2);
  const marker = dice.oneOf([0xe0, 0xe1, 0xe2, 0xed, 0xee, 0xfe, 0xc0, 0xc4, 0xdb, 0xda, dice.below(256)]);
  const at = dice.onceIn(2) ? 2 : dice.below(photo.length);
  const whole = [photo.subarray(0, at), Buffer.from([0xff, marker]), length, data, photo.subarray(at)];
  return dice.onceIn(8) ? Buffer.concat([photo, photo]) : Buffer.concat(whole);
};

/** A file of one's own data: its JSON bent, its parts renamed, gone, doubled; why it is not read, or nothing. */
export const bacaMilik = (dice: Dice, { milik }: Dunia): Promise<string> => {
  const parts = unzipSync(milik.berkas);
  const names = Object.keys(parts);
  if (!dice.onceIn(4))
    parts['data.json'] = strToU8(
      (
        JSON.stringify(mutateJson(dice, JSON.parse(strFromU8(parts['data.json'] as Uint8Array)))) ?? ''
      ).toWellFormed(),
    );
  if (dice.onceIn(4)) delete parts[dice.oneOf(names)];
  if (dice.onceIn(4))
    parts[dice.oneOf(['../x', 'foto/x.jpg', 'a'.repeat(300), 'DATA.JSON'])] = new Uint8Array(dice.bytes(30));
  const file = zipSync(parts, { level: dice.oneOf([0, 6] as const) });
  return milik.baca(dice.onceIn(3) ? mutateBytes(dice, file) : file);
};
