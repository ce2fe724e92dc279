import { entriSama, type Temuan } from '../../../shared/domain/index.ts';
import type { Entri } from '../../../shared/records/index.ts';
import {
  catatEntri,
  type Done,
  perbaikiEntri,
  periksaHari,
  periksaIsian,
  tarikEntri,
  ubahEntri,
} from '../../actions/index.ts';
import type { App } from '../../app/context.ts';
import { sudahMencatat } from '../../app/install.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kabariTersimpan } from '../../app/tersimpan.ts';
import { detail } from '../../i18n/id/guru.ts';
import { umum } from '../../i18n/id/umum.ts';
import { type Draft, type EntriRow, entriById, keepTyped, type RecordRow } from '../../store/index.ts';
import { ingatTersimpan } from './beranda-data.ts';
import { bacaIsian, type Isian, urutkan } from './isian.ts';

/** A form that can be stored, or every fault that it has; with what there is to look at again. */
export type Nilai =
  | { readonly entri: Entri; readonly salah: readonly []; readonly peringatan: readonly Temuan[] }
  | { readonly entri: null; readonly salah: readonly Temuan[]; readonly peringatan: readonly [] };

const sebelumnya = async (app: App, { entriId }: Draft): Promise<EntriRow | undefined> =>
  entriId ? entriById(app.store, entriId) : undefined;

/** Sent back and not mended: the head would read the same text again. */
const belumDiubah = (entri: Entri, before: EntriRow | undefined): Temuan[] =>
  before?.state.tahap === 'DIKEMBALIKAN' && entriSama(entri, before.content)
    ? [{ kode: 'belum_diubah', berat: 'peringatan', bidang: 'uraian' }]
    : [];

/** Reads a form and asks the rules; faults of fields and of rules come together, in the order of the form. */
export const nilaiIsian = async (app: App, isian: Isian, draft: Draft, adaSkp: boolean): Promise<Nilai> => {
  const { entri, salah } = bacaIsian(isian, draft.foto, adaSkp);
  if (!entri) {
    const hari = salah.some(({ bidang }) => bidang === 'tanggal')
      ? []
      : await periksaHari(app, isian.tanggal, draft.entriId);
    return { entri, salah: urutkan([...salah, ...hari]), peringatan: [] };
  }
  const temuan = await periksaIsian(app, entri, draft.entriId);
  const tolak = temuan.filter(({ berat }) => berat === 'tolak');
  if (tolak.length > 0) return { entri: null, salah: urutkan(tolak), peringatan: [] };
  const peringatan = [...belumDiubah(entri, await sebelumnya(app, draft)), ...temuan];
  return { entri, salah: [], peringatan };
};

/**
 * The version that a change is made on: the one that the person saw. Where only its stage has moved on since (sent back,
 * say), the text is still what she saw, and the change goes on what stands now.
 */
const dasar = ({ dilihat }: Draft, before: EntriRow | undefined): { base?: string } => {
  if (!dilihat || !before?.content) return {};
  return { base: entriSama(dilihat.content, before.content) ? before.head : dilihat.head };
};

type Kiriman = {
  readonly draft: Draft;
  readonly before: EntriRow | undefined;
  readonly made: (row: RecordRow) => void;
};

const kirim = (app: App, entri: Entri, { draft, before, made }: Kiriman): Promise<Done> => {
  const { id, mode, entriId } = draft;
  if (mode === 'ubah' && entriId)
    return ubahEntri(app, entriId, entri, { draftId: id, ...dasar(draft, before) });
  if (mode === 'perbaiki' && entriId) return perbaikiEntri(app, entriId, entri, { draftId: id });
  return catatEntri(app, entri, { draftId: id, made });
};

type Selesai = { readonly app: App; readonly id: string; readonly ke: (url: string) => void };

/**
 * The way back from a change: the former text, where it stood. None from the mending of a returned entry: the return and
 * its note are the head's, and the former text would only be handed in again.
 */
export const urungUbah = (app: App, id: string, before: EntriRow): (() => Promise<Done>) | null => {
  if (before.state.tahap === 'DIKEMBALIKAN') return null;
  return async () => {
    const done = await ubahEntri(app, id, before.content);
    return done.ok && before.state.tahap === 'DITARIK' ? tarikEntri(app, id) : done;
  };
};

/** Says how a change went: with its former text one tap away, or that both texts are kept and one is to be chosen. */
const kabariUbah = async ({ app, id, ke }: Selesai, before: EntriRow): Promise<void> => {
  sudahMencatat.value = true;
  if ((await entriById(app.store, id))?.variants.length)
    return beriTahu(detail.duaVersi, {
      teks: detail.pilihVersi,
      jalan: () => ke(`/kegiatan/${encodeURIComponent(id)}/versi`),
    });
  const urung = urungUbah(app, id, before);
  if (!urung) return beriTahu(umum.snackbar.tersimpanDiajukan);
  const urungkan = async (): Promise<void> => {
    if ((await urung()).ok) beriTahu(umum.snackbar.dipulihkan);
  };
  const teks = before.state.tahap === 'DITARIK' ? umum.snackbar.tersimpanDiajukan : umum.snackbar.tersimpan;
  beriTahu(teks, { teks: umum.aksi.urungkan, jalan: () => void urungkan() });
};

/** How saving went, and what says so: for the screen to call once what was saved is to be seen. */
type Tersimpan = { readonly done: Done; readonly kabari: () => void };

/** Saves the form. Saying so has a way back: a new entry is deleted again, a changed one gets its former text. */
export const simpanIsian = async (
  app: App,
  entri: Entri,
  { draft, ke }: { readonly draft: Draft; readonly ke: (url: string) => void },
): Promise<Tersimpan> => {
  const before = await sebelumnya(app, draft);
  let baru: RecordRow | undefined;
  const made = (row: RecordRow): void => {
    baru = row;
  };
  const done = await kirim(app, entri, { draft, before, made });
  if (!done.ok) return { done, kabari: () => undefined };
  keepTyped(app.store, draft.id, null);
  await ingatTersimpan(app, { id: done.id, draftId: draft.id, made: baru });
  return {
    done,
    kabari: () =>
      before
        ? void kabariUbah({ app, id: done.id, ke }, before).catch(() => beriTahu(umum.snackbar.tersimpan))
        : kabariTersimpan(app, [done.id], umum.snackbar.tersimpan),
  };
};
