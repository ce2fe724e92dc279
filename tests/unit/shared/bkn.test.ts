import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bacaTempelan, barisBkn, csvBkn, KOLOM_BKN, selAman } from '../../../shared/domain/index.ts';
import { pecahTabel } from '../../../shared/domain/tabel-teks.ts';
import { anEntri, skpData } from './builders.ts';

const skp = skpData();
const cellsOf = (csv: string): string[][] => pecahTabel(csv.slice(1).replaceAll('\r\n', '\n').trimEnd(), ';');
const TRIGGER = /^[\s"\p{Cf}]*[=+\-@|%＝＋－＠]/u;

describe('barisBkn', () => {
  it('is BKN’s eight columns', () => {
    const entri = anEntri({ rencanaAksi: 'GR-U-01', tautan: ['https://a.example/1', 'https://a.example/2'] });
    expect(barisBkn(entri, skp)).toEqual([
      skp.rhk[0]!.rencanaAksi[0]!.nama,
      '2026-11-23',
      '07:30',
      '08:40',
      'Mengajar Matematika kelas 5A',
      '2',
      'JP',
      'https://a.example/1 https://a.example/2',
    ]);
  });

  it.each([
    ['without an SKP the code stands for the name', anEntri(), null, 'GR-U-01.AJR'],
    ['without a rencana aksi the cell is empty', anEntri({ rencanaAksi: null }), skp, ''],
  ])('%s', (_name, entri, plan, expected) => {
    expect(barisBkn(entri, plan)[0]).toBe(expected);
  });

  it('line breaks become a space', () => {
    expect(barisBkn(anEntri({ uraian: '  Mengajar\n\nMatematika\u2028kelas  5A \n' }), skp)[4]).toBe(
      'Mengajar Matematika kelas 5A',
    );
  });
});

describe('csvBkn', () => {
  it('is a file for Indonesian Excel: BOM, semicolons, CRLF, the header word for word', () => {
    expect(csvBkn([], skp)).toBe(
      '\uFEFF"Rencana Aksi";"Tanggal";"Jam Mulai";"Jam Selesai";"Kegiatan Harian";"Realisasi";"Satuan";"Bukti Dukung"\r\n',
    );
    expect(KOLOM_BKN.join(';')).toBe(
      'Rencana Aksi;Tanggal;Jam Mulai;Jam Selesai;Kegiatan Harian;Realisasi;Satuan;Bukti Dukung',
    );
  });

  const payloads = [
    ...[
      '=1+1',
      '+1+1',
      '-1+1',
      '@SUM(1)',
      "=cmd|' /C calc'!A0",
      '=HYPERLINK("http://a.example";"klik")',
      '＝1+1',
      '＋1',
      '－1+1',
      '＠SUM(1)',
    ],
    ...[
      '  =1+1',
      '"=1+1"',
      "'=1+1",
      "''=1+1",
      '\u200B=1+1',
      '\u00A0=1+1',
      '|cmd',
      '%0A=1',
      '\n=1+1',
      "-2+3+cmd|' /C calc'!A0",
    ],
    ...[
      '@',
      '=',
      '- rapat dengan komite',
      '+62 810 ditelepon',
      '=IMPORTXML("http://a")',
      '=DDE("cmd";"/C calc";"x")',
      '\u2060@A1',
      ' \u3000=A1',
      '"\n=A1',
      '=A1;=A2',
    ],
    ...[
      '=A1"";=A2',
      '＝HYPERLINK("a")',
      '"@A1',
      '" +A1',
      "'+A1",
      "' =A1",
      '=\u0410',
      '@\u0661',
      '%PATH%',
      '-@A1',
    ],
  ];

  it.each(payloads)('T24: %j starts no formula, and is read back as it was', (payload) => {
    const uraian = `${payload} kegiatan kelas`;
    const csv = csvBkn(
      [
        anEntri({
          uraian,
          satuan: `=${payload}`.replace(/\n/g, ' ').slice(0, 30),
          rencanaAksi: null,
          rhk: null,
        }),
      ],
      skp,
    );
    expect(
      cellsOf(csv)
        .flat()
        .filter((cell) => TRIGGER.test(cell)),
    ).toEqual([]);
    expect(bacaTempelan(csv, skp).baris[0]?.entri.uraian).toBe(uraian.replace(/\s+/g, ' ').trim());
  });

  it('T24: no text starts a formula', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '=',
            '+',
            '-',
            '@',
            ' ',
            '"',
            "'",
            'a',
            '1',
            '\u200B',
            '＝',
            ';',
            '\t',
            '\r',
            '\n',
          ),
        }),
        (uraian) => {
          const cell = selAman(uraian);
          expect(TRIGGER.test(cell) && !/^[+-]?\d+$/.test(cell)).toBe(false);
        },
      ),
    );
  });

  it('numbers with a sign stay numbers', () => {
    expect(['-5', '+5', '-1,5', '-5 kali'].map(selAman)).toEqual(['-5', '+5', '-1,5', "'-5 kali"]);
  });

  it('quotes and semicolons stay within their cell', () => {
    const row = cellsOf(csvBkn([anEntri({ uraian: 'Rapat "KKG"; lanjut; "selesai"' })], skp))[1];
    expect([row?.length, row?.[4]]).toEqual([8, 'Rapat "KKG"; lanjut; "selesai"']);
  });
});
