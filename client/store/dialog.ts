import type { RecordOf } from '../../shared/records/index.ts';
import type { AccountDatabase, AccountStore, RecordRow } from './database.ts';

/** A page for the career talk as screens show it, with how the own commands on it stand. */
export type DialogRow = RecordOf<'dialog'> & Pick<RecordRow, 'lokal' | 'code'>;

/** One that the server has comes before one that it refused; then the one that every phone would choose. */
const first = (a: DialogRow, b: DialogRow): number =>
  Number(a.lokal === 'ditolak') - Number(b.lokal === 'ditolak') || (a.id < b.id ? -1 : 1);

/** The person's own pages, each year's first one before others of it; within the caller's transaction where there is one. */
export const dialogOf = async (db: AccountDatabase, owner: string): Promise<DialogRow[]> =>
  (await db.records.where('kind').equals('dialog').toArray())
    .filter((row) => row.owner === owner && row.hapus === 0 && row.visible.content !== null)
    .map(({ visible, lokal, code }) => ({ ...(visible as RecordOf<'dialog'>), lokal, code }))
    .sort(first);

/** The person's page of a year. */
export const dialogTahun = async (
  { db }: AccountStore,
  owner: string,
  tahun: number,
): Promise<DialogRow | undefined> =>
  (await dialogOf(db, owner)).find(({ content }) => content.tahun === tahun);
