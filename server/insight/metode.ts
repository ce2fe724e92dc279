import { html } from 'hono/html';
import { ATURAN, HARI_PERIKSA, HARI_TUTUP, PANGSA, SEKOLAH_GABUNGAN } from '../../shared/publik/index.ts';
import type { Bingkai } from './bingkai.ts';
import { KATA_TABEL } from './kata.ts';
import type { Publikasi } from './publikasi.ts';
import { KOLOM, LISENSI } from './unduhan.ts';

/** P03: how figures are counted, what is hidden and why, and the downloads. */
export const metode = ({ tabel }: Pick<Publikasi, 'tabel'>): Pick<Bingkai, 'judul' | 'isi'> => ({
  judul: 'Cara hitung dan data terbuka',
  isi: html`<h2>Unduh</h2>
<p>Bebas dipakai menurut <a href="${LISENSI.alamat}" rel="license">${LISENSI.nama}</a>; sebutkan instansinya sebagai sumber.</p>
<ul>${tabel.map((satu) => html`<li>${KATA_TABEL[satu].judul}: <a href="/publik/data/${satu}.csv">CSV</a>, <a href="/publik/data/${satu}.json">JSON</a></li>`)}
<li><a href="/publik/data/skema.json">Skema JSON</a></li></ul>
<div class="gulir" role="region" aria-label="Kolom CSV" tabindex="0"><table><caption>Kolom CSV</caption><thead><tr><th scope="col">Kolom</th><th scope="col">Isi</th></tr></thead>
<tbody>${KOLOM.map(([nama, isi]) => html`<tr><th scope="row"><code>${nama}</code></th><td>${isi}</td></tr>`)}</tbody></table></div>
<h2>Apa yang dihitung</h2>
<dl>${tabel.map((satu) => html`<div><dt>${KATA_TABEL[satu].judul}</dt><dd>${KATA_TABEL[satu].arti}</dd></div>`)}</dl>
<ul>
<li>Setiap guru dihitung sama, sebanyak apa pun catatannya.</li>
<li>Hari kerja menurut kalender sekolah masing-masing, sejak guru bertugas di sana. Hari sakit dan cuti tidak dihitung; siapa dan berapa tidak disebut.</li>
<li>Sekolah yang meniadakan catatan harian tidak masuk tabel hari kerja terisi.</li>
<li>Beban mencatat hanya dari guru yang mengizinkan HP-nya ikut dihitung, jadi bukan dari semua guru. Satu sekolah dihitung sebanyak orang di pekan teramainya; pekan dengan kurang dari ${ATURAN.beban.minimal} pelapor tidak ikut bila ada yang lebih ramai.</li>
<li>Yang dihapus atau ditarik tidak dihitung. Catatan yang masih menunggu kurang dari ${HARI_PERIKSA} hari belum dihitung di tabel pemeriksaan.</li>
<li>Satu bulan dihitung ${HARI_TUTUP} hari sesudah berakhir, supaya catatan dari tempat tanpa sinyal sempat sampai; predikat satu tahun pada 1 April berikutnya. Sesudah terbit angkanya tidak diubah lagi: dua hitungan yang berbeda sehari dapat membuka catatan satu orang.</li>
<li>Angka kabupaten dan instansi adalah rata-rata angka sekolah <em>seperti yang tercetak</em>, ditimbang jumlah guru. Karena itu jumlahnya tidak dapat dipakai untuk menghitung balik yang disembunyikan, dan dapat berbeda sampai satu persen dari hitungan penuh.</li>
</ul>
<h2>Apa yang tidak ditampilkan</h2>
<p>Tidak ada nama guru, NIP, foto, tulisan, penilaian, atau predikat orang: hasil evaluasi seseorang adalah rahasia pribadi (UU 14/2008 pasal 17 huruf h).</p>
<ul>
<li>Kelompok kurang dari ${ATURAN.pengisian.minimal} orang, untuk predikat kurang dari ${ATURAN.predikat.minimal}, tidak ditampilkan sendiri. Sekolahnya digabung dengan sekolah terkecil lain, sedikitnya ${SEKOLAH_GABUNGAN} sekolah, sampai ia paling banyak ${100 * PANGSA}% dari gabungan itu; bila kabupatennya tidak punya cukup sekolah, ia tidak ikut sama sekali.</li>
<li>Bagian di kedua ujung tidak disebut persis: “${100 - 100 * ATURAN.pengisian.ujung}% atau lebih”, untuk predikat “${100 - 100 * ATURAN.predikat.ujung}% atau lebih”. Kategori yang sekecil itu digabung dengan yang lain.</li>
<li>Waktu periksa satu sekolah adalah waktu layanan kantornya, bukan penilaian atas kepala sekolahnya.</li>
</ul>`,
});
