import { tambahAdmin } from '../../../server/operations/admin.ts';
import { bukaRuang } from './ruang.ts';
import type { Warga, World } from './world.ts';

const NIP = '197106211998031001';

/** An admin of the instansi who can sign in, and a month of burden that he is shown; added while the service is away. */
export const anAdminDinas = async (world: World): Promise<Pick<Warga, 'nip' | 'sandi'>> => {
  await world.stop();
  const rooms = await bukaRuang(world);
  const made = await tambahAdmin(rooms, { nip: NIP, nama: 'Wawan', instansi: 'P0000001' });
  // What nine teachers' phones told of October, which is over and due.
  await rooms.store.write(async (tx) => {
    for (const [kelas, orang] of [6, 2, 1].entries())
      for (const [apa, satu] of [
        ['menit', kelas],
        ['detik', kelas + 1],
      ] as const)
        await tx.addBurden({ shard: 'sek:69593332', pekan: '2026-10-05', apa, kelas: satu, orang });
  });
  await rooms.store.close();
  await world.start();
  if (!made.ok || !made.sandi) throw new Error('the admin was not made');
  return { nip: made.nip, sandi: made.sandi };
};
