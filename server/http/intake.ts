import type { Refusal } from '../../shared/protocol/index.ts';
import { overQuota, type Piece, QUOTA_WINDOW, receivePiece } from '../files/index.ts';
import type { Rooms } from './rooms.ts';
import { createTurns } from './turns.ts';

/** How far a photo is; `isWhole` once it is checked and kept. */
export type Taken = { readonly ok: true; readonly offset: number; readonly isWhole: boolean };

/** Takes in pieces of photos, one at a time for each photo, whoever brings them. */
export type Intake = (piece: Piece) => Promise<Taken | Refusal>;

type Parts = Pick<Rooms, 'store' | 'files' | 'clock'>;

/** The row that says `utuh` follows the file: there may be a file without it, never the other way round. */
const takeIn = async ({ store, files, clock }: Parts, piece: Piece): Promise<Taken | Refusal> => {
  const { owner, sha, length: size } = piece;
  const since = clock() - QUOTA_WINDOW;
  const [known, used] = await store.read(
    async (tx) => [await tx.photo(owner, sha), await tx.photoBytes(owner, since)] as const,
  );
  if (known?.state === 'utuh') return { ok: true, offset: known.size, isWhole: true };
  const refused = known ? null : overQuota(used, size);
  if (refused) return refused;
  const result = await receivePiece(files, piece);
  if (!result.ok) return result;
  const { facts, offset } = result;
  const row = { owner, sha, size, mime: facts?.mime ?? null, received: offset, updatedAt: clock() };
  if (!known || facts)
    await store.write(
      async (tx) => {
        // Another process may have had the last piece meanwhile: what is whole stays whole.
        if (facts || (await tx.photo(owner, sha))?.state !== 'utuh')
          await tx.putPhoto({ ...row, state: facts ? 'utuh' : 'menerima' });
      },
      { names: [`foto:${owner}/${sha}`] },
    );
  return { ok: true, offset, isWhole: facts !== null };
};

/** The one intake of the service: a photo sent by its owner and brought by a colleague must not be written at once. */
export const createIntake = (parts: Parts): Intake => {
  const inTurn = createTurns();
  return (piece) => inTurn(`${piece.owner}/${piece.sha}`, () => takeIn(parts, piece));
};
