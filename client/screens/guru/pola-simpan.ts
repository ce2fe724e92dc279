import { cleanText, countLetters, Pola } from '../../../shared/records/index.ts';
import { hapusPola, simpanPola } from '../../actions/index.ts';
import type { App } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { pola as words } from '../../i18n/id/pola-kamera.ts';
import { umum } from '../../i18n/id/umum.ts';
import type { Isian } from './isian.ts';

const PANJANG_NAMA = 40;

/** A short name for a pattern: the first words of its text that fit. */
export const namaPola = (uraian: string): string => {
  let nama = '';
  for (const word of cleanText(uraian).trim().split(/\s+/)) {
    const longer = nama === '' ? word : `${nama} ${word}`;
    if (countLetters(longer) > 24) break;
    nama = longer;
  }
  return nama === '' ? [...cleanText(uraian).trim()].slice(0, PANJANG_NAMA).join('') : nama;
};

/** The form as a pattern, or null where it says too little for one. */
const sebagaiPola = (isian: Isian): Pola | null => {
  const { mulai, selesai, rhk, rencanaAksi } = isian;
  const parsed = Pola.safeParse({
    nama: namaPola(isian.uraian),
    rhk,
    rencanaAksi,
    uraian: cleanText(isian.uraian).trim(),
    mulai: mulai || null,
    selesai: selesai || null,
    realisasi: Number(isian.realisasi),
    satuan: cleanText(isian.satuan).trim(),
  });
  return parsed.success ? parsed.data : null;
};

/** Keeps what is in the form as a quick pattern. */
export const simpanSebagaiPola = async (app: App, isian: Isian): Promise<void> => {
  const pola = sebagaiPola(isian);
  if (!pola) return beriTahu(words.belumCukup);
  const done = await simpanPola(app, pola);
  if (!done.ok) return beriTahu(kataMasalah(done.code, done.params));
  beriTahu(words.tersimpan, { teks: umum.aksi.urungkan, jalan: () => void hapusPola(app, done.id) });
};
