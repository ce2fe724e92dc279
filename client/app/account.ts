import { periksaHilang } from '../actions/index.ts';
import { pakaiSebutan, sebutanDi } from '../i18n/sebutan.ts';
import { eraseAccount, type Orang, openAccount, shutDoor, signOut } from '../session/index.ts';
import {
  type AccountStore,
  deleteDatabase,
  getMeta,
  getSetting,
  setPhotoFetcher,
  tutupLaci,
  watch,
} from '../store/index.ts';
import { fetchTransport, photoFetcher, startSender } from '../sync/index.ts';
import type { App } from './context.ts';
import { akhiriLatihan } from './theme.ts';
import { type Dunia, LATIHAN, openName } from './world.ts';

const letGo = new WeakMap<AccountStore, () => void>();
/** Says to the other pages of the phone that this one has the account open, until {@link letGoOpen}. */
export const holdOpen = (store: AccountStore): void => {
  const held = new Promise<void>((resolve) => letGo.set(store, resolve));
  void navigator.locks?.request(openName(store.accountId), { mode: 'shared' }, () => held);
};

const sesudah =
  (...semua: readonly ((() => void) | undefined)[]) =>
  (): void => {
    for (const satu of semua) satu?.();
  };

export const letGoOpen = (store: AccountStore): void => letGo.get(store)?.();

/** What a person is let in with: the key of her lock, or her data where they were opened ahead. */
export type Bawaan = {
  readonly buka?: ((store: AccountStore) => Promise<unknown>) | undefined;
  readonly opened?: Orang | 'terkunci' | undefined;
};

/** Answers after which it is worth asking whether this phone was marked as lost. */
const TIDAK_MASUK: ReadonlySet<string> = new Set(['perangkat_dicabut', 'masuk_lagi']);

/** Asks, each time that this phone was not let in; a page whose account is to be wiped is left by itself (`ikutTabLain`). */
const lihatHilang = (store: AccountStore, tempat: Pick<Dunia, 'registry' | 'clock'>): void => {
  const unwatch = watch(
    () => getMeta(store.db, 'attempt'),
    (attempt) => {
      if (TIDAK_MASUK.has(attempt?.code ?? ''))
        void periksaHilang(store.accountId, { ...tempat, transport: fetchTransport }, store).catch(
          () => undefined,
        );
    },
  );
  letGo.set(store, sesudah(letGo.get(store), unwatch));
};

/** Opens a person's data, unless they are open already, and starts her sender; null where this phone does not know her (any more). See `openAccount`. */
export const openApp = async (
  id: string,
  { registry, clock, random }: Dunia,
  { buka, opened }: Bawaan = {},
): Promise<App | 'terkunci' | null> => {
  const orang = opened ?? (await openAccount(id, {}, buka));
  if (!orang || orang === 'terkunci') return orang;
  // Who signs in beside a training has left it: a reload is not to bring it back.
  akhiriLatihan();
  holdOpen(orang.store);
  setPhotoFetcher(photoFetcher(fetchTransport));
  pakaiSebutan(sebutanDi(orang));
  const engine = startSender({
    store: orang.store,
    transport: fetchTransport,
    clock,
    random,
    app: __VERSI__,
    dataChoice: async () => ({
      wifiSaja: await getSetting(registry, 'wifiSaja'),
      hematData: await getSetting(registry, 'hematData'),
    }),
  });
  lihatHilang(orang.store, { registry, clock });
  return { ...orang, engine, registry, clock, latihan: false };
};

/** Stops the sender and lets go of the database; an app lock's words go out of memory with it. */
export const closeApp = (app: App): void => {
  app.engine.stop();
  app.store.db.close();
  tutupLaci(app.account.id);
  letGoOpen(app.store);
};

/** Longer than a form takes to begin writing what it holds. */
const LAST_WORDS = 300;

/** Locks: forms that have just been closed write what they hold, then the database and its key are let go. */
export const lockApp = async (app: App): Promise<void> => {
  app.engine.stop();
  await new Promise((resolve) => setTimeout(resolve, LAST_WORDS));
  const { db } = app.store;
  await db.transaction('rw', db.tables, () => db.meta.count());
  closeApp(app);
};

/** The first half of "Keluar": before a door is shown it is shut, or a reload just then would open the account again. */
export const shut = async (app: App): Promise<void> => {
  if (!app.latihan) await shutDoor();
};

/** "Keluar": the session ends, the data stays. */
export const leave = async (app: App): Promise<void> => {
  closeApp(app);
  if (!app.latihan) return signOut();
  akhiriLatihan();
  await deleteDatabase(LATIHAN);
};

/** "Hapus data saya dari HP ini". */
export const erase = async (
  app: App,
  typed: number | null,
): Promise<{ ok: true } | { ok: false; unsent: number }> => {
  const done = await eraseAccount(app.registry, app.store, typed);
  if (!done.ok) return done;
  app.engine.stop();
  await signOut();
  return done;
};

declare const __VERSI__: string;
