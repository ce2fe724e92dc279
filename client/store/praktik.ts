import type { RecordOf } from '../../shared/records/index.ts';
import type { AccountDatabase, AccountStore, RecordRow } from './database.ts';

/** A year in the teachers' flow as screens show it, with how the own commands on it stand. */
export type PraktikRow = RecordOf<'praktik'> & Pick<RecordRow, 'lokal' | 'code'>;

const asPraktik = ({ visible, lokal, code }: RecordRow): PraktikRow => ({
  ...(visible as RecordOf<'praktik'>),
  lokal,
  code,
});

/** One that the server has comes before one that it refused; then the one that every phone would choose. */
const first = (a: PraktikRow, b: PraktikRow): number =>
  Number(a.lokal === 'ditolak') - Number(b.lokal === 'ditolak') || (a.id < b.id ? -1 : 1);

const rows = async (db: AccountDatabase): Promise<PraktikRow[]> =>
  (await db.records.where('kind').equals('praktik').toArray())
    .filter(({ hapus }) => hapus === 0)
    .map(asPraktik)
    .sort(first);

/** Everybody's of a year, that which counts first. */
export const praktikTahun = async ({ db }: AccountStore, tahun: number): Promise<PraktikRow[]> =>
  (await rows(db)).filter(({ content }) => content.tahun === tahun);

/** The person's own of a year; within the caller's transaction where there is one. */
export const praktikOf = async (
  db: AccountDatabase,
  owner: string,
  tahun: number,
): Promise<readonly PraktikRow[]> =>
  (await rows(db)).filter((row) => row.owner === owner && row.content.tahun === tahun);
