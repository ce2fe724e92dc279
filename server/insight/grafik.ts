import { html } from 'hono/html';
import { type Bagian, tengah } from '../../shared/publik/index.ts';
import { kataBagian, kataKategori } from './kata.ts';

type Html = ReturnType<typeof html>;

/** A column of a plot; null where nothing is said of that period. */
export type Titik = { readonly label: string; readonly panjang: string; readonly bagian: Bagian | null };

const TINGGI = 96;
const LANGKAH = 26;
/** Columns that a plot has room for: all plots have one scale, however short their series. */
const TEMPAT = 12;

const batang = ({ label, bagian }: Titik, i: number): Html => {
  const x = 4 + i * LANGKAH;
  const tinggi = bagian ? Math.max(2, (tengah(bagian) * TINGGI) / 100) : 0;
  const y = 16 + TINGGI - tinggi;
  const tanda = bagian
    ? `${bagian.batas === 'sedikitnya' ? '≥' : bagian.batas === 'sebanyaknya' ? '≤' : ''}${bagian.persen}`
    : '–';
  return html`${bagian ? html`<rect class="batang" x="${x}" y="${y}" width="18" height="${tinggi}" rx="2"></rect>` : ''}
<text class="angka" x="${x + 9}" y="${y - 4}">${tanda}</text><text x="${x + 9}" y="${TINGGI + 30}">${label}</text>`;
};

/** Columns over periods, percent on a fixed scale of 0 to 100, and below it the same as a table. */
export const grafikWaktu = (judul: string, titik: readonly Titik[], id: string): Html => {
  const lebar = 8 + Math.max(TEMPAT, titik.length) * LANGKAH;
  return html`<figure>
<svg viewBox="0 0 ${lebar} ${TINGGI + 36}" width="${lebar}" role="img" aria-labelledby="${id}">
<title id="${id}">${judul}, persen per bulan. Angkanya ada di tabel di bawah.</title>
<path class="garis" d="M0 ${16.5}H${lebar}M0 ${16.5 + TINGGI / 2}H${lebar}M0 ${16.5 + TINGGI}H${lebar}"></path>
${titik.map(batang)}
</svg>
<details><summary>Angka sebagai tabel</summary>
<table><caption>${judul}</caption>
<thead><tr><th scope="col">Periode</th><th scope="col">Bagian</th></tr></thead>
<tbody>${titik.map(({ panjang, bagian }) => html`<tr><th scope="row">${panjang}</th><td>${bagian ? kataBagian(bagian) : 'tidak ditampilkan'}</td></tr>`)}</tbody>
</table></details>
</figure>`;
};

/** Bars beside their names: a table in which each line is its own plot. */
export const grafikBagian = (judul: string, bagian: readonly Bagian[]): Html => html`<table class="palang">
<caption>${judul}</caption>
<thead><tr><th scope="col">Kategori</th><th scope="col">Bagian</th></tr></thead>
<tbody>${bagian.map(
  (satu) => html`<tr><th scope="row">${kataKategori(satu.kategori)}</th><td>${kataBagian(satu)}
<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="alas" width="100" height="6"></rect><rect class="batang" width="${tengah(satu)}" height="6"></rect></svg></td></tr>`,
)}</tbody></table>`;
