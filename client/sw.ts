/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/*
 * The small half of the service worker: it shows the app without a network. The half that knows the database is a second
 * classic script, /sw-kirim.js: fetched at installation, kept by the browser with this worker, and run only when there is
 * something to send or to take in, so that no navigation waits for it. No answer of the API is ever kept here.
 */

type Kirim = {
  readonly kirim: () => Promise<void>;
  readonly terimaBagikan: (form: FormData) => Promise<string>;
  readonly ingatkan: () => Promise<{ judul: string; teks: string; url: string } | null>;
};
type Policy = { readonly createScriptURL: (url: string) => string };

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { url: string; revision: string | null }[];
  kinerja?: Kirim;
  trustedTypes?: { createPolicy: (name: string, rules: Policy) => Policy };
};

const KIRIM = '/sw-kirim.js';
/** Dexie and zod, and the rules: classic scripts for page and worker (vite.config.ts); the other half expects them. */
const BAGIAN: readonly string[] = [__BERSAMA__, __ATURAN__, KIRIM];
const LAYAR = 'layar';

const policy = self.trustedTypes?.createPolicy('kinerja', {
  createScriptURL: (url) => {
    if (!BAGIAN.includes(url)) throw new TypeError(`script URL not allowed: ${url}`);
    return url;
  },
});

/** Loads the other half on first need; after installation it comes from the browser's own copy, without a network. */
const bagianKirim = (): Kirim => {
  if (!self.kinerja) importScripts(...BAGIAN.map((url) => policy?.createScriptURL(url) ?? url));
  if (!self.kinerja) throw new Error(`${KIRIM} did not say what it can do`);
  return self.kinerja;
};

/** Screens that are not precached (the head's): from the cache once they were needed, else from the server. A full phone shows them all the same. */
const layarDariSimpanan = async ({ request }: { request: Request }): Promise<Response> => {
  const cache = await caches.open(LAYAR);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone()).catch(() => undefined);
  return response;
};

/** Another app shares into this one: kept on the phone, then the form opens. */
const terimaBagikan = async (request: Request): Promise<Response> => {
  const id = await request
    .formData()
    .then((form) => bagianKirim().terimaBagikan(form))
    .catch(() => '');
  return Response.redirect(`/bagikan?id=${encodeURIComponent(id)}`, 303);
};

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/masalah\//, /^\/(cek|publik|status|p)(\/|$)/, /^\/(healthz|readyz|metrics)/],
  }),
);
registerRoute(
  ({ url, request }) =>
    request.method === 'GET' && url.origin === self.location.origin && url.pathname.startsWith('/assets/'),
  layarDariSimpanan,
);

self.addEventListener('install', () => {
  bagianKirim();
});
self.addEventListener('activate', (event) => {
  // Screens of the version before have other names; this one's are fetched when they are opened.
  event.waitUntil(caches.delete(LAYAR));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'POST' && new URL(request.url).pathname === '/bagikan')
    event.respondWith(terimaBagikan(request));
});
/** A network is there again, or the browser wakes an installed app by itself. */
const bangun = (event: Event): void => {
  const wake = event as ExtendableEvent & { readonly tag: string };
  if (wake.tag === 'kirim') wake.waitUntil(Promise.resolve().then(() => bagianKirim().kirim()));
};
self.addEventListener('sync', bangun);
self.addEventListener('periodicsync', bangun);
self.addEventListener('push', (event) => {
  const tampilkan = async (): Promise<void> => {
    const pesan = await bagianKirim().ingatkan();
    if (!pesan) return;
    await self.registration.showNotification(pesan.judul, {
      body: pesan.teks,
      tag: 'pengingat',
      icon: '/ikon-192.png',
      lang: 'id',
      data: pesan.url,
    });
  };
  event.waitUntil(tampilkan());
});
/** Leads to what the reminder is about: in the app where it is open, else anew. */
const bukaDari = async (url: string): Promise<void> => {
  const [terbuka] = await self.clients.matchAll({ type: 'window' });
  if (!terbuka) return void (await self.clients.openWindow(url));
  await terbuka.focus();
  await terbuka.navigate(url);
};
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(bukaDari(String(event.notification.data ?? '/')));
});
self.addEventListener('message', (event) => {
  if ((event.data as { type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

declare const __BERSAMA__: string;
declare const __ATURAN__: string;
