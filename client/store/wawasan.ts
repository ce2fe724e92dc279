import type { RentangHari } from '../../shared/domain/index.ts';
import type { RecordOf } from '../../shared/records/index.ts';
import type { AccountStore, RecordRow } from './database.ts';

const alive = ({ hapus }: RecordRow): boolean => hapus === 0;

/** Every entry of a school in a stretch of days, without where each stands on its way: sums need no more. */
export const entriSekolah = async (
  { db }: AccountStore,
  shard: string,
  { awal, akhir }: RentangHari,
): Promise<RecordOf<'entri'>[]> =>
  (await db.records.where('[kind+tanggal]').between(['entri', awal], ['entri', akhir], true, true).toArray())
    .filter((row) => alive(row) && row.shard === shard)
    .map(({ visible }) => visible as RecordOf<'entri'>);

/** Day of the school's first entry that counts, as far as the phone knows; null where there is none. */
export const entriPertama = async ({ db }: AccountStore, shard: string): Promise<string | null> => {
  const semua = db.records.where('[kind+tanggal]').between(['entri', '2'], ['entri', '3']);
  const counts = (row: RecordRow): boolean => alive(row) && row.shard === shard && row.tahap !== 'DITARIK';
  return (await semua.filter(counts).first())?.tanggal ?? null;
};
