import { shardOf } from '../../shared/protocol/index.ts';
import type { RecordOf } from '../../shared/records/index.ts';
import type { ReadTx } from '../store/index.ts';

/** Where an instansi writes its imports and keeps whoever belongs to no school, unless it is told another number. */
export const INSTANSI = 'P0000000';
/** Where it keeps what it decides for all of its schools. */
export const SHARD_INSTANSI = shardOf(INSTANSI);

/** A school's own record; null where there is none. */
export const satkerDi = async (tx: ReadTx, shard: string): Promise<RecordOf<'satker'> | null> => {
  const [found] = await tx.recordsOfKind(shard, 'satker');
  return found?.record.kind === 'satker' ? found.record : null;
};
