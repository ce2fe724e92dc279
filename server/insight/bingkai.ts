import { html } from 'hono/html';

type Html = ReturnType<typeof html>;

/** What stands around every public page: no script, one style sheet of the own house, nothing from elsewhere. */
export type Bingkai = {
  readonly judul: string;
  readonly isi: unknown;
  /** Style inside the page, for a file that is read without the service. */
  readonly gaya?: string;
  /** True for a person's page: it leads nowhere else. */
  readonly mandiri?: boolean;
  /** What search engines are told. */
  readonly robots?: string;
};

const TAUTAN = [
  ['/publik', 'Ringkasan'],
  ['/publik/metode', 'Cara hitung dan data terbuka'],
  ['/cek', 'Periksa dokumen'],
  ['/status', 'Keadaan layanan'],
] as const;

/** A whole page. */
export const bingkai = ({ judul, isi, gaya, mandiri = false, robots }: Bingkai): Html => html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${robots === undefined ? '' : html`<meta name="robots" content="${robots}">`}
<title>${judul} · e-Kinerja</title>
${gaya === undefined ? html`<link rel="stylesheet" href="/publik.css">${mandiri ? html`<link rel="stylesheet" href="/portofolio.css">` : ''}<link rel="icon" href="/favicon.svg">` : html`<style>${gaya}</style>`}
</head>
<body>
<a class="lompat" href="#isi">Langsung ke isi</a>
${mandiri ? '' : html`<header><nav aria-label="Halaman publik"><ul>${TAUTAN.map(([href, nama]) => html`<li><a href="${href}">${nama}</a></li>`)}</ul></nav></header>`}
<main id="isi">
<h1>${judul}</h1>
${isi}
</main>
</body>
</html>
`;
