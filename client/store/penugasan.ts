import type { RecordOf } from '../../shared/records/index.ts';
import type { AccountStore } from './database.ts';

/** Who works in a unit from when to when, as far as it is written down: what denominators are counted by. */
export const penugasanAll = async ({ db }: AccountStore, shard: string): Promise<RecordOf<'penugasan'>[]> =>
  (await db.records.where('[shard+kind]').equals([shard, 'penugasan']).toArray())
    .filter(({ hapus }) => hapus === 0)
    .map(({ visible }) => visible as RecordOf<'penugasan'>);
