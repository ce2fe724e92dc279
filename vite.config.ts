import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build, defineConfig, type InlineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import * as zod from 'zod/mini';
import { manifest } from './client/app/manifest.ts';
import { pintuAwal } from './client/app/pintu-awal.ts';
import { aturanScript, buildAturan, fromAturan, type NaskahAturan } from './house/aturan.ts';
import { GROUPS } from './house/client-chunks.ts';

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
 * Dexie and zod are the largest parts of what a phone downloads, and page and service worker both need them. The worker
 * cannot share the page's modules (docs/decisions/0002), so they are one classic script that both load: once over the line.
 */
const BERSAMA = 'virtual:bersama';

/** What of zod the app names, found in its sources: the shared script holds that and no more. */
const namedOfZod = (): string[] => {
  const files = ['client', 'shared'].flatMap((room) => {
    const folder = fileURLToPath(new URL(room, import.meta.url));
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
  });
  const named = files.flatMap((text) =>
    [...text.matchAll(/\bz\.([a-zA-Z_]+)/g)].map((match) => match[1] ?? ''),
  );
  // A type has no value at run time.
  return [...new Set(named)].filter((name) => Object.hasOwn(zod, name)).sort();
};

const BERSAMA_ENTRY = `import { Dexie, liveQuery } from 'dexie/dist/modern/dexie.mjs';
import { ${namedOfZod()
  .map((name) => `${name} as z_${name}`)
  .join(', ')} } from 'zod/mini';
globalThis.kinerjaBersama = { Dexie, liveQuery, z: { ${namedOfZod()
  .map((name) => `${name}: z_${name}`)
  .join(', ')} } };`;

/** What modules of ours import as 'zod/mini' in a build. `enum` is a word of the language, so each goes by another name. */
const ZOD_GLOBAL = `const { z } = globalThis.kinerjaBersama;
${namedOfZod()
  .map((name) => `const z_${name} = z.${name};`)
  .join('\n')}
export { ${namedOfZod()
  .map((name) => `z_${name} as ${name}`)
  .join(', ')} };`;

const virtual = (id: string, code: string, matches: (source: string) => boolean): Plugin => ({
  name: `kinerja-${id}`,
  enforce: 'pre',
  resolveId: (source) => (matches(source) ? `\0${id}` : null),
  load: (loaded) => (loaded === `\0${id}` ? code : null),
});

/** What modules of ours import from the shared packages in a build: the globals that the shared script has set. */
const fromShared = (): Plugin[] => [
  virtual(
    'dexie',
    'export const { Dexie, liveQuery } = globalThis.kinerjaBersama;',
    (source) => source === 'dexie',
  ),
  virtual('zod', ZOD_GLOBAL, (source) => source === 'zod/mini'),
];

/** index.html shows the door before any script has come. */
const firstDoor = (): Plugin => ({
  name: 'kinerja-first-door',
  transformIndexHtml: (html) => html.replace('<!-- pintu -->', pintuAwal()),
});

const buildShared = async (): Promise<{ readonly fileName: string; readonly source: string }> => {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: [virtual('bersama-entry', BERSAMA_ENTRY, (source) => source === BERSAMA)],
    build: { write: false, target, rollupOptions: { input: BERSAMA, output: { format: 'iife' } } },
  });
  const [first] = 'output' in built ? built.output : Array.isArray(built) ? (built[0]?.output ?? []) : [];
  if (first?.type !== 'chunk') throw new Error('the shared script was not built');
  const hash = createHash('sha256').update(first.code).digest('base64url').slice(0, 8);
  return { fileName: `assets/bersama-${hash}.js`, source: first.code };
};

/** Writes the shared script and has the page load it before its modules; `defer` keeps the order. */
const sharedScript = ({ fileName, source }: Awaited<ReturnType<typeof buildShared>>): Plugin => ({
  name: 'kinerja-shared-script',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName, source });
  },
  transformIndexHtml: () => [
    { tag: 'script', attrs: { defer: true, src: `/${fileName}` }, injectTo: 'head-prepend' },
  ],
});

/**
 * Modules out of the worker's cache are compiled anew at every start, function by function as each is first called, on the
 * thread that draws (no browser keeps compiled modules there). What a start runs through says so of itself: Chromium then
 * compiles it all beside, while it is being loaded; to others it is a comment.
 */
const CALLED_ON_LOAD = /^(index|inti|harian)$/;
const compiledBeside = (): Plugin => ({
  name: 'kinerja-compiled-beside',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    // After vite's own, which writes at the top as well: the word counts only as the first.
    order: 'post',
    handler: (_options, bundle) => {
      for (const part of Object.values(bundle))
        if (part.type === 'chunk' && CALLED_ON_LOAD.test(part.name))
          part.code = `//# allFunctionsCalledOnLoad\n${part.code}`;
    },
  },
});

/**
 * What a signed-in person needs beyond the first scripts, named on `tema.js`, which has it fetched where somebody has been
 * before: the first scripts would ask for it only once they run. A first visit on a slow line must not wait for it.
 */
const NEEDED_INSIDE = /^assets\/(inti|harian|aturan|rolldown-runtime)-[^/]+\.(js|css)$/;
const insideAhead = (): Plugin => ({
  name: 'kinerja-inside-ahead',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const needed = Object.keys(bundle).filter((name) => NEEDED_INSIDE.test(name));
      return html.replace(
        'src="/tema.js"',
        `src="/tema.js" data-dalam="${needed.map((name) => `/${name}`).join(' ')}"`,
      );
    },
  },
});

/** Only styles and the entries do something by being imported; everything else of ours is there for what it exports. */
const moduleSideEffects = (id: string): boolean =>
  !/\/(client|shared)\/.*\.tsx?$/.test(id) || /\/client\/(main|sw)/.test(id);

const treeshake = { moduleSideEffects, manualPureFunctions: ['asciiBytes'] };

/**
 * Shapes that nothing here checks are left out: zod's makers do nothing but make. Said call by call and in our own files
 * only: libraries that come minified have functions named `z` that do things.
 */
const pureShapes = (): Plugin => ({
  name: 'kinerja-pure-shapes',
  enforce: 'post',
  transform: (code, id) =>
    /\/(client|shared)\/.*\.tsx?$/.test(id) && code.includes('zod/mini')
      ? { code: code.replace(/\bz\.(?=[a-zA-Z_]+\()/g, '/* @__PURE__ */ z.'), map: null }
      : null,
});

type Defines = Readonly<Record<string, string>>;

const workerBuild = (defines: Defines, plugins: InlineConfig['plugins']): InlineConfig => ({
  configFile: false,
  root,
  publicDir: false,
  logLevel: 'warn',
  define: { ...defines, 'process.env.NODE_ENV': '"production"' },
  plugins: [fromShared(), pureShapes(), plugins],
  build: {
    outDir,
    emptyOutDir: false,
    target,
    rollupOptions: { treeshake },
    lib: {
      entry: `${root}/sw-kirim.ts`,
      name: 'kinerjaKirim',
      formats: ['iife'],
      fileName: () => 'sw-kirim.js',
    },
  },
});

/** The service worker's other half: a classic script too (docs/decisions/0002). */
const engineForWorker = (defines: Defines, aturan: NaskahAturan): Plugin => ({
  name: 'kinerja-sw-kirim',
  apply: 'build',
  async writeBundle() {
    await build(workerBuild(defines, [fromAturan(aturan, 'worker')]));
  },
});

const OUTPUT = { codeSplitting: { includeDependenciesRecursively: false, groups: GROUPS } };
const jsx = () => preact({ reactAliasesEnabled: false, prefreshEnabled: true, devToolsEnabled: false });

const rulesOfBoth = (defines: Defines): Promise<NaskahAturan> => {
  const worker = workerBuild(defines, []);
  return buildAturan({
    page: {
      root,
      define: defines,
      plugins: [jsx(), fromShared(), pureShapes()],
      build: { write: false, target, rollupOptions: { treeshake, output: OUTPUT } },
    },
    worker: { ...worker, build: { ...worker.build, write: false } },
    script: { root, plugins: [fromShared(), pureShapes()], build: { target, rollupOptions: { treeshake } } },
  });
};

export default defineConfig(async ({ command }) => {
  const shared = command === 'build' ? await buildShared() : null;
  const parts = { ...define, __BERSAMA__: JSON.stringify(shared ? `/${shared.fileName}` : '') };
  const rules = shared ? await rulesOfBoth({ ...parts, __ATURAN__: '""' }) : null;
  const defines = { ...parts, __ATURAN__: JSON.stringify(rules ? `/${rules.fileName}` : '') };
  return {
    root,
    define: defines,
    plugins: [
      jsx(),
      firstDoor(),
      insideAhead(),
      ...(shared && rules
        ? [
            fromShared(),
            fromAturan(rules, 'page'),
            pureShapes(),
            compiledBeside(),
            sharedScript(shared),
            aturanScript(rules),
            engineForWorker(defines, rules),
          ]
        : []),
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
          globIgnores: [
            '**/penilai*',
            '**/admin*',
            '**/akses*',
            '**/riwayat*',
            '**/skp-*',
            '**/jarang-*',
            '**/evaluasi*',
            '**/perangkat*',
            '**/pengingat*',
            '**/hilang*',
            '**/kunci-masuk*',
            '**/kunci-sandi*',
            '**/praktik*',
            '**/diri*',
            '**/latihan*',
            '**/banyak*',
            '**/jadwal*',
            '**/wawasan*',
            '**/wilayah*',
            '**/titip-*',
            '**/cadangan-*',
            '**/bagikan-*',
            '**/pasang-*',
            '**/siapkan-*',
            '**/dokumen*',
            'cek.css',
            'publik.css',
            'sw*.js',
          ],
        },
      }),
    ],
    build: {
      outDir,
      emptyOutDir: true,
      target,
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: {
        polyfill: false,
        // What a screen's script imports is nearly always here already: naming it beside each costs more than it saves.
        resolveDependencies: (_: string, deps: string[], { hostType }: { hostType: 'html' | 'js' }) =>
          hostType === 'js' ? deps.filter((dep) => dep.endsWith('.css')) : deps,
      },
      rollupOptions: {
        treeshake,
        output: OUTPUT,
      },
    },
    server: { proxy: { '/api': 'http://127.0.0.1:8787' } },
  };
});
