import { expect, test } from 'vitest';
import { bahanRhk, usulBaru, usulEvaluasi } from '../../../client/screens/guru/evaluasi-model.ts';
import type { Rhk } from '../../../shared/records/index.ts';
import { anEntri, anEntriRecord } from '../shared/builders.ts';
import { anRhk, aSkp } from '../shared/skp-builders.ts';

const periode = { tahun: 2026, tipe: 'bulanan', angka: 11 } as const;
const indikator = (
  aspek: Rhk['indikator'][number]['aspek'],
  teks: string,
  target: string,
  satuan: string,
) => ({
  aspek,
  indikator: teks,
  target,
  satuan,
});
const [JAM, PROJEK, HADIR, OLAH] = [
  'Jumlah jam tatap muka',
  'Jumlah projek',
  'Persentase kehadiran',
  'Hasil diolah paling lambat',
];
const skp = aSkp({
  rhk: [
    anRhk({
      indikator: [
        indikator('kuantitas', JAM, '24', 'JP'),
        indikator('kuantitas', PROJEK, '1', 'projek'),
        indikator('kualitas', HADIR, '85', 'persen'),
        indikator('waktu', OLAH, '7', 'hari'),
      ],
    }),
  ],
});
const jam = (tanggal: string, realisasi: number) =>
  anEntriRecord({
    state: { tahap: 'DISETUJUI' },
    content: anEntri({ tanggal, realisasi, satuan: 'JP', foto: [] }),
  });
const entriList = [jam('2026-11-02', 4), jam('2026-11-16', 7)];

test('a field is filled where the record counts its own unit, else it is empty and says what the record holds', () => {
  const [hasil] = usulEvaluasi(skp, entriList, periode).hasil;
  expect(hasil?.ukuran.map(({ realisasi }) => realisasi)).toEqual(['11 JP', '', '', '']);
  expect([...bahanRhk('GR-U-01', skp, { entriList, periode })]).toEqual([
    [JAM, 'Dari 2 catatan: 11 JP (2–16 November)'],
    [PROJEK, 'Dari 2 catatan: 11 JP (2–16 November)'],
    [HADIR, 'Dari 2 catatan: tanpa foto atau tautan'],
    [OLAH, 'Dari 2 catatan: 2–16 November'],
  ]);
  expect([...bahanRhk('GR-U-01', skp, { entriList: [], periode }).values()]).toEqual(
    Array.from({ length: 4 }, () => undefined),
  );
});

test('a new proposal takes away nothing that was written where it proposes nothing', () => {
  const [lama] = usulEvaluasi(skp, entriList.slice(0, 1), periode).hasil;
  if (!lama) throw new Error('no RHK');
  const tertulis = {
    ...lama,
    ukuran: lama.ukuran.map((satu) =>
      satu.indikator === PROJEK ? { ...satu, realisasi: '1 projek' } : satu,
    ),
  };
  const baru = usulBaru(tertulis, skp, { entriList, periode });
  expect(baru.kegiatan).toBe(2);
  expect(baru.ukuran.map(({ realisasi }) => realisasi)).toEqual(['11 JP', '1 projek', '', '']);
});
