import { readFileSync } from 'node:fs';
import type { Actor, DecisionContext } from '../../../shared/commands/index.ts';
import type { CommandContent } from '../../../shared/protocol/index.ts';
import type { AnyRecord, Entri, Jadwal, RecordOf, Satker, Skp } from '../../../shared/records/index.ts';

export const SHARD = 'sek:69593332';
export const GURU = 'p_guru01';
export const KEPALA = 'p_kepala';

/** A command id that differs by its number only. */
export const idOf = (number: number, device = 'd_abcdef'): string => `${device}.${number}.AAAAAAAAAAA`;

export const anEntri = (part: Partial<Entri> = {}): Entri => ({
  tanggal: '2026-11-23',
  mulai: '07:30',
  selesai: '08:40',
  rhk: 'GR-U-01',
  rencanaAksi: 'GR-U-01.AJR',
  uraian: 'Mengajar Matematika kelas 5A',
  realisasi: 2,
  satuan: 'JP',
  catatan: '',
  tautan: [],
  foto: [],
  ...part,
});

export const aSatker = (part: Partial<Satker> = {}): Satker => ({
  npsn: '69593332',
  nama: 'SD Negeri 2 Rawawening',
  kabupaten: 'Kabupaten Arunika',
  zona: 'Asia/Jakarta',
  hariKerja: [1, 2, 3, 4, 5],
  logHarian: 'wajib',
  batasIsianHari: null,
  kalender: [],
  bulanTerkunci: [],
  tanggalDibuka: [],
  ...part,
});

export const anActor = (part: Partial<Actor> = {}): Actor => ({
  id: GURU,
  nama: 'Sri Wahyuni',
  peran: ['guru'],
  ...part,
});
export const aKepala = (part: Partial<Actor> = {}): Actor => ({
  id: KEPALA,
  nama: 'Sutrisno',
  peran: ['penilai'],
  ...part,
});

export const aContext = (part: Partial<DecisionContext> = {}): DecisionContext => ({
  actor: anActor(),
  commandId: idOf(2),
  now: 1_795_420_800_000,
  hariIni: '2026-11-23',
  satker: aSatker(),
  ...part,
});

export const aCommand = (part: Partial<CommandContent> = {}): CommandContent => ({
  kind: 'entri.ubah',
  version: 1,
  shard: SHARD,
  record: idOf(1),
  base: idOf(1),
  at: 1_795_420_800_000,
  body: anEntri(),
  ...part,
});

export const anEntriRecord = (part: Partial<RecordOf<'entri'>> = {}): RecordOf<'entri'> => ({
  shard: SHARD,
  id: idOf(1),
  kind: 'entri',
  owner: GURU,
  head: idOf(1),
  state: { tahap: 'DIAJUKAN' },
  content: anEntri(),
  deleted: false,
  variants: [],
  ...part,
});

export const asRecord = (record: unknown): AnyRecord => record as AnyRecord;

const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../fixtures/data/${name}`, import.meta.url), 'utf8')) as T;

type KegiatanRow = {
  nip: string;
  tanggal: string;
  mulai: string;
  selesai: string;
  uraian: string;
  rhkKode: string | null;
  volume: number;
  satuan: string;
  catatan: string;
};
type JadwalRow = {
  nip: string;
  hari: string;
  jamKe: number;
  mulai: string;
  selesai: string;
  mapel: string;
  kelas: string;
};
type RhkRow = {
  kode: string;
  untuk: string;
  jenis: 'utama' | 'tambahan';
  rhk: string;
  indikator: { aspek: 'kuantitas'; indikator: string; target: number; satuan: string }[];
  kegiatan: string[];
};

const HARI = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];

export const kegiatan: readonly KegiatanRow[] = fixture('kegiatan.json');
export const catatan: Record<string, readonly (number | readonly number[])[]> =
  fixture('kegiatan-catatan.json');
export const nipList: readonly string[] = [...new Set(kegiatan.map(({ nip }) => nip))];

/** The school of the data, its calendar made of the national holidays, joint leave and its own stretches. */
export const satkerData = (): Satker => {
  type Day = { tanggal: string; nama: string };
  const data = fixture<{
    liburNasional: Day[];
    cutiBersama: Day[];
    kalenderSekolah: { kegiatan: { mulai: string; selesai: string; nama: string; libur: boolean }[] };
  }>('kalender-2026.json');
  const libur = [...data.liburNasional, ...data.cutiBersama].map(({ tanggal, nama }) => ({
    mulai: tanggal,
    selesai: tanggal,
    nama,
    libur: true,
  }));
  return aSatker({
    kalender: [
      ...libur,
      ...data.kalenderSekolah.kegiatan.map(({ mulai, selesai, nama, libur: free }) => ({
        mulai,
        selesai,
        nama,
        libur: free,
      })),
    ],
  });
};

/** A row of the data as an entry; volumes that are no whole number stay as they are, for the schema to refuse. */
export const entriData = (row: KegiatanRow): Entri =>
  anEntri({
    tanggal: row.tanggal,
    mulai: row.mulai,
    selesai: row.selesai,
    uraian: row.uraian,
    rhk: row.rhkKode,
    rencanaAksi: row.rhkKode,
    realisasi: row.volume,
    satuan: row.satuan,
    catatan: row.catatan,
  });

export const jadwalData = (nip: string): Jadwal => ({
  pelajaran: fixture<JadwalRow[]>('jadwal.json')
    .filter((row) => row.nip === nip)
    .map(({ hari, jamKe, mulai, selesai, mapel, kelas }) => ({
      hari: HARI.indexOf(hari) + 1,
      jamKe,
      mulai,
      selesai,
      mapel,
      kelas,
    })),
});

/** All RHK of a teacher, each with one rencana aksi of the same code, named uniquely. */
export const skpData = (): Skp => {
  const { rhk, katalogKegiatan } = fixture<{
    rhk: RhkRow[];
    katalogKegiatan: { kode: string; nama: string; satuan: string }[];
  }>('rhk-guru.json');
  return {
    tahun: 2026,
    pendekatan: 'kuantitatif',
    rhk: rhk
      .filter(({ untuk }) => untuk === 'guru')
      .map(({ kode, jenis, rhk: nama, indikator, kegiatan: [aksi] }) => ({
        kode,
        jenis,
        rhk: nama,
        intervensi: null,
        indikator: indikator.map((row) => ({ ...row, target: String(row.target) })),
        rencanaAksi: [
          {
            kode,
            nama: `${katalogKegiatan.find((item) => item.kode === aksi)?.nama} (${kode})`,
            satuan: katalogKegiatan.find((item) => item.kode === aksi)?.satuan ?? 'kegiatan',
          },
        ],
      })),
  };
};
