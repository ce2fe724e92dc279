import { periksaNip } from '../../shared/domain/index.ts';
import { Shard, shardOf } from '../../shared/protocol/index.ts';
import { generatePassphrase } from '../people/index.ts';
import { HOLD_ACCOUNTS } from '../store/index.ts';
import { type AkunRooms, type Hasil, newId, tolak } from './akun.ts';
import { beriHak } from './binaan.ts';

/** Where an instansi writes its imports and keeps whoever belongs to no school, unless it is told another number. */
export const INSTANSI = 'P0000000';

type Isian = Readonly<Record<string, string>>;

/**
 * Makes an admin of the instansi: somebody who has an account keeps her passphrase (`sandi` null), anybody else gets an
 * account and one that is known at this moment only.
 */
export const tambahAdmin = async (
  rooms: AkunRooms,
  isian: Isian,
): Promise<Hasil<{ nama: string; nip: string; sandi: string | null }>> => {
  const { nip, salah } = periksaNip(isian['nip'] ?? '');
  if (salah) return tolak('--nip harus 18 angka.');
  const shard = shardOf((isian['instansi'] ?? INSTANSI).toUpperCase());
  if (!Shard.safeParse(shard).success)
    return tolak('--instansi harus satu huruf dan tujuh angka, misalnya P0000001.');
  const nama = (isian['nama'] ?? '').trim();
  const baru = generatePassphrase(rooms.random);
  const password = await rooms.passwords.hash(baru);
  return rooms.store.write(
    async (tx) => {
      const dulu = await tx.accountByNip(nip);
      if (!dulu && nama === '') return tolak('NIP itu belum punya akun. Isi --nama untuk membuatnya.');
      const now = rooms.clock();
      const aktif = dulu !== null && dulu.password !== '';
      const id = dulu?.id ?? newId('p', rooms);
      if (!aktif)
        await tx.putAccount({
          ...(dulu ?? { id, nip, nama, jabatan: 'Admin Dinas', createdAt: now, deactivatedAt: null }),
          password,
        });
      await beriHak(tx, id, { shard, view: 'milik', peran: 'admin' }, now);
      return { ok: true, nama: dulu?.nama ?? nama, nip, sandi: aktif ? null : baru };
    },
    { names: [HOLD_ACCOUNTS] },
  );
};
