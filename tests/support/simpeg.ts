import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';

/** A file of the fixtures, as bytes. */
export const berkasUji = (nama: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/data/${nama}`, import.meta.url)));

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const NS =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** The parts of a smallest XLSX with one sheet of this XML. */
export const bagianXlsx = (lembar: string): Record<string, Uint8Array> => ({
  'xl/workbook.xml': strToU8(
    `${XML}<workbook ${NS}><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
  'xl/_rels/workbook.xml.rels': strToU8(
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x" Target="worksheets/sheet1.xml"/></Relationships>`,
  ),
  'xl/styles.xml': strToU8(
    `${XML}<styleSheet ${NS}><numFmts><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  ),
  'xl/worksheets/sheet1.xml': strToU8(`${XML}<worksheet ${NS}><sheetData>${lembar}</sheetData></worksheet>`),
});

/** An XLSX of these parts. */
export const xlsx = (bagian: Record<string, Uint8Array>): Uint8Array => zipSync(bagian, { level: 9 });

/** A row of text cells. */
export const barisXml = (nomor: number, sel: readonly string[]): string =>
  `<row r="${nomor}">${sel.map((teks) => `<c t="inlineStr"><is><t xml:space="preserve">${teks}</t></is></c>`).join('')}</row>`;

const KEPALA = [
  'NIP',
  'NIK',
  'Nama',
  'Tanggal Lahir',
  'JK',
  'Status',
  'Jabatan',
  'Unit Kerja',
  'NPSN',
  'NIP Atasan',
];

/** Rows of a school with one head and two teachers, without a fault. */
export const SEKOLAH_KECIL: readonly (readonly string[])[] = [
  KEPALA,
  [
    '197001011995011001',
    '9907010101700001',
    'Sutrisno',
    '01-01-1970',
    'L',
    'PNS',
    'Kepala Sekolah',
    'SD Negeri 1 Uji',
    '69000001',
    '',
  ],
  [
    '198703122011012004',
    '9907015203870001',
    'Sri Wahyuni',
    '12-03-1987',
    'P',
    'PNS',
    'Guru Kelas',
    'SD Negeri 1 Uji',
    '69000001',
    '197001011995011001',
  ],
  [
    '199001012022211001',
    '9907010101900001',
    'Budi Santoso',
    '01-01-1990',
    'L',
    'PPPK',
    'Guru PJOK',
    'SD Negeri 1 Uji',
    '69000001',
    '197001011995011001',
  ],
];

/** The same rows with one cell changed. */
export const dengan = (baris: number, kolom: string, nilai: string): string[][] =>
  SEKOLAH_KECIL.map((satu, i) => satu.map((sel, j) => (i === baris && KEPALA[j] === kolom ? nilai : sel)));
