import { signal } from '@preact/signals';

/*
 *   new sw.js found ──▶ installed, waiting ──▶ cold start, nothing typed: taken over silently
 *                                        └──▶ else: banner "Versi baru siap"; Perbarui ──▶ SKIP_WAITING ──▶ one reload
 *
 * The reload happens only after the person (or a cold start) asked for it, and only once: another tab that updates must
 * not throw away what is being typed in this one, so it shows the banner there.
 */

/** A new version that waits to take over. */
export const versiMenunggu = signal<ServiceWorker | null>(null);

const COLD_START_MS = 4000;
const CHECK_EVERY_MS = 60 * 60_000;

type Policy = { createScriptURL: (url: string) => string };
type TrustedTypesFactory = {
  createPolicy: (name: string, rules: Policy) => { createScriptURL: (url: string) => unknown };
};

/** The one script URL that this page may ever name in code. */
const workerUrl = (): string => {
  const url = '/sw.js';
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  if (!factory) return url;
  const policy = factory.createPolicy('kinerja', {
    createScriptURL: (wanted) => {
      if (wanted !== url) throw new TypeError(`script URL not allowed: ${wanted}`);
      return wanted;
    },
  });
  return policy.createScriptURL(url) as string;
};

let wanted = false;
let started = 0;

const offer = (worker: ServiceWorker, quiet: boolean): void => {
  if (quiet && performance.now() - started < COLD_START_MS) return takeOver(worker);
  versiMenunggu.value = worker;
};

const takeOver = (worker: ServiceWorker): void => {
  wanted = true;
  worker.postMessage({ type: 'SKIP_WAITING' });
};

const watch = (registration: ServiceWorkerRegistration): void => {
  registration.addEventListener('updatefound', () => {
    const next = registration.installing;
    next?.addEventListener('statechange', () => {
      if (next.state === 'installed' && navigator.serviceWorker.controller) offer(next, false);
    });
  });
};

/** Reloads once the new version is in charge, but only where this page asked for it. */
const reloadOnce = (): void => {
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!wanted) return;
    wanted = false;
    location.reload();
  });
};

/** Registers the service worker and watches for newer ones. `bersih` tells whether nothing is being typed. */
export const startUpdates = async (bersih: () => boolean): Promise<void> => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  started = performance.now();
  reloadOnce();
  const registration = await navigator.serviceWorker.register(workerUrl(), {
    scope: '/',
    updateViaCache: 'none',
  });
  watch(registration);
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting, bersih());
  const check = (): void => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  };
  setInterval(check, CHECK_EVERY_MS);
  document.addEventListener('visibilitychange', check);
};

/** "Perbarui": lets the waiting version take over; the page reloads by itself. */
export const perbarui = (): void => {
  const worker = versiMenunggu.value;
  versiMenunggu.value = null;
  if (worker) takeOver(worker);
  else location.reload();
};

/**
 * A lazily loaded screen of an older version is gone from the server: the newer version is fetched instead, once. Only
 * where `bersih` says that a person waits for it and nothing is being typed: screens are also fetched ahead.
 */
export const reloadForMissingChunk = (bersih: () => boolean): void => {
  addEventListener('vite:preloadError', (event) => {
    const key = 'kinerja-muat-ulang';
    if (!bersih() || navigator.onLine === false || sessionStorage.getItem(key) === location.pathname) return;
    event.preventDefault();
    sessionStorage.setItem(key, location.pathname);
    location.reload();
  });
};
