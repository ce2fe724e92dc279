import type { MoveSource, MoveTarget, StorePlace } from './port.ts';
import { openPostgresSource, openPostgresTarget } from './postgres.ts';
import { openSqliteSource, openSqliteTarget } from './sqlite.ts';

/** Holds a store that is moved from; throws a `MoveRefusedError` where it is in use, missing, or of another version. */
export const openMoveSource = (place: StorePlace): Promise<MoveSource> =>
  place.kind === 'sqlite' ? openSqliteSource(place.path) : openPostgresSource(place.url);

/**
 * Holds a store that is moved into, and begins or goes on; throws a `MoveRefusedError` where it is in use, or holds
 * anything but this very move. Until it is finished no service starts on it.
 */
export const openMoveTarget = (place: StorePlace, { identity }: MoveSource): Promise<MoveTarget> =>
  place.kind === 'sqlite' ? openSqliteTarget(place.path, identity) : openPostgresTarget(place.url, identity);
