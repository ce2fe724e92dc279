import { readFile } from 'node:fs/promises';
import {
  bacaKalender,
  liburNasional,
  liburNasionalKurang,
  tambahHariKhusus,
} from '../../shared/domain/index.ts';
import { type HariKhusus, KALENDER_TERBANYAK } from '../../shared/records/index.ts';
import { type AkunRooms, type Hasil, newId, tolak } from './akun.ts';
import { sekolahYang } from './atur.ts';
import { operatorDari } from './catatan-akses.ts';
import { SHARD_INSTANSI, satkerDi } from './instansi.ts';
import { denganPena } from './pena.ts';
import { denganYangNanti } from './warisan.ts';

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

/**
 * Puts days into the calendars of schools by NPSN, or of all, as their instansi decides: public holidays of a year, or those
 * of a file. Every school or none; a day that a school has already stays as it has it.
 */
export const isiKalender = async (
  rooms: AkunRooms,
  isian: Isian,
): Promise<Hasil<{ sekolah: readonly string[]; hari: number }>> => {
  const dibaca = await bacaHari(isian);
  if (!dibaca.ok) return dibaca;
  if ((isian['semua'] === 'true') === (isian['npsn'] !== undefined))
    return tolak('Sebutkan sekolahnya: --npsn 12345678,87654321 atau --semua.');
  const shards = await rooms.store.read((tx) => sekolahYang(tx, isian));
  const [awal] = shards;
  if (awal === undefined) return tolak('Belum ada sekolah yang dapat diatur.');
  const pada = rooms.clock();
  return denganPena({ ...rooms, shard: awal, lain: shards }, async (pena, tx, lain) => {
    const sekolah: string[] = [];
    const actor = operatorDari(rooms);
    const untukNanti = { tx, actor, device: newId('s', rooms), pada, pena: lain };
    for (const shard of await denganYangNanti(untukNanti, isian['semua'] === 'true', shards)) {
      const record = await satkerDi(tx, shard);
      if (!record) return tolak(`Tidak ada sekolah dengan NPSN ${shard.slice(4)}.`);
      const ada = new Set(
        record.content.kalender.map(({ mulai, selesai, nama }) => `${mulai}${selesai}${nama}`),
      );
      const baru = dibaca.hari.filter(({ mulai, selesai, nama }) => !ada.has(`${mulai}${selesai}${nama}`));
      if (tambahHariKhusus(record.content.kalender, baru).length > KALENDER_TERBANYAK)
        return tolak(
          `Kalender ${record.content.nama} akan terlalu panjang. Hapus hari tahun lalu lebih dulu.`,
        );
      const { tulis } = shard === awal ? pena : lain(shard);
      const device = newId('s', rooms);
      let base = record.head;
      for (const hari of potong(baru))
        base = await tulis({
          actor,
          device,
          kind: 'kalender.tambah',
          body: { hari },
          record: record.id,
          base,
          pada,
        });
      if (shard !== SHARD_INSTANSI)
        sekolah.push(`${record.content.nama} (${record.content.npsn}): ${baru.length} hari baru`);
    }
    return { ok: true, sekolah, hari: dibaca.hari.length };
  });
};
