import { Dexie } from 'dexie';
import { polaTampil } from '../../shared/domain/index.ts';
import { isInstansi } from '../../shared/protocol/index.ts';
import type { RecordOf, Skp } from '../../shared/records/index.ts';
import type { AccountStore, RecordRow } from './database.ts';

const milik = (
  { db }: AccountStore,
  kind: 'pola' | 'polaSembunyi',
  owner: string,
): PromiseLike<RecordRow[]> =>
  db.records
    .where('[kind+owner+tanggal]')
    .between([kind, owner, Dexie.minKey], [kind, owner, Dexie.maxKey])
    .toArray();

const hidup = ({ hapus }: RecordRow): boolean => hapus === 0;
const menurutNama = (a: RecordOf<'pola'>, b: RecordOf<'pola'>): number => {
  const [satu, lain] = [a.content.nama.toLowerCase(), b.content.nama.toLowerCase()];
  return satu < lain ? -1 : satu > lain ? 1 : 0;
};
const sebagaiPola = (rows: readonly RecordRow[]): RecordOf<'pola'>[] =>
  rows.map(({ visible }) => visible as RecordOf<'pola'>).sort(menurutNama);

/** A person's own quick patterns, by name. */
export const polaOf = async (store: AccountStore, owner: string): Promise<RecordOf<'pola'>[]> =>
  sebagaiPola((await milik(store, 'pola', owner)).filter(hidup));

/** What a school shares, by name; what is retired too. */
export const polaSekolahOf = async (store: AccountStore, shard: string): Promise<RecordOf<'pola'>[]> =>
  sebagaiPola((await milik(store, 'pola', '')).filter((row) => row.shard === shard));

/** What a person has hidden of what her school shares: the marks, each naming a pattern. */
export const polaSembunyiOf = async (
  store: AccountStore,
  owner: string,
): Promise<RecordOf<'polaSembunyi'>[]> =>
  (await milik(store, 'polaSembunyi', owner))
    .filter(hidup)
    .map(({ visible }) => visible as RecordOf<'polaSembunyi'>);

/** A person's patterns as they are read of the phone, before they are fitted to her SKP. */
export type PolaDibaca = Parameters<typeof polaTampil>[0];

/** Her own, those of whatever school she works in, and what of them she has hidden. */
export const polaDibaca = async (store: AccountStore, owner: string): Promise<PolaDibaca> => {
  const [saya, sekolah, sembunyi] = await Promise.all([
    polaOf(store, owner),
    milik(store, 'pola', ''),
    polaSembunyiOf(store, owner),
  ]);
  return {
    saya,
    // An admin of the instansi holds its own list too: what of it is meant for him is in his school's.
    sekolah: sebagaiPola(sekolah.filter((row) => hidup(row) && !isInstansi(row.shard))),
    sembunyi: new Set(sembunyi.map(({ content }) => content.pola)),
  };
};

/** A person's list in three parts: her own, what is shared with her, and what of that she has hidden. */
export const polaMilik = (dibaca: PolaDibaca, skp: Skp | null) => {
  const [semua, tampil] = [polaTampil({ ...dibaca, sembunyi: new Set() }, skp), polaTampil(dibaca, skp)];
  return {
    saya: tampil.filter(({ dari }) => dari === 'saya'),
    sekolah: tampil.filter(({ dari }) => dari !== 'saya'),
    sembunyi: semua.filter(({ id }) => dibaca.sembunyi.has(id)),
  };
};
