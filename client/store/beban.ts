import type { Ukuran } from '../../shared/domain/index.ts';
import { type AccountStore, getMeta, setMeta } from './database.ts';

/** As many measures as are kept: half a year of a busy teacher's. */
const TERBANYAK = 600;

/** Keeps how long a saving took, on this phone only; the oldest make room. True where she agreed to be counted. */
export const catatUkuran = ({ db }: AccountStore, ukuran: Ukuran): Promise<boolean> =>
  db.transaction('rw', db.meta, async () => {
    const semua = (await getMeta(db, 'beban')) ?? [];
    await setMeta(db, 'beban', [...semua, ukuran].slice(-TERBANYAK));
    return (await getMeta(db, 'bebanIzin')) === true;
  });

/** What this phone has measured of its person, the oldest first. */
export const ukuranBeban = async ({ db }: AccountStore): Promise<readonly Ukuran[]> =>
  (await getMeta(db, 'beban')) ?? [];

/** Forgets it all, as she may at any time. */
export const lupakanUkuran = ({ db }: AccountStore): Promise<void> => db.meta.delete('beban');
