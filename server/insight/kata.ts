import { NAMA_PREDIKAT } from '../../shared/documents/index.ts';
import { NAMA_BULAN } from '../../shared/domain/index.ts';
import { type Bagian, type JenisKerja, SISANYA, type Tabel } from '../../shared/publik/index.ts';

/** What a table is called, the one figure that stands for it, and how it is counted, for those who read the page. */
export const KATA_TABEL: Readonly<
  Record<Tabel, { readonly judul: string; readonly pokok: string | null; readonly arti: string }>
> = {
  pengisian: {
    judul: 'Hari kerja terisi',
    pokok: 'terisi',
    arti: 'Dari hari kerja menurut kalender sekolah, berapa persen yang punya catatan kegiatan; rata-rata semua guru.',
  },
  periksa: {
    judul: 'Diperiksa paling lama 7 hari',
    pokok: 'tujuh_hari',
    arti: 'Dari catatan kegiatan yang sampai, berapa persen yang disetujui atau dikembalikan dalam 7 hari; rata-rata semua guru yang mencatat.',
  },
  jenis: {
    judul: 'Jenis kerja',
    pokok: null,
    arti: 'Bagian tiap jenis kerja dari catatan kegiatan, menurut kode rencana aksinya; rata-rata semua guru yang mencatat.',
  },
  beban: {
    judul: 'Mencatat paling lama 30 menit sepekan',
    pokok: 'sampai_30',
    arti: 'Dari guru yang mengizinkan HP-nya ikut dihitung, berapa persen yang dalam sepekan memakai paling lama 30 menit untuk mencatat, menurut ukuran HP-nya. Server menerima jumlah, bukan siapa.',
  },
  detik: {
    judul: 'Lama mencatat satu kegiatan',
    pokok: null,
    arti: 'Dari guru yang sama, golongan detik yang biasanya dipakainya untuk satu kegiatan (nilai tengah dalam sepekan), menurut ukuran HP-nya.',
  },
  predikat: {
    judul: 'Sebaran predikat',
    pokok: null,
    arti: 'Predikat kinerja tahunan yang sudah ditetapkan; yang sedang dikeberatankan tidak dihitung.',
  },
};

const JENIS: Readonly<Record<JenisKerja, string>> = {
  merencanakan: 'Merencanakan pembelajaran',
  melaksanakan: 'Melaksanakan pembelajaran',
  menilai: 'Menilai hasil belajar',
  membimbing: 'Membimbing dan melatih murid',
  tugas_tambahan: 'Tugas tambahan dan tugas sekolah',
  pengembangan: 'Pengembangan keprofesian',
  belum_dikenali: 'Di luar pustaka rencana aksi',
};

const KATEGORI: Readonly<Record<string, string>> = {
  terisi: 'Terisi',
  kosong: 'Kosong',
  tujuh_hari: 'Paling lama 7 hari',
  lebih_lama: 'Lebih lama',
  sampai_30: 'Paling lama 30 menit',
  sampai_60: '30 sampai 60 menit',
  lebih_60: 'Lebih dari 60 menit',
  sampai_30_detik: 'Paling lama 30 detik',
  sampai_60_detik: '30 sampai 60 detik',
  sampai_120_detik: '1 sampai 2 menit',
  lebih_120_detik: 'Lebih dari 2 menit',
  ...JENIS,
  ...NAMA_PREDIKAT,
  [SISANYA]: 'Lain-lain, digabung karena sedikit',
};

/** A category as people read it. */
export const kataKategori = (kategori: string): string => KATEGORI[kategori] ?? kategori;

/** A share as people read it. */
export const kataBagian = ({ persen, batas }: Bagian): string => {
  if (batas === 'tepat') return `${persen}%`;
  return batas === 'sedikitnya' ? `${persen}% atau lebih` : `${persen}% atau kurang`;
};

/** `2026-10` as `Oktober 2026`; a year as it is. */
export const kataPeriode = (periode: string): string => {
  const bulan = NAMA_BULAN[Number(periode.slice(5, 7)) - 1];
  return bulan ? `${bulan} ${periode.slice(0, 4)}` : periode;
};

/** `2026-10` as `Okt`; a year as it is. */
export const kataSingkat = (periode: string): string =>
  periode.length === 4 ? periode : kataPeriode(periode).slice(0, 3);
