import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barisUji } from '../../../../server/operations/simpeg/uji.ts';
import { nomorPengganti, periksaTerpisah } from '../../../../server/people/index.ts';
import { bacaBerkas } from '../../../../server/people/simpeg/baca.ts';
import { BATAS } from '../../../../server/people/simpeg/batas.ts';
import { periksaSimpeg, rencanakan, teksSel } from '../../../../shared/simpeg/index.ts';
import { kabupatenBesar } from '../../../bench/simpeg-berkas.ts';
import { bagianXlsx, barisXml, berkasUji, dengan, SEKOLAH_KECIL, xlsx } from '../../../support/simpeg.ts';

type Kesalahan = {
  lembar: string;
  baris: number;
  kolom: string | null;
  kelas: string;
  nilaiDiBerkas: string;
  nilaiBenar: string | null;
  nilaiAsli: string | null;
  bolehMasuk: boolean;
};
type Orang = { nip: string; npsn: string; masuk: boolean; posisi: string[] };

const baca = <T>(nama: string): T => JSON.parse(new TextDecoder().decode(berkasUji(nama))) as T;
const HARI = '2026-11-26';
const nomor = nomorPengganti(new Uint8Array(32).fill(3));
const uji = async (bytes: Uint8Array) => {
  const hasil = periksaSimpeg(await bacaBerkas(bytes), { hariIni: HARI });
  return barisUji(hasil, rencanakan(hasil, { lama: new Map(), nomor }));
};
const csv = (baris: readonly (readonly string[])[], pemisah = ';', akhir = '\r\n'): string =>
  baris.map((satu) => satu.join(pemisah)).join(akhir);
const utf8 = (teks: string): Uint8Array => new TextEncoder().encode(teks);

describe('the workbook of a district', () => {
  test('every seeded fault is found and named, and nothing else', async () => {
    const ada = (await uji(berkasUji('simpeg-kabupaten.xlsx'))).flatMap(({ sheet, row, faults }) =>
      faults.map((satu) => `${sheet}:${row} ${satu.column ?? '-'} ${satu.class} ${satu.value}`),
    );
    const dicari = baca<Kesalahan[]>('simpeg-kesalahan.json').map(
      ({ lembar, baris, kolom, kelas, nilaiDiBerkas }) =>
        // The truth abridges merged headers and column numbers.
        `${lembar}:${baris} ${kolom ?? '-'} ${kelas} ${kolom ? nilaiDiBerkas : ''}`,
    );
    const tanpaNilai = ada.map((satu) => satu.replace(/^(\S+ - \S+ ).*/, '$1'));
    expect(tanpaNilai.sort()).toEqual(dicari.sort());
  });

  test('what is proposed is the true value or nothing, and hardly ever nothing where the file supplies it', async () => {
    const usul = new Map(
      (await uji(berkasUji('simpeg-kabupaten.xlsx'))).flatMap(({ sheet, row, faults }) =>
        faults.map((satu) => [`${sheet}:${row}:${satu.column}`, satu.proposed] as const),
      ),
    );
    const semua = baca<Kesalahan[]>('simpeg-kesalahan.json').map((satu) => ({
      ...satu,
      usul: usul.get(`${satu.lembar}:${satu.baris}:${satu.kolom}`) ?? null,
    }));
    expect(
      semua.filter((satu) => satu.usul !== null && satu.usul !== (satu.nilaiBenar ?? satu.nilaiAsli)),
    ).toEqual([]);
    // The pengawas of two heads in a ring: only the order of the rows tells, and that is no rule.
    const tanpa = semua.filter((satu) => satu.usul === null && satu.nilaiBenar !== null);
    expect(tanpa.map(({ kelas }) => kelas)).toEqual(['atasan-siklus', 'atasan-siklus']);
  });

  test('whoever may sign in can, nobody else, and each lands in her school', async () => {
    const baris = new Map(
      (await uji(berkasUji('simpeg-kabupaten.xlsx'))).map((satu) => [`${satu.sheet}:${satu.row}`, satu]),
    );
    const hasil = periksaSimpeg(await bacaBerkas(berkasUji('simpeg-kabupaten.xlsx')), { hariIni: HARI });
    const sekolah = new Map(hasil.baris.map((satu) => [`${satu.lembar}:${satu.nomor}`, satu.npsn]));
    const orang = baca<Orang[]>('simpeg-kebenaran.json');
    const salah = orang.flatMap(({ posisi, masuk, nip, npsn }) =>
      posisi.filter((di) => {
        const satu = baris.get(di);
        const pantas = satu?.person === null || satu?.person === nip;
        return satu?.signIn !== masuk || !pantas || sekolah.get(di) !== npsn;
      }),
    );
    expect(salah).toEqual([]);
    expect(
      orang
        .filter(({ posisi }) => posisi.length > 1)
        .map(({ posisi }) => posisi.filter((di) => baris.get(di)?.action === 'new').length),
    ).toEqual([1, 1, 1, 1, 1]);
  });

  test('a worker says the same, and the file of one school after it changes nothing', async () => {
    const tugas = { hariIni: HARI, pemetaan: {}, nip: [], sekolah: [] };
    const satu = await periksaTerpisah({ ...tugas, bytes: berkasUji('simpeg-kabupaten.xlsx') });
    if (!satu.ok) throw new Error(satu.sebab);
    expect(satu.hasil).toEqual(
      periksaSimpeg(await bacaBerkas(berkasUji('simpeg-kabupaten.xlsx')), { hariIni: HARI }),
    );
    const pertama = rencanakan(satu.hasil, { lama: new Map(), nomor });
    const lama = new Map(
      pertama.baris.flatMap(({ nip, isi, baris }) =>
        isi ? [[nip, { npsn: baris.npsn, isi, nipPenilai: null }] as const] : [],
      ),
    );
    const kedua = periksaSimpeg(await bacaBerkas(berkasUji('simpeg-sekolah.csv')), { hariIni: HARI });
    const rencana = rencanakan(kedua, { lama, nomor });
    expect(rencana.baris.map(({ tindakan }) => tindakan)).toEqual(
      Array.from({ length: 15 }, () => 'unchanged'),
    );
    expect(rencana.hilang).toEqual([]);
  });
});

/** What offices get wrong, by column: the class that it is named, and the cell that they leave. */
const SALAH_KANTOR: readonly (readonly [kelas: string, kolom: number, sel: (cell: string) => string])[] = [
  ['nip-angka', 0, (nip) => `${nip.slice(0, 1)},${nip.slice(1, 3)}E+17`],
  ['nip-berspasi', 0, (nip) => `${nip.slice(0, 8)} ${nip.slice(8)}`],
  ['nip-17-digit', 0, (nip) => nip.slice(0, 17)],
  ['apostrof-depan', 0, (nip) => `'${nip}`],
  ['nip-kosong', 0, () => '-'],
  ['nip-salah', 0, () => '12345'],
  ['tanggal-mustahil', 3, (tanggal) => `31-02-${tanggal.slice(-4)}`],
  ['tanggal-tak-terbaca', 3, () => 'kemarin'],
  ['jk-tak-dikenal', 4, () => '?'],
  ['sel-rumus', 9, () => '#N/A'],
  ['npsn-kosong', 10, () => ''],
  ['atasan-kosong', 11, () => ''],
  ['spasi-tak-tampak', 2, (nama) => nama.replace(' ', '\u00A0')],
];

test('10,000 people, a fault of each of thirteen kinds in turn in every fifth row: each is named, nothing else is, and nobody is left outside', async () => {
  const [judul = '', ...baris] = kabupatenBesar(10_000).trimEnd().split('\r\n');
  const dicari = new Map<number, string>();
  const rusak = baris.map((satu, i) => {
    // A head whose number is lost is a fault in the rows of all her teachers, which is another test.
    if (i % 5 !== 3) return satu;
    const sel = satu.split(';');
    const [kelas, kolom, ubah] = SALAH_KANTOR[
      dicari.size % SALAH_KANTOR.length
    ] as (typeof SALAH_KANTOR)[number];
    dicari.set(i + 2, kelas);
    sel[kolom] = ubah(sel[kolom] ?? '');
    return sel.join(';');
  });
  const hasil = await uji(utf8([judul, ...rusak].join('\r\n')));
  expect(hasil).toHaveLength(10_000);
  expect(hasil.filter(({ signIn, action }) => !signIn || action !== 'new')).toEqual([]);
  const ada = hasil.flatMap(({ row, faults }) => faults.map((satu) => `${row} ${satu.class}`));
  expect(ada).toEqual([...dicari].map(([row, kelas]) => `${row} ${kelas}`));
});

describe('files as offices save them', () => {
  const bersih = async (bytes: Uint8Array) => {
    const hasil = await uji(bytes);
    expect(hasil.map(({ faults }) => faults)).toEqual([[], [], []]);
    expect(hasil.map(({ person }) => person)).toEqual(SEKOLAH_KECIL.slice(1).map(([nip]) => nip));
    return hasil;
  };

  test.each([
    ['semicolons', ';'],
    ['commas', ','],
    ['tabs', '\t'],
    ['bars', '|'],
    ['carets', '^'],
    ['colons', ':'],
    ['tildes', '~'],
    ['hashes', '#'],
    ['section signs', '§'],
  ])('CSV with %s is read', async (_, pemisah) => {
    await bersih(utf8(csv(SEKOLAH_KECIL, pemisah)));
    await bersih(utf8(csv(SEKOLAH_KECIL, pemisah, '\n')));
  });

  test('UTF-8 with and without BOM, UTF-16 and Windows-1252 are told apart', async () => {
    const tabel = dengan(2, 'Nama', 'Renée Soſaño'.replace('ſ', 's'));
    const teks = csv(tabel);
    const nama = async (bytes: Uint8Array) => teksSel((await bacaBerkas(bytes))[0]?.baris[2]?.sel[2]);
    expect(await nama(utf8(teks))).toBe('Renée Sosaño');
    expect(await nama(utf8(`\uFEFF${teks}`))).toBe('Renée Sosaño');
    expect(await nama(new Uint8Array(Buffer.from(teks, 'latin1')))).toBe('Renée Sosaño');
    expect(await nama(new Uint8Array(Buffer.from(`\uFEFF${teks}`, 'utf16le')))).toBe('Renée Sosaño');
  });

  test('a line that names the separator, title lines, quotes with line breaks and other headers are read', async () => {
    const tabel = SEKOLAH_KECIL.map((satu, i) =>
      i === 0
        ? [
            'NIP BARU',
            'No. KTP',
            'NAMA LENGKAP',
            'Tgl. Lahir',
            'L/P',
            'Status Kepegawaian',
            'Nama Jabatan',
            'Unor',
            'NPSN',
            'Atasan Langsung',
          ]
        : satu,
    );
    const hasil = await uji(utf8(`sep=;\r\nDAFTAR PEGAWAI;;;;;;;;;\r\n${csv(tabel)}`));
    expect(hasil.map(({ row, faults }) => [row, ...faults.map((satu) => satu.class)])).toEqual([
      [1, 'baris-judul'],
      [3],
      [4],
      [5],
    ]);
  });

  test('XLSX: text, dates as dates, several rows of empty cells', async () => {
    const tanggal = (satu: readonly string[], i: number): string =>
      barisXml(i + 1, satu).replace(
        /<c t="inlineStr"><is><t xml:space="preserve">01-01-1970<\/t><\/is><\/c>/,
        '<c s="1"><v>25569</v></c>',
      );
    await bersih(xlsx(bagianXlsx(SEKOLAH_KECIL.map(tanggal).join(''))));
  });

  test.each([
    ['2,00E+17', 'nip-angka'],
    ['198703122011012000', 'nip-angka'],
    ['1987 0312 201101 2 004', 'nip-berspasi'],
    ['19870312201101204', 'nip-17-digit'],
    ["'198703122011012004", 'apostrof-depan'],
    ['12345', 'nip-salah'],
    ['-', 'nip-kosong'],
  ])('a NIP of %s is named %s, and she may sign in', async (nip, kelas) => {
    const hasil = await uji(
      utf8(
        csv(dengan(2, 'NIP', nip), ',')
          .replaceAll('2,00E', '"2,00E')
          .replaceAll('E+17', 'E+17"'),
      ),
    );
    expect(hasil[1]).toMatchObject({ action: 'new', signIn: true });
    expect(hasil[1]?.faults.map((satu) => satu.class)).toEqual([kelas]);
  });

  test('a NIP of somebody else waits, and never opens her account', async () => {
    const [milik, lain] = [SEKOLAH_KECIL[2] ?? [], SEKOLAH_KECIL[3] ?? []];
    const hasil = await uji(utf8(csv([...SEKOLAH_KECIL.slice(0, 3), [milik[0] ?? '', ...lain.slice(1)]])));
    expect(hasil[1]).toMatchObject({ person: milik[0], action: 'new', signIn: true, faults: [] });
    expect(hasil[2]).toMatchObject({ person: null, action: 'refused', signIn: false });
    expect(hasil[2]?.faults.map((satu) => satu.class)).toEqual(['nip-ganda']);
  });
});

test('rows are counted as a spreadsheet counts them, and a quote that is never closed swallows nobody', async () => {
  const panjang = dengan(1, 'Jabatan', '"Kepala\nSekolah"');
  expect((await uji(utf8(csv(panjang)))).map(({ row }) => row)).toEqual([2, 3, 4]);
  for (const nama of ['"Sri Wahyuni', 'Sri "Yuni" Wahyuni', '"Sri" Wahyuni']) {
    const hasil = await uji(utf8(csv(dengan(2, 'Nama', nama))));
    expect(hasil.map(({ person }) => person)).toEqual(SEKOLAH_KECIL.slice(1).map(([nip]) => nip));
  }
  const dua = dengan(2, 'Nama', '"Sri Wahyuni').map((satu, i) =>
    i === 3 ? satu.map((sel) => (sel === 'Budi Santoso' ? '"Budi Santoso' : sel)) : satu,
  );
  expect((await uji(utf8(csv(dua)))).map(({ row }) => row)).toEqual([2, 3, 4]);
});

describe('files that mean harm', () => {
  const sebab = async (bytes: Uint8Array): Promise<unknown> =>
    bacaBerkas(bytes).then(
      () => 'dibaca',
      (fault: { sebab?: string }) => fault.sebab,
    );
  const bagian = bagianXlsx(barisXml(1, SEKOLAH_KECIL[0] ?? []));
  const BESAR = 40 * 1024 * 1024;

  test('a bomb, an entity bomb, a broken file, an old one and a locked one are refused with a reason', async () => {
    const bom = { ...bagian, 'xl/worksheets/sheet1.xml': new Uint8Array(BESAR).fill(32) };
    expect(await sebab(xlsx(bom))).toBe('terlalu_besar');
    const entitas = utf8(
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet><sheetData/></worksheet>',
    );
    expect(await sebab(xlsx({ ...bagian, 'xl/worksheets/sheet1.xml': entitas }))).toBe('xlsx_rusak');
    expect(await sebab(xlsx(bagian).slice(0, 300))).toBe('xlsx_rusak');
    expect(await sebab(xlsx({ '../../x': utf8('x') }))).toBe('xlsx_rusak');
    expect(await sebab(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]))).toBe('xls_lama');
    expect(await sebab(new Uint8Array([0x89, 0x50, 0, 0, 0, 1]))).toBe('bukan_tabel');
    expect(await sebab(new Uint8Array(BATAS.berkas + 1))).toBe('terlalu_besar');
  });

  test('bytes that were changed anywhere are read or refused with a reason, and never break the reader', async () => {
    const utuh = xlsx(bagianXlsx(SEKOLAH_KECIL.map((satu, i) => barisXml(i + 1, satu)).join('')));
    const ubahan = fc.array(fc.tuple(fc.nat(utuh.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(ubahan, fc.boolean(), async (satu, sebagaiCsv) => {
        const bytes = sebagaiCsv ? utf8(csv(SEKOLAH_KECIL)) : utuh.slice();
        for (const [at, byte] of satu) bytes[at % bytes.length] = byte;
        const hasil = await sebab(bytes);
        expect(typeof hasil).toBe('string');
        if (hasil === 'dibaca') periksaSimpeg(await bacaBerkas(bytes), { hariIni: HARI });
      }),
      { numRuns: 300 },
    );
  });

  test('cells and rows in places that no sheet has are refused or read, never thrown', async () => {
    for (const aneh of [
      '<row r="99999999999999999999"><c r="A1"><v>1</v></c></row>',
      '<row r="-5"><c r="ZZZZ1"><v>1</v></c></row>',
      '<row><c r="1A" t="s"><v>99999</v></c><c s="1"><v>1e308</v></c><c s="1"><v>-4</v></c><c><v>1E+20</v></c></row>',
      '<c><v>3</v></c><row r="x"><c t="e"><v>#REF!</v></c></row>',
    ])
      expect(typeof (await sebab(xlsx(bagianXlsx(aneh))))).toBe('string');
  });

  test('too many columns are refused, a huge cell is cut, both without holding the file twice', async () => {
    expect(await sebab(utf8(`a${';'.repeat(BATAS.kolom + 5)}\n`))).toBe('terlalu_banyak_kolom');
    const [lembar] = await bacaBerkas(xlsx(bagianXlsx(barisXml(1, ['x'.repeat(BATAS.sel * 4)]))));
    expect(teksSel(lembar?.baris[0]?.sel[0])).toHaveLength(BATAS.sel);
  });
});
