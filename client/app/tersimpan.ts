import { hapusEntri, pulihkanEntri } from '../actions/index.ts';
import { umum } from '../i18n/id/umum.ts';
import type { App } from './context.ts';
import { sudahMencatat } from './install.ts';
import { beriTahu } from './snackbar.ts';

/** Says that new entries are stored, with the way back, and from there the way forth again: a finger slips easily. */
export const kabariTersimpan = (app: App, ids: readonly string[], teks: string): void => {
  const semua = async (verb: typeof hapusEntri): Promise<void> => {
    for (const id of ids) await verb(app, id);
  };
  const pulihkan = (): void => void semua(pulihkanEntri).then(() => beriTahu(umum.snackbar.dipulihkan));
  const urungkan = (): void =>
    void semua(hapusEntri).then(() =>
      beriTahu(umum.snackbar.dihapus, { teks: umum.aksi.pulihkan, jalan: pulihkan }),
    );
  beriTahu(teks, { teks: umum.aksi.urungkan, jalan: urungkan });
  sudahMencatat.value = true;
};
