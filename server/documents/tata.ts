import type { Content, ContentColumns, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import {
  type Bagian,
  type Blok,
  type Dokumen,
  type JenisDokumen,
  KOP_NAMA,
  type TandaTangan,
} from '../../shared/documents/index.ts';
import { formatNip } from '../../shared/domain/index.ts';
import { gambar, lipat, tabel } from './tata-isi.ts';

/** A4, or F4 as Indonesian offices know it (210 × 330 mm). */
export type Kertas = 'A4' | 'F4';

/** Where anybody can check the document: its code, which is its short fingerprint, and the address that the QR leads to. */
export type Periksa = { readonly kode: string; readonly alamat: string };

/** What the layout is told besides the document: photos are JPEG or PNG, as data URLs by hash. */
export type Pilihan = {
  readonly kertas: Kertas;
  readonly periksa: Periksa | null;
  readonly foto: Readonly<Record<string, string>>;
};

const MM = 72 / 25.4;
const UKURAN: Readonly<Record<Kertas, { width: number; height: number }>> = {
  A4: { width: 210 * MM, height: 297 * MM },
  F4: { width: 210 * MM, height: 330 * MM },
};
const TEPI = 42;
const QR = 68;
/** Documents that somebody has to approve: until then they say on every page what they are. */
const PERLU_DITETAPKAN: ReadonlySet<JenisDokumen> = new Set([
  'skp',
  'evaluasi',
  'penilaian',
  'konversi',
  'penetapan',
]);
const identitas = (blok: readonly Blok[]): Content => ({
  columns: blok.map(({ judul, baris: isi }) => ({
    stack: [
      { text: judul, bold: true, margin: [0, 0, 0, 2] },
      {
        table: {
          widths: [92, 6, '*'],
          body: isi.map(([label, nilai]) => [label, ':', lipat(nilai)]),
        },
        layout: {
          hLineWidth: () => 0,
          vLineWidth: () => 0,
          paddingLeft: () => 0,
          paddingRight: () => 2,
          paddingTop: () => 1,
          paddingBottom: () => 1,
        },
      },
    ],
  })),
  columnGap: 18,
  margin: [0, 8, 0, 8],
});

/** Side by side on the left and right; a third block would squeeze the others, so it goes below. */
const semuaIdentitas = (blok: readonly Blok[]): Content[] => {
  const made: Content[] = [];
  for (let i = 0; i < blok.length; i += 2) made.push(identitas(blok.slice(i, i + 2)));
  return made;
};

const RUANG_TANDA = 46;

/** The official on the right, the person on the left; one alone signs on the right. */
const tanda = (list: readonly TandaTangan[]): Content => {
  const kolom = list.map(({ peran, tempatTanggal, nama, nip }) => ({
    width: 210,
    stack: [
      { text: tempatTanggal || ' ' },
      { text: peran, margin: [0, 0, 0, RUANG_TANDA] },
      nama
        ? { text: nama, bold: true, decoration: 'underline' }
        : { text: '....................................' },
      { text: `NIP ${nip === '' ? '' : formatNip(nip)}` },
    ],
  }));
  const columns = [
    ...(kolom.length === 1 ? [] : kolom.slice(0, 1)),
    { width: '*', text: '' },
    ...kolom.slice(-1),
  ] as ContentColumns['columns'];
  return { columns, unbreakable: true, margin: [0, 14, 0, 6] } as Content;
};

const bagian = (satu: Bagian, dokumen: Dokumen, pilihan: Pilihan, lebar: number): Content => ({
  stack: [
    ...(satu.judul
      ? [{ text: satu.judul, bold: true, margin: [0, 4, 0, 3] as [number, number, number, number] }]
      : []),
    ...(satu.tabel ? [tabel(satu.tabel)] : []),
    ...(satu.daftar
      ? [
          satu.daftar.length === 0
            ? { text: '-', margin: [0, 0, 0, 6] as [number, number, number, number] }
            : { ol: satu.daftar.map(lipat), margin: [0, 0, 0, 6] as [number, number, number, number] },
        ]
      : []),
    ...(satu.foto ? [gambar(satu.foto, pilihan.foto, lebar)] : []),
    ...(satu.bertanda ? [tanda(dokumen.tanda)] : []),
  ],
  ...(satu.halamanBaru ? { pageBreak: 'before' as const } : {}),
});

const LOGO = 54;

/** Lines of the letterhead: offices, the name larger than they are, and small what comes after it. */
const garisKop = ({ kop: garis, kopNama = KOP_NAMA }: Dokumen): Content => ({
  stack: garis.map((teks, i) => ({
    text: lipat(teks),
    bold: i <= kopNama,
    fontSize: i === kopNama ? 13 : i < kopNama ? 11 : 8,
  })),
  alignment: 'center',
});

/** The logo on the left, and as much room on the right, so that the lines stand in the middle of the sheet. */
const berlogo = (dokumen: Dokumen, logo: string): Content => ({
  columns: [
    { width: LOGO, image: logo, fit: [LOGO, LOGO] },
    { width: '*', ...(garisKop(dokumen) as object) },
    { width: LOGO, text: '' },
  ] as ContentColumns['columns'],
  columnGap: 8,
});

const kop = (dokumen: Dokumen, { foto }: Pilihan, lebar: number): Content[] => {
  const logo = dokumen.logo && foto[dokumen.logo];
  return dokumen.kop.length === 0
    ? []
    : [
        logo ? berlogo(dokumen, logo) : garisKop(dokumen),
        {
          canvas: [
            { type: 'line', x1: 0, y1: 3, x2: lebar, y2: 3, lineWidth: 1.4 },
            { type: 'line', x1: 0, y1: 5.5, x2: lebar, y2: 5.5, lineWidth: 0.5 },
          ],
          margin: [0, 0, 0, 8],
        },
      ];
};

const periksa = (yang: Periksa): Content =>
  ({
    columns: [
      { width: QR + 8, qr: yang.alamat, fit: QR, version: undefined },
      {
        width: '*',
        stack: [
          { text: 'Periksa keaslian dokumen ini', bold: true },
          { text: yang.alamat, link: yang.alamat },
          { text: `Kode ${yang.kode}, sidik jari isi dokumen ini` },
        ],
        fontSize: 8,
        margin: [6, 8, 0, 0],
      },
    ],
    unbreakable: true,
    margin: [0, 10, 0, 0],
  }) as Content;

/** The document as a page description for pdfmake; adds nothing of its own but page numbers and where to check it. */
export const tata = (dokumen: Dokumen, pilihan: Pilihan): TDocumentDefinitions => {
  const { width, height } = UKURAN[pilihan.kertas];
  const rebah = dokumen.arah === 'rebah';
  const lebar = (rebah ? height : width) - 2 * TEPI;
  const rancangan = !dokumen.sah && PERLU_DITETAPKAN.has(dokumen.jenis);
  const kaki = pilihan.periksa ? `Kode ${pilihan.periksa.kode}` : dokumen.judul;
  return {
    pageSize: { width, height },
    pageOrientation: rebah ? 'landscape' : 'portrait',
    pageMargins: [TEPI, 40, TEPI, 46],
    info: {
      title: `${dokumen.judul} ${dokumen.keterangan.at(-1) ?? ''}`.trim(),
      creator: 'e-Kinerja Luring',
    },
    language: 'id-ID',
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.12 },
    ...(rancangan
      ? {
          watermark: {
            text: 'RANCANGAN',
            color: '#555',
            opacity: 0.09,
            bold: true,
            angle: rebah ? -25 : -50,
          },
        }
      : {}),
    footer: (halaman: number, semua: number): Content => ({
      columns: [{ text: kaki }, { text: `Halaman ${halaman} dari ${semua}`, alignment: 'right' }],
      fontSize: 7.5,
      color: '#444',
      margin: [TEPI, 14, TEPI, 0],
    }),
    content: [
      ...kop(dokumen, pilihan, lebar),
      { text: dokumen.judul, bold: true, fontSize: 12, alignment: 'center' },
      ...dokumen.keterangan.map((teks): Content => ({ text: teks, alignment: 'center' })),
      ...semuaIdentitas(dokumen.identitas),
      ...dokumen.bagian.map((satu) => bagian(satu, dokumen, pilihan, lebar)),
      tanda(dokumen.tanda),
      ...dokumen.catatan.map((teks): Content => ({ text: teks, italics: true, fontSize: 8 })),
      ...(pilihan.periksa ? [periksa(pilihan.periksa)] : []),
    ],
  };
};
