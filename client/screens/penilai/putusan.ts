import { type Acting, bukaLagiEntri, type Done, kembalikanEntri, setujuiEntri } from '../../actions/index.ts';
import { beriTahu, pesanKini, tutupPesan } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { penilai } from '../../i18n/id/penilai.ts';
import type { EntriRow } from '../../store/index.ts';

const words = penilai.periksa;

/** Why some were not done, each reason once. */
const sebab = (answers: readonly Done[]): string =>
  [
    ...new Set(answers.flatMap((answer) => (answer.ok ? [] : [kataMasalah(answer.code, answer.params)]))),
  ].join('. ');

/** Takes decisions back, says which of them stand after all, and where it was one that it came back. */
const urungkan = async (
  app: Acting,
  idList: readonly string[],
  onKembali: (id: string) => void,
): Promise<void> => {
  const answers = await Promise.all(idList.map((id) => bukaLagiEntri(app, id)));
  const gagal = answers.filter(({ ok }) => !ok).length;
  if (gagal > 0) beriTahu(words.takTerurung(answers.length - gagal, gagal, sebab(answers)));
  const [satu] = answers;
  if (answers.length === 1 && satu?.ok) onKembali(satu.id);
};

/** Takes back what the message on the screen says was decided; nothing where it says nothing of the kind. */
const urung = (): void => {
  const aksi = pesanKini.peek()?.aksi;
  if (aksi?.teks !== words.urungkan) return;
  tutupPesan();
  aksi.jalan();
};

/**
 * Everything the head can do to the queue; each answers at once and can be taken back. `onKembali` hears of a single one
 * that waits again then.
 */
export const putusan = (app: Acting, onKembali: (id: string) => void = () => undefined) => {
  const aksi = (idList: readonly string[]) => ({
    teks: words.urungkan,
    jalan: () => void urungkan(app, idList, onKembali),
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
  return { setujui, kembalikan, urung };
};
