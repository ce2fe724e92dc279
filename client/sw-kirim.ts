/// <reference lib="webworker" />
import { isiPengingat } from '../shared/domain/pengingat.ts';
import { periksaHilang } from './actions/hilang.ts';
import { JUDUL_PENGINGAT, kataPengingat } from './i18n/id/pengingat.ts';
import { getMeta, openAccountStore } from './store/database.ts';
import { getSetting, keepShared, openRegistry, type Shared, setSetting, sharedId } from './store/registry.ts';
import { bahanPengingat } from './store/reminder.ts';
import { storedSigner } from './store/signer.ts';
import { isQuotaError } from './store/storage.ts';
import { lineNow, mayPhotosGo } from './sync/photo-policy.ts';
import { aloneByLock, createRunner, senderName } from './sync/runner.ts';
import { fetchTransport } from './sync/transport.ts';

/*
 * The half of the service worker that knows the database: loaded by `importScripts` when the worker is installed, kept by
 * the browser with it, and never needed to show a page. Built as a classic script (docs/decisions/0002).
 */

/** Answers after which it is worth asking whether this phone was marked as lost. */
const TIDAK_MASUK: ReadonlySet<string> = new Set(['perangkat_dicabut', 'masuk_lagi']);

/** Sends what waits for the account in use: the same engine as in the page. Rejects where it should be tried again. */
const kirim = async (): Promise<void> => {
  const registry = openRegistry();
  const active = await getSetting(registry, 'active');
  const choice = {
    wifiSaja: await getSetting(registry, 'wifiSaja'),
    hematData: await getSetting(registry, 'hematData'),
  };
  registry.close();
  if (!active) return;
  const store = await openAccountStore(active);
  const alone = aloneByLock(senderName(store.accountId));
  const runner = createRunner({
    store,
    transport: fetchTransport,
    sign: storedSigner(store),
    clock: () => Date.now(),
    random: () => Math.random(),
    app: __VERSI__,
    photosAllowed: () => mayPhotosGo(choice, lineNow()),
    // Asked when nobody else can be putting the lock on: behind it there is nothing to read (docs/decisions/0012).
    alone: (work) => alone(async () => ((await getMeta(store.db, 'kunci')) ? null : work())),
  });
  const result = await runner.run();
  store.db.close();
  if (result && !result.ok && TIDAK_MASUK.has(result.code)) {
    const { registry: hp, ...tempat } = {
      registry: openRegistry(),
      transport: fetchTransport,
      clock: Date.now,
    };
    const nasib = await alone(() => periksaHilang(active, { registry: hp, ...tempat }));
    hp.close();
    if (nasib === 'terhapus') return;
  }
  if (result && (!result.ok || result.photoTrouble)) throw new Error(result.ok ? 'photos wait' : result.code);
};

/**
 * The service has knocked: what waits is sent first, since there is a line now; then what this phone knows decides what is
 * said. Null where nothing is owed, or today has had its reminder.
 */
const ingatkan = async (): Promise<{ judul: string; teks: string; url: string } | null> => {
  await kirim().catch(() => undefined);
  const registry = openRegistry();
  const active = await getSetting(registry, 'active');
  const store = active ? await openAccountStore(active) : null;
  const bahan = store && (await bahanPengingat(store, Date.now()));
  store?.db.close();
  const isi =
    bahan && (await getSetting(registry, 'ingatTerakhir')) < bahan.hariIni ? isiPengingat(bahan) : null;
  if (bahan && isi) await setSetting(registry, 'ingatTerakhir', bahan.hariIni);
  registry.close();
  return isi && { judul: JUDUL_PENGINGAT, ...kataPengingat(isi) };
};

/** Keeps what another app shared until a form takes it; answers its id, or `penuh` where the phone has no room for it. */
const terimaBagikan = async (form: FormData): Promise<string> => {
  const files = await Promise.all(
    [...form.getAll('foto'), ...form.getAll('titipan')]
      .filter((part): part is File => part instanceof File && part.size > 0)
      .slice(0, 8)
      .map(async (file) => ({ name: file.name, type: file.type, bytes: await file.arrayBuffer() })),
  );
  const text = ['title', 'text', 'url']
    .map((name) => form.get(name))
    .filter((part) => typeof part === 'string' && part !== '')
    .join('\n');
  const registry = openRegistry();
  try {
    const id = sharedId(crypto.randomUUID(), (await getSetting(registry, 'active')) ?? null);
    const shared: Shared = { id, files, text: text.slice(0, 4000), at: Date.now() };
    await keepShared(registry, shared);
    return id;
  } catch (error) {
    if (isQuotaError(error)) return 'penuh';
    throw error;
  } finally {
    registry.close();
  }
};

declare const __VERSI__: string;
declare global {
  var kinerja: {
    readonly kirim: typeof kirim;
    readonly terimaBagikan: typeof terimaBagikan;
    readonly ingatkan: typeof ingatkan;
  };
}
globalThis.kinerja = { kirim, terimaBagikan, ingatkan };
