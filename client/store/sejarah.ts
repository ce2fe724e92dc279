import { type AccountStore, getMeta, type LihatRow, type SejarahBerubah, setMeta } from './database.ts';

/** Notes that an entry of somebody else was opened today; once a day is enough. */
export const catatLihat = async ({ db }: AccountStore, row: Omit<LihatRow, 'kirim'>): Promise<void> => {
  if (await db.lihat.get([row.record, row.hari])) return;
  await db.lihat.put({ ...row, kirim: 1 });
};

/** When the server's history was found to be another one than before, the oldest first. */
export const sejarahBerubah = async ({ db }: AccountStore): Promise<readonly SejarahBerubah[]> =>
  (await getMeta(db, 'sejarah')) ?? [];

/** The person has read what is said about the server's history. */
export const sejarahDibaca = async (store: AccountStore): Promise<void> =>
  setMeta(
    store.db,
    'sejarah',
    (await sejarahBerubah(store)).map((one) => ({ ...one, dibaca: true })),
  );
