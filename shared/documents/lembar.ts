import { selAman } from '../domain/bkn.ts';
import { type Dokumen, type Tabel, teksSel } from './dokumen.ts';

/** A cell of a sheet: text, or a whole number that can be added up. */
type Isi = string | number;

/** Whole numbers as numbers; a NIP and everything with a leading zero stays text. */
const nilai = (teks: string): Isi => (/^(0|[1-9]\d{0,8})$/.test(teks) ? Number(teks) : teks);

const barisTabel = ({ kolom, baris }: Tabel): Isi[][] => [
  kolom.map(({ judul }) => judul),
  ...baris.map((satu) =>
    'kelompok' in satu ? [satu.kelompok] : kolom.map((_, i) => nilai(teksSel(satu.sel[i]))),
  ),
];

/** Progres harian is pasted into BKN's form: nothing may stand above its columns. */
const kepala = ({ jenis, judul, keterangan, identitas }: Dokumen): Isi[][] =>
  jenis === 'progres'
    ? []
    : [
        [judul],
        ...keterangan.map((teks) => [teks]),
        ...identitas.flatMap((blok) => [[blok.judul], ...blok.baris.map(([label, isi]) => [label, isi])]),
        [],
      ];

/** The document as rows of a sheet: head, then every table and list. Photos are left out. */
const barisLembar = (dokumen: Dokumen): Isi[][] => [
  ...kepala(dokumen),
  ...dokumen.bagian.flatMap(({ judul, tabel, daftar }) => [
    ...(judul !== null && (tabel || daftar) ? [[judul]] : []),
    ...(tabel ? barisTabel(tabel) : []),
    ...(daftar ?? []).map((teks, i) => [i + 1, teks]),
  ]),
];

const selCsv = (isi: Isi): string => `"${selAman(String(isi)).replaceAll('"', '""')}"`;

/** The document as a CSV file for Indonesian Excel: BOM, semicolons, CRLF, every cell quoted, no formulas (trust.md T24). */
export const csvDokumen = (dokumen: Dokumen): string =>
  `\uFEFF${barisLembar(dokumen)
    .map((cells) => `${cells.map(selCsv).join(';')}\r\n`)
    .join('')}`;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const JENIS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Text for XML. Control characters cannot be in a record, and none may be in a file that Excel shall open. */
const lolos = (teks: string): string =>
  teks
    .replace(/[^\n\P{Cc}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Name of a column: A to Z, then AA; no document has more than a few. */
const hurufKolom = (i: number): string =>
  i < 26 ? String.fromCharCode(65 + i) : hurufKolom(Math.floor(i / 26) - 1) + hurufKolom(i % 26);

const selXlsx = (isi: Isi, alamat: string): string =>
  typeof isi === 'number'
    ? `<c r="${alamat}"><v>${isi}</v></c>`
    : `<c r="${alamat}" t="inlineStr" s="1"><is><t xml:space="preserve">${lolos(isi)}</t></is></c>`;

const lembarXlsx = (baris: readonly (readonly Isi[])[]): string => {
  const rows = baris.map((cells, r) => {
    const isi = cells.map((cell, c) => (cell === '' ? '' : selXlsx(cell, `${hurufKolom(c)}${r + 1}`)));
    return `<row r="${r + 1}">${isi.join('')}</row>`;
  });
  const lebar = Array.from(
    { length: 8 },
    (_, i) => `<col min="${i + 1}" max="${i + 1}" width="22" customWidth="1"/>`,
  );
  return `${XML}<worksheet xmlns="${MAIN}"><cols>${lebar.join('')}</cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
};

const GAYA = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>`;

/**
 * The document as the files of an XLSX (ECMA-376), to be zipped by the caller. Text cells are formatted as text, so that
 * a NIP keeps its 18 digits and nothing becomes a formula; counts are numbers.
 */
export const berkasXlsx = (dokumen: Dokumen): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${JENIS}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${JENIS}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${JENIS}.styles+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="${lolos(dokumen.judul.slice(0, 31))}" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': GAYA,
  'xl/worksheets/sheet1.xml': lembarXlsx(barisLembar(dokumen)),
});
