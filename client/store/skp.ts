import type { RecordOf } from '../../shared/records/index.ts';
import type { AccountStore, RancanganSkp, RecordRow } from './database.ts';

/** An SKP with how the own commands on it stand. */
export type SkpRow = RecordOf<'skp'> & Pick<RecordRow, 'lokal' | 'code' | 'params'>;

const asSkp = ({ visible, lokal, code, params }: RecordRow): SkpRow => ({
  ...(visible as RecordOf<'skp'>),
  lokal,
  code,
  params,
});

/** Every SKP on this phone that is not deleted, the newest year first: a teacher's own, for a head those of his school. */
export const skpRows = async ({ db }: AccountStore): Promise<SkpRow[]> => {
  const rows = await db.records.where('kind').equals('skp').toArray();
  return rows
    .filter(({ hapus }) => hapus === 0)
    .map(asSkp)
    .sort((a, b) => b.content.tahun - a.content.tahun);
};

/** One SKP, deleted or not; none where a deletion came without what it had said. */
export const skpById = async ({ db }: AccountStore, id: string): Promise<SkpRow | undefined> => {
  const row = await db.records.get(id);
  return row?.kind === 'skp' && row.visible.content ? asSkp(row) : undefined;
};

/** SKP that are being written on this phone, the last worked on first. */
export const rancanganAll = async ({ db }: AccountStore): Promise<RancanganSkp[]> =>
  (await db.rancangan.toArray()).sort((a, b) => b.diubah - a.diubah);
