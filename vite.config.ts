import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build, defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { manifest } from './client/app/manifest.ts';

const root = fileURLToPath(new URL('client', import.meta.url));
const outDir = fileURLToPath(new URL('dist/client', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const target = ['chrome109', 'safari16.4', 'firefox115'];
const define = {
  __VERSI__: JSON.stringify(version),
  __DIBUAT__: JSON.stringify(new Date().toISOString().slice(0, 10)),
};

/*
 * Dexie is the largest part of what a phone downloads, and page and service worker both need it. The worker cannot share
 * the page's modules (docs/decisions/0002), so Dexie is one classic script of its own that both load: once over the line.
 */
const DEXIE = 'virtual:dexie';
const DEXIE_ENTRY = `import { Dexie, liveQuery } from 'dexie/dist/modern/dexie.mjs'; globalThis.kinerjaDexie = { Dexie, liveQuery };`;

const virtual = (id: string, code: string, matches: (source: string) => boolean): Plugin => ({
  name: `kinerja-${id}`,
  enforce: 'pre',
  resolveId: (source) => (matches(source) ? `\0${id}` : null),
  load: (loaded) => (loaded === `\0${id}` ? code : null),
});

/** What modules of ours import as 'dexie' in a build: the global that the shared script has set. */
const dexieFromGlobal = (): Plugin =>
  virtual(
    'dexie',
    'export const { Dexie, liveQuery } = globalThis.kinerjaDexie;',
    (source) => source === 'dexie',
  );

const buildDexie = async (): Promise<{ readonly fileName: string; readonly source: string }> => {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: [virtual('dexie-entry', DEXIE_ENTRY, (source) => source === DEXIE)],
    build: { write: false, target, rollupOptions: { input: DEXIE, output: { format: 'iife' } } },
  });
  const [first] = 'output' in built ? built.output : Array.isArray(built) ? (built[0]?.output ?? []) : [];
  if (first?.type !== 'chunk') throw new Error('the shared Dexie script was not built');
  const hash = createHash('sha256').update(first.code).digest('base64url').slice(0, 8);
  return { fileName: `assets/dexie-${hash}.js`, source: first.code };
};

/** Writes the shared script and has the page load it before its modules; `defer` keeps the order. */
const sharedDexie = ({ fileName, source }: Awaited<ReturnType<typeof buildDexie>>): Plugin => ({
  name: 'kinerja-shared-dexie',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName, source });
  },
  transformIndexHtml: () => [
    { tag: 'script', attrs: { defer: true, src: `/${fileName}` }, injectTo: 'head-prepend' },
  ],
});

/** Only styles and the entries do something by being imported; everything else of ours is there for what it exports. */
const moduleSideEffects = (id: string): boolean =>
  !/\/(client|shared)\/.*\.tsx?$/.test(id) || /\/client\/(main|sw)/.test(id);

/** The service worker's other half: a classic script too (docs/decisions/0002). */
const engineForWorker = (defines: Record<string, string>): Plugin => ({
  name: 'kinerja-sw-kirim',
  apply: 'build',
  async writeBundle() {
    await build({
      configFile: false,
      root,
      publicDir: false,
      logLevel: 'warn',
      define: { ...defines, 'process.env.NODE_ENV': '"production"' },
      plugins: [dexieFromGlobal()],
      build: {
        outDir,
        emptyOutDir: false,
        target,
        rollupOptions: { treeshake: { moduleSideEffects } },
        lib: {
          entry: `${root}/sw-kirim.ts`,
          name: 'kinerjaKirim',
          formats: ['iife'],
          fileName: () => 'sw-kirim.js',
        },
      },
    });
  },
});

const inClient = (pattern: RegExp) => (id: string) => id.startsWith(root) && pattern.test(id);

/*
 * Few chunks: each costs a request on a slow line, and small files hardly compress. What a teacher uses every day is one,
 * the rest of hers another; a head's, and the histories that need the server anyway, are fetched in a quiet moment or
 * when first opened, and never precached.
 */
const GROUPS = [
  { name: 'awal', tags: ['$initial' as const], priority: 1 },
  { name: 'penilai', test: inClient(/\/screens\/penilai\/|\/i18n\/id\/penilai/) },
  {
    name: 'riwayat',
    test: (id: string) =>
      /\/client\/(screens\/guru|i18n\/id|store|app)\/riwayat|\/sync\/fetch-history|\/shared\/protocol\/history/.test(
        id,
      ),
  },
  {
    name: 'lain',
    test: inClient(
      /\/screens\/guru\/(antrean|akun|penyimpanan|pola\.|skp|salin|banyak|dua-versi|bagikan|bantuan|kalender|baru-dihapus|umpan)|\/screens\/masuk\/(siapkan|ganti|latihan)|\/i18n\/id\/(guru-lain|bantuan|contoh)|\/app\/(latihan|clean)/,
    ),
  },
  { name: 'harian', test: inClient(/\/screens\/guru\/|\/i18n\/id\/guru\.|\/app\/(catat-baru|hari|kamera)/) },
  { name: 'inti', test: (id: string) => /\/(shared|client\/(actions|app|store|sync|ui))\//.test(id) },
];

export default defineConfig(async ({ command }) => {
  const dexie = command === 'build' ? await buildDexie() : null;
  const defines = { ...define, __DEXIE__: JSON.stringify(dexie ? `/${dexie.fileName}` : '') };
  return {
    root,
    define: defines,
    plugins: [
      preact({ reactAliasesEnabled: false, prefreshEnabled: true, devToolsEnabled: false }),
      ...(dexie ? [dexieFromGlobal(), sharedDexie(dexie), engineForWorker(defines)] : []),
      VitePWA({
        strategies: 'injectManifest',
        srcDir: '.',
        filename: 'sw.ts',
        registerType: 'prompt',
        injectRegister: false,
        manifest,
        includeManifestIcons: false,
        injectManifest: {
          rollupFormat: 'iife',
          target,
          sourcemap: false,
          globPatterns: ['index.html', 'tema.js', 'assets/*.{js,css}', '*.svg'],
          globIgnores: ['**/penilai*', '**/riwayat*', 'sw*.js'],
        },
      }),
    ],
    build: {
      outDir,
      emptyOutDir: true,
      target,
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        treeshake: { moduleSideEffects },
        output: { codeSplitting: { includeDependenciesRecursively: false, groups: GROUPS } },
      },
    },
    server: { proxy: { '/api': 'http://127.0.0.1:8787' } },
  };
});
