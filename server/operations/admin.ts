import { periksaNip } from '../../shared/domain/index.ts';
import { isInstansi, Shard, shardOf } from '../../shared/protocol/index.ts';
import { generatePassphrase } from '../people/index.ts';
import { type AkunRooms, type Hasil, newId, tolak } from './akun.ts';
import { beriHak } from './hak.ts';
import { INSTANSI } from './instansi.ts';
import { denganPena } from './pena.ts';

type Isian = Readonly<Record<string, string>>;

const shardDari = ({ npsn, instansi = INSTANSI }: Isian): string => shardOf(npsn ?? instansi.toUpperCase());

/**
 * Makes an admin of the instansi, or of one school (`npsn`): somebody who has an account keeps her passphrase (`sandi` null), anybody else gets an
 * account and one that is known at this moment only.
 */
export const tambahAdmin = async (
  rooms: AkunRooms,
  isian: Isian,
): Promise<Hasil<{ nama: string; nip: string; sandi: string | null }>> => {
  const { nip, salah } = periksaNip(isian['nip'] ?? '');
  if (salah) return tolak('--nip harus 18 angka.');
  const shard = shardDari(isian);
  if (!Shard.safeParse(shard).success || isInstansi(shard) === (isian['npsn'] !== undefined))
    return tolak('--instansi harus satu huruf dan tujuh angka, misalnya P0000001; --npsn delapan angka.');
  const nama = (isian['nama'] ?? '').trim();
  const baru = generatePassphrase(rooms.random);
  const password = await rooms.passwords.hash(baru);
  return denganPena({ ...rooms, shard }, async (_, tx, di) => {
    if (!isInstansi(shard) && (await tx.recordsOfKind(shard, 'satker')).length === 0)
      return tolak('Sekolah dengan NPSN itu belum ada. Jalankan sekolah tambah dulu.');
    const dulu = await tx.accountByNip(nip);
    if (!dulu && nama === '') return tolak('NIP itu belum punya akun. Isi --nama untuk membuatnya.');
    const now = rooms.clock();
    const aktif = dulu !== null && dulu.password !== '';
    const id = dulu?.id ?? newId('p', rooms);
    if (!aktif)
      await tx.putAccount({
        ...(dulu ?? {
          id,
          nip,
          nama,
          jabatan: isInstansi(shard) ? 'Admin Dinas' : 'Admin Sekolah',
          createdAt: now,
          deactivatedAt: null,
          nipLama: null,
        }),
        password,
      });
    const hak = { shard, view: 'milik', peran: 'admin' } as const;
    await beriHak({ rooms, tx, di }, id, hak, { akunBaru: !dulu });
    return { ok: true, nama: dulu?.nama ?? nama, nip, sandi: aktif ? null : baru };
  });
};
