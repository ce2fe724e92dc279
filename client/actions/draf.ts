import {
  type AccountDatabase,
  type AccountStore,
  type Draft,
  dropBallast,
  type EntriRow,
  isQuotaError,
  keepTyped,
  recallTyped,
  sweepPhotos,
} from '../store/index.ts';
import type { Acting } from './journal.ts';

type Drafting = Pick<Acting, 'store' | 'clock'>;

const newId = (): string => `draf-${crypto.randomUUID()}`;

/** How long what was thrown away can be brought back, ms. */
const UNDO = 3_600_000;
/** How long an untouched form may still be open somewhere, ms. */
const FORGOTTEN = 86_400_000;

/** A form that nobody typed into, such as one whose page was left by its address, goes after a day. */
const sweepUntouched = (store: AccountStore, before: number): Promise<unknown> =>
  store.db.drafts
    .where('updatedAt')
    .below(before)
    .and((draft) => withTyped(store, draft).utuh === true)
    .delete();

/** With the letters that the page had no time left to store. */
const withTyped = (store: AccountStore, draft: Draft): Draft => {
  const values = recallTyped<Draft['values']>(store, draft.id);
  return values ? { ...draft, values, utuh: false } : draft;
};

const inDrafts = <T>(db: AccountDatabase, work: () => Promise<T>): Promise<T> =>
  db.transaction('rw', [db.drafts, db.photos, db.bytes, db.thumbs], work);

/** On a full phone the reserve goes for a new form: without one nothing could be written down at all. */
const putDraft = async (db: AccountDatabase, draft: Draft): Promise<void> => {
  try {
    await db.drafts.put(draft);
  } catch (error) {
    if (!isQuotaError(error) || !(await dropBallast(db))) throw error;
    await db.drafts.put(draft);
  }
};

/** Starts a draft and stores it before anything else happens: the camera may cost the page its life. */
export const newDraft = async (
  { store, clock }: Drafting,
  start: Partial<Omit<Draft, 'id' | 'updatedAt'>> = {},
): Promise<Draft> => {
  const draft: Draft = {
    mode: 'baru',
    values: {},
    foto: [],
    camera: null,
    cameraKills: 0,
    ...start,
    id: newId(),
    updatedAt: clock(),
  };
  await putDraft(store.db, draft);
  await inDrafts(store.db, async () => {
    await sweepUntouched(store, clock() - FORGOTTEN);
    await sweepPhotos(store.db, clock() - UNDO);
  });
  return draft;
};

/** Her unfinished change of this entry goes on, on the version that it was begun on. */
const goOn = async (drafting: Drafting, entriId: string, mode: Draft['mode']): Promise<Draft | undefined> => {
  const open = (await openDrafts(drafting)).find((draft) => draft.entriId === entriId);
  if (!open) return undefined;
  const draft: Draft = { ...open, mode };
  await putDraft(drafting.store.db, draft);
  keepTyped(drafting.store, draft.id, null);
  return draft;
};

/**
 * Starts changing an entry: the change will be made on the version that the person sees now. One that is begun already is
 * gone on with.
 */
export const draftOfEntri = async (
  drafting: Drafting,
  { id, head, content, kirim }: EntriRow,
): Promise<Draft> => {
  const { foto, ...values } = content;
  const mode = kirim.kunci === 'perlu-diperbaiki' ? 'perbaiki' : 'ubah';
  const open = await goOn(drafting, id, mode);
  if (open) return open;
  return newDraft(drafting, {
    mode,
    entriId: id,
    dilihat: { head, content },
    values,
    foto,
    utuh: true,
  });
};

/** Stores what is typed so far. Photos are not touched: they are added one by one, and a late autosave must not lose one. */
export const saveDraft = async (
  { store, clock }: Drafting,
  { id, values, utuh = false }: Pick<Draft, 'id' | 'values' | 'utuh'>,
): Promise<'tersimpan' | 'hp_penuh' | 'tidak_ada'> => {
  try {
    const changed = await store.db.drafts.update(id, { values, utuh, updatedAt: clock() });
    return changed === 0 && !(await store.db.drafts.get(id)) ? 'tidak_ada' : 'tersimpan';
  } catch (error) {
    if (isQuotaError(error)) return 'hp_penuh';
    throw error;
  }
};

export const loadDraft = ({ store }: Drafting, id: string): Promise<Draft | undefined> =>
  store.db.drafts.get(id);

/** All forms, the last worked on first. Put in order here: the other way round the database hands them over one by one. */
const lastFirst = async (db: AccountDatabase): Promise<Draft[]> =>
  (await db.drafts.toArray()).sort((a, b) => b.updatedAt - a.updatedAt);

/** Unfinished work, the last worked on first; forms that nobody has touched are none. */
export const openDrafts = async ({ store }: Drafting): Promise<Draft[]> =>
  (await lastFirst(store.db)).map((draft) => withTyped(store, draft)).filter(({ utuh }) => utuh !== true);

/** Throws a draft away; gives it back, so that {@link restoreDraft} can undo it. Its photos go an hour later. */
export const dropDraft = async ({ store }: Drafting, id: string): Promise<Draft | undefined> => {
  keepTyped(store, id, null);
  return inDrafts(store.db, async () => {
    const draft = await store.db.drafts.get(id);
    await store.db.drafts.delete(id);
    return draft;
  });
};

/** Throws a draft away if nobody has typed or added anything. */
export const dropUntouched = ({ store: { db } }: Drafting, id: string): Promise<void> =>
  inDrafts(db, async () => {
    if ((await db.drafts.get(id))?.utuh) await db.drafts.delete(id);
  });

/** Undoes {@link dropDraft}. */
export const restoreDraft = async ({ store: { db } }: Drafting, draft: Draft): Promise<void> => {
  await db.drafts.put(draft);
};

/** Takes one photo out of a draft; its bytes go an hour later. */
export const removePhoto = async (
  { store: { db }, clock }: Drafting,
  draftId: string,
  sha: string,
): Promise<void> =>
  inDrafts(db, async () => {
    const draft = await db.drafts.get(draftId);
    if (!draft) return;
    const foto = draft.foto.filter((one) => one.sha !== sha);
    await db.drafts.put({ ...draft, foto, utuh: false, updatedAt: clock() });
  });

/** Notes that the camera opens for this draft. */
export const markCamera = async ({ store }: Drafting, id: string): Promise<void> => {
  await store.db.drafts.update(id, { camera: 'dibuka' });
};

/** Notes that the camera gave something back, or was left. */
export const clearCamera = async ({ store }: Drafting, id: string): Promise<void> => {
  await store.db.drafts.update(id, { camera: null, cameraKills: 0 });
};

/** A draft whose page died while the camera was open: counted, and opened again at once. */
export const restoreAfterCamera = async (drafting: Drafting): Promise<Draft | undefined> => {
  const draft = (await lastFirst(drafting.store.db)).find(({ camera }) => camera === 'dibuka');
  if (!draft) return undefined;
  const counted: Draft = { ...draft, camera: null, cameraKills: draft.cameraKills + 1 };
  await drafting.store.db.drafts.put(counted);
  return counted;
};
