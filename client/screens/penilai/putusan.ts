import { type Acting, bukaLagiEntri, type Done, kembalikanEntri, setujuiEntri } from '../../actions/index.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { penilai } from '../../i18n/id/penilai.ts';
import type { EntriRow } from '../../store/index.ts';

const words = penilai.periksa;

/** Why some were not done, each reason once. */
const sebab = (answers: readonly Done[]): string =>
  [
    ...new Set(answers.flatMap((answer) => (answer.ok ? [] : [kataMasalah(answer.code, answer.params)]))),
  ].join('. ');

/** Takes decisions back, and says which of them stand after all. */
const urungkan = async (app: Acting, idList: readonly string[]): Promise<void> => {
  const answers = await Promise.all(idList.map((id) => bukaLagiEntri(app, id)));
  const gagal = answers.filter(({ ok }) => !ok).length;
  if (gagal > 0) beriTahu(words.takTerurung(answers.length - gagal, gagal, sebab(answers)));
};

/** Everything the head can do to the queue; each answers at once and can be taken back. */
export const putusan = (app: Acting) => {
  const aksi = (idList: readonly string[]) => ({
    teks: words.urungkan,
    jalan: () => void urungkan(app, idList),
  });
  const setujui = async (seen: readonly EntriRow[]): Promise<void> => {
    const answers = await setujuiEntri(app, seen);
    const jadi = answers.flatMap((answer) => (answer.ok ? [answer.id] : []));
    const gagal = answers.length - jadi.length;
    if (jadi.length === 0) return beriTahu(sebab(answers));
    // One that did not go hides none of those that did: they have their way back all the same.
    const kata =
      gagal === 0
        ? words.disetujui(jadi.length)
        : words.disetujuiSebagian(jadi.length, gagal, sebab(answers));
    beriTahu(kata, aksi(jadi));
  };
  const kembalikan = async (seen: EntriRow, alasan: string): Promise<void> => {
    const answer = await kembalikanEntri(app, seen, alasan);
    if (!answer.ok) return beriTahu(kataMasalah(answer.code, answer.params));
    beriTahu(words.dikembalikan, aksi([seen.id]));
  };
  return { setujui, kembalikan };
};
