// Prints what a teacher's phone downloads and ends non-zero above the limits of the budget.
// First loads are gzip -9, as a plain server sends them. The precache is what is transferred: there is one only where
// there is TLS, and over TLS every browser that knows service workers takes the Brotli copies that the build makes.
// Pictures count as they are.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { importsOf, rings, staticImports } from './rings.mjs';

const DIST = 'dist/client';
const KB = 1024;
if (!existsSync(join(DIST, 'index.html'))) {
  process.stderr.write('dist/client is missing: run `npm run build` first.\n');
  process.exit(2);
}

const read = (url) => readFileSync(join(DIST, url.replace(/^\//, '')));
const compressed = (url) => {
  const bytes = read(url);
  return ['.png', '.jpg', '.webp'].includes(extname(url))
    ? bytes.length
    : gzipSync(bytes, { level: 9 }).length;
};
const transferred = (url) => {
  const copy = join(DIST, `${url.replace(/^\//, '')}.br`);
  return existsSync(copy) ? readFileSync(copy).length : read(url).length;
};
const sum = (urls) => urls.reduce((total, url) => total + compressed(url), 0);

const html = read('index.html').toString();
const attribute = (pattern) => [...html.matchAll(pattern)].map((match) => match[1]);
const scripts = [
  ...new Set([
    ...attribute(/<script[^>]+src="([^"]+)"/g),
    ...attribute(/<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g),
  ]),
];
const styles = attribute(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g);

/** Everything that an entry imports statically, at any depth: a browser fetches it before the first line runs. */
const withImports = (urls, seen = new Set()) => {
  for (const url of urls) {
    if (seen.has(url)) continue;
    seen.add(url);
    const imports = staticImports(read(url).toString()).map((name) => `/assets/${name}`);
    withImports(
      imports.filter((other) => existsSync(join(DIST, other.slice(1)))),
      seen,
    );
  }
  return [...seen];
};

const eager = withImports(scripts);
const worker = read('sw.js').toString();
const precached = [
  ...worker.matchAll(
    /\{\s*"?(?:revision"?\s*:\s*(?:"[^"]*"|null)\s*,\s*"?url"?\s*:\s*"([^"]+)"|url"?\s*:\s*"([^"]+)"\s*,\s*"?revision"?\s*:\s*(?:"[^"]*"|null))\s*\}/g,
  ),
].map((match) => match[1] ?? match[2]);
const engine = existsSync(join(DIST, 'sw-kirim.js')) ? ['sw-kirim.js'] : [];
const wanted = [...new Set([...precached, ...engine, 'sw.js'])];

/** What a precached script imports must be precached too: else there is no app without a network. */
const scriptsKept = precached
  .filter((url) => url.endsWith('.js'))
  .map((url) => (url.startsWith('/') ? url : `/${url}`));
const notKept = withImports(scriptsKept).filter((url) => !scriptsKept.includes(url));

const rows = [
  { name: 'JavaScript, first load', bytes: sum(eager), limit: 75 * KB },
  { name: 'CSS, first load', bytes: sum(styles), limit: 12 * KB },
  { name: 'HTML', bytes: compressed('index.html'), limit: 8 * KB },
  { name: 'Service worker, shell', bytes: compressed('sw.js'), limit: 10 * KB },
  {
    name: 'Whole precache, transferred',
    bytes: wanted.reduce((total, url) => total + transferred(url), 0),
    limit: 180 * KB,
  },
];

const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`;
for (const { name, bytes, limit } of rows) {
  process.stdout.write(
    `${name.padEnd(32)}${kb(bytes).padStart(10)}   limit ${kb(limit).padStart(9)}   ${bytes <= limit ? 'ok' : 'OVER'}\n`,
  );
}
if (process.argv.includes('--files')) {
  for (const url of wanted)
    process.stdout.write(
      `  ${kb(compressed(url)).padStart(9)}  ${url}${eager.includes(url.startsWith('/') ? url : `/${url}`) ? '  (first load)' : ''}\n`,
    );
}
const at = process.argv.indexOf('--json');
if (at > 0) writeFileSync(process.argv[at + 1] ?? 'size.json', `${JSON.stringify(rows, null, 2)}\n`);
if (notKept.length > 0) {
  process.stderr.write(`Precached scripts import what is not precached: ${notKept.join(', ')}\n`);
  process.exit(2);
}
const inRings = rings(importsOf(join(DIST, 'assets')));
if (inRings.length > 0) {
  for (const ring of inRings)
    process.stderr.write(`Built scripts import each other in a ring: ${[...ring, ring[0]].join(' > ')}\n`);
  process.exit(2);
}
if (precached.length === 0) {
  process.stderr.write('The service worker has no precache list: the build is broken.\n');
  process.exit(2);
}
process.exit(rows.every(({ bytes, limit }) => bytes <= limit) ? 0 : 1);
