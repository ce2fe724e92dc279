import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { Hono } from 'hono';

type Encoding = 'br' | 'gzip' | 'identity';
type Asset = {
  readonly type: string;
  readonly cache: string;
  readonly etag: string;
  readonly bodies: ReadonlyMap<Encoding, Uint8Array<ArrayBuffer>>;
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const PACKED: readonly (readonly [Encoding, string])[] = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

/** Names under /assets carry a hash of their content; of all else the browser asks whether it changed. */
const cacheOf = (url: string): string => {
  if (url.startsWith('/assets/')) return 'public, max-age=31536000, immutable';
  return ['.png', '.ico', '.svg', '.jpg', '.webp'].includes(extname(url))
    ? 'public, max-age=86400'
    : 'no-cache';
};

const read = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path));

const assetAt = (path: string, url: string): Asset => {
  const identity = read(path);
  const bodies = new Map<Encoding, Uint8Array<ArrayBuffer>>([['identity', identity]]);
  for (const [encoding, ending] of PACKED)
    if (existsSync(path + ending)) bodies.set(encoding, read(path + ending));
  const etag = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  return { type: TYPES[extname(path)] ?? 'application/octet-stream', cache: cacheOf(url), etag, bodies };
};

/** Every file that may be answered, by address: an address that is not in here cannot lead anywhere in the file system. */
const indexOf = (dir: string): ReadonlyMap<string, Asset> => {
  if (!existsSync(dir)) return new Map();
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !/\.(br|gz|map)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files.map((path) => {
      const url = `/${relative(dir, path).split(sep).join('/')}`;
      return [url, assetAt(path, url)];
    }),
  );
};

/** The best encoding that the browser takes and that stands ready; `q=0` refuses one. */
const encodingFor = (accepted: string, asset: Asset): Encoding => {
  const refused = (name: string): boolean =>
    new RegExp(`\\b${name}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`).test(accepted);
  const wanted = (name: string): boolean =>
    new RegExp(`(^|[,\\s])${name}\\b`).test(accepted) && !refused(name);
  return PACKED.find(([name]) => asset.bodies.has(name) && wanted(name))?.[0] ?? 'identity';
};

/** True where the browser holds this very content, in whatever encoding. */
const holds = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch.split(',').some((tag) => {
    const plain = tag.trim().replace(/^W\//, '');
    return plain === '*' || plain === `"${etag}"` || plain === `"${etag}-br"` || plain === `"${etag}-gzip"`;
  });

const answer = (asset: Asset, request: Request, status: 200 | 404 = 200): Response => {
  const encoding = encodingFor(request.headers.get('accept-encoding') ?? '', asset);
  const headers = new Headers({
    'Cache-Control': asset.cache,
    ETag: `"${asset.etag}${encoding === 'identity' ? '' : `-${encoding}`}"`,
    Vary: 'Accept-Encoding',
  });
  if (status === 200 && holds(request.headers.get('if-none-match') ?? '', asset.etag))
    return new Response(null, { status: 304, headers });
  const body = asset.bodies.get(encoding) ?? new Uint8Array();
  headers.set('Content-Type', asset.type);
  headers.set('Content-Length', String(body.byteLength));
  if (encoding !== 'identity') headers.set('Content-Encoding', encoding);
  return new Response(body, { status, headers });
};

/**
 * First path segments of the app's own screens: their addresses all answer with the page, which then finds its way. Where
 * the service worker is not there yet, as on a computer that is new, this is what opens a link.
 */
export const APP_SEGMENTS: ReadonlySet<string> = new Set([
  '',
  'akses',
  'akun',
  'angka-kredit',
  'antrean',
  'bagikan',
  'bantuan',
  'catat',
  'catatan-audit',
  'dasbor',
  'data-diri',
  'dialog-karier',
  'dokumen',
  'evaluasi',
  'galeri',
  'ganti-akun',
  'guru',
  'hilang',
  'impor',
  'kalender-sekolah',
  'keberatan',
  'kegiatan',
  'ketetapan',
  'tindakan',
  'kendala',
  'latihan',
  'masuk',
  'observasi',
  'pegawai',
  'pemulihan',
  'penilaian',
  'periksa',
  'pola',
  'pola-bersama',
  'pola-sekolah',
  'portofolio',
  'praktik',
  'publikasi',
  'salin',
  'saya',
  'sekolah',
  'setahun',
  'siapkan',
  'sistem',
  'skp',
  'susunan',
  'titipan',
  'umpan',
  'usulan',
  'wawasan',
  'wilayah',
]);

// No look at the ending: the id of an entry has dots in it.
const isScreen = (path: string): boolean => APP_SEGMENTS.has(path.split('/')[1] ?? '');

/** Somebody typed or followed an address, and reads what comes; programs ask for what they can parse. */
const isPerson = (request: Request): boolean => /\btext\/html\b/.test(request.headers.get('accept') ?? '');

/**
 * The built client: files with their ready-made br and gzip copies, the page for every screen's address, and 404 for the
 * rest: a person gets the page with it, which says what is wrong and leads on. `POST /bagikan` is for the service worker; where it is not there yet, the share opens the app.
 */
export const staticRoutes = (dir: string): Hono => {
  const assets = indexOf(dir);
  const routes = new Hono();
  routes.post('/bagikan', (c) => c.redirect('/', 303));
  routes.get('*', (c, next) => {
    const path = c.req.path;
    const page = assets.get('/index.html');
    const asset = assets.get(path === '/' ? '/index.html' : path) ?? (isScreen(path) ? page : undefined);
    if (asset) return Promise.resolve(answer(asset, c.req.raw));
    return page && isPerson(c.req.raw) ? Promise.resolve(answer(page, c.req.raw, 404)) : next();
  });
  return routes;
};
