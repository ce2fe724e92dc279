/*
 * Theme and text size. Kept in localStorage besides the registry, because public/tema.js must know them before the first
 * paint, when IndexedDB has not answered yet. What is chosen in training lies in the tab's sessionStorage and hides the
 * phone's own until the training ends.
 */
import { ingatLatihan, sedangLatihan } from './world.ts';

export type Tema = 'hp' | 'terang' | 'gelap';
/** Text sizes offered, in percent. */
export const SKALA = [85, 100, 115, 130, 150, 175, 200] as const;

const TEMA = 'kinerja-tema';
const SKALA_KEY = 'kinerja-skala';

/** localStorage throws where the browser forbids storage; the setting then lasts as long as the page. */
const remember = (key: string, value: string): void => {
  try {
    (sedangLatihan() ? sessionStorage : localStorage).setItem(key, value);
  } catch {
    return;
  }
};
const recall = (key: string): string | null => {
  try {
    return sessionStorage.getItem(key) ?? localStorage.getItem(key);
  } catch {
    return null;
  }
};

/** The theme that the person chose; `hp` follows the phone. */
export const temaKini = (): Tema => {
  const known = recall(TEMA);
  return known === 'terang' || known === 'gelap' ? known : 'hp';
};

const pakaiTema = (tema: Tema): void => {
  if (tema === 'hp') document.documentElement.removeAttribute('data-tema');
  else document.documentElement.setAttribute('data-tema', tema);
  paintBar(tema);
};

/** Chooses the theme, at once and for next time. */
export const pilihTema = (tema: Tema): void => {
  remember(TEMA, tema);
  pakaiTema(tema);
};

const BAR = { terang: '#FFFFFF', gelap: '#18222B' };

/** The browser's own bar follows the media query in index.html; a chosen theme overrides both entries. */
const paintBar = (tema: Tema): void => {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))
    meta.content = tema === 'hp' ? (meta.media.includes('dark') ? BAR.gelap : BAR.terang) : BAR[tema];
};

/** Text size in percent. */
export const skalaKini = (): number => {
  const known = Number(recall(SKALA_KEY));
  return known >= 80 && known <= 200 ? known : 100;
};

const pakaiSkala = (skala: number): void =>
  document.documentElement.style.setProperty('--skala-teks', String(skala / 100));

/** Chooses the text size in percent, at once and for next time. */
export const pilihSkala = (skala: number): void => {
  remember(SKALA_KEY, String(skala));
  pakaiSkala(skala);
};

/** Ends this tab's training: the phone looks as it did before. */
export const akhiriLatihan = (): void => {
  if (!sedangLatihan()) return;
  ingatLatihan(false);
  for (const key of [TEMA, SKALA_KEY]) sessionStorage.removeItem(key);
  pakaiTema(temaKini());
  pakaiSkala(skalaKini());
};

/** Paints the browser's bar in the chosen theme; the page itself was painted by public/tema.js. */
export const startTheme = (): void => paintBar(temaKini());
