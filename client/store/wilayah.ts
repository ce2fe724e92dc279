import type { TabelDilihat } from '../../shared/protocol/index.ts';
import { type AccountStore, getMeta, setMeta } from './database.ts';

/** What this phone last saw of the schools; numbers only, people's names are kept nowhere. */
export const tabelDilihat = ({ db }: AccountStore): Promise<TabelDilihat | undefined> =>
  getMeta(db, 'wilayah');

/** Keeps it, so that it can be read without a network. */
export const simpanTabel = ({ db }: AccountStore, dilihat: TabelDilihat): Promise<void> =>
  setMeta(db, 'wilayah', dilihat);

/** Forgets it, once one is over no school any more. */
export const lupakanTabel = ({ db }: AccountStore): Promise<void> => db.meta.delete('wilayah');
