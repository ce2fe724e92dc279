import type { Context } from 'hono';
import { type RelyingParty, relyingPartyOf } from '../people/index.ts';
import type { Rooms } from './rooms.ts';

/** Where the passkeys of whoever asks are bound to; null where none can be. */
export const partyOf = ({ config }: Pick<Rooms, 'config'>, c: Context): RelyingParty | null =>
  relyingPartyOf(config.origins, {
    origin: c.req.header('origin') ?? null,
    host: c.req.header('host') ?? null,
  });
