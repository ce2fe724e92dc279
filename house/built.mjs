// The built client, made anew where it is missing or older than its sources. Run by itself it does that and no more.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// Written last, so that a build that was cut off counts as none.
const built = join(root, 'dist/client/index.html.br');
const SOURCES = [
  'client',
  'shared',
  'vite.config.ts',
  'package.json',
  'house/compress.mjs',
  'house/aturan.ts',
  'house/client-chunks.ts',
];

const newest = (path) => {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    stat.mtimeMs,
    ...readdirSync(path, { withFileTypes: true }).map((entry) => newest(join(path, entry.name))),
  );
};

const stale = () => {
  const sources = SOURCES.map((name) => join(root, name)).filter(existsSync);
  return !existsSync(built) || Math.max(...sources.map(newest)) > statSync(built).mtimeMs;
};

const run = (script, ...args) => {
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status === 0) return;
  process.stderr.write(
    `Aplikasi tidak dapat disiapkan: ${script} berhenti dengan kode ${status}. Jalankan \`npm ci\`, lalu coba lagi.\n`,
  );
  process.exit(1);
};

/** Builds where it must; says so, since it takes half a minute. */
export const buildIfStale = () => {
  if (!existsSync(join(root, 'client')) || !stale()) return;
  process.stdout.write('Menyiapkan aplikasi, sekitar setengah menit …\n');
  run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
  run('house/compress.mjs');
};

if (process.argv[1] === fileURLToPath(import.meta.url)) buildIfStale();
