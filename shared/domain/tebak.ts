import type { Entri } from '../records/entri.ts';
import type { Jadwal } from '../records/pegawai.ts';
import type { Pola } from '../records/pola.ts';
import type { Skp } from '../records/skp.ts';
import { type BlokMengajar, blokMengajar, uraianMengajar } from './jadwal-hari.ts';
import { bertumpuk, jamDari, menit, type Rentang, slotBebas } from './jam.ts';
import { hariKe } from './tanggal.ts';

/** An entry as far as guesses need it. */
export type EntriRingkas = Pick<
  Entri,
  'tanggal' | 'mulai' | 'selesai' | 'rhk' | 'rencanaAksi' | 'uraian' | 'realisasi' | 'satuan'
>;

/** A filled-in form to start from, and why: the timetable, a habit of that weekday and hour, a pattern, an entry, or nothing known. */
export type Tebakan = Omit<EntriRingkas, 'tanggal'> & {
  readonly alasan: 'jadwal' | 'kebiasaan' | 'pola' | 'pernah' | 'kosong';
};

/** What guesses rest on. `riwayat` includes the entries of `hariIni`; `sekarang` is the wall clock, `HH:MM`. */
export type BahanTebakan = {
  readonly jadwal: Jadwal | null;
  readonly skp: Skp | null;
  readonly riwayat: readonly EntriRingkas[];
  readonly pola: readonly Pola[];
  readonly hariIni: string;
  readonly sekarang: string;
};

type Aksi = Pick<Entri, 'rhk' | 'rencanaAksi'>;
type Kelompok = {
  aksi: Aksi;
  skor: number;
  puncak: number;
  contoh: Omit<EntriRingkas, 'tanggal'>;
  /** Days that it was recorded on, each with its weekday and hours. */
  catatan: EntriRingkas[];
};

/** Weights, measured on the demo school's half year (tests/unit/shared/tebak.test.ts). */
const BOBOT = {
  hariLain: 0.6,
  sudahTerisi: 0.05,
  paruhHari: 30,
  jamMenit: 20,
  blok: 2,
  blokNanti: 0.3,
  pola: 2,
};
/** A lesson that ended up to this many minutes ago is "just finished". */
const BARU_SELESAI = 120;
/** In the first minutes of a lesson the one before it is still being written down. */
const AWAL_PELAJARAN = 10;
const TEBAKAN = 3;

const kunci = ({ rhk, rencanaAksi }: Aksi): string => `${rhk ?? ''} ${rencanaAksi ?? ''}`;

/** Minutes between a moment and a stretch; none while it lasts. */
const jarak = ({ mulai, selesai }: Rentang, saat: number): number =>
  Math.max(0, menit(mulai) - saat, saat - menit(selesai));

const dekat = (rentang: Rentang, saat: number): number =>
  1 / (1 + (jarak(rentang, saat) / BOBOT.jamMenit) ** 2);

/** Part of the day that an hour `HH:MM` belongs to, as people say it. */
export const waktuHari = (jam: string): 'pagi' | 'siang' | 'sore' | 'malam' =>
  jam < '10:00' ? 'pagi' : jam < '15:00' ? 'siang' : jam < '18:00' ? 'sore' : 'malam';

const tambah = (
  kelompok: Map<string, Kelompok>,
  contoh: Kelompok['contoh'],
  nilai: number,
  entri?: EntriRingkas,
): void => {
  const key = kunci(contoh);
  const known = kelompok.get(key);
  if (!known) {
    kelompok.set(key, { aksi: contoh, skor: nilai, puncak: nilai, contoh, catatan: entri ? [entri] : [] });
    return;
  }
  known.skor += nilai;
  if (entri) known.catatan.push(entri);
  if (nilai <= known.puncak) return;
  known.puncak = nilai;
  known.contoh = contoh;
};

/** Habits: each past entry speaks for its rencana aksi, louder on the same weekday, near the same hour, and when recent. */
const kebiasaan = (
  { riwayat, pola, hariIni }: BahanTebakan,
  terisi: readonly Rentang[],
  saat: number,
): Map<string, Kelompok> => {
  const kelompok = new Map<string, Kelompok>();
  const today = hariKe(hariIni);
  const byDate = new Map<string, number>();
  for (const entri of riwayat) {
    let bobot = byDate.get(entri.tanggal);
    if (bobot === undefined) {
      const umur = today - hariKe(entri.tanggal);
      bobot = umur <= 0 ? 0 : 0.5 ** (umur / BOBOT.paruhHari) * (umur % 7 === 0 ? 1 : BOBOT.hariLain);
      byDate.set(entri.tanggal, bobot);
    }
    if (bobot === 0 || entri.mulai >= entri.selesai) continue;
    const taken = terisi.some((slot) => bertumpuk(slot, entri));
    tambah(kelompok, entri, bobot * dekat(entri, saat) * (taken ? BOBOT.sudahTerisi : 1), entri);
  }
  for (const { mulai, selesai, ...isi } of pola)
    if (mulai !== null && selesai !== null && mulai < selesai)
      tambah(kelompok, { ...isi, mulai, selesai }, BOBOT.pola * dekat({ mulai, selesai }, saat));
  return kelompok;
};

/** The running lesson, else the one that just ended, else the first not yet recorded, else the next to come. */
const pilihBlok = (blocks: readonly BlokMengajar[], saat: number): BlokMengajar | undefined => {
  const urutan = (blok: BlokMengajar): number => {
    if (menit(blok.mulai) <= saat && saat < menit(blok.selesai))
      return saat - menit(blok.mulai) < AWAL_PELAJARAN ? AWAL_PELAJARAN : 0;
    const sejak = saat - menit(blok.selesai);
    if (sejak < 0) return 5000 - sejak;
    return sejak <= BARU_SELESAI ? sejak : 2000 + menit(blok.mulai);
  };
  return [...blocks].sort((a, b) => urutan(a) - urutan(b))[0];
};

/** True where the person's SKP still knows the guess; without an SKP everything passes. */
const dikenal = (skp: Skp | null, { rhk, rencanaAksi }: Aksi): boolean => {
  if (!skp || rhk === null) return true;
  const found = skp.rhk.find(({ kode }) => kode === rhk);
  return (
    found !== undefined &&
    (rencanaAksi === null || found.rencanaAksi.some(({ kode }) => kode === rencanaAksi))
  );
};

/** Nothing else of what it was found in: an entry, or the SKP's own line. */
const hanyaAksi = ({ rhk, rencanaAksi }: Aksi): Aksi => ({ rhk, rencanaAksi });

/** The rencana aksi that lessons count for: one that names the subject, else the habit in JP, else the SKP's own. */
export const aksiMengajar = (
  { skp, riwayat }: Pick<BahanTebakan, 'skp' | 'riwayat'>,
  { mapel }: BlokMengajar,
): Aksi => {
  const daftar = (skp?.rhk ?? []).flatMap(({ kode, rencanaAksi }) =>
    rencanaAksi.map((aksi) => ({ rhk: kode, rencanaAksi: aksi.kode, ...aksi })),
  );
  const jp = daftar.filter(({ satuan }) => satuan.toLowerCase() === 'jp');
  const named = jp.find(({ nama }) => nama.toLowerCase().includes(mapel.toLowerCase()));
  if (named) return hanyaAksi(named);
  const jumlah = new Map<string, { aksi: Aksi; kali: number }>();
  for (const entri of riwayat) {
    if (entri.rhk === null || (entri.satuan !== 'JP' && entri.satuan.toLowerCase() !== 'jp')) continue;
    const key = kunci(entri);
    const known = jumlah.get(key);
    if (known) known.kali += 1;
    else jumlah.set(key, { aksi: entri, kali: 1 });
  }
  const sering = [...jumlah.values()]
    .sort((a, b) => b.kali - a.kali)
    .find(({ aksi }) => dikenal(skp, aksi))?.aksi;
  return hanyaAksi(
    sering ??
      jp.find(({ nama }) => /ajar|tatap muka/i.test(nama)) ??
      jp[0] ?? { rhk: null, rencanaAksi: null },
  );
};

/** A lesson as a guess; it keeps some weight through the day, since most is written down in the evening. */
const tebakanBlok = (
  blok: BlokMengajar,
  bahan: BahanTebakan,
  saat: number,
): { tebakan: Tebakan; nilai: number } => {
  const { rhk, rencanaAksi } = aksiMengajar(bahan, blok);
  return {
    tebakan: {
      rhk,
      rencanaAksi,
      mulai: blok.mulai,
      selesai: blok.selesai,
      uraian: uraianMengajar(blok),
      realisasi: blok.jp,
      satuan: 'JP',
      alasan: 'jadwal',
    },
    nilai: BOBOT.blok * Math.max(BOBOT.blokNanti, dekat(blok, saat)),
  };
};

/** A habit of a weekday and part of the day is only what was recorded so on two days of that kind. */
const alasanDari = ({ catatan }: Kelompok, mulai: string, hariIni: string): Tebakan['alasan'] => {
  const hari = catatan
    .filter(
      (entri) =>
        (hariKe(hariIni) - hariKe(entri.tanggal)) % 7 === 0 && waktuHari(entri.mulai) === waktuHari(mulai),
    )
    .map(({ tanggal }) => tanggal);
  if (new Set(hari).size > 1) return 'kebiasaan';
  return catatan.length > 0 ? 'pernah' : 'pola';
};

const dariKelompok = (kelompok: Kelompok, terisi: readonly Rentang[], hariIni: string): Tebakan => {
  const { rhk, rencanaAksi, uraian, realisasi, satuan } = kelompok.contoh;
  const slot = slotBebas(kelompok.contoh, terisi);
  return {
    rhk,
    rencanaAksi,
    ...slot,
    uraian,
    realisasi,
    satuan,
    alasan: alasanDari(kelompok, slot.mulai, hariIni),
  };
};

const kosong = (saat: number, terisi: readonly Rentang[]): Tebakan => {
  const akhir = Math.max(60, Math.floor(saat / 5) * 5);
  const slot = slotBebas({ mulai: jamDari(akhir - 60), selesai: jamDari(akhir) }, terisi);
  return {
    rhk: null,
    rencanaAksi: null,
    ...slot,
    uraian: '',
    realisasi: 1,
    satuan: 'kegiatan',
    alasan: 'kosong',
  };
};

/**
 * Up to three filled-in forms, the likeliest first and each for another rencana aksi. Ranking is frequency × weekday ×
 * hour of the person's own entries, and the timetable's lesson of the hour; times already taken on the day are avoided.
 * Never empty, never calls anything a fact: every member is a guess to look at.
 */
export const tebak = (bahan: BahanTebakan): Tebakan[] => {
  const { jadwal, skp, riwayat, hariIni, sekarang } = bahan;
  const saat = menit(sekarang);
  const terisi = riwayat.filter(({ tanggal }) => tanggal === hariIni);
  const kelompok = kebiasaan(bahan, terisi, saat);
  const bebas = blokMengajar(jadwal, ((hariKe(hariIni) + 3) % 7) + 1).filter(
    (blok) => !terisi.some((slot) => bertumpuk(slot, blok)),
  );
  const blok = pilihBlok(bebas, saat);
  const lesson = blok && tebakanBlok(blok, bahan, saat);
  if (lesson) tambah(kelompok, lesson.tebakan, lesson.nilai);
  const tebakan = [...kelompok.values()]
    .sort((a, b) => b.skor - a.skor)
    .filter(({ aksi }) => dikenal(skp, aksi))
    .slice(0, TEBAKAN)
    .map((group) =>
      lesson && kunci(group.aksi) === kunci(lesson.tebakan)
        ? lesson.tebakan
        : dariKelompok(group, terisi, hariIni),
    );
  return tebakan.length > 0 ? tebakan : [kosong(saat, terisi)];
};
