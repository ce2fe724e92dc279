import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { bingkai, type Siap } from '../insight/index.ts';
import { notFound } from './middleware/problem.ts';
import type { Rooms } from './rooms.ts';
import { dipegang, mauGzip } from './validators.ts';

/** Nothing on these pages may run, and nothing of them may come from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SEGAR = 'public, max-age=300';

const jawab = (c: Context, siap: Siap): Response => {
  const padat = mauGzip(c);
  const headers = new Headers({
    'Cache-Control': SEGAR,
    'Content-Security-Policy': POLICY,
    ETag: `"${siap.etag}${padat ? '-gzip' : ''}"`,
    'Last-Modified': new Date(siap.diubah).toUTCString(),
    Vary: 'Accept-Encoding',
  });
  if (dipegang(c, siap)) return new Response(null, { status: 304, headers });
  headers.set('Content-Type', siap.jenis);
  if (padat) headers.set('Content-Encoding', 'gzip');
  return new Response(padat ? siap.gzip : siap.isi, { headers });
};

const tidakAda = (c: Context, judul: string, isi: unknown): Response | Promise<Response> => {
  c.header('Content-Security-Policy', POLICY);
  c.header('Cache-Control', 'no-store');
  return c.html(bingkai({ judul, isi }), 404);
};

/**
 * `GET /publik` and what is under it: what the instansi chose to publish, for anybody, without signing in, without a
 * script. Where nothing is public the page says so.
 */
export const publikRoutes = (rooms: Pick<Rooms, 'insight'>): Hono => {
  const routes = new Hono();
  const { publik } = rooms.insight;
  const answer = async (c: Context): Promise<Response> => {
    const siap = await publik.ambil({
      alamat: c.req.path,
      bulan: c.req.query('bulan') ?? '',
      cari: (c.req.query('cari') ?? '').slice(0, 80),
    });
    if (siap === 'tertutup')
      return tidakAda(
        c,
        'Data publik belum dibuka',
        html`<p>Instansi ini belum membuka data kinerja untuk umum. Dokumen tetap dapat <a href="/cek">diperiksa keasliannya</a>.</p>`,
      );
    if (siap) return jawab(c, siap);
    // Downloads are read by programs.
    return c.req.path.startsWith('/publik/data/')
      ? notFound(c)
      : tidakAda(
          c,
          'Halaman tidak ada',
          html`<p>Tidak ada data publik di alamat ini. Lihat <a href="/publik">ringkasan</a>.</p>`,
        );
  };
  for (const path of ['/publik', '/publik/metode', '/publik/sekolah/:npsn', '/publik/data/:nama'])
    routes.get(path, answer);
  return routes;
};
