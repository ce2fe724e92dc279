import { type Acting, bukaLagiEntri, type Done, kembalikanEntri, setujuiEntri } from '../../actions/index.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { penilai } from '../../i18n/id/penilai.ts';
import { type EntriRow, entriById } from '../../store/index.ts';

const words = penilai.guru;

const kabari = (answer: Done | undefined, teks: string): void => {
  if (answer) beriTahu(answer.ok ? teks : kataMasalah(answer.code, answer.params));
};

/** Decides once more as it was decided before, on the version that the opening made: a text that came since is not meant. */
const putuskanLagi = async (
  app: Acting,
  { state }: EntriRow,
  dibuka: Pick<EntriRow, 'id' | 'head'>,
): Promise<void> => {
  if (state.tahap === 'DISETUJUI') return kabari((await setujuiEntri(app, [dibuka]))[0], words.disetujuiLagi);
  kabari(await kembalikanEntri(app, dibuka, state.alasan ?? ''), words.dikembalikanLagi);
};

/** Puts a decided entry before the head again; by Urungkan it is decided as it was. */
export const bukaLagi = async (app: Acting, baris: EntriRow): Promise<void> => {
  const answer = await bukaLagiEntri(app, baris.id);
  if (!answer.ok) return kabari(answer, '');
  const dibuka = await entriById(app.store, baris.id);
  // Where something else has come in between, there is no version that he has seen decided.
  const sama = dibuka && JSON.stringify(dibuka.content) === JSON.stringify(baris.content);
  beriTahu(
    words.dibukaLagi,
    sama ? { teks: penilai.periksa.urungkan, jalan: () => void putuskanLagi(app, baris, dibuka) } : undefined,
  );
};
