import { html } from 'hono/html';
import {
  type Bagian,
  type JumlahTerbitan,
  kelasTengah,
  TABEL_BEBAN,
  type Tabel,
  type Terbitan,
} from '../../shared/publik/index.ts';
import type { Bingkai } from './bingkai.ts';
import { grafikBagian, grafikWaktu } from './grafik.ts';
import { KATA_TABEL, kataBagian, kataKategori, kataPeriode, kataSingkat } from './kata.ts';
import {
  cariSekolah,
  type Publikasi,
  type Sebutan,
  type SekolahTerbit,
  sebutan,
  sekolahTerbit,
} from './publikasi.ts';

type Html = ReturnType<typeof html>;
type Isi = Pick<Bingkai, 'judul' | 'isi'>;

const BULANAN = ['pengisian', 'periksa', 'jenis', 'beban', 'detik'] as const satisfies readonly Tabel[];
const SERI = ['pengisian', 'periksa'] as const satisfies readonly Tabel[];
/** Periods in a plot. */
const TAMPIL = 12;

const pokokDari = (tabel: Tabel, bagian: readonly Bagian[]): Bagian | null =>
  bagian.find(({ kategori }) => kategori === KATA_TABEL[tabel].pokok) ?? null;

const angka = (tabel: Tabel, bagian: readonly Bagian[]): string => {
  const pokok = pokokDari(tabel, bagian);
  return pokok ? kataBagian(pokok) : 'tidak ditampilkan';
};

const seri = (
  publikasi: Publikasi,
  {
    tabel,
    dari,
    id,
  }: { readonly tabel: Tabel; readonly dari: (t: Terbitan) => readonly Bagian[]; readonly id: string },
): Html =>
  grafikWaktu(
    KATA_TABEL[tabel].judul,
    publikasi.terbitan[tabel].slice(-TAMPIL).map((satu) => ({
      label: kataSingkat(satu.periode),
      panjang: kataPeriode(satu.periode),
      bagian: pokokDari(tabel, dari(satu)),
    })),
    id,
  );

const cakupan = ({ sekolah, tersembunyi, guru }: JumlahTerbitan): string =>
  `${sekolah} sekolah, ${guru} guru.${tersembunyi > 0 ? ` ${tersembunyi} sekolah tidak ikut karena gurunya terlalu sedikit untuk ditampilkan.` : ''}`;

/** In which class the middle person lies, where the printed shares say so. */
const tengahInstansi = (tabel: Tabel, bagian: readonly Bagian[]): Html | '' => {
  const beban = TABEL_BEBAN.find((satu) => satu === tabel);
  const kelas = beban && kelasTengah(beban, bagian);
  return kelas ? html`<p>Nilai tengahnya: ${kataKategori(kelas).toLocaleLowerCase('id')}.</p>` : '';
};

const bagianInstansi = (publikasi: Publikasi, tabel: Tabel, periode: string): Html | '' => {
  const terbitan = publikasi.terbitan[tabel].find((satu) => satu.periode === periode);
  if (!terbitan || terbitan.instansi.guru === 0) return '';
  const { judul, arti, pokok } = KATA_TABEL[tabel];
  const { instansi } = terbitan;
  return html`<section aria-labelledby="${tabel}"><h2 id="${tabel}">${judul}, ${kataPeriode(periode)}</h2>
${
  pokok === null
    ? grafikBagian(judul, instansi.bagian)
    : html`<p class="besar">${angka(tabel, instansi.bagian)}</p>${seri(publikasi, { tabel, dari: (t) => t.instansi.bagian, id: `g-${tabel}` })}`
}
${tengahInstansi(tabel, instansi.bagian)}<p class="redup">${arti} ${cakupan(instansi)}</p></section>`;
};

const sel = (tabel: Tabel, found: Sebutan): Html | string => {
  if (!found) return 'tidak ditampilkan';
  return found.bersama > 0
    ? html`${angka(tabel, found.bagian)} <span class="redup">(bersama ${found.bersama} sekolah)</span>`
    : angka(tabel, found.bagian);
};

type Pilihan = { readonly bulan: string; readonly cari: string };
type Kini = { readonly kini: readonly Terbitan[]; readonly sebulan: readonly Terbitan[] };

const tabelKabupaten = (kini: readonly Terbitan[]): Html | '' => {
  const [satu] = kini;
  if (!satu || satu.kabupaten.length < 2) return '';
  return html`<h2>Per kabupaten dan kota</h2><div class="gulir" role="region" aria-label="Per kabupaten dan kota" tabindex="0"><table>
<caption>Per kabupaten dan kota, ${kataPeriode(satu.periode)}</caption>
<thead><tr><th scope="col">Daerah</th>${kini.map(({ tabel }) => html`<th scope="col">${KATA_TABEL[tabel].judul}</th>`)}</tr></thead>
<tbody>${satu.kabupaten.map(
    ({ kabupaten }) =>
      html`<tr><th scope="row">${kabupaten || 'Tanpa nama kabupaten'}</th>${kini.map(({ tabel, kabupaten: semua }) => html`<td>${angka(tabel, semua.find((lain) => lain.kabupaten === kabupaten)?.bagian ?? [])}</td>`)}</tr>`,
  )}</tbody></table></div>`;
};

/** Every school that any table of the month names, with the figures that a table of schools has room for: from here each is opened. */
const tabelSekolah = ({ kini, sebulan }: Kini, { bulan, cari }: Pilihan): Html => {
  const kata = cari.toLocaleLowerCase('id');
  const cocok = ({ nama, npsn, kabupaten }: SekolahTerbit): boolean =>
    `${nama} ${npsn} ${kabupaten}`.toLocaleLowerCase('id').includes(kata);
  const sekolah = sekolahTerbit(sebulan).filter(cocok);
  return html`<h2 id="sekolah">Per sekolah</h2>
<form action="/publik#sekolah" method="get" role="search"><input type="hidden" name="bulan" value="${bulan}">
<label for="cari">Nama sekolah, NPSN, atau kabupaten</label><input id="cari" name="cari" value="${cari}" autocomplete="off"><button>Cari</button></form>
${
  sekolah.length === 0
    ? html`<p>Tidak ada sekolah yang cocok dengan “${cari}”. Periksa ejaannya, atau kosongkan lalu tekan Cari.</p>`
    : html`<div class="gulir" role="region" aria-label="Per sekolah" tabindex="0"><table>
<caption>Per sekolah, ${kataPeriode(bulan)}</caption>
<thead><tr><th scope="col">Sekolah</th>${kini.map(({ tabel }) => html`<th scope="col">${KATA_TABEL[tabel].judul}</th>`)}</tr></thead>
<tbody>${sekolah.map(({ npsn, nama, kabupaten }) => html`<tr><th scope="row"><a href="/publik/sekolah/${npsn}">${nama}</a><span class="redup">${kabupaten}</span></th>${kini.map((satu) => html`<td>${sel(satu.tabel, sebutan(satu, npsn))}</td>`)}</tr>`)}</tbody></table></div>`
}`;
};

const predikat = (publikasi: Publikasi): Html | '' => {
  const terakhir = publikasi.terbitan.predikat.at(-1);
  return terakhir ? bagianInstansi(publikasi, 'predikat', terakhir.periode) : '';
};

/** Months of which something is public, the last first. */
export const bulanTerbit = ({ terbitan }: Publikasi): string[] =>
  [...new Set(BULANAN.flatMap((tabel) => terbitan[tabel].map(({ periode }) => periode)))].sort().reverse();

const pilihBulan = (
  daftar: readonly string[],
  bulan: string,
): Html => html`<form action="/publik" method="get" class="sebaris">
<label for="bulan">Bulan</label><select id="bulan" name="bulan">${daftar.map((satu) => html`<option value="${satu}"${satu === bulan ? html` selected` : ''}>${kataPeriode(satu)}</option>`)}</select><button>Tampilkan</button></form>`;

/** P01: the whole instansi in a month, its kabupaten and schools. A month of which nothing is public gives the last one. */
export const ringkasan = (publikasi: Publikasi, diminta: Partial<Pilihan> = {}): Isi => {
  const daftar = bulanTerbit(publikasi);
  const bulan = daftar.find((satu) => satu === diminta.bulan) ?? daftar[0];
  const judul = 'Transparansi kinerja guru';
  const pembuka = html`<p>${publikasi.instansi}</p>`;
  if (bulan === undefined)
    return {
      judul,
      isi: html`${pembuka}${predikat(publikasi)}<p>Belum ada bulan yang diterbitkan. Angka satu bulan terbit pada tanggal 15 bulan berikutnya.</p>`,
    };
  const diBulan = (tabel: Tabel): Terbitan[] =>
    publikasi.terbitan[tabel].filter(({ periode }) => periode === bulan);
  const kini = SERI.flatMap(diBulan);
  const sekolah = { kini, sebulan: BULANAN.flatMap(diBulan) };
  return {
    judul,
    isi: html`${pembuka}${pilihBulan(daftar, bulan)}
${BULANAN.map((tabel) => bagianInstansi(publikasi, tabel, bulan))}
${predikat(publikasi)}
${tabelKabupaten(kini)}${tabelSekolah(sekolah, { bulan, cari: diminta.cari ?? '' })}
<p class="redup">Angka kelompok kecil digabung atau tidak ditampilkan, dan tidak ada angka tentang orang. Lihat <a href="/publik/metode">cara hitung dan data terbuka</a>.</p>`,
  };
};

/** Why a school has no figure in a table: it is not out yet, the school has no part in it, or too few can be counted. */
const tanpaAngka = (
  terakhir: Terbitan | undefined,
  { npsn, kurang }: { readonly npsn: string; readonly kurang: number },
): string => {
  if (!terakhir) return 'Belum ada yang terbit untuk tabel ini.';
  return terakhir.tersembunyi.some((satu) => satu.npsn === npsn)
    ? `Data sekolah ini belum ditampilkan karena yang dapat dihitung kurang dari ${kurang} orang.`
    : `Sekolah ini tidak masuk tabel ${kataPeriode(terakhir.periode)}.`;
};

const satuTabel = (publikasi: Publikasi, tabel: Tabel, npsn: string): Html => {
  const terakhir = publikasi.terbitan[tabel].at(-1);
  const found = sebutan(terakhir, npsn);
  const { judul, arti, pokok } = KATA_TABEL[tabel];
  const kurang = tabel === 'predikat' ? 10 : 5;
  const isi =
    !terakhir || !found
      ? html`<p>${tanpaAngka(terakhir, { npsn, kurang })}</p>`
      : html`<p>${kataPeriode(terakhir.periode)}.${found.bersama > 0 ? ` Angka ini milik ${found.bersama} sekolah bersama, karena ada yang kurang dari ${kurang} orang.` : ''}</p>
${
  pokok === null
    ? grafikBagian(judul, found.bagian)
    : html`<p class="besar">${angka(tabel, found.bagian)}</p>${seri(publikasi, { tabel, dari: (t) => sebutan(t, npsn)?.bagian ?? [], id: `s-${tabel}` })}`
}`;
  return html`<section><h2>${judul}</h2>${isi}<p class="redup">${arti}</p></section>`;
};

/** P02: one school over the months; null where nothing public names it. */
export const halamanSekolah = (publikasi: Publikasi, npsn: string): Isi | null => {
  const sekolah = cariSekolah(publikasi, npsn);
  if (!sekolah) return null;
  return {
    judul: sekolah.nama,
    isi: html`<p>NPSN ${sekolah.npsn}${sekolah.kabupaten ? ` · ${sekolah.kabupaten}` : ''} · <a href="/publik">semua sekolah</a></p>
${publikasi.tabel.map((tabel) => satuTabel(publikasi, tabel, npsn))}`,
  };
};
