import type { AccountDatabase, AccountStore, TitipanKeluar, TitipanMasuk } from './database.ts';

/** Colleagues' files on this phone, newest first. */
export const titipanMasuk = async ({ db }: AccountStore): Promise<TitipanMasuk[]> => {
  const rows = await db.titipan.where('jenis').equals('masuk').toArray();
  return rows.filter((row) => row.jenis === 'masuk').sort((a, b) => b.at - a.at);
};

/** Own parts that were handed out. */
export const titipanKeluar = async (db: AccountDatabase): Promise<TitipanKeluar[]> =>
  (await db.titipan.where('jenis').equals('keluar').toArray()).filter((row) => row.jenis === 'keluar');

/** When each command was last handed to a colleague, epoch ms, by its id. */
export const handedOver = async (db: AccountDatabase): Promise<Map<string, number>> => {
  const rows = (await titipanKeluar(db)).filter(({ diSini }) => diSini === undefined);
  return new Map(
    rows.sort((a, b) => a.at - b.at).flatMap(({ at, perintah }) => perintah.flat().map((id) => [id, at])),
  );
};
