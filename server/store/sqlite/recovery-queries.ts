import { canonicalJson } from '../../../shared/protocol/index.ts';
import type { WriteTx } from '../port.ts';
import { eras } from './schema.ts';
import { type Db, putter } from './statements.ts';

/** The mark of a start. */
export const recoveryWrites = (db: Db): Pick<WriteTx, 'putEra'> => {
  const put = putter(db, eras, [eras.id]);
  return { putEra: ({ heads, ...era }) => put({ ...era, heads: canonicalJson(heads) }) };
};
