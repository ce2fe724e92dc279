import { setImmediate as giliran } from 'node:timers/promises';
import { shardOf } from '../../shared/protocol/index.ts';
import type { Satker } from '../../shared/records/index.ts';
import type { ReadTx } from '../store/index.ts';
import { type AkunRooms, type Hasil, newId, tolak } from './akun.ts';
import { operatorDari } from './catatan-akses.ts';
import { SHARD_INSTANSI, satkerDi } from './instansi.ts';
import { denganPena, type Pena } from './pena.ts';
import { INSTANSI_AWAL, tulisInstansi } from './warisan.ts';

/*
 * What an instansi decides for its schools by the command line. A district has a thousand of them, and one transaction over
 * all would hold up everybody for as long as it lasts. So it is not every school or none, but each school whole and once:
 *
 *   look      every school that is named is looked at first; one that cannot be set stops the command before it writes
 *   instansi  with --semua the instansi's own setting comes next, so that a school laid down from then on begins with it
 *   portions  then the schools, a portion a transaction; one that stands as asked already is passed over
 *
 * The order must not change: were the instansi last, a school that is added after a stop would have neither.
 */

type Perintah = { readonly kind: string; readonly body: unknown };
/** What has to be written in a school as it stands: nothing where it stands as asked. `keterangan` is said beside its name. */
export type Tulisan = { readonly perintah: readonly Perintah[]; readonly keterangan?: string };
/** A decision as a function of how a school stands; a sentence where it cannot be set so. */
export type Keputusan = (tx: ReadTx, shard: string, satker: Satker) => Promise<Hasil<Tulisan>>;
/** Told after each portion: schools done, of how many. */
export type Kemajuan = (selesai: number, dari: number) => void;

/** What a decision came to: schools that it was written in, how many stood so before, and whether the instansi's own changed. */
export type Diputuskan = {
  readonly ditulis: readonly string[];
  readonly sama: number;
  readonly instansi: boolean;
};

type Isian = Readonly<Record<string, string>>;
type Rooms = AkunRooms & { readonly kemajuan?: Kemajuan };

/** Schools in one transaction: between portions others get their turn. */
const SEKALI = 20;

const sekolahYang = async (tx: ReadTx, isian: Isian): Promise<readonly string[]> => {
  if (isian['semua'] !== 'true')
    return [...new Set((isian['npsn'] ?? '').split(',').filter(Boolean))].map(shardOf);
  const found: string[] = [];
  for (const shard of await tx.shards())
    if (shard !== SHARD_INSTANSI && (await satkerDi(tx, shard))) found.push(shard);
  return found;
};

const sebagian = (shards: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(shards.length / SEKALI) }, (_, i) =>
    shards.slice(i * SEKALI, (i + 1) * SEKALI),
  );

const di = async (tx: ReadTx, shard: string, keputusan: Keputusan): Promise<Hasil<Tulisan>> => {
  const record = await satkerDi(tx, shard);
  return record
    ? keputusan(tx, shard, record.content)
    : tolak(`Tidak ada sekolah dengan NPSN ${shard.slice(4)}.`);
};

/** The first reason why a school, or the instansi, cannot be set so; nothing is written yet. */
const halangan = async (
  { store }: Rooms,
  { shards, semua }: { readonly shards: readonly string[]; readonly semua: boolean },
  keputusan: Keputusan,
): Promise<Hasil<unknown>> => {
  for (const bagian of sebagian(shards)) {
    const salah = await store.read(async (tx) => {
      for (const shard of bagian) {
        const satu = await di(tx, shard, keputusan);
        if (!satu.ok) return satu;
      }
      return null;
    });
    if (salah) return salah;
    await giliran();
  }
  if (!semua) return { ok: true };
  return store.read(async (tx) =>
    keputusan(tx, SHARD_INSTANSI, (await satkerDi(tx, SHARD_INSTANSI))?.content ?? INSTANSI_AWAL),
  );
};

type Tujuan = { readonly pena: Pena; readonly tx: ReadTx; readonly shard: string };

const tulisDi = async (
  rooms: Rooms,
  { pena, tx, shard }: Tujuan,
  perintahList: readonly Perintah[],
): Promise<Satker | null> => {
  const record = await satkerDi(tx, shard);
  if (!record) return null;
  const dari = { actor: operatorDari(rooms), device: newId('s', rooms), pada: rooms.clock() };
  let base = record.head;
  for (const perintah of perintahList)
    base = await pena.tulis({ ...dari, ...perintah, record: record.id, base });
  return record.content;
};

/** The instansi's own setting; true where something was written. */
const tulisUntukNanti = (rooms: Rooms, keputusan: Keputusan): Promise<Hasil<{ ditulis: boolean }>> =>
  denganPena({ ...rooms, shard: SHARD_INSTANSI }, async (pena, tx) => {
    const ada = (await satkerDi(tx, SHARD_INSTANSI))?.content;
    const satu = await keputusan(tx, SHARD_INSTANSI, ada ?? INSTANSI_AWAL);
    if (!satu.ok || satu.perintah.length === 0) return satu.ok ? { ok: true, ditulis: false } : satu;
    const dari = { actor: operatorDari(rooms), device: newId('s', rooms), pada: rooms.clock() };
    if (!ada) await tulisInstansi({ ...dari, tx, pena: () => pena });
    await tulisDi(rooms, { pena, tx, shard: SHARD_INSTANSI }, satu.perintah);
    return { ok: true, ditulis: true };
  });

const nama = ({ nama, npsn }: Satker, { keterangan }: Tulisan): string =>
  `${nama} (${npsn})${keterangan ? `: ${keterangan}` : ''}`;

/** One portion, looked at again in its own transaction: what it finds is what it writes on. */
const tulisBagian = (
  rooms: Rooms,
  shards: readonly string[],
  keputusan: Keputusan,
): Promise<Hasil<{ ditulis: readonly string[] }>> =>
  denganPena({ ...rooms, shard: shards[0] ?? '', lain: shards }, async (_, tx, lain) => {
    const ditulis: string[] = [];
    for (const shard of shards) {
      const satu = await di(tx, shard, keputusan);
      if (!satu.ok) return satu;
      if (satu.perintah.length === 0) continue;
      const satker = await tulisDi(rooms, { pena: lain(shard), tx, shard }, satu.perintah);
      if (satker) ditulis.push(nama(satker, satu));
    }
    return { ok: true, ditulis };
  });

/**
 * Writes a decision of the instansi for the schools that the line names: by NPSN, or `--semua`. A school that cannot be set
 * so is named before anything is written. Schools follow in portions, each a transaction: after a stop in the middle every
 * school is either as asked or as before, and the same command again does the rest. Repeated, it writes nothing.
 */
export const putuskan = async (
  rooms: Rooms,
  isian: Isian,
  keputusan: Keputusan,
): Promise<Hasil<Diputuskan>> => {
  const semua = isian['semua'] === 'true';
  if (semua === (isian['npsn'] !== undefined))
    return tolak('Sebutkan sekolahnya: --npsn 12345678,87654321 atau --semua.');
  const yang = () => rooms.store.read((tx) => sekolahYang(tx, isian));
  const dilihat = await yang();
  if (dilihat.length === 0) return tolak('Belum ada sekolah yang dapat diatur.');
  const boleh = await halangan(rooms, { shards: dilihat, semua }, keputusan);
  if (!boleh.ok) return boleh;
  const nanti = semua ? await tulisUntukNanti(rooms, keputusan) : { ok: true as const, ditulis: false };
  if (!nanti.ok) return nanti;
  // Asked again: whoever was laid down before the instansi's setting stood is in the list, whoever comes later begins with it.
  const shards = await yang();
  const ditulis: string[] = [];
  let selesai = 0;
  for (const bagian of sebagian(shards)) {
    const satu = await tulisBagian(rooms, bagian, keputusan);
    if (!satu.ok) return tolak(`${satu.kalimat} Yang sudah ditulis tetap; jalankan lagi sesudahnya.`);
    ditulis.push(...satu.ditulis);
    selesai += bagian.length;
    rooms.kemajuan?.(selesai, shards.length);
    await giliran();
  }
  return { ok: true, ditulis, sama: shards.length - ditulis.length, instansi: nanti.ditulis };
};
