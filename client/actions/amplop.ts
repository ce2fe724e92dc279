import type { CarriedPhoto, Envelope } from '../../shared/protocol/index.ts';
import {
  type AccountDatabase,
  type AccountStore,
  type JournalRow,
  type Saya,
  storedSigner,
} from '../store/index.ts';
import { requestFor } from '../sync/collect.ts';
import type { Part } from './titip-bagi.ts';

declare const __VERSI__: string;

/** What a part is made from. */
export type Making = {
  readonly store: AccountStore;
  readonly clock: () => number;
  readonly saya: Saya;
  readonly open: readonly JournalRow[];
};

/** The signed requests of a part, each the very bytes that a sync would have sent. */
export const envelopesOf = async (making: Making, { sheets }: Part): Promise<Envelope[]> => {
  const sign = storedSigner(making.store);
  const envelopes: Envelope[] = [];
  for (const { rows, foto } of sheets) {
    const { saya, open, clock } = making;
    const ask = foto.map(({ sha }) => sha);
    const request = requestFor(rows, { saya, open, pos: {}, given: null, ask, app: __VERSI__, now: clock() });
    const bytes = new TextEncoder().encode(JSON.stringify(request));
    envelopes.push({ bytes, tanda: await sign(bytes) });
  }
  return envelopes;
};

/** The bytes of a part's photos, as far as they lie here. */
export const photosOf = async (db: AccountDatabase, { sheets }: Part): Promise<CarriedPhoto[]> => {
  const photos: CarriedPhoto[] = [];
  for (const { sha } of sheets.flatMap(({ foto }) => foto)) {
    const stored = await db.bytes.get(sha);
    if (stored) photos.push({ sha, bytes: new Uint8Array(stored.bytes) });
  }
  return photos;
};
