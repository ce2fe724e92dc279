import { html } from 'hono/html';
import { jamPada, tanggalPada } from '../../shared/domain/index.ts';
import type { Bingkai } from './bingkai.ts';
import { kataPeriode } from './kata.ts';
import { isSiap, type Keadaan } from './keadaan.ts';

type Html = ReturnType<typeof html>;
type Baris = readonly [nama: string, baik: boolean, kata: string];

const JAM = 3_600_000;
const HARI = 24 * JAM;

const salinan = ({ salinan: pada, dilihat }: Keadaan): Baris[] => {
  if (pada === undefined) return [];
  if (pada === null) return [['Cadangan', false, 'Belum ada.']];
  const umur = dilihat - pada;
  const jam = Math.floor(umur / JAM);
  const kata =
    jam < 1
      ? 'Terakhir kurang dari satu jam lalu.'
      : umur < HARI
        ? `Terakhir ${jam} jam lalu.`
        : `Terakhir ${Math.floor(umur / HARI)} hari lalu.`;
  return [['Cadangan', umur < HARI, kata]];
};

const baris = (keadaan: Keadaan): Baris[] => {
  const { baca, tulis, ruang } = keadaan;
  const terima = tulis && ruang !== 'habis';
  return [
    ['Masuk dan membaca', baca, baca ? 'Bekerja.' : 'Sedang tidak bisa. Yang sudah ada di HP tetap terbaca.'],
    [
      'Menerima kegiatan, SKP, evaluasi, dan persetujuan',
      terima,
      terima ? 'Bekerja.' : 'Sedang tidak bisa. Isian tetap tersimpan di HP dan terkirim sendiri nanti.',
    ],
    [
      'Menerima foto',
      tulis && ruang === 'lega',
      tulis && ruang === 'lega'
        ? 'Bekerja.'
        : 'Ditunda karena ruang penyimpanan server hampir habis atau gangguan lain. Foto menunggu di HP.',
    ],
    ...salinan(keadaan),
  ];
};

/** What the service says of itself, found out at that moment; also in the app under the same words. */
export const halamanStatus = (keadaan: Keadaan): Pick<Bingkai, 'judul' | 'isi'> => {
  const tanggal = tanggalPada(keadaan.dilihat, 'Asia/Jakarta');
  const hari = `${Number(tanggal.slice(8))} ${kataPeriode(tanggal.slice(0, 7))}`;
  const pada = `${hari} pukul ${jamPada(keadaan.dilihat, 'Asia/Jakarta')} WIB`;
  const ringkas: Html = isSiap(keadaan)
    ? html`<p class="baik"><strong>Layanan bekerja.</strong></p>`
    : html`<p class="buruk"><strong>Layanan sedang terganggu.</strong> Tidak ada isian di HP yang hilang.</p>`;
  return {
    judul: 'Keadaan layanan',
    isi: html`${ringkas}
<dl>${baris(keadaan).map(([nama, baik, kata]) => html`<div><dt>${nama}</dt><dd class="${baik ? 'baik' : 'buruk'}">${baik ? '✓' : '✗'} ${kata}</dd></div>`)}</dl>
<p class="redup">Dicoba pada ${pada}, bukan diperkirakan. Bila halaman ini tidak terbuka sama sekali, servernya atau internetnya yang terputus; catat terus, HP menyimpan semuanya.</p>`,
  };
};
