import {
  bulanDari,
  hariKe,
  menit,
  selisihHari,
  tambahBulan,
  tambahHari,
  tanggalPada,
} from '../../shared/domain/index.ts';
import type { Entri, Jadwal, Pegawai, Satker, Skp } from '../../shared/records/index.ts';
import { type DemoData, type DemoPegawai, readDemo } from './demo-data.ts';
import { entriGuru, HARI_TERISI } from './demo-entri.ts';
import { skpGuru, skpKepala } from './demo-skp.ts';

/** What the head decided on an entry, and when. */
export type DemoPutusan =
  | { readonly jenis: 'setujui'; readonly pada: number }
  | { readonly jenis: 'kembalikan'; readonly pada: number; readonly alasan: string };

export type DemoEntri = {
  readonly isi: Entri;
  /** File name of its photo. */
  readonly foto: string | null;
  /** When it was typed, epoch ms. */
  readonly dicatat: number;
  readonly putusan: DemoPutusan | null;
};

export type DemoOrang = {
  readonly pegawai: DemoPegawai;
  readonly peran: 'guru' | 'penilai';
  readonly jadwal: Jadwal;
  readonly skp: readonly Skp[];
  readonly entri: readonly DemoEntri[];
};

export type DemoPlan = {
  readonly satker: Satker;
  /** The head first, then the teachers, the one with the most entries in front. */
  readonly orang: readonly DemoOrang[];
  /** Before the first entry, and the moment of seeding; epoch ms. */
  readonly awal: number;
  /** Where the data of its people come from. */
  readonly asal: NonNullable<Pegawai['asal']>;
  readonly sekarang: number;
  readonly hariIni: string;
  readonly bulanDikunci: string;
};

const JAM = 3_600_000;
const SELISIH_ZONA = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 } as const;
/** Entries younger than this wait for the head. */
const HARI_MENUNGGU = 7;
const ALASAN = [
  'Tambahkan foto daftar hadirnya, lalu kirim lagi.',
  'Jam selesainya belum sesuai jadwal. Periksa lagi, ya.',
  'Tuliskan kelas dan materinya supaya jelas.',
  'Realisasinya tertulis 1. Apakah benar? Betulkan bila lebih.',
];
/** Activities of the busiest teacher that come with a photo. */
const FOTO: readonly (readonly [string, string])[] = [
  ['AJR', 'papan-tulis.jpg'],
  ['EKS', 'latihan-pramuka.jpg'],
  ['KKG', 'daftar-hadir.jpg'],
];

/** Epoch ms of a wall clock in one of Indonesia's zones, which know no summer time. */
const saat = (tanggal: string, jam: string, zona: Satker['zona']): number =>
  hariKe(tanggal) * 24 * JAM + menit(jam) * 60_000 - SELISIH_ZONA[zona] * JAM;

const putusanUntuk = (isi: Entri, nomor: number, { hariIni, zona, sekarang }: Waktu): DemoPutusan | null => {
  // A head is behind with a few: they stand on top of the review queue.
  if (selisihHari(isi.tanggal, hariIni) <= HARI_MENUNGGU || nomor % 12 === 5) return null;
  const pada = saat(tambahHari(isi.tanggal, 3), '14:00', zona) + (nomor % 50) * 60_000;
  return { jenis: 'setujui', pada: Math.min(pada, sekarang) };
};

type Waktu = { readonly sekarang: number; readonly hariIni: string; readonly zona: Satker['zona'] };

const rencanakanEntri = (entri: readonly Entri[], waktu: Waktu): DemoEntri[] =>
  entri.map((isi, nomor) => ({
    isi,
    foto: null,
    dicatat: Math.min(
      saat(isi.tanggal, isi.selesai, waktu.zona) + (5 + ((nomor * 37) % 170)) * 60_000,
      waktu.sekarang - JAM,
    ),
    putusan: putusanUntuk(isi, nomor, waktu),
  }));

/** The youngest approved entry of each of the busiest teachers comes back to her with a reason. */
const kembalikanBeberapa = (guru: readonly DemoOrang[]): DemoOrang[] =>
  guru.map((orang, nomor) => {
    const alasan = ALASAN[nomor];
    const pilihan = orang.entri.findLastIndex(({ putusan }) => putusan !== null);
    if (alasan === undefined || pilihan < 0) return orang;
    const entri = orang.entri.map((satu, i) =>
      i === pilihan && satu.putusan
        ? { ...satu, putusan: { jenis: 'kembalikan' as const, pada: satu.putusan.pada, alasan } }
        : satu,
    );
    return { ...orang, entri };
  });

const bubuhiFoto = (orang: DemoOrang): DemoOrang => {
  const entri = [...orang.entri];
  for (const [aksi, foto] of FOTO) {
    const i = entri.findLastIndex(({ isi, foto: sudah }) => isi.rencanaAksi === aksi && sudah === null);
    const satu = entri[i];
    if (satu) entri[i] = { ...satu, foto };
  }
  return { ...orang, entri };
};

const tahunYangDiisi = (hariIni: string): number[] => {
  const kini = Number(hariIni.slice(0, 4));
  const awal = Number(tambahHari(hariIni, -HARI_TERISI).slice(0, 4));
  return [...new Set([2026, awal, kini])].sort();
};

const guruDari = (pegawai: DemoPegawai, data: DemoData, satker: Satker, waktu: Waktu): DemoOrang => {
  const kegiatan = data.kegiatan.filter(({ nip }) => nip === pegawai.nip);
  const skp = tahunYangDiisi(waktu.hariIni).map((tahun) => skpGuru(tahun, kegiatan, data.pustaka));
  const pelajaran = data.jadwal.filter(({ nip }) => nip === pegawai.nip).map(({ nip: _, ...jam }) => jam);
  const entri = skp[0] ? entriGuru(kegiatan, { skp: skp[0], satker, hariIni: waktu.hariIni }) : [];
  return { pegawai, peran: 'guru', jadwal: { pelajaran }, skp, entri: rencanakanEntri(entri, waktu) };
};

/** What the demo school will hold, worked out from its files and the moment alone: the same moment, the same school. */
export const planDemo = (sekarang: number, data: DemoData = readDemo()): DemoPlan => {
  const satker: Satker = { ...data.sekolah, bulanTerkunci: [], tanggalDibuka: [] };
  const waktu: Waktu = { sekarang, hariIni: tanggalPada(sekarang, satker.zona), zona: satker.zona };
  const [kepala, ...guru] = data.pegawai;
  if (!kepala) throw new Error('demo/pegawai.json names nobody');
  const rencana = guru
    .map((pegawai) => guruDari(pegawai, data, satker, waktu))
    .sort((a, b) => b.entri.length - a.entri.length);
  const [tersibuk, ...lain] = kembalikanBeberapa(rencana);
  const skp = tahunYangDiisi(waktu.hariIni).map((tahun) => skpKepala(tahun, data.pustaka));
  return {
    satker,
    orang: [
      { pegawai: kepala, peran: 'penilai', jadwal: { pelajaran: [] }, skp, entri: [] },
      ...(tersibuk ? [bubuhiFoto(tersibuk)] : []),
      ...lain,
    ],
    asal: { dasar: { dari: 'tangan', pada: tambahHari(waktu.hariIni, -HARI_TERISI - 10) }, bidang: {} },
    awal: saat(tambahHari(waktu.hariIni, -HARI_TERISI - 10), '07:00', satker.zona),
    sekarang,
    hariIni: waktu.hariIni,
    bulanDikunci: tambahBulan(bulanDari(waktu.hariIni), -3),
  };
};
