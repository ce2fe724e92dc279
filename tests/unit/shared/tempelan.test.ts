import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bacaBulat, bacaJam, bacaTanggal, bacaTempelan, csvBkn } from '../../../shared/domain/index.ts';
import { pecahTabel } from '../../../shared/domain/tabel-teks.ts';
import { Entri } from '../../../shared/records/index.ts';
import { anEntri, entriData, kegiatan, skpData } from './builders.ts';

const skp = skpData();
const NAMA = skp.rhk[0]!.rencanaAksi[0]!.nama;
const KEPALA =
  'Rencana Aksi\tTanggal\tJam Mulai\tJam Selesai\tKegiatan Harian\tRealisasi\tSatuan\tBukti Dukung';
const ROW = [
  NAMA,
  '23/11/2026',
  '7.30',
  '08:40',
  'Mengajar Matematika kelas 5A',
  '2',
  'JP',
  'https://a.example/1',
];
const SEL = anEntri({ rencanaAksi: 'GR-U-01', tautan: ['https://a.example/1'] });
const first = (teks: string) => bacaTempelan(teks, skp).baris[0];

describe('bacaTempelan', () => {
  it.each([
    ['tabs', ROW.join('\t')],
    ['tabs under a header', `${KEPALA}\n${ROW.join('\t')}`],
    ['semicolons', ROW.join(';')],
    ['commas', ROW.join(',')],
    ['quotes around every cell', ROW.map((cell) => `"${cell}"`).join(';')],
    ['a BOM and CRLF', `\uFEFF${KEPALA.replaceAll('\t', ';')}\r\n${ROW.join(';')}\r\n`],
    ['blank lines around', `\n\t\t\n${ROW.join('\t')}\n\n`],
    [
      'a header in capitals with notes',
      `RENCANA AKSI\tTanggal Kegiatan\tjam mulai\tJam  Selesai\tKegiatan Harian\tRealisasi (bilangan bulat)\tSatuan\tBukti Dukung (tautan)\n${ROW.join('\t')}`,
    ],
    [
      'the columns in another order and one unknown',
      `No\tSatuan\tRealisasi\tKegiatan Harian\tBukti Dukung\tJam Selesai\tJam Mulai\tTanggal\tRencana Aksi\n1\t${[6, 5, 4, 7, 3, 2, 1, 0].map((at) => ROW[at]).join('\t')}`,
    ],
    ['the code of the rencana aksi', ['GR-U-01', ...ROW.slice(1)].join('\t')],
    ['its name in other case', [NAMA.toUpperCase(), ...ROW.slice(1)].join('\t')],
  ])('reads %s', (_name, teks) => {
    expect(bacaTempelan(teks, skp).baris).toEqual([{ nomor: 1, entri: SEL, masalah: [] }]);
  });

  it('keeps line breaks, quotes and separators within quotes', () => {
    const uraian = 'Mengajar "pecahan"\ndi kelas 5A; lalu\trapat';
    const row = ROW.with(4, `"${uraian.replaceAll('"', '""')}"`).join('\t');
    expect(first(row)?.entri.uraian).toBe(uraian.replace('\t', ' '));
  });

  it('takes a quote that Excel left alone for a letter', () => {
    expect(first(ROW.with(4, '"Bumi" kelas 5A dibacakan').join('\t'))?.entri.uraian).toBe(
      '"Bumi" kelas 5A dibacakan',
    );
    expect(
      bacaTempelan([ROW.with(4, '"Bumi kelas 5A dibacakan').join('\t'), ROW.join('\t')].join('\n'), skp).baris
        .length,
    ).toBe(2);
  });

  it('an empty rencana aksi is one not chosen yet', () => {
    expect(first(ROW.with(0, '').join('\t'))).toMatchObject({
      entri: { rhk: null, rencanaAksi: null },
      masalah: [],
    });
  });

  it.each<[number, string, { bidang: string; kode: string }]>([
    [0, 'Berkebun', { bidang: 'rencanaAksi', kode: 'rhk_asing' }],
    [1, '31/02/2026', { bidang: 'tanggal', kode: 'tanggal_mustahil' }],
    [1, '11/23/2026', { bidang: 'tanggal', kode: 'tanggal_mustahil' }],
    [1, '', { bidang: 'tanggal', kode: 'tanggal_mustahil' }],
    [2, '25.00', { bidang: 'mulai', kode: 'jam_mustahil' }],
    [3, 'siang', { bidang: 'selesai', kode: 'jam_mustahil' }],
    [4, 'Rapat', { bidang: 'uraian', kode: 'teks_pendek' }],
    [4, '', { bidang: 'uraian', kode: 'teks_kosong' }],
    [4, 'a'.repeat(501), { bidang: 'uraian', kode: 'teks_panjang' }],
    [5, '1,5', { bidang: 'realisasi', kode: 'realisasi_bulat' }],
    [5, '0', { bidang: 'realisasi', kode: 'realisasi_bulat' }],
    [5, 'dua', { bidang: 'realisasi', kode: 'realisasi_bulat' }],
    [5, '10000', { bidang: 'realisasi', kode: 'realisasi_bulat' }],
    [6, '', { bidang: 'satuan', kode: 'teks_kosong' }],
    [6, 'm'.repeat(31), { bidang: 'satuan', kode: 'teks_panjang' }],
    [7, 'di lemari', { bidang: 'tautan', kode: 'tautan_salah' }],
    [7, 'javascript:alert(1)', { bidang: 'tautan', kode: 'tautan_salah' }],
    [7, Array(6).fill('https://a.example').join(' '), { bidang: 'tautan', kode: 'tautan_banyak' }],
  ])('column %i with %j is reported by row, field and code', (column, isi, expected) => {
    const { baris } = bacaTempelan(
      [ROW.join('\t'), ROW.with(column, isi).join('\t'), ROW.join('\t')].join('\n'),
      skp,
    );
    expect(baris.map(({ nomor, masalah }) => [nomor, masalah])).toEqual([
      [1, []],
      [2, [{ ...expected, isi }]],
      [3, []],
    ]);
    expect(Object.keys(baris[1]?.entri ?? {})).not.toContain(expected.bidang);
  });

  it('reports every fault of a row, and a row too short or too long', () => {
    expect(first(`${KEPALA}\nabc`)?.masalah.map(({ bidang }) => bidang)).toEqual([
      'rencanaAksi',
      'tanggal',
      'mulai',
      'selesai',
      'uraian',
      'realisasi',
      'satuan',
    ]);
    expect(first([...ROW, '', 'lebih'].join('\t'))?.masalah).toEqual([
      { bidang: 'baris', kode: 'isi_salah', isi: 'lebih' },
    ]);
  });

  it('cleans what is pasted along: tabs, NUL, direction marks', () => {
    expect(first(ROW.with(4, 'Mengajar\u0000 \u202EMatematika 5A').join('\t'))?.entri.uraian).toBe(
      'Mengajar Matematika 5A',
    );
  });

  it('several links in one cell are several links', () => {
    expect(
      first(ROW.with(7, '"https://a.example/1, https://a.example/2\nhttps://a.example/3?q=a,b"').join('\t'))
        ?.entri.tautan,
    ).toEqual(['https://a.example/1', 'https://a.example/2', 'https://a.example/3?q=a,b']);
    expect(first(ROW.with(7, '-').join('\t'))?.entri.tautan).toEqual([]);
  });

  it('takes a column of notes, names the columns that it does not take, and says so of a header alone', () => {
    const kepala = `No\t${KEPALA}\tCatatan\tKelas`;
    const { baris, asing, kepalaSaja } = bacaTempelan(`${kepala}\n1\t${ROW.join('\t')}\tRuang 3\t5A`, skp);
    expect([asing, kepalaSaja]).toEqual([['Kelas'], false]);
    expect(baris[0]).toEqual({ nomor: 1, entri: { ...SEL, catatan: 'Ruang 3' }, masalah: [] });
    expect(bacaTempelan(kepala, skp)).toEqual({ baris: [], asing: ['Kelas'], kepalaSaja: true });
    expect(bacaTempelan(ROW.join('\t'), skp)).toMatchObject({ asing: [], kepalaSaja: false });
  });

  it('nothing pasted is nothing read', () => {
    expect(['', '\n \n', KEPALA].map((teks) => bacaTempelan(teks, skp).baris)).toEqual([[], [], []]);
  });

  it('never throws and never drops a row, whatever is pasted', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', '1', ' ', '=', "'", '\u0000', '7', '.', '/', 'é'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 8, maxLength: 9 }), { maxLength: 6 }), (rows) => {
        const { baris } = bacaTempelan(
          rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join('\t')).join('\n'),
          skp,
        );
        expect(baris.length).toBe(rows.filter((row) => row.some((value) => value.trim() !== '')).length);
        for (const { entri, masalah } of baris)
          if (masalah.length === 0) expect(Entri.safeParse(entri).success).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (teks) =>
        bacaTempelan(teks, skp).baris.every(({ nomor }, at) => nomor === at + 1),
      ),
    );
  });

  it('reads 2,000 rows also where a quote is never closed', () => {
    expect(
      bacaTempelan(Array(2000).fill(ROW.with(4, '"Bumi kelas 5A dibacakan').join('\t')).join('\n'), skp).baris
        .length,
    ).toBe(2000);
  });
});

describe('cells', () => {
  it.each([
    ['23/11/2026', '2026-11-23'],
    ['23-11-2026', '2026-11-23'],
    ['23.11.2026', '2026-11-23'],
    ['3/1/2026', '2026-01-03'],
    ['23/11/26', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['2026/11/23', '2026-11-23'],
    ['2026-11-23 00:00:00', '2026-11-23'],
    ['23 November 2026', '2026-11-23'],
    ['Senin, 23 November 2026', '2026-11-23'],
    ["Jum'at, 14 Agustus 2026", '2026-08-14'],
    ['23-Nov-26', '2026-11-23'],
    ['1 Agt 2026', '2026-08-01'],
    ['5 Des. 2026', '2026-12-05'],
    ['17 Agu 2026', '2026-08-17'],
    ['2 Mei 2026', '2026-05-02'],
    ['28 Pebruari 2026', '2026-02-28'],
    ['46349', '2026-11-23'],
    ['29/02/2028', '2028-02-29'],
    ['29/02/2027', null],
    ['31 November 2026', null],
    ['23 Brumaire 2026', null],
    ['23/11', null],
    ['2014-12-31', null],
    ['1', null],
    ['', null],
  ])('date %j is %s', (sel, tanggal) => {
    expect(bacaTanggal(sel)).toBe(tanggal);
  });

  it.each([
    ['7.30', '07:30'],
    ['07:30', '07:30'],
    ['07.30', '07:30'],
    ['7:30:00', '07:30'],
    ['07.30.00', '07:30'],
    ['7.3', '07:30'],
    ['7', '07:00'],
    ['07.30 WIB', '07:30'],
    ['Pukul 13.05 WITA', '13:05'],
    ['1:15 PM', '13:15'],
    ['12:05 am', '00:05'],
    ['0.3125', '07:30'],
    ['0,3125', '07:30'],
    ['0.5', '12:00'],
    ['0.31250000000001', '07:30'],
    ['00.30', '00:30'],
    ['23:59', '23:59'],
    ['24:00', null],
    ['7:60', null],
    ['7:3', null],
    ['13:00 PM', null],
    ['730', null],
    ['0.9999999', null],
    ['07.30-08.40', null],
    ['', null],
  ])('time %j is %s', (sel, jam) => {
    expect(bacaJam(sel)).toBe(jam);
  });

  it('every minute of a day is read from Excel’s fraction of it', () => {
    for (let at = 1; at < 1440; at += 1)
      expect(bacaJam(String(Number((at / 1440).toPrecision(10))))).toBe(
        `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
      );
  });

  it.each([
    ['2', 2],
    [' 2 ', 2],
    ['2,00', 2],
    ['2.0', 2],
    ['1.000', 1000],
    ['1,5', null],
    ['-2', null],
    ['2 JP', null],
    ['1e3', null],
    ['', null],
  ])('whole number %j is %s', (sel, angka) => {
    expect(bacaBulat(sel)).toBe(angka);
  });

  it('a table comes apart as it was put together', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', '"', '\t', ';', '\n', ' ') });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('\t', ';', ','),
        (rows, pemisah) => {
          expect(
            pecahTabel(
              rows
                .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(pemisah))
                .join('\n'),
              pemisah,
            ),
          ).toEqual(rows);
        },
      ),
    );
  });
});

describe('the half year of a school', () => {
  it('comes back from BKN’s columns as it was, but for line breaks and what they do not carry', () => {
    const entriList = kegiatan.map(entriData);
    const { baris } = bacaTempelan(csvBkn(entriList, skp), skp);
    expect(baris.flatMap(({ masalah }) => masalah)).toEqual([]);
    const flat = (uraian: string): string => uraian.replace(/\s+/g, ' ').trim();
    expect(baris.map(({ entri }) => entri)).toEqual(
      entriList.map((entri) => ({
        ...entri,
        uraian: flat(entri.uraian),
        satuan: flat(entri.satuan),
        catatan: '',
        ...(entri.rencanaAksi === null ? { rhk: null } : {}),
      })),
    );
  });
});
