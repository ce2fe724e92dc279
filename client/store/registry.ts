import { Dexie, type Table } from 'dexie';
import type { Shelf } from './database.ts';

/** An account that was used on this phone. */
export type KnownAccount = {
  readonly id: string;
  readonly nip: string;
  readonly nama: string;
  readonly jabatan: string;
  readonly lastUsed: number;
  /** Set (epoch ms) where this phone was ordered to wipe the account: nobody gets into it any more, but by the password. */
  readonly hilang?: number;
  /** The device under which somebody signed in last: another one after a loss, by which a wipe under way sees that the owner is back. */
  readonly masuk?: string;
  /** Its owner signed out here: whoever opens it again needs the password. Gone with the next signing in. */
  readonly keluar?: true;
};

/** An account that was wiped off this phone, until somebody has read it and the service knows. */
export type Lenyap = {
  readonly id: string;
  readonly pada: number;
  readonly dibaca: boolean;
  /** What tells the service, signed while there was still a key; null once it knows. */
  readonly lapor: { readonly isi: string; readonly tanda: string } | null;
};

/** What the phone remembers for all its accounts. */
export type Settings = {
  active: string | null;
  tema: 'hp' | 'terang' | 'gelap';
  skalaTeks: number;
  wifiSaja: boolean;
  hematData: boolean;
  kameraAplikasi: boolean;
  /** What this phone has asked the service for; null where it is not to be woken. */
  pengingat: { readonly alamat: string; readonly jam: string; readonly hari: readonly number[] } | null;
  /** Day of the last reminder that was shown. */
  ingatTerakhir: string;
  /** Accounts that were wiped because the phone is lost. */
  lenyap: readonly Lenyap[];
};
export type SettingKey = keyof Settings;

/** Something that another app shared into this one, until a form takes it. */
export type Shared = {
  readonly id: string;
  readonly files: readonly { readonly name: string; readonly type: string; readonly bytes: ArrayBuffer }[];
  readonly text: string;
  readonly at: number;
};

export type Registry = Dexie & {
  readonly accounts: Table<KnownAccount, string>;
  readonly settings: Table<{ key: SettingKey; value: unknown }, SettingKey>;
  readonly shared: Table<Shared, string>;
};

/** The small database that lists this phone's accounts and settings; no entry is ever in it. */
export const openRegistry = (shelf: Shelf = {}): Registry => {
  const db = new Dexie('kinerja-hp', { chromeTransactionDurability: 'strict', ...shelf }) as Registry;
  db.version(1).stores({ accounts: '&id, nip, lastUsed', settings: '&key', shared: '&id, at' });
  return db;
};

const DEFAULTS: Settings = {
  active: null,
  tema: 'hp',
  skalaTeks: 1,
  wifiSaja: false,
  hematData: false,
  kameraAplikasi: false,
  pengingat: null,
  ingatTerakhir: '',
  lenyap: [],
};

/** Wiping an account and signing in to it, one at a time on this phone; where there are no locks, each looks for the other. */
export const inWipeTurn = <T>(id: string, work: () => Promise<T>): Promise<T> => {
  const { locks } = (globalThis as { navigator?: { locks?: LockManager } }).navigator ?? {};
  return locks ? (locks.request(`hilang:${id}`, work) as Promise<T>) : work();
};

/** One setting of the phone, or its default. */
export const getSetting = async <K extends SettingKey>(registry: Registry, key: K): Promise<Settings[K]> =>
  ((await registry.settings.get(key))?.value as Settings[K] | undefined) ?? DEFAULTS[key];

/** Sets one setting of the phone. */
export const setSetting = async <K extends SettingKey>(
  registry: Registry,
  key: K,
  value: Settings[K],
): Promise<void> => {
  await registry.settings.put({ key, value });
};

/** Days for which something shared waits for a form. */
const SHARED_DAYS = 7;

/** Keeps what another app shared beside what waits already; what nobody came back for in a week makes room. */
export const keepShared = (registry: Registry, shared: Shared): Promise<void> =>
  registry.transaction('rw', registry.shared, async () => {
    await registry.shared
      .where('at')
      .below(shared.at - SHARED_DAYS * 86_400_000)
      .delete();
    await registry.shared.put(shared);
  });

/** Name of something shared: whose it is stands in it, so that a list need not read the bytes. Nobody's before signing in. */
export const sharedId = (uuid: string, account: string | null): string => `${uuid}.${account ?? ''}`;

/**
 * Ids of what this person shared, or what was shared while nobody was signed in, and has gone nowhere yet; the newest first.
 * No bytes are read.
 */
export const sharedWaiting = async (registry: Registry, account: string): Promise<string[]> =>
  (await registry.shared.orderBy('at').reverse().primaryKeys()).filter((id) =>
    ['', account].includes(id.split('.')[1] ?? ''),
  );

/** What another app shared, once: it is taken out, so that a later visit does not find it again. */
export const takeShared = (registry: Registry, id: string): Promise<Shared | undefined> =>
  registry.transaction('rw', registry.shared, async () => {
    const shared = await registry.shared.get(id);
    await registry.shared.delete(id);
    return shared;
  });
