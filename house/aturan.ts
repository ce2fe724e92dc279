import { createHash } from 'node:crypto';
import { build, type InlineConfig, type Plugin } from 'vite';

/*
 * The rules (shared/) that page and service worker both need are one classic script that both load, once over the line
 * (docs/decisions/0002). Which modules those are, and what of them is named, is found by building both once without it.
 */

/** What a module of rules offers, and what of that page or worker takes. */
type Nama = { readonly ada: readonly string[]; readonly pakai: readonly string[] };
/** Modules of the script by their file. */
type Aturan = ReadonlyMap<string, Nama>;

type Chunk = {
  readonly type: string;
  readonly name: string;
  readonly modules: Readonly<Record<string, { readonly renderedExports: readonly string[] }>>;
};

/** The chunk of the page whose rules are taken out: what a first visit loads stays where it is. */
const DARI = 'inti';
const ATURAN = 'virtual:aturan';

const isRule = (id: string): boolean => /\/shared\/.*\.ts$/.test(id);

const chunksOf = async (config: InlineConfig): Promise<readonly Chunk[]> => {
  const built = await build({ ...config, configFile: false, logLevel: 'error', publicDir: false });
  const outputs = Array.isArray(built) ? built : [built];
  return outputs.flatMap((one) => ('output' in one ? (one.output as unknown as Chunk[]) : []));
};

/** The names of the rules that a build takes, by file: what stands in its chunks, and constants that it wrote out. */
const named = async (config: InlineConfig, wanted: (chunk: string) => boolean): Promise<Aturan> => {
  const ada = new Map<string, readonly string[]>();
  const look: Plugin = {
    name: 'kinerja-aturan-names',
    buildEnd() {
      for (const id of [...this.getModuleIds()].filter(isRule))
        ada.set(id, this.getModuleInfo(id)?.exports ?? []);
    },
  };
  const chunks = await chunksOf({ ...config, plugins: [config.plugins, look] });
  return new Map(
    chunks
      .filter(({ type, name }) => type === 'chunk' && wanted(name))
      .flatMap(({ modules }) => Object.entries(modules))
      .filter(([id, { renderedExports }]) => isRule(id) && renderedExports.length > 0)
      .map(([id, { renderedExports }]) => {
        const names = ada.get(id) ?? [];
        const pakai = names.filter((name) => renderedExports.includes(name) || /^[A-Z\d_]+$/.test(name));
        return [id, { ada: names, pakai }];
      }),
  );
};

/** What page and worker have in common; both are given as they are built without the script. */
const inCommon = async (page: InlineConfig, worker: InlineConfig): Promise<Aturan> => {
  const here = await named(page, (chunk) => chunk === DARI);
  const there = await named(worker, () => true);
  return new Map(
    [...here]
      .filter(([id]) => there.has(id))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { ada, pakai }]) => {
        const both = new Set([...pakai, ...(there.get(id)?.pakai ?? [])]);
        return [id, { ada, pakai: [...both].sort() }];
      }),
  );
};

const entry = (aturan: Aturan): string =>
  [
    ...[...aturan].map(
      ([id, { pakai }], i) =>
        `import { ${pakai.map((name) => `${name} as ${name}_${i}`).join(', ')} } from ${JSON.stringify(id)};`,
    ),
    `globalThis.kinerjaAturan = [${[...aturan.values()]
      .map(({ pakai }, i) => `{ ${pakai.map((name) => `${name}: ${name}_${i}`).join(', ')} }`)
      .join(', ')}];`,
  ].join('\n');

/** The script itself, with its name. */
export type NaskahAturan = { readonly fileName: string; readonly source: string; readonly aturan: Aturan };

/** Builds it; `parts` is what page, worker and script are built with. */
export const buildAturan = async (parts: {
  readonly page: InlineConfig;
  readonly worker: InlineConfig;
  readonly script: InlineConfig;
}): Promise<NaskahAturan> => {
  const aturan = await inCommon(parts.page, parts.worker);
  const { script } = parts;
  const virtual: Plugin = {
    name: 'kinerja-aturan-entry',
    enforce: 'pre',
    resolveId: (source) => (source === ATURAN ? `\0${ATURAN}` : null),
    load: (id) => (id === `\0${ATURAN}` ? entry(aturan) : null),
  };
  const [first] = (await chunksOf({
    ...script,
    plugins: [virtual, script.plugins],
    build: {
      ...script.build,
      write: false,
      rollupOptions: { ...script.build?.rollupOptions, input: ATURAN, output: { format: 'iife' } },
    },
  })) as unknown as { readonly code: string }[];
  if (!first) throw new Error('the script of rules was not built');
  const hash = createHash('sha256').update(first.code).digest('base64url').slice(0, 8);
  return { fileName: `assets/aturan-${hash}.js`, source: first.code, aturan };
};

/**
 * Has modules of ours take the rules from the global that the script sets. A page's chunk imports the script first, a
 * worker loads it beside its own.
 */
export const fromAturan = ({ fileName, aturan }: NaskahAturan, where: 'page' | 'worker'): Plugin => {
  const places = new Map([...aturan.keys()].map((id, i) => [id, i]));
  const script = `./${fileName.replace(/^assets\//, '')}`;
  const first = where === 'page' ? `import ${JSON.stringify(script)};\n` : '';
  return {
    name: 'kinerja-aturan',
    enforce: 'pre',
    resolveId: (source) =>
      source === script ? { id: script, external: 'absolute', moduleSideEffects: true } : null,
    load: (id) => {
      const names = aturan.get(id);
      if (!names) return null;
      const { ada, pakai } = names;
      // Barrels name what nobody takes.
      const rest = ada
        .filter((name) => !pakai.includes(name))
        .map((name) => `export const ${name} = undefined;`);
      const taken = `export const { ${pakai.join(', ')} } = globalThis.kinerjaAturan[${places.get(id)}];`;
      return [first, taken, ...rest].join('\n');
    },
  };
};

/** Writes the script beside the page's. */
export const aturanScript = ({ fileName, source }: NaskahAturan): Plugin => ({
  name: 'kinerja-aturan-script',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName, source });
  },
});
