import { describe, expect, it } from 'vitest';
import { laporan as words } from '../../../client/i18n/id/wawasan-laporan.ts';
import {
  type BahanWawasan,
  type EntriSekolah,
  type KendalaTercatat,
  laporanPekan,
} from '../../../shared/domain/index.ts';
import type { EntriState } from '../../../shared/records/index.ts';
import { anEntri, anEntriRecord, aSatker, idOf } from './builders.ts';

let nomor = 0;
const entri = (owner: string, tanggal: string, tahap: EntriState['tahap'] = 'DIAJUKAN'): EntriSekolah => {
  nomor += 1;
  return {
    ...anEntriRecord({ id: idOf(nomor), owner, state: { tahap } }),
    content: anEntri({ tanggal, rhk: null }),
  };
};
const kendala = (
  owner: string,
  sebab: KendalaTercatat['content']['sebab'],
  [mulai, selesai]: readonly [string, string],
): KendalaTercatat => ({
  owner,
  content: { sebab, mulai, selesai },
  state: { tahap: 'DILAPORKAN' },
  deleted: false,
});
const ORANG = new Map([
  ['p_a', 'Ani Rahmawati'],
  ['p_b', 'Budi Santoso'],
  ['p_c', 'Citra Dewi'],
]);
const BAHAN: BahanWawasan = {
  satker: aSatker({
    kalender: [{ mulai: '2026-11-25', selesai: '2026-11-25', nama: 'Hari Guru', libur: true }],
  }),
  orang: [...ORANG.keys()].map((id) => ({ id, masa: [{ mulai: '', akhir: null }] })),
  entri: [
    entri('p_a', '2026-11-23', 'DISETUJUI'),
    entri('p_a', '2026-11-24'),
    entri('p_a', '2026-11-26', 'DIKEMBALIKAN'),
    entri('p_a', '2026-11-16'),
    entri('p_b', '2026-11-23', 'DITARIK'),
    entri('p_lama', '2026-11-23'),
  ],
  kendala: [
    kendala('p_c', 'SAKIT', ['2026-11-20', '2026-11-26']),
    kendala('p_b', 'SINYAL', ['2026-11-24', '2026-11-24']),
    kendala('p_b', 'SINYAL', ['2026-11-26', '2026-11-26']),
    kendala('p_a', 'HP', ['2026-11-10', '2026-11-20']),
    kendala('p_lama', 'HP', ['2026-11-24', '2026-11-24']),
  ],
};
const LAPORAN = laporanPekan(BAHAN, [], '2026-11-26');

describe('the week’s report', () => {
  it('counts the week from Senin up to the day it is asked for, beside as many days of the week before', () => {
    expect(LAPORAN).toMatchObject({
      awal: '2026-11-23',
      akhir: '2026-11-26',
      hariSekolah: 3,
      guru: 3,
      isian: { hariKerja: 6, terisi: 3, tidakHadir: 3 },
      sebelum: { hariKerja: 12, terisi: 1, tidakHadir: 0 },
      kegiatan: 3,
      disetujui: 1,
      dikembalikan: 1,
      menunggu: 1,
      penuh: ['p_a'],
      kosong: ['p_b'],
      absen: 1,
    });
  });

  it('counts people by cause once, those who have left and causes of other weeks not at all', () => {
    expect(LAPORAN.kendala).toEqual([{ sebab: 'SINYAL', guru: 1 }]);
  });

  const teks = (sebutNama: boolean, log: 'wajib' | 'mati' = 'wajib', berjalan = false): string =>
    words.teks(LAPORAN, { sekolah: 'SD Negeri 2', log, orang: ORANG, berjalan, sebutNama });

  it('says how many have yet to fill in today where today is counted already, and of a week that is over nothing like it', () => {
    expect(teks(false, 'wajib', true)).toContain(
      'Hari ini sudah ikut dihitung; 1 guru belum mengisi hari ini.\n',
    );
    expect(teks(false)).not.toContain('hari ini');
    expect(teks(false, 'mati', true)).not.toContain('hari ini');
  });

  it('names nobody unless the head says so, and whoever is ill or on leave never', () => {
    for (const nama of ORANG.values()) expect(teks(false)).not.toContain(nama);
    expect(teks(true)).toContain('Belum mengisi pekan ini: 1 guru: Budi Santoso\n');
    expect(teks(true)).not.toContain('Citra');
    expect(teks(true)).toContain('Sakit atau cuti: 1 guru, 3 hari');
  });

  it('names a cause as a word in a sentence, and a HP as it is written', () => {
    const hp = [...BAHAN.kendala, kendala('p_a', 'HP', ['2026-11-24', '2026-11-24'])];
    const laporan = laporanPekan({ ...BAHAN, kendala: hp }, [], '2026-11-26');
    const isi = words.teks(laporan, {
      ...{ sekolah: '', log: 'wajib', orang: ORANG, berjalan: false, sebutNama: false },
    });
    expect(isi).toContain('Kendala: tidak ada sinyal (1 guru), HP rusak atau hilang (1 guru).');
  });

  it('says nothing of days owed where the school asks for no daily log', () => {
    expect(teks(true, 'mati')).not.toContain('hari kerja guru terisi');
    expect(teks(true, 'mati')).toContain('Kegiatan: 3 tercatat');
  });

  it('names nobody who had left before the week or came after it, and owes for nobody the days before she came', () => {
    const masa = { p_a: ['', '2026-11-20'], p_b: ['2026-11-24', null], p_c: ['2026-12-01', null] } as const;
    const orang = Object.entries(masa).map(([id, [mulai, akhir]]) => ({ id, masa: [{ mulai, akhir }] }));
    const laporan = laporanPekan({ ...BAHAN, orang }, [], '2026-11-26');
    expect(laporan).toMatchObject({
      guru: 1,
      isian: { hariKerja: 2, terisi: 0 },
      kosong: ['p_b'],
      penuh: [],
    });
  });
});
