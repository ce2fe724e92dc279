import { hariKerjaDi } from '../../../shared/domain/index.ts';
import type { Entri } from '../../../shared/records/index.ts';
import { acak, pilih, type SekolahRencana } from './rencana.ts';

/*
 * What a made-up school does with its days: some record nearly every day and some seldom, some heads answer twice a week
 * and some let a month go by. About one entry a teacher and working day.
 */

/** Something that happens in a school, in the order of its moments (epoch ms). */
export type Kejadian =
  | { readonly apa: 'catat'; readonly guru: number; readonly pada: number; readonly entri: Entri }
  | { readonly apa: 'kendala'; readonly guru: number; readonly pada: number; readonly isi: KendalaIsi }
  /** The head goes through what had arrived by `sampai`. */
  | { readonly apa: 'periksa'; readonly pada: number; readonly sampai: number };
type KendalaIsi = { readonly sebab: string; readonly mulai: string; readonly selesai: string };

const KEGIATAN = [
  ['AJR', 'Mengajar', 'JP'],
  ['PRK', 'Menyusun modul ajar', 'modul'],
  ['ASF', 'Melaksanakan asesmen formatif', 'kelas'],
  ['KOR', 'Mengoreksi latihan', 'kelas'],
  ['BIM', 'Membimbing murid', 'murid'],
  ['KKG', 'Mengikuti KKG', 'kali'],
] as const;
const PELAJARAN = ['Bahasa Indonesia', 'Matematika', 'IPAS', 'Pendidikan Pancasila', 'Seni Rupa', 'PJOK'];
const MATERI = [
  'pecahan',
  'teks prosedur',
  'siklus air',
  'gotong royong',
  'pola bangun datar',
  'gaya dan gerak',
];
const SEBAB = ['SINYAL', 'SAKIT', 'SIBUK', 'HP', 'CUTI', 'DATA', 'BELUM_TAHU'];

const JAM = 3_600_000;
const HARI = 24 * JAM;
/** Two in the afternoon in Jakarta: when a school's day is over. */
const PULANG = 7 * JAM;

const entriDari = (tanggal: string, ke: number, undi: () => number): Entri => {
  const [rencanaAksi, kata, satuan] = pilih(KEGIATAN, undi() ** 2);
  const mulai = 7 + ke * 2;
  return {
    tanggal,
    mulai: `${String(mulai).padStart(2, '0')}:00`,
    selesai: `${String(mulai + 1).padStart(2, '0')}:${undi() < 0.5 ? '10' : '45'}`,
    rhk: null,
    rencanaAksi,
    uraian: `${kata} ${pilih(PELAJARAN, undi())} kelas ${1 + Math.floor(undi() * 6)}, ${pilih(MATERI, undi())}`,
    realisasi: 1 + Math.floor(undi() * 3),
    satuan,
    catatan: undi() < 0.1 ? 'Sebagian murid perlu pendampingan.' : '',
    tautan: [],
    foto: [],
  };
};

const hariGuru = (
  tanggal: string,
  guru: number,
  { rajin, undi }: { rajin: number; undi: () => number },
): Kejadian[] => {
  const pulang = Date.parse(`${tanggal}T00:00:00Z`) + PULANG;
  if (undi() < 0.004) {
    const isi = { sebab: pilih(SEBAB, undi()), mulai: tanggal, selesai: tanggal };
    return [{ apa: 'kendala', guru, pada: pulang, isi }];
  }
  if (undi() >= rajin) return [];
  // One in five has no signal that day: it arrives with the next days.
  const tiba = pulang + (undi() < 0.2 ? Math.floor(undi() * 3) * HARI : 0) + Math.floor(undi() * 3 * JAM);
  const banyak = undi() < 0.25 ? 2 : 1;
  return Array.from({ length: banyak }, (_, ke) => ({
    apa: 'catat',
    guru,
    pada: tiba + ke,
    entri: entriDari(tanggal, ke, undi),
  }));
};

/** All that happens in a school in a stretch of days, in order. */
export const kejadianSekolah = (
  { ke, satker, guru }: SekolahRencana,
  rentang: { readonly awal: string; readonly akhir: string },
): Kejadian[] => {
  const undi = acak(1000 + ke);
  const kerja = hariKerjaDi(rentang, satker);
  const rajin = Array.from({ length: guru }, () =>
    undi() < 0.12 ? 0.2 + undi() * 0.4 : 0.8 + undi() * 0.19,
  );
  const lamban = undi() < 0.15 ? 20 : 1 + Math.floor(undi() * 4);
  const terakhir = Date.parse(`${rentang.akhir}T00:00:00Z`) + HARI;
  const semua = kerja.flatMap((tanggal, i) => {
    const pagi = Date.parse(`${tanggal}T00:00:00Z`) + JAM;
    const periksa: Kejadian[] =
      i % 3 === 0 ? [{ apa: 'periksa', pada: pagi, sampai: pagi - lamban * HARI }] : [];
    return [...periksa, ...rajin.flatMap((satu, nomor) => hariGuru(tanggal, nomor, { rajin: satu, undi }))];
  });
  return semua.filter(({ pada }) => pada < terakhir).sort((a, b) => a.pada - b.pada);
};
