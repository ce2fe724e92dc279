import { LIMITS } from '../../../shared/protocol/index.ts';
import { cleanText } from '../../../shared/records/index.ts';
import type { Draft } from '../../store/index.ts';

const LINK = /https?:\/\/[^\s<>"']+/g;

/** What shared text is added to: nothing of an entry that is new. */
type Semula = { readonly tautan: readonly string[]; readonly catatan: string };
type HasilTeks = {
  readonly values: Pick<Draft['values'], 'uraian' | 'catatan' | 'tautan'>;
  /** What found no place, for the person to carry over herself; empty as a rule. */
  readonly sisa: string;
};

/** As many letters as fit, and the rest. */
const potong = (teks: string, muat: number): readonly [string, string] => {
  const huruf = [...teks];
  return [huruf.slice(0, Math.max(0, muat)).join(''), huruf.slice(Math.max(0, muat)).join('')];
};

/**
 * Shared text as form fields. Links become evidence; the text becomes that of a new entry, of whatever length, for the form
 * says what is too short. What does not fit there, and all of it where an entry exists, goes on in "catatan".
 */
export const bagiTeks = (text: string, semula: Semula | null): HasilTeks => {
  const { tautan: ada, catatan } = semula ?? { tautan: [], catatan: '' };
  const links = [...new Set([...ada, ...(text.match(LINK) ?? [])])];
  const tautan = links.slice(0, Math.max(ada.length, LIMITS.tautanCount));
  const polos = cleanText(text.replace(LINK, ' ')).replace(/\s+/g, ' ').trim();
  const [uraian, lanjutan] = semula ? ['', polos] : potong(polos, LIMITS.uraianMax);
  const tambahan = [lanjutan, ...links.slice(tautan.length)].filter(Boolean).join('\n');
  const awal = catatan && tambahan ? `${catatan}\n` : catatan;
  const [muat, sisa] = potong(tambahan, LIMITS.catatanLetters - [...awal].length);
  return {
    values: {
      ...(tautan.length > 0 ? { tautan } : {}),
      ...(uraian ? { uraian } : {}),
      ...(muat ? { catatan: awal + muat } : {}),
    },
    sisa,
  };
};
