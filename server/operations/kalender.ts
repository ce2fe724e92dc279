import { readFile } from 'node:fs/promises';
import {
  bacaKalender,
  liburNasional,
  liburNasionalKurang,
  tambahHariKhusus,
} from '../../shared/domain/index.ts';
import { type HariKhusus, KALENDER_TERBANYAK, type Satker } from '../../shared/records/index.ts';
import { type AkunRooms, type Hasil, tolak } from './akun.ts';
import { type Diputuskan, type Kemajuan, putuskan, type Tulisan } from './keputusan.ts';

type Isian = Readonly<Record<string, string>>;

/** In one command at most, as for a head's phone. */
const HARI_SEKALI = 100;

/** The days that the line asks for; a sentence where they cannot be read. */
const bacaHari = async ({ nasional, berkas }: Isian): Promise<Hasil<{ hari: readonly HariKhusus[] }>> => {
  if ((nasional === undefined) === (berkas === undefined))
    return tolak('Sebutkan harinya: --nasional TAHUN atau --berkas FILE.');
  if (nasional !== undefined) {
    const tahun = Number(nasional);
    return liburNasional(tahun)
      ? { ok: true, hari: liburNasionalKurang([], tahun) }
      : tolak(`Libur nasional ${nasional} belum ada di versi ini. Pakai --berkas.`);
  }
  const teks = await readFile(berkas ?? '', 'utf8').catch(() => null);
  if (teks === null) return tolak(`${berkas} tidak dapat dibaca.`);
  const { hari, salah } = bacaKalender(teks);
  const [first] = salah;
  if (first)
    return tolak(`${berkas}: ${salah.length} baris keliru, yang pertama baris ${first.nomor}: ${first.isi}`);
  return hari.length > 0 ? { ok: true, hari } : tolak(`${berkas} tidak berisi satu hari pun.`);
};

const potong = (hari: readonly HariKhusus[]): HariKhusus[][] =>
  Array.from({ length: Math.ceil(hari.length / HARI_SEKALI) }, (_, i) =>
    hari.slice(i * HARI_SEKALI, (i + 1) * HARI_SEKALI),
  );

/** What of these days a school's calendar does not have yet, as commands; a sentence where it would grow too long. */
export const yangBaru = ({ kalender, nama }: Satker, hari: readonly HariKhusus[]): Hasil<Tulisan> => {
  const ada = new Set(kalender.map((satu) => `${satu.mulai}${satu.selesai}${satu.nama}`));
  const baru = hari.filter((satu) => !ada.has(`${satu.mulai}${satu.selesai}${satu.nama}`));
  if (tambahHariKhusus(kalender, baru).length > KALENDER_TERBANYAK)
    return tolak(`Kalender ${nama} akan terlalu panjang. Hapus hari tahun lalu lebih dulu.`);
  const perintah = potong(baru).map((sekali) => ({ kind: 'kalender.tambah', body: { hari: sekali } }));
  return { ok: true, perintah, keterangan: `${baru.length} hari baru` };
};

/**
 * Puts days into the calendars of schools by NPSN, or of all, as their instansi decides: public holidays of a year, or those
 * of a file. A day that a school has already stays as it has it ({@link putuskan}).
 */
export const isiKalender = async (
  rooms: AkunRooms & { readonly kemajuan?: Kemajuan },
  isian: Isian,
): Promise<Hasil<Diputuskan>> => {
  const dibaca = await bacaHari(isian);
  if (!dibaca.ok) return dibaca;
  return putuskan(rooms, isian, async (_tx, _shard, satker) => yangBaru(satker, dibaca.hari));
};
