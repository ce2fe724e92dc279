import { describe, expect, it } from 'vitest';
import { Bulan, Jadwal, Pegawai, Pola, Satker, Skp, Umpan } from '../../../shared/records/index.ts';
import { aSatker, jadwalData, nipList, satkerData, skpData } from './builders.ts';

type Schema = { safeParse: (value: unknown) => { success: boolean } };
const pegawai = (part: object = {}) => ({
  nip: '198501012010011001',
  nama: 'Sri Wahyuni',
  gelarDepan: '',
  gelarBelakang: 'S.Pd.',
  jenisKelamin: 'P',
  status: 'PNS',
  golongan: 'Penata, III/c',
  jabatan: 'Guru Kelas',
  jenjang: 'Ahli Muda',
  penilai: null,
  ...part,
});
const pola = (part: object = {}) => ({
  nama: 'Piket',
  rhk: null,
  rencanaAksi: null,
  uraian: '',
  mulai: null,
  selesai: null,
  realisasi: 1,
  satuan: 'hari',
  ...part,
});
const pelajaran = (part: object = {}) => ({
  pelajaran: [{ hari: 1, jamKe: 1, mulai: '07:30', selesai: '08:05', mapel: 'IPAS', kelas: '5A', ...part }],
});
const rhk = skpData().rhk[0]!;

const rows: [string, Schema, unknown, boolean][] = [
  ['a school', Satker, satkerData(), true],
  ['a foreign school whose NPSN begins with a letter', Satker, aSatker({ npsn: 'P1234567' }), true],
  ['an NPSN of seven digits', Satker, aSatker({ npsn: '6959333' }), false],
  ['a zone that is none of the three', Satker, { ...aSatker(), zona: 'Asia/Singapore' }, false],
  ['weekday 0', Satker, aSatker({ hariKerja: [0] }), false],
  ['weekday 8', Satker, aSatker({ hariKerja: [8] }), false],
  ['a limit of one day', Satker, aSatker({ batasIsianHari: 1 }), true],
  ['a limit of no day', Satker, aSatker({ batasIsianHari: 0 }), false],
  ['a limit of 366 days', Satker, aSatker({ batasIsianHari: 366 }), true],
  ['a limit of 367 days', Satker, aSatker({ batasIsianHari: 367 }), false],
  ['a teacher', Pegawai, pegawai(), true],
  ['a NIP with a space', Pegawai, pegawai({ nip: '19850101 201001100' }), false],
  ['a name of 120 letters', Pegawai, pegawai({ nama: 'a'.repeat(120) }), true],
  ['a name of 121 letters', Pegawai, pegawai({ nama: 'a'.repeat(121) }), false],
  ['a name with a direction mark', Pegawai, pegawai({ nama: 'Sri\u202E' }), false],
  ['a status that is none', Pegawai, pegawai({ status: 'Tetap' }), false],
  ['a status without a NIP of the state', Pegawai, pegawai({ status: 'Honorer' }), true],
  ['an SKP', Skp, skpData(), true],
  ['an SKP of 2014', Skp, { ...skpData(), tahun: 2014 }, false],
  ['an SKP of 40 RHK', Skp, { ...skpData(), rhk: Array(40).fill(rhk) }, true],
  ['an SKP of 41 RHK', Skp, { ...skpData(), rhk: Array(41).fill(rhk) }, false],
  [
    'an aspect that is none',
    Skp,
    { ...skpData(), rhk: [{ ...rhk, indikator: [{ ...rhk.indikator[0], aspek: 'mutu' }] }] },
    false,
  ],
  ['a lesson', Jadwal, pelajaran(), true],
  ['a lesson on day 8', Jadwal, pelajaran({ hari: 8 }), false],
  ['a lesson at 24:00', Jadwal, pelajaran({ mulai: '24:00' }), false],
  ['a lesson without a subject', Jadwal, pelajaran({ mapel: '' }), false],
  ['a pattern', Pola, pola(), true],
  ['a pattern of 40 letters', Pola, pola({ nama: 'a'.repeat(40) }), true],
  ['a pattern of 41 letters', Pola, pola({ nama: 'a'.repeat(41) }), false],
  ['a pattern of nothing done', Pola, pola({ realisasi: 0 }), false],
  ['a message', Umpan, { tentang: null, teks: 'Bagus', dari: 'p_a', dariNama: 'A' }, true],
  ['an empty message', Umpan, { tentang: null, teks: ' ', dari: 'p_a', dariNama: 'A' }, false],
  ['a month', Bulan, '2026-12', true],
  ['month 13', Bulan, '2026-13', false],
  ['month 0', Bulan, '2026-00', false],
];

describe('records that the school lays down', () => {
  it.each(rows)('%s', (_name, schema, value, accepted) => {
    expect(schema.safeParse(value).success).toBe(accepted);
  });

  it('the timetables of a whole school are taken', () => {
    for (const nip of nipList) expect(Jadwal.safeParse(jadwalData(nip)).success).toBe(true);
  });

  it.each([Satker, Pegawai, Skp, Jadwal, Pola, Umpan] as Schema[])(
    'no member too many is taken',
    (schema) => {
      const values = [
        aSatker(),
        pegawai(),
        skpData(),
        pelajaran(),
        pola(),
        { tentang: null, teks: 'Bagus', dari: 'p_a', dariNama: 'A' },
      ];
      expect(values.some((value) => schema.safeParse(value).success)).toBe(true);
      expect(values.some((value) => schema.safeParse({ ...value, admin: true }).success)).toBe(false);
    },
  );
});
