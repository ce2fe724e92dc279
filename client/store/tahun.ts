import { Dexie } from 'dexie';
import type { RecordOf } from '../../shared/records/index.ts';
import type { AccountStore, RecordRow } from './database.ts';

/** Entries dated in a year, deleted ones too, as the person sees them; without what lists say of their sending. */
export const entriSetahun = async (
  { db }: AccountStore,
  owner: string,
  tahun: number,
): Promise<RecordOf<'entri'>[]> =>
  entriDari(
    await db.records
      .where('[kind+owner+tanggal]')
      .between(['entri', owner, `${tahun}-`], ['entri', owner, `${tahun}-~`])
      .toArray(),
  );

/** Entries under these ids, as far as this phone has them. */
export const entriMenurutId = async (
  { db }: AccountStore,
  ids: readonly string[],
): Promise<RecordOf<'entri'>[]> =>
  entriDari((await db.records.bulkGet([...ids])).filter((row) => row !== undefined));

const entriDari = (rows: readonly RecordRow[]): RecordOf<'entri'>[] =>
  rows.flatMap(({ visible }) => (visible.kind === 'entri' && visible.content ? [visible] : []));

const milik = ({ db }: AccountStore, owner: string) =>
  db.records.where('[kind+owner+tanggal]').between(['entri', owner, '1'], ['entri', owner, Dexie.maxKey]);

/** The day of a person's first entry ever; null where there is none. */
export const hariPertama = async (store: AccountStore, owner: string): Promise<string | null> =>
  (await milik(store, owner).first())?.tanggal ?? null;

/** The years in which a person recorded anything, the last first. */
export const tahunBerisi = async (store: AccountStore, owner: string): Promise<number[]> => {
  const awal = await milik(store, owner).first();
  const akhir = await milik(store, owner).last();
  const [dari, sampai] = [awal, akhir].map((row) => Number(row?.tanggal.slice(0, 4)));
  if (!dari || !sampai) return [];
  return Array.from({ length: sampai - dari + 1 }, (_, i) => sampai - i);
};
