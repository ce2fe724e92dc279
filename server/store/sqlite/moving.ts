import type { Database } from 'better-sqlite3';

/** The note of a move that is not finished; in no schema, since a store that is served never has it. */
export const MOVING = 'pindah';

/** True where rows of another store are being laid down here. */
export const isMoving = (connection: Database): boolean =>
  connection.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(MOVING) !==
  undefined;

/** What a half-filled store is not: one to be served. */
export const assertNotMoving = (connection: Database): void => {
  if (isMoving(connection))
    throw new Error('refusing to start: a move into this database is not finished and verified');
};
