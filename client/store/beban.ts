import type { Ukuran } from '../../shared/domain/index.ts';
import { type AccountStore, getMeta, setMeta } from './database.ts';

/** As many measures as are kept: half a year of a busy teacher's. */
const TERBANYAK = 600;

/** Keeps how long a saving took, on this phone only; the oldest make room. */
export const catatUkuran = ({ db }: AccountStore, ukuran: Ukuran): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    const semua = (await getMeta(db, 'beban')) ?? [];
    await setMeta(db, 'beban', [...semua, ukuran].slice(-TERBANYAK));
  });

/** What this phone has measured of its person, the oldest first. */
export const ukuranBeban = async ({ db }: AccountStore): Promise<readonly Ukuran[]> =>
  (await getMeta(db, 'beban')) ?? [];

/** Forgets it all, as she may at any time. */
export const lupakanUkuran = ({ db }: AccountStore): Promise<void> => db.meta.delete('beban');
