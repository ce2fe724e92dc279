import type { ClientBase } from 'pg';
import { StoreUnavailableError } from '../port.ts';

/*
 * Any number of servers may work on a database at a time, but none while it is being moved. Each connection of a store
 * holds a lock of the database's with all the others; whoever moves it holds the same lock alone. It ends with the
 * connection, however that ends.
 */

/** Any number that no other program takes in this database. */
const SERVED = 7_061_980_215;

/** Where the note of a move that is not finished stands; in no schema of ours, since a store that is served never has it. */
export const MOVING = 'pindah.catatan';

/** The database is being moved to another one, or filled from it. */
class MovedAwayError extends StoreUnavailableError {
  constructor() {
    super(false);
    this.message = 'the database is being moved by another process';
  }
}

/**
 * Said on every connection of a store. Throws while the database is being moved, and where a move into it was left half
 * done: what is half filled is not to be served.
 */
export const holdWithOthers = async (client: ClientBase): Promise<void> => {
  const { rows } = await client.query<{ got: boolean; half: boolean }>(
    `SELECT pg_try_advisory_lock_shared(${SERVED}) AS got, to_regclass('${MOVING}') IS NOT NULL AS half`,
  );
  if (!rows[0]?.got) throw new MovedAwayError();
  if (rows[0].half)
    throw new Error('refusing to start: a move into this database is not finished and verified');
};

/** True once nobody but this connection works on the database. Asked, and never waited for: whoever waits keeps others out. */
export const holdAlone = async (client: ClientBase): Promise<boolean> => {
  const { rows } = await client.query<{ got: boolean }>(`SELECT pg_try_advisory_lock(${SERVED}) AS got`);
  return rows[0]?.got === true;
};

/** True where rows of another store are being laid down here. */
export const isMoving = async (client: ClientBase): Promise<boolean> => {
  const { rows } = await client.query<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [
    MOVING,
  ]);
  return rows[0]?.found === true;
};
