import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as d from '../../../shared/domain/index.ts';

describe('NIP', () => {
  it.each([
    ['198501012010011001', '19850101 201001 1 001'],
    ['19850101 201001 1 001', '19850101 201001 1 001'],
    ["'1985.0101.2010-01.1001\u200B", '19850101 201001 1 001'],
    ['1985', '1985'],
    ['', ''],
  ])('%j is shown as %j', (nip, shown) => {
    expect(d.formatNip(nip)).toBe(shown);
  });

  it.each<[string, string, Partial<d.PeriksaNip>]>([
    ['PNS', '198501012010011001', { jenis: 'PNS', salah: null, janggal: [] }],
    ['PPPK', '198501012022211001', { jenis: 'PPPK', salah: null, janggal: [] }],
    ['pasted with spaces', ' 19850101 201001 1 001 ', { nip: '198501012010011001', salah: null }],
    ['17 digits', '19850101201001100', { salah: 'panjang' }],
    ['19 digits', '1985010120100110011', { salah: 'panjang' }],
    ['nothing', '', { salah: 'panjang' }],
    ['as Excel ruins it', '1,98501E+17', { salah: 'bukan_angka' }],
    ['letters', '19850101201001100O', { salah: 'bukan_angka' }],
    ['digits of another script', '١٩٨٥٠١٠١٢٠١٠٠١١٠٠١', { salah: 'bukan_angka' }],
    ['born on 31 February', '198502312010011001', { salah: null, janggal: ['lahir'] }],
    ['born on a leap day', '198402292010011001', { janggal: [] }],
    ['born on a leap day that was none', '198502292010011001', { janggal: ['lahir'] }],
    ['appointed in month 13', '198501012010131001', { jenis: 'PNS', janggal: ['tmt'] }],
    ['appointed at 14', '198501011999011001', { janggal: ['usia'] }],
    ['appointed at 15', '198501012000011001', { janggal: [] }],
    ['sex 3', '198501012010013001', { janggal: ['jenis_kelamin'] }],
    ['nothing right', '000000000000000000', { salah: null, janggal: ['lahir', 'tmt', 'jenis_kelamin'] }],
  ])('%s', (_name, teks, expected) => {
    expect(d.periksaNip(teks)).toMatchObject(expected);
  });

  it('finds nothing odd in a school’s own list', () => {
    const rows = readFileSync(new URL('../../fixtures/data/simpeg-sekolah.csv', import.meta.url), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1);
    const people = rows.map((row) => row.split(';')).filter(([nip]) => nip !== '');
    expect(people.length).toBe(14);
    for (const cells of people)
      expect(d.periksaNip(cells[0] ?? '')).toEqual({
        nip: cells[0],
        jenis: cells[9],
        salah: null,
        janggal: [],
      });
  });
});

describe('names', () => {
  it.each([
    ['', 'Sri Wahyuni', '', 'Sri Wahyuni'],
    ['Dra.', 'Sri Wahyuni', 'M.Pd.', 'Dra. Sri Wahyuni, M.Pd.'],
    ['', 'Sri Wahyuni', 'S.Pd., M.Pd.', 'Sri Wahyuni, S.Pd., M.Pd.'],
    [' Drs. ', 'Sutrisno', '  ', 'Drs. Sutrisno'],
  ])('%j %j %j is %j', (gelarDepan, nama, gelarBelakang, full) => {
    expect(d.namaLengkap({ gelarDepan, nama, gelarBelakang })).toBe(full);
  });

  it.each([
    ['Sri Wahyuni', 'Sri'],
    ['I Wayan Artawan', 'Wayan'],
    ['Ni Made Ayu', 'Made'],
    ['M. Yusuf', 'Yusuf'],
    ['Moh. A. Fauzi', 'Fauzi'],
    ['SRI WAHYUNI', 'Sri'],
    ['Sutrisno', 'Sutrisno'],
    ['N', 'N'],
    ['', ''],
  ])('%j is called %j', (nama, called) => {
    expect(d.namaPanggilan(nama)).toBe(called);
  });

  it.each([
    ['00:00', 'malam'],
    ['02:59', 'malam'],
    ['03:00', 'pagi'],
    ['10:59', 'pagi'],
    ['11:00', 'siang'],
    ['14:59', 'siang'],
    ['15:00', 'sore'],
    ['17:59', 'sore'],
    ['18:00', 'malam'],
    ['23:59', 'malam'],
  ])('at %s it is %s', (jam, waktu) => {
    expect(d.sapaan({ nama: 'Sri Wahyuni', jenisKelamin: 'P' }, jam)).toBe(`Selamat ${waktu}, Bu Sri`);
  });

  it('men are greeted as Pak', () => {
    expect(d.sapaan({ nama: 'I Wayan Artawan', jenisKelamin: 'L' }, '07:00')).toBe('Selamat pagi, Pak Wayan');
  });
});

describe('official words', () => {
  it('weekdays and months stand where the calendar counts them', () => {
    expect([
      d.NAMA_HARI[d.hariPekan('2026-11-23') - 1],
      d.NAMA_BULAN[Number('2026-11'.slice(5)) - 1],
    ]).toEqual(['Senin', 'November']);
    for (const [at, bulan] of d.NAMA_BULAN.entries())
      expect(d.bacaTanggal(`17 ${bulan} 2026`)).toBe(`2026-${String(at + 1).padStart(2, '0')}-17`);
    for (const hari of d.NAMA_HARI) expect(d.bacaTanggal(`${hari}, 23 November 2026`)).toBe('2026-11-23');
  });

  it('no two stages share a word', () => {
    for (const words of [d.TAHAP_ENTRI, d.TAHAP_SKP, d.ASPEK, d.LABEL_SKP])
      expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
  });
});
