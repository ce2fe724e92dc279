import { refuse } from '../../shared/protocol/index.ts';
import { cleanText, type DialogKarier } from '../../shared/records/index.ts';
import { dialogOf } from '../store/index.ts';
import { actOnce, type Done } from './act.ts';
import { type Acting, Refused } from './journal.ts';

const rapi = ({ tahun, pilihan, belajar }: DialogKarier): DialogKarier => ({
  tahun,
  pilihan: pilihan.map(({ entri, kalimat }) => ({ entri, kalimat: cleanText(kalimat).trim() })),
  belajar: cleanText(belajar).trim(),
});

/** Keeps her page for the career talk: new where there is none of that year, else a change of it. */
export const simpanDialog = (acting: Acting, isi: DialogKarier, record: string | null): Promise<Done> =>
  record
    ? actOnce(acting, { kind: 'dialog.ubah', record, body: rapi(isi) })
    : actOnce(
        acting,
        { kind: 'dialog.susun', record: null, base: null, body: rapi(isi) },
        {
          before: async (db) => {
            const milik = await dialogOf(db, acting.actor.id);
            if (milik.some(({ content }) => content.tahun === isi.tahun))
              throw new Refused(refuse('sudah_ada'));
          },
        },
      );
