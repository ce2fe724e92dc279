import type { RecordOf } from '../../shared/records/index.ts';
import { type AccountStore, getMeta, type RecordRow } from './database.ts';

/** A portfolio as its owner sees it; `pasti` is its stage as the server last said, null where it has not said anything. */
export type PortofolioRow = RecordOf<'portofolio'> &
  Pick<RecordRow, 'lokal' | 'code' | 'params'> & {
    readonly pasti: RecordOf<'portofolio'>['state']['tahap'] | null;
  };

/** The person's own portfolio; one that the server refused comes last. */
export const portofolioSaya = async ({ db, accountId }: AccountStore): Promise<PortofolioRow | null> => {
  const rows = (await db.records.where('kind').equals('portofolio').toArray())
    .filter(({ owner, hapus, visible }) => owner === accountId && hapus === 0 && visible.content !== null)
    .sort((a, b) => Number(a.lokal === 'ditolak') - Number(b.lokal === 'ditolak') || (a.id < b.id ? -1 : 1));
  const [row] = rows;
  if (!row) return null;
  const { visible, confirmed, lokal, code, params } = row;
  const pasti = confirmed ? (confirmed as RecordOf<'portofolio'>).state.tahap : null;
  return { ...(visible as RecordOf<'portofolio'>), lokal, code, params, pasti };
};

/** Schools for which the person may open and close portfolios: where she is penilai or atasan. */
export const satkerDiatur = async ({ db }: AccountStore): Promise<RecordOf<'satker'>[]> => {
  const grants = (await getMeta(db, 'saya'))?.grants ?? [];
  const shards = new Set(
    grants.filter(({ peran }) => peran === 'penilai' || peran === 'atasan').map(({ s }) => s),
  );
  return (await db.records.where('kind').equals('satker').toArray())
    .filter(({ shard, hapus }) => hapus === 0 && shards.has(shard))
    .map(({ visible }) => visible as RecordOf<'satker'>);
};
