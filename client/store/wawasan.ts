import type { RentangHari } from '../../shared/domain/index.ts';
import type { RecordOf } from '../../shared/records/index.ts';
import type { AccountStore, RecordRow } from './database.ts';

const alive = ({ hapus }: RecordRow): boolean => hapus === 0;

/** Every entry of a school in a stretch of days, without where each stands on its way: sums need no more. */
export const entriSekolah = async (
  { db }: AccountStore,
  { awal, akhir }: RentangHari,
): Promise<RecordOf<'entri'>[]> =>
  (await db.records.where('[kind+tanggal]').between(['entri', awal], ['entri', akhir], true, true).toArray())
    .filter(alive)
    .map(({ visible }) => visible as RecordOf<'entri'>);

/** Day of the first entry of anybody that the phone knows of; null where there is none. */
export const entriPertama = async ({ db }: AccountStore): Promise<string | null> =>
  (await db.records.where('[kind+tanggal]').between(['entri', '2'], ['entri', '3']).first())?.tanggal ?? null;
