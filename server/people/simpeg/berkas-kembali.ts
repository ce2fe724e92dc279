import { strToU8, zipSync } from 'fflate';
import { type BarisDiperiksa, type HasilPeriksa, KOLOM, type Kolom } from '../../../shared/simpeg/index.ts';

const ESCAPE: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const NS =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HUBUNGAN = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** What a spreadsheet may take for a formula, full-width signs too (trust.md T24). */
const PEMICU = /^[\s\u200B-\u200F\uFEFF]*[=+\-@\t\r＝＋－＠]/u;
const TERLARANG = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]|\p{Cs}/gu;

/** Text that no spreadsheet computes, also after it was saved as CSV. */
export const tanpaRumus = (teks: string): string => (PEMICU.test(teks) ? `'${teks}` : teks);

/** Every cell is a string: a NIP keeps its eighteen digits, and nothing is ever a formula. */
const sel = (teks: string): string => {
  const aman = tanpaRumus(teks)
    .replace(TERLARANG, '')
    .replace(/[&<>"]/g, (sign) => ESCAPE[sign] ?? '');
  return aman === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${aman}</t></is></c>`;
};

const lembarDari = (baris: readonly (readonly string[])[]): string =>
  `${XML}<worksheet ${NS}><sheetData>${baris
    .map((satu, i) => `<row r="${i + 1}">${satu.map(sel).join('')}</row>`)
    .join('')}</sheetData></worksheet>`;

/** A smallest XLSX of one sheet of text. */
const xlsxTeks = (nama: string, baris: readonly (readonly string[])[]): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${HUBUNGAN}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${XML}<workbook ${NS}><sheets><sheet name="${nama}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${HUBUNGAN}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(lembarDari(baris)),
  });

const judulDari = ({ lembar }: HasilPeriksa): ReadonlyMap<Kolom, string> =>
  new Map(
    lembar
      .flatMap(({ judul }) => judul ?? [])
      .flatMap(({ kolom, judul }): [Kolom, string][] => (kolom === null ? [] : [[kolom, judul]]))
      .reverse(),
  );

/** The people's rows with a fault, as they stood, with what is wrong in them, to be sent back to whoever made the file. */
export const berkasKembali = (
  hasil: HasilPeriksa,
  kata: (salah: BarisDiperiksa['salah'][number], kolom: string) => string,
): Uint8Array => {
  const judul = judulDari(hasil);
  const kolom = KOLOM.filter((satu) => judul.has(satu) && satu !== 'nomor');
  const kepala = [
    'Lembar',
    'Baris',
    ...kolom.map((satu) => judul.get(satu) ?? satu),
    'Yang perlu diperbaiki',
  ];
  const isi = hasil.baris
    .filter(({ nilai, salah }) => nilai !== null && salah.length > 0)
    .map(({ lembar, nomor, nilai, salah }) => [
      lembar,
      String(nomor),
      ...kolom.map((satu) => salah.find((one) => one.kolom === satu)?.nilai ?? nilai?.[satu] ?? ''),
      salah
        .map((satu) => kata(satu, satu.kolom === null ? '' : (judul.get(satu.kolom) ?? satu.kolom)))
        .join('; '),
    ]);
  return xlsxTeks('Perlu diperbaiki', [kepala, ...isi]);
};
