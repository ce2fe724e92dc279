import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kataMasalah } from '../../../client/i18n/id/masalah.ts';
import {
  bacaIsian,
  type Isian,
  isianDari,
  nilaiRencana,
  pilihanRencana,
  satuanDikenal,
} from '../../../client/screens/guru/isian.ts';
import { namaPola } from '../../../client/screens/guru/pola-simpan.ts';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { countLetters, Entri, type Skp } from '../../../shared/records/index.ts';

const anIsian = (part: Partial<Isian> = {}): Isian => ({
  tanggal: '2026-11-23',
  mulai: '07:10',
  selesai: '08:20',
  rhk: null,
  rencanaAksi: null,
  uraian: 'Mengajar Matematika 5A',
  realisasi: '2',
  satuan: 'JP',
  catatan: '',
  tautan: [],
  ...part,
});
const faults = (part: Partial<Isian>, adaSkp = false): string[] =>
  bacaIsian(anIsian(part), [], adaSkp).salah.map(({ bidang, kode }) => `${bidang} ${kode}`);

const kataTautan = (tautan: readonly string[]): string => {
  const [salah] = bacaIsian(anIsian({ tautan }), [], false).salah;
  return salah ? kataMasalah(salah.kode, salah.params) : '';
};

test('a link that is too long and links that are too many are told with the limit and how it is now', () => {
  const panjang = `https://a.example/${'a'.repeat(582)}`;
  expect(kataTautan([panjang])).toBe('Tautan paling banyak 500 huruf (sekarang 600)');
  expect(kataTautan(['a.example'])).toBe('Tautan harus lengkap, diawali https://');
  expect(kataTautan(Array(6).fill('https://a.example'))).toBe(
    'Paling banyak 5 tautan per kegiatan (sekarang 6)',
  );
});

describe('the form', () => {
  test.each<[string[], Partial<Isian>]>([
    [['uraian teks_kosong'], { uraian: '' }],
    [['uraian teks_kosong'], { uraian: '\u200B \u200B' }],
    [['uraian teks_pendek'], { uraian: 'a'.repeat(LIMITS.uraianMin - 1) }],
    [[], { uraian: 'a'.repeat(LIMITS.uraianMin) }],
    [[], { uraian: '😀'.repeat(LIMITS.uraianMax) }],
    [['uraian teks_panjang'], { uraian: 'a'.repeat(LIMITS.uraianMax + 1) }],
    [['realisasi realisasi_bulat'], { realisasi: '' }],
    [['realisasi realisasi_bulat'], { realisasi: '1,5' }],
    [['realisasi realisasi_bulat'], { realisasi: '0' }],
    [['realisasi realisasi_bulat'], { realisasi: '10000' }],
    [[], { realisasi: '9999' }],
    [['tanggal tanggal_mustahil'], { tanggal: '' }],
    [['mulai jam_mustahil'], { mulai: '' }],
    [['satuan teks_kosong'], { satuan: ' ' }],
    [['tautan tautan_salah'], { tautan: ['javascript:alert(1)'] }],
    [[], { tautan: ['', ' https://drive.example/x '] }],
  ])('finds %j', (expected, part) => {
    expect(faults(part)).toEqual(expected);
  });

  test('with an SKP a rencana aksi has to be chosen, and faults come in the order of the form', () => {
    expect(faults({ uraian: '', selesai: '06:00', realisasi: 'x' }, true)).toEqual([
      'rhk rhk_kosong',
      'uraian teks_kosong',
      'selesai jam_terbalik',
      'realisasi realisasi_bulat',
    ]);
  });

  test('whatever is typed or pasted, the outcome is an entry or a fault, and nothing throws', () => {
    const typed = fc.record({
      ...Object.fromEntries(
        (['uraian', 'satuan', 'catatan', 'realisasi', 'tanggal', 'mulai', 'selesai'] as const).map((key) => [
          key,
          fc.oneof(fc.string({ unit: 'binary' }), fc.constant(anIsian()[key])),
        ]),
      ),
    });
    fc.assert(
      fc.property(typed, (part) => {
        const { entri, salah } = bacaIsian(anIsian(part as Partial<Isian>), [], false);
        return entri === null ? salah.length > 0 : Entri.safeParse(entri).success;
      }),
    );
  });

  test('a draft of any version opens as a whole form', () => {
    expect(isianDari({ uraian: 'x', realisasi: 3, rhk: undefined as never }, '2026-11-23')).toEqual(
      expect.objectContaining({ tanggal: '2026-11-23', uraian: 'x', realisasi: '3', rhk: null, tautan: [] }),
    );
  });
});

const SKP: Skp = {
  tahun: 2026,
  pendekatan: 'kuantitatif',
  rhk: [
    {
      kode: 'GR-U-01',
      jenis: 'utama',
      rhk: 'Pembelajaran',
      intervensi: null,
      indikator: [],
      rencanaAksi: [{ kode: 'AJR', nama: 'Mengajar', satuan: 'JP' }],
    },
    { kode: 'GR-T-01', jenis: 'tambahan', rhk: 'Pramuka', intervensi: null, indikator: [], rencanaAksi: [] },
  ],
};

test('an RHK without rencana aksi stands for itself in the list', () => {
  const values = pilihanRencana(SKP).flatMap(({ options }) => options.map(({ value }) => value));
  expect(values).toEqual([
    nilaiRencana({ rhk: 'GR-U-01', rencanaAksi: 'AJR' }),
    nilaiRencana({ rhk: 'GR-T-01', rencanaAksi: null }),
  ]);
});

test('units are offered once, however they were spelled', () => {
  expect(satuanDikenal(SKP, [{ satuan: 'jp' }, { satuan: 'dokumen' }, { satuan: 'JP' }])).toEqual([
    'JP',
    'dokumen',
  ]);
});

test('a pattern made of any text has a name that fits', () => {
  expect(namaPola('Membina latihan Pramuka penggalang di lapangan')).toBe('Membina latihan Pramuka');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => countLetters(namaPola(text)) <= 40),
  );
});
