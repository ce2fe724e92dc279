import { Dexie } from 'dexie';
import type { RecordOf } from '../../shared/records/index.ts';
import type { AccountStore, RecordRow } from './database.ts';

/** A kendala as screens show it, with how the own commands on it stand; `dicatatPada` is epoch ms, 0 from elsewhere. */
export type KendalaRow = RecordOf<'kendala'> & Pick<RecordRow, 'lokal' | 'code' | 'dicatatPada'>;

const asKendala = ({ visible, lokal, code, dicatatPada }: RecordRow): KendalaRow => ({
  ...(visible as RecordOf<'kendala'>),
  lokal,
  code,
  dicatatPada,
});

/** Newest first. One that the server would not have counts nowhere but with its author. */
const urut = (rows: readonly RecordRow[]): KendalaRow[] =>
  rows
    .filter(({ hapus }) => hapus === 0)
    .map(asKendala)
    .sort((a, b) => (`${a.content.mulai} ${a.id}` < `${b.content.mulai} ${b.id}` ? 1 : -1));

/** A person's own; within the caller's transaction where there is one. */
export const kendalaOf = async ({ db }: AccountStore, owner: string): Promise<KendalaRow[]> =>
  urut(
    await db.records
      .where('[kind+owner+tanggal]')
      .between(['kendala', owner, Dexie.minKey], ['kendala', owner, Dexie.maxKey])
      .toArray(),
  );

/** Everybody's of a school. */
export const kendalaAll = async ({ db }: AccountStore, shard: string): Promise<KendalaRow[]> =>
  urut(await db.records.where('[shard+kind]').equals([shard, 'kendala']).toArray()).filter(
    ({ lokal }) => lokal !== 'ditolak',
  );
