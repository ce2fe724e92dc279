import type { KonteksSkp } from '../../../shared/domain/index.ts';
import type { RecordOf, Rhk, Skp } from '../../../shared/records/index.ts';
import { GURU, idOf, KEPALA, SHARD } from './builders.ts';

export const anRhk = (part: Partial<Rhk> = {}): Rhk => ({
  kode: 'GR-U-01',
  jenis: 'utama',
  rhk: 'Terlaksananya pembelajaran sesuai jadwal',
  intervensi: 'Terkembangkannya kurikulum satuan pendidikan',
  indikator: [{ aspek: 'kuantitas', indikator: 'Jumlah jam tatap muka', target: '24', satuan: 'JP' }],
  rencanaAksi: [{ kode: 'AJR', nama: 'Melaksanakan pembelajaran', satuan: 'JP' }],
  ...part,
});

/** An SKP that no rule has anything to say about. */
export const aSkp = (part: Partial<Skp> = {}): Skp => ({
  tahun: 2026,
  pendekatan: 'kuantitatif',
  rhk: [anRhk()],
  periode: { awal: '2026-01-01', akhir: '2026-12-31' },
  penilai: { id: KEPALA, nama: 'Sutrisno', nip: '197203151995011006', jabatan: 'Kepala Sekolah' },
  perilaku: ['Menjadi teladan pelayanan'],
  lampiran: { dukungan: ['Laptop'], skema: ['Laporan tiap triwulan'], konsekuensi: ['Penghargaan'] },
  ...part,
});

export const aSkpRecord = (part: Partial<RecordOf<'skp'>> = {}): RecordOf<'skp'> => ({
  shard: SHARD,
  id: idOf(1),
  kind: 'skp',
  owner: GURU,
  head: idOf(1),
  state: { tahap: 'DRAF' },
  content: aSkp(),
  deleted: false,
  variants: [],
  ...part,
});

export const aKonteks = (part: Partial<KonteksSkp> = {}): KonteksSkp => ({
  id: idOf(1),
  pemilik: GURU,
  pegawai: { nip: '198703122011012004', penilai: { id: KEPALA } },
  lain: [],
  hariIni: '2026-01-15',
  ...part,
});
