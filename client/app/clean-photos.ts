import type { App } from './context.ts';

const SIMPAN_MS = 14 * 86_400_000;

/** Lets go of the bytes of photos of 14 days ago that lie in every copy of the server; their small pictures stay for the lists. */
export const bersihkanFoto = async ({
  store: { db },
  clock,
}: App): Promise<{ jumlah: number; bytes: number }> => {
  const before = clock() - SIMPAN_MS;
  return db.transaction('rw', [db.photos, db.bytes], async () => {
    const old = await db.photos
      .where('status')
      .equals('aman')
      .filter(({ addedAt }) => addedAt < before)
      .toArray();
    const here = await db.bytes.bulkGet(old.map(({ sha }) => sha));
    const gone = old.filter((_, i) => here[i] !== undefined);
    await db.bytes.bulkDelete(gone.map(({ sha }) => sha));
    return { jumlah: gone.length, bytes: gone.reduce((sum, { size }) => sum + size, 0) };
  });
};
