import { isPolaSekolah } from '../../../shared/domain/index.ts';
import type { PolaSekolah, RecordOf } from '../../../shared/records/index.ts';
import type { ReadTx } from '../../store/index.ts';

/** A record of a pattern that is shared, with its content known to be one. */
export type PolaBersama = RecordOf<'pola'> & { readonly content: PolaSekolah };

/** What a school, or the instansi, shares; what is retired too. */
export const polaBersamaDi = async (tx: ReadTx, shard: string): Promise<PolaBersama[]> =>
  (await tx.recordsOfKind(shard, 'pola', '')).flatMap(({ record }) =>
    record.kind === 'pola' && isPolaSekolah(record.content) ? [record as PolaBersama] : [],
  );
