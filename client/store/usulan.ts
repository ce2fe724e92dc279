import type { RecordOf } from '../../shared/records/index.ts';
import type { AccountStore, RecordRow } from './database.ts';

/** A usulan as its owner sees it, with how the own commands on it stand. */
export type UsulanRow = RecordOf<'usulan'> & Pick<RecordRow, 'lokal' | 'code' | 'params'>;

/** The person's own usulan, the last first. */
export const usulanOf = async ({ db, accountId }: AccountStore): Promise<UsulanRow[]> =>
  (await db.records.where('kind').equals('usulan').toArray())
    .filter(({ owner, visible }) => owner === accountId && visible.content !== null)
    .map(({ visible, lokal, code, params }) => ({ ...(visible as RecordOf<'usulan'>), lokal, code, params }))
    .sort((a, b) => b.state.diajukan - a.state.diajukan);

/** The person's own data, as they stand where her own work lies; those of her school where they stand nowhere else. */
export const dataDiri = async (
  { db, accountId }: AccountStore,
  diri: string,
): Promise<RecordOf<'pegawai'> | null> => {
  const rows = (await db.records.where('kind').equals('pegawai').toArray()).filter(
    ({ owner, hapus }) => owner === accountId && hapus === 0,
  );
  const row = rows.find(({ shard }) => shard === diri) ?? rows[0];
  return row ? (row.visible as RecordOf<'pegawai'>) : null;
};
