import { type JamPelajaran, JamPelajaran as SatuJam } from '../records/pegawai.ts';
import { cleanText } from '../records/text.ts';
import { bacaBulat, bacaJam } from './baca-sel.ts';
import { NAMA_HARI } from './istilah.ts';
import { masukkanPelajaran } from './jadwal-susun.ts';
import { pecahTabel, tebakPemisah } from './tabel-teks.ts';
import { teksPolos } from './teks-polos.ts';

type Kolom = 'hari' | 'jamKe' | 'mulai' | 'selesai' | 'kelas' | 'mapel' | 'jp';

/** A row of a pasted timetable that cannot be read: its number below the header, the first cell at fault, what stands there. */
export type BarisJadwalSalah = {
  readonly nomor: number;
  readonly bidang: 'hari' | 'mulai' | 'selesai' | 'kelas' | 'mapel' | 'penuh';
  readonly isi: string;
};

/** Header words, without case, spaces and punctuation. */
const KEPALA: readonly [Kolom, RegExp][] = [
  ['hari', /^hari$/],
  ['jamKe', /^(jam|jp)ke$/],
  ['mulai', /^((jam|waktu)?mulai|waktu|jam|pukul)$/],
  ['selesai', /^(jam|waktu)?selesai$/],
  ['kelas', /^(kelas|rombel|rombonganbelajar)$/],
  ['mapel', /^(mapel|(mata)?pelajaran|matpel)$/],
  ['jp', /^(jp|(jumlah|banyak)(jp|jam)|jumlahjampelajaran)$/],
];
const URUTAN: readonly Kolom[] = ['hari', 'mulai', 'selesai', 'kelas', 'mapel', 'jp'];
/** Where one cell holds both hours. */
const URUTAN_RENTANG: readonly Kolom[] = ['hari', 'mulai', 'kelas', 'mapel', 'jp'];

/** Periods of one row at most, and of a week: what the record can hold. */
const JP_TERBANYAK = 10;
const SEPEKAN = 80;

const bacaHari = (sel: string): number | null => {
  const word = teksPolos(sel).replace('ahad', 'minggu');
  const ke = NAMA_HARI.findIndex(
    (nama) => word !== '' && teksPolos(nama).startsWith(word) && word.length > 2,
  );
  return ke >= 0 ? ke + 1 : /^[1-7]$/.test(word) ? Number(word) : null;
};

const bagi = (sel: string): readonly string[] =>
  sel.split(/\s*(?:-|–|—|\bs\.?\s?[/.]?\s?d\.?\s|\bsampai\b)\s*/i);

const kolomKepala = (row: readonly string[]): readonly (Kolom | null)[] | null => {
  const kolom = row.map((sel) => KEPALA.find(([, pola]) => pola.test(teksPolos(sel)))?.[0] ?? null);
  return kolom.filter((satu) => satu !== null).length >= 3 ? kolom : null;
};

type Baris = { readonly nomor: number; readonly sel: (kolom: Kolom) => string; readonly hari: number | null };
type Terbaca = { readonly jam: JamPelajaran; readonly jp: number };

const bacaBaris = ({ nomor, sel, hari }: Baris): Terbaca | BarisJadwalSalah => {
  const [awal = '', akhir = ''] = bagi(sel('mulai'));
  const isi = {
    hari,
    jamKe: Math.min(bacaBulat(sel('jamKe')) ?? 0, 20),
    mulai: bacaJam(awal),
    selesai: bacaJam(sel('selesai') || akhir),
    mapel: sel('mapel'),
    kelas: sel('kelas').replace(/^kelas\s+/i, ''),
  };
  const salah = (bidang: BarisJadwalSalah['bidang'], isi: string): BarisJadwalSalah => ({
    nomor,
    bidang,
    isi,
  });
  const dibaca = SatuJam.safeParse(isi);
  if (!dibaca.success) {
    const bidang = String(dibaca.error.issues[0]?.path[0]) as
      | 'hari'
      | 'mulai'
      | 'selesai'
      | 'kelas'
      | 'mapel';
    return salah(bidang, sel(bidang) || akhir);
  }
  if (dibaca.data.selesai <= dibaca.data.mulai) return salah('selesai', sel('selesai') || akhir);
  return { jam: dibaca.data, jp: Math.max(1, Math.min(bacaBulat(sel('jp')) ?? 1, JP_TERBANYAK)) };
};

/** The periods of a row: one as it stands, or as many equal ones as its column JP says. */
const tambahBaris = (pelajaran: readonly JamPelajaran[], { jam, jp }: Terbaca): readonly JamPelajaran[] =>
  jp === 1 && jam.jamKe > 0 ? [...pelajaran, jam] : masukkanPelajaran(pelajaran, { ...jam, jp }, [jam.hari]);

const barisJadwal = (teks: string): Baris[] => {
  const lines = teks.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const rows = pecahTabel(lines, tebakPemisah(lines)).filter((row) => row.some((sel) => sel.trim() !== ''));
  const kepala = kolomKepala(rows[0] ?? []);
  const rentang = rows.some((row) => bagi((row[1] ?? '').trim()).length === 2);
  const kolom = kepala ?? (rentang ? URUTAN_RENTANG : URUTAN);
  let hari: number | null = null;
  return rows.slice(kepala ? 1 : 0).map((row, i) => {
    const sel = (nama: Kolom): string => cleanText(row[kolom.indexOf(nama)] ?? '').trim();
    // A merged cell names its day once, in its first row.
    if (sel('hari') !== '') hari = bacaHari(sel('hari'));
    return { nomor: i + 1, sel, hari };
  });
};

/**
 * A timetable pasted from a spreadsheet: day, start, end, class, subject and, where a row holds more than one, JP; or under
 * a header in any order. Both hours may stand in one cell, a day only in its first row. What cannot be read is named.
 */
export const bacaJadwal = (
  teks: string,
): { readonly pelajaran: readonly JamPelajaran[]; readonly salah: readonly BarisJadwalSalah[] } => {
  const salah: BarisJadwalSalah[] = [];
  let pelajaran: readonly JamPelajaran[] = [];
  for (const baris of teks.trim() === '' ? [] : barisJadwal(teks)) {
    const satu = bacaBaris(baris);
    const next = 'bidang' in satu ? null : tambahBaris(pelajaran, satu);
    if (next && next.length <= SEPEKAN) pelajaran = next;
    else salah.push('bidang' in satu ? satu : { nomor: baris.nomor, bidang: 'penuh', isi: '' });
  }
  return { pelajaran, salah };
};
