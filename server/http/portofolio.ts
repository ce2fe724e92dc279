import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { bingkai, halamanPortofolio, lihatPortofolio, portofolioDitarik } from '../insight/index.ts';
import type { Rooms } from './rooms.ts';

/** Nothing on a portfolio may run, nothing of it may come from elsewhere, and it asks for nothing. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Taken back is taken back at once: no browser and no cache on the way may keep it (RFC 9111 section 5.2.2.5). */
const headers = (c: Context, robots: string): void => {
  c.header('Content-Security-Policy', POLICY);
  c.header('Cache-Control', 'no-store');
  c.header('X-Robots-Tag', robots);
};

const SEMBUNYI = 'noindex, nofollow, noarchive';

const tidakAda = (c: Context): Response | Promise<Response> => {
  headers(c, SEMBUNYI);
  const isi = html`<p>Tidak ada portofolio di alamat ini. Periksa lagi alamatnya.</p>`;
  return c.html(bingkai({ judul: 'Halaman tidak ada', isi, mandiri: true, robots: SEMBUNYI }), 404);
};

/**
 * `GET /p/:kode` and its photos: a portfolio that its owner published, for anybody who has the address, without signing in
 * and without a script. What may be seen is asked anew at every look.
 */
export const portofolioRoutes = (rooms: Pick<Rooms, 'store' | 'clock' | 'files'>): Hono => {
  const routes = new Hono();
  const lihat = (c: Context) => lihatPortofolio(rooms.store, c.req.param('kode') ?? '', rooms.clock());
  routes.get('/p/:kode', async (c) => {
    const terlihat = await lihat(c);
    if (terlihat === null) return tidakAda(c);
    if (terlihat === 'ditarik') {
      headers(c, SEMBUNYI);
      return c.html(portofolioDitarik(), 410);
    }
    const halaman = halamanPortofolio(c.req.param('kode'), terlihat.publik);
    headers(c, halaman.robots);
    return c.html(bingkai(halaman));
  });
  routes.get('/p/:kode/:foto', async (c) => {
    const terlihat = await lihat(c);
    const sha = c.req.param('foto');
    if (terlihat === null || terlihat === 'ditarik') return tidakAda(c);
    if (!terlihat.publik.butir.some(({ foto }) => foto.some((satu) => satu.sha === sha))) return tidakAda(c);
    const photo = await rooms.store.read((tx) => tx.photo(terlihat.owner, sha));
    const bytes = photo?.state === 'utuh' ? await rooms.files.read(terlihat.owner, sha) : null;
    if (!photo || !bytes) return tidakAda(c);
    headers(c, SEMBUNYI);
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': photo.mime ?? 'application/octet-stream' });
  });
  return routes;
};
