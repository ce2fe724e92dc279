import { Hono } from 'hono';
import { isProblemCode, type ProblemCode, problems, todaysCode } from '../../shared/protocol/index.ts';
import { notFound } from './middleware/problem.ts';

/** Titles and codes are our own constants, so nothing here needs escaping. */
const page = (code: ProblemCode): string => `<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${problems[code].title} · e-Kinerja</title>
<h1>${problems[code].title}</h1>
<p>Kode masalah: <code>${code}</code>.</p>
<p>Catatan yang belum terkirim tetap tersimpan di HP. Buka <a href="/antrean">daftar kiriman</a> untuk melihat apa yang perlu dilakukan.</p>
</html>
`;

/** `GET /masalah/:code`: where the `type` of problem details leads, for a person to read. */
export const problemPages = (): Hono => {
  const routes = new Hono();
  routes.get('/masalah/:code', (c) => {
    const code = todaysCode(c.req.param('code'));
    return isProblemCode(code) ? c.html(page(code)) : notFound(c);
  });
  return routes;
};
