import { LIMITS, refuse } from '../../shared/protocol/index.ts';
import type { FotoRujukan } from '../../shared/records/index.ts';
import { isQuotaError, putPhoto } from '../store/index.ts';
import type { Acting, LocalRefusal } from './journal.ts';
import { shrinkPhoto } from './shrink.ts';

/**
 * Shrinks a picture and puts it into a draft: bytes, small picture and the draft's list in one transaction. Refusals:
 * those of {@link shrinkPhoto}, `foto_banyak`, `foto_sama` (it is in the draft), and `hp_penuh_foto` (the text stays as it is).
 */
export const addPhoto = async (
  acting: Pick<Acting, 'store' | 'clock'>,
  draftId: string,
  file: Blob,
): Promise<{ ok: true; foto: FotoRujukan } | LocalRefusal> => {
  const small = await shrinkPhoto(file);
  if (!small.ok) return small;
  const { db } = acting.store;
  const store = () =>
    db.transaction(
      'rw',
      [db.drafts, db.photos, db.bytes, db.thumbs],
      async (): Promise<{ ok: true; foto: FotoRujukan } | LocalRefusal> => {
        const draft = await db.drafts.get(draftId);
        if (!draft) return refuse('tidak_ada');
        if (draft.foto.some(({ sha }) => sha === small.foto.sha)) return { ok: false, code: 'foto_sama' };
        if (draft.foto.length >= LIMITS.fotoCount) return refuse('foto_banyak');
        await putPhoto(db, small, acting.clock());
        await db.drafts.put({
          ...draft,
          foto: [...draft.foto, small.foto],
          utuh: false,
          camera: null,
          cameraKills: 0,
          updatedAt: acting.clock(),
        });
        return { ok: true, foto: small.foto };
      },
    );
  try {
    return await store();
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    return { ok: false, code: 'hp_penuh_foto' };
  }
};

/** Undoes the removal of a photo from a draft: its bytes are kept for an hour. False where its place has been taken, or the draft is gone. */
export const putBackPhoto = async (
  { store: { db }, clock }: Pick<Acting, 'store' | 'clock'>,
  draftId: string,
  foto: FotoRujukan,
): Promise<boolean> =>
  db.transaction('rw', [db.drafts, db.photos], async () => {
    const draft = await db.drafts.get(draftId);
    if (!draft || (await db.photos.where('sha').equals(foto.sha).count()) === 0) return false;
    if (draft.foto.some(({ sha }) => sha === foto.sha)) return true;
    if (draft.foto.length >= LIMITS.fotoCount) return false;
    await db.drafts.put({ ...draft, foto: [...draft.foto, foto], utuh: false, updatedAt: clock() });
    return true;
  });
