import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { type Diperiksa, periksaKode } from '../documents/index.ts';
import type { Rooms } from './rooms.ts';

type Page = { readonly judul: string; readonly isi: unknown; readonly status: 200 | 404 };

const page = ({ judul, isi }: Page) => html`<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${judul} · e-Kinerja</title>
<link rel="stylesheet" href="/cek.css">
<main>
<h1>${judul}</h1>
${isi}
<form action="/cek" method="get">
<label for="kode">Kode di kaki dokumen</label>
<input id="kode" name="kode" autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="K7M2-9QWX-3TRF-P" required>
<button>Periksa</button>
</form>
</main>
</html>`;

const KOSONG: Page = {
  judul: 'Periksa dokumen',
  isi: html`<p>Ketik kode yang tercetak di kaki dokumen, atau pindai QR-nya.</p>`,
  status: 200,
};

const pageOf = (found: Diperiksa): Page => {
  if (found.hasil === 'bukan_kode')
    return {
      judul: 'Kode belum lengkap',
      isi: html`<p>Kode terdiri atas 13 huruf dan angka, misalnya K7M2-9QWX-3TRF-P. Ketik lagi dari kertasnya.</p>`,
      status: 404,
    };
  if (found.hasil === 'tidak_dikenal')
    return {
      judul: 'Kode tidak dikenal',
      isi: html`<p>Tidak ada dokumen dengan kode ${found.kode} yang diterbitkan di sini. Periksa ketikannya; bila benar, tanyakan kepada yang memberi dokumen itu.</p>`,
      status: 404,
    };
  return {
    judul: 'Dokumen ini sah',
    isi: html`<p class="sah">Dokumen dengan kode ini diterbitkan oleh layanan ini.</p>
<dl>${found.baris.map(([label, isi]) => html`<div><dt>${label}</dt><dd>${isi}</dd></div>`)}</dl>
${found.lebihBaru ? html`<p class="baru">Ada versi yang lebih baru, diterbitkan ${found.lebihBaru}. Minta versi itu bila perlu.</p>` : ''}
<p>Kode ini sidik jari isi dokumen: satu huruf saja yang berbeda, kodenya berbeda. Cocokkan jenis, satuan kerja, dan huruf awal nama dengan kertas di tangan Anda. Isi penilaian bersifat pribadi dan tidak ditampilkan di sini.</p>`,
    status: 200,
  };
};

/** `GET /cek` and `GET /cek/:code`: whether a document on paper was issued here; for anybody, without signing in. */
export const checkRoutes = (rooms: Pick<Rooms, 'store'>): Hono => {
  const answer = async (c: Context, typed: string): Promise<Response> => {
    const made = pageOf(await periksaKode(rooms.store, typed));
    c.header('cache-control', 'no-store');
    return c.html(page(made), made.status);
  };
  const routes = new Hono();
  routes.get('/cek', (c) => {
    const typed = c.req.query('kode');
    return typed === undefined ? c.html(page(KOSONG)) : answer(c, typed);
  });
  routes.get('/cek/:code', (c) => answer(c, c.req.param('code')));
  return routes;
};
