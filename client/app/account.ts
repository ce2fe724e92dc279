import { pakaiSebutan, sebutanDi } from '../i18n/sebutan.ts';
import { eraseAccount, type Orang, openAccount, signOut } from '../session/index.ts';
import { deleteDatabase, getSetting, setPhotoFetcher } from '../store/index.ts';
import { fetchTransport, photoFetcher, startSender } from '../sync/index.ts';
import type { App } from './context.ts';
import { type Dunia, ingatLatihan, LATIHAN } from './world.ts';

/** Opens a person's data, unless they are open already, and starts her sender; null where this phone does not know her (any more). */
export const openApp = async (
  id: string,
  { registry, clock, random }: Dunia,
  opened?: Orang,
): Promise<App | null> => {
  const orang = opened ?? (await openAccount(id));
  if (!orang) return null;
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
  return { ...orang, engine, registry, clock, latihan: false };
};

/** Stops the sender and lets go of the database. */
export const closeApp = (app: App): void => {
  app.engine.stop();
  app.store.db.close();
};

/** "Keluar": the session ends, the data stays. */
export const leave = async (app: App): Promise<void> => {
  closeApp(app);
  if (!app.latihan) return signOut();
  ingatLatihan(false);
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
