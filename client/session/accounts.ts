import type { Actor } from '../../shared/commands/index.ts';
import { isInstansi } from '../../shared/protocol/index.ts';
import {
  type AccountStore,
  actorOf,
  deleteAccountStore,
  deleteDatabase,
  getMeta,
  getSetting,
  keepLikelyAccount,
  likelyAccount,
  onlyHere,
  openAccountStore,
  type Registry,
  type Saya,
  type Shelf,
  setSetting,
} from '../store/index.ts';

/** An account on this phone with how much of it has not arrived. */
export type AkunDiHp = {
  readonly id: string;
  readonly nip: string;
  readonly nama: string;
  readonly jabatan: string;
  /** What has not arrived: everything that was done, and photos. */
  readonly belum: { readonly isian: number; readonly foto: number };
  /** Its owner signed out: it opens by the password alone. */
  readonly keluar: boolean;
};

/** A person's place in the app: who she is, where, and in which role. */
export type Orang = {
  readonly account: {
    readonly id: string;
    readonly nip: string;
    readonly nama: string;
    readonly jabatan: string;
  };
  readonly actor: Actor;
  /** Where the staff is that a head rates; a teacher's school. */
  readonly shard: string;
  /** Where the person's own work lies: a head's is with those whom his superior rates, once he has one here. */
  readonly diri: string;
  readonly peran: 'guru' | 'penilai';
  /** Whether she keeps the people of an instansi or a school: not, beside her own work, or and nothing else. */
  readonly admin: 'tidak' | 'juga' | 'saja';
  /** True for an admin of an instansi: personnel files are imported there. */
  readonly mengimpor: boolean;
  /** True for whoever is over schools: a pengawas, an admin. */
  readonly memantau: boolean;
  readonly store: AccountStore;
};

/**
 * Opens an account that was used here before; null where its database never got as far as a person, `terkunci` where it has
 * an app lock and nothing to open it was given (`pakaiKunci` with the key). Needs no network.
 */
export const openAccount = async (
  id: string,
  shelf: Shelf = {},
  buka?: (store: AccountStore) => Promise<unknown>,
): Promise<Orang | 'terkunci' | null> => {
  const store = await openAccountStore(id, shelf);
  const [saya, kunci] = await Promise.all([getMeta(store.db, 'saya'), getMeta(store.db, 'kunci')]);
  if (kunci && !buka) {
    store.db.close();
    return 'terkunci';
  }
  if (kunci) await buka?.(store);
  const orang = saya ? personOf(saya, store) : null;
  if (!orang) store.db.close();
  return orang;
};

/** Reads person and role out of what sign-in stored. */
export const personOf = (saya: Saya, store: AccountStore): Orang | null => {
  const dinilai = saya.grants.find(({ peran }) => peran === 'guru');
  const admin = saya.grants.find(({ peran }) => peran === 'admin');
  const kerja = saya.grants.find(({ peran }) => peran === 'penilai') ?? dinilai;
  // Retired or suspended: what was hers stays readable, and nothing new is taken.
  const grant = kerja ?? admin ?? saya.grants.find(({ peran }) => peran === 'pembaca');
  if (!grant) return null;
  const { id, nip, nama, jabatan } = saya;
  return {
    account: { id, nip, nama, jabatan },
    actor: actorOf(saya, grant.s),
    shard: grant.s,
    diri: dinilai?.s ?? grant.s,
    peran: grant.peran === 'penilai' ? 'penilai' : 'guru',
    admin: !admin ? 'tidak' : kerja ? 'juga' : 'saja',
    mengimpor: saya.grants.some(({ peran, s }) => peran === 'admin' && isInstansi(s)),
    memantau: saya.grants.some(({ peran }) => peran === 'admin' || peran === 'atasan'),
    store,
  };
};

/** The accounts of this phone, last used first. */
export const accountsOnPhone = async (registry: Registry, shelf: Shelf = {}): Promise<AkunDiHp[]> => {
  const known = (await registry.accounts.orderBy('lastUsed').reverse().toArray()).filter(
    ({ hilang }) => hilang === undefined,
  );
  return Promise.all(
    known.map(async ({ id, nip, nama, jabatan, keluar = false }) => {
      const store = await openAccountStore(id, shelf);
      const { isian, foto } = await onlyHere(store.db);
      store.db.close();
      return { id, nip, nama, jabatan, belum: { isian, foto }, keluar };
    }),
  );
};

/** True where something is to be told of an account that was wiped, or is to be, off this lost phone. */
export const adaYangHilang = async (registry: Registry): Promise<boolean> =>
  (await getSetting(registry, 'lenyap')).some(({ dibaca }) => !dibaca) ||
  (await registry.accounts.filter(({ hilang }) => hilang !== undefined).count()) > 0;

/** The account in use; null after "Keluar". */
export const activeAccount = (registry: Registry): Promise<string | null> => getSetting(registry, 'active');

/**
 * The account in use, and its data where they could be opened meanwhile: the databases are opened side by side, on the
 * guess that it is the one that was used last. Wrong, it is closed again and nothing of it is shown.
 */
export const openLikely = async (
  registry: Registry,
): Promise<[string | null, Orang | 'terkunci' | undefined]> => {
  const guess = likelyAccount();
  const opening = guess === null ? undefined : openAccount(guess).catch(() => null);
  const active = await activeAccount(registry);
  keepLikelyAccount(active);
  const orang = (await opening) ?? undefined;
  if (active === guess) return [active, orang];
  if (orang && orang !== 'terkunci') orang.store.db.close();
  // Wiped by the service worker since: the guess has only made an empty database anew.
  if (guess !== null && !(await registry.accounts.get(guess))) await deleteDatabase(guess);
  return [active, undefined];
};

/** Makes an account the one in use. Touches no other account's data. */
export const activate = async (registry: Registry, id: string, now: number): Promise<void> => {
  await registry.accounts.update(id, { lastUsed: now });
  await setSetting(registry, 'active', id);
};

/**
 * "Hapus data saya dari HP ini": the account's database goes, and its line in the list. Refuses while something is
 * nowhere else (not sent, or not even saved), unless the person typed how much that is.
 */
export const eraseAccount = async (
  registry: Registry,
  store: AccountStore,
  typed: number | null,
): Promise<{ ok: true } | { ok: false; unsent: number }> => {
  const { isian, foto, draf } = await onlyHere(store.db);
  const unsent = isian + foto + draf;
  if (unsent > 0 && typed !== unsent) return { ok: false, unsent };
  keepLikelyAccount(null);
  await deleteAccountStore(store);
  await registry.accounts.delete(store.accountId);
  if ((await activeAccount(registry)) === store.accountId) await setSetting(registry, 'active', null);
  return { ok: true };
};
