import { masuk as words } from '../i18n/id/masuk.ts';

const kolom = (label: string): string =>
  `<div class="field"><b>${label}</b><span class="pintu-kolom"></span></div>`;

/**
 * The door as index.html carries it: what signing in looks like, to be read while the scripts are still on their way (a
 * second and a half on Slow 3G). It takes no input, since nothing would answer; `tema.js` shows it on a first visit. Hidden
 * by its markup, so that browsers too old for our styles show only the word to them.
 */
export const pintuAwal = (): string =>
  [
    '<div class="masuk pintu-awal" aria-busy="true" hidden>',
    '<img src="/favicon.svg" alt="" width="56" height="56" />',
    `<h1>${words.judul}</h1><p class="redup">${words.sub}</p>`,
    `<div class="pintu-isi">${kolom(words.nip)}${kolom(words.sandi)}`,
    `<span class="button teks"><svg class="icon"></svg><span>${words.lihat}</span></span>`,
    `<span class="button utama block"><span>${words.menyiapkan}</span></span></div>`,
    `<p>${words.lupa}</p>`,
    `<div class="masuk-lain"><span class="button teks"><svg class="icon"></svg><span>${words.latihan}</span></span></div>`,
    `<p class="redup kecil">${words.bukanResmi}</p></div>`,
  ].join('');
