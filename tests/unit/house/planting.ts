import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project. */
export const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

const PACKAGES = ['zod', 'dexie', 'drizzle-orm', 'better-sqlite3', 'preact', 'hono'];

/** A house of a few files in a temporary folder, with copies of our configuration and empty packages. */
export const plant = (files: Readonly<Record<string, string>>, configs: readonly string[]) => {
  const root = mkdtempSync(join(tmpdir(), 'kinerja-house-'));
  for (const config of configs) cpSync(join(PROJECT, config), join(root, config), { recursive: true });
  for (const [path, source] of Object.entries({ ...packages(), ...files })) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), source);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
};

const packages = (): Record<string, string> =>
  Object.fromEntries([
    [
      'package.json',
      JSON.stringify({
        type: 'module',
        dependencies: Object.fromEntries(PACKAGES.map((name) => [name, '*'])),
      }),
    ],
    ...PACKAGES.flatMap((name) => [
      [
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version: '1.0.0', type: 'module', main: 'index.js' }),
      ],
      [`node_modules/${name}/index.js`, 'export const z = 1;\n'],
    ]),
    ['node_modules/zod/mini/index.js', 'export const z = 1;\n'],
    ['node_modules/zod/mini/package.json', '{"type":"module","main":"index.js"}'],
  ]);

/** Runs one of the project's tools in a folder and returns what it wrote to its standard output as JSON. */
export const runTool = (tool: string, args: readonly string[], cwd: string): unknown => {
  const { stdout, stderr } = spawnSync(join(PROJECT, 'node_modules/.bin', tool), args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (!stdout.trim().startsWith('{')) throw new Error(`${tool} gave no JSON: ${stdout}${stderr}`);
  return JSON.parse(stdout);
};
