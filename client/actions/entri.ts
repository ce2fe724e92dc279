import {
  jamPada,
  periksaEntri,
  periksaTanggal,
  type Temuan,
  tanggalPada,
} from '../../shared/domain/index.ts';
import { refuse } from '../../shared/protocol/index.ts';
import type { Entri, RecordOf } from '../../shared/records/index.ts';
import {
  isiPadaTanggal,
  queuePhotos,
  type RecordRow,
  readTogether,
  saatIni,
  satkerOf,
  skpOf,
} from '../store/index.ts';
import { act, actOnce, type Done } from './act.ts';
import type { Acting, Together } from './journal.ts';

/** `draftId` names the form that this came from: it goes with the save. */
export type SaveOptions = {
  readonly draftId?: string | undefined;
  /** The version that the change was made on; left out: as it stands now. */
  readonly base?: string | undefined;
  /** Is handed the record of a new entry as it is stored. It counts once the save has resolved well. */
  readonly made?: (row: RecordRow) => void;
};

/** The draft goes in the very transaction that saves its entry: else "unsaved work found" would be shown for saved work. */
export const withDraft = (content: Entri, { draftId, made }: SaveOptions): Together => ({
  after: async (db, [written]) => {
    if (written?.made) made?.(written.made);
    await Promise.all([queuePhotos(db, content.foto), draftId && db.drafts.delete(draftId)]);
  },
});

/** The judge's side of the rules for somebody who is typing. */
const konteksIsi = async ({ store, actor, shard, diri = shard, clock }: Acting) => {
  const [school, now] = await Promise.all([satkerOf(store, diri), saatIni(store, clock)]);
  const satker = school?.content ?? null;
  const zona = satker?.zona ?? 'Asia/Jakarta';
  return {
    hariIni: tanggalPada(now, zona),
    sekarang: jamPada(now, zona),
    saat: 'isi' as const,
    satker,
    pemilik: actor.id,
  };
};

/** The date under which an entry that is being changed stands already. */
const tanggalSemula = async ({ store }: Acting, id: string | undefined): Promise<string | undefined> => {
  const row = id === undefined ? undefined : await store.db.records.get(id);
  return row?.kind === 'entri' ? (row.visible as RecordOf<'entri'>).content.tanggal : undefined;
};

/**
 * Why a date cannot be taken, asked while other fields cannot be read yet, so that all faults are told at once; `exceptId`
 * is the entry being changed.
 */
export const periksaHari = async (acting: Acting, tanggal: string, exceptId?: string): Promise<Temuan[]> =>
  periksaTanggal(tanggal, {
    ...(await konteksIsi(acting)),
    tanggalSemula: await tanggalSemula(acting, exceptId),
  }).filter(({ berat }) => berat === 'tolak');

/** What the rules say of a form before it is saved; `exceptId` is the entry being changed. */
export const periksaIsian = (acting: Acting, content: Entri, exceptId?: string): Promise<Temuan[]> =>
  readTogether(acting.store, () => periksa(acting, content, exceptId));

const periksa = async (acting: Acting, content: Entri, exceptId?: string): Promise<Temuan[]> => {
  const { store, actor } = acting;
  const [konteks, semula, skp, sehari] = await Promise.all([
    konteksIsi(acting),
    tanggalSemula(acting, exceptId),
    skpOf(store, actor.id, content.tanggal),
    isiPadaTanggal(store, actor.id, content.tanggal),
  ]);
  const lain = sehari
    .filter(({ id, state }) => id !== exceptId && state.tahap !== 'DITARIK')
    .map(({ id, content: { tanggal, mulai, selesai, uraian } }) => ({ id, tanggal, mulai, selesai, uraian }));
  return periksaEntri(content, {
    ...konteks,
    tanggalSemula: semula,
    lain,
    rhk: skp?.content.rhk.map(({ kode }) => kode) ?? [],
  });
};

/** Records a new activity. */
export const catatEntri = (acting: Acting, content: Entri, options: SaveOptions = {}): Promise<Done> =>
  actOnce(
    acting,
    { kind: 'entri.catat', record: null, base: null, body: content },
    withDraft(content, options),
  );

/** Records several activities, all or none. */
export const catatBanyak = async (
  acting: Acting,
  contents: readonly Entri[],
): Promise<{ ok: true; ids: string[] } | Exclude<Done, { ok: true }>> => {
  const wanted = contents.map((body) => ({ kind: 'entri.catat', record: null, base: null, body }));
  const foto = contents.flatMap((content) => content.foto);
  const done = await act(acting, wanted, { after: (db) => queuePhotos(db, foto) });
  return done.ok ? { ok: true, ids: done.rows.map(({ target }) => target) } : done;
};

/** Changes an activity; it goes back into review. On a `base` that is no longer the head, both texts are kept. */
export const ubahEntri = (
  acting: Acting,
  id: string,
  content: Entri,
  options: SaveOptions = {},
): Promise<Done> =>
  actOnce(
    acting,
    {
      kind: 'entri.ubah',
      record: id,
      ...(options.base === undefined ? {} : { base: options.base }),
      body: content,
    },
    withDraft(content, options),
  );

const verb =
  (kind: string, body = {}) =>
  (acting: Acting, id: string): Promise<Done> =>
    actOnce(acting, { kind, record: id, body });

export const hapusEntri = verb('entri.hapus');
/** Takes a deletion back: the entry stands as it stood, withdrawn or returned too. */
export const pulihkanEntri = verb('entri.pulihkan', { urung: 'hapus' });
/** Takes an entry out of review while it is not approved. */
export const tarikEntri = verb('entri.tarik', { ingat: true });
/** Takes {@link tarikEntri} back: a returned entry has its note again, and is not before the head. */
export const urungTarikEntri = verb('entri.pulihkan', { urung: 'tarik' });
export const ajukanEntri = verb('entri.ajukan');

/** Settles two versions of an entry: the other one, the current one, or both (the other one becomes an entry of its own). */
export const pilihVersi = async (
  acting: Acting,
  id: string,
  variantId: string,
  pakai: 'varian' | 'kini' | 'keduanya',
): Promise<Done> => {
  const settle = {
    kind: 'entri.pilih',
    record: id,
    body: { varian: variantId, pakai: pakai === 'varian' ? 'varian' : 'kini' },
  };
  if (pakai !== 'keduanya') return actOnce(acting, settle);
  const entri = (await acting.store.db.records.get(id))?.visible as RecordOf<'entri'> | undefined;
  const variant = entri?.variants.find((other) => other.id === variantId);
  if (!variant?.content) return refuse('versi_tidak_ada');
  const done = await act(acting, [
    { kind: 'entri.catat', record: null, base: null, body: variant.content },
    settle,
  ]);
  return done.ok ? { ok: true, id: done.rows[0]?.target ?? '' } : done;
};
