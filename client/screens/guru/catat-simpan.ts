import type { Temuan } from '../../../shared/domain/index.ts';
import type { Entri } from '../../../shared/records/index.ts';
import {
  catatEntri,
  type Done,
  hapusEntri,
  perbaikiEntri,
  periksaIsian,
  ubahEntri,
} from '../../actions/index.ts';
import type { App } from '../../app/context.ts';
import { sudahMencatat } from '../../app/install.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { umum } from '../../i18n/id/umum.ts';
import { type Draft, entriById } from '../../store/index.ts';

/** What the rules say of a readable form. */
export const nilaiIsian = async (
  app: App,
  entri: Entri,
  draft: Draft,
): Promise<{ salah: Temuan[]; peringatan: Temuan[] }> => {
  const temuan = await periksaIsian(app, entri, draft.entriId);
  return {
    salah: temuan.filter(({ berat }) => berat === 'tolak'),
    peringatan: temuan.filter(({ berat }) => berat === 'peringatan'),
  };
};

const kirim = (app: App, entri: Entri, { id, mode, entriId }: Draft): Promise<Done> => {
  const options = { draftId: id };
  if (mode === 'ubah' && entriId) return ubahEntri(app, entriId, entri, options);
  if (mode === 'perbaiki' && entriId) return perbaikiEntri(app, entriId, entri, options);
  return catatEntri(app, entri, options);
};

/** Saves the form; says so with a way back: a new entry is deleted again, a changed one gets its former text. */
export const simpanIsian = async (app: App, entri: Entri, draft: Draft): Promise<Done> => {
  const before = draft.entriId ? await entriById(app.store, draft.entriId) : undefined;
  const done = await kirim(app, entri, draft);
  if (!done.ok) return done;
  const urungkan = async (): Promise<void> => {
    const undone = before ? await ubahEntri(app, done.id, before.content) : await hapusEntri(app, done.id);
    if (undone.ok) beriTahu(before ? umum.snackbar.dipulihkan : umum.snackbar.dihapus);
  };
  beriTahu(umum.snackbar.tersimpan, { teks: umum.aksi.urungkan, jalan: () => void urungkan() });
  sudahMencatat.value = true;
  return done;
};
