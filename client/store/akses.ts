import type { Akses, RecordOf } from '../../shared/records/index.ts';
import { type AccountStore, getMeta, setMeta } from './database.ts';

const MOST = 20;

/** What was done to the person's own account, the last first. */
export const aksesOf = async ({ db }: AccountStore, owner: string): Promise<readonly Akses[]> =>
  (await db.records.where('kind').equals('akses').toArray())
    .filter((row) => row.owner === owner)
    .map(({ visible }) => (visible as RecordOf<'akses'>).content)
    .sort((a, b) => b.pada - a.pada)
    .slice(0, MOST);

/** What others did to it since she last said that she knows; a slip that was used as well, since that may not have been she. */
export const aksesBaru = async (store: AccountStore, owner: string): Promise<readonly Akses[]> => {
  const dibaca = (await getMeta(store.db, 'aksesDibaca')) ?? 0;
  const nama = (await getMeta(store.db, 'saya'))?.nama;
  return (await aksesOf(store, owner)).filter(
    ({ jenis, oleh, pada }) =>
      // That it was made is no news to whoever it was made for.
      pada > dibaca && jenis !== 'akun' && (oleh !== nama || jenis === 'slip_dipakai'),
  );
};

/** She has read what was done up to `pada`, epoch ms. */
export const aksesDibaca = (store: AccountStore, pada: number): Promise<unknown> =>
  setMeta(store.db, 'aksesDibaca', pada);
