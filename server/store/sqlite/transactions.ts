import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database, Statement } from 'better-sqlite3';
import { StoreUnavailableError } from '../port.ts';

/** Works that share one commit at most, so that nobody waits for a whole school. */
const GROUP = 32;

type Work<Tx, T> = (tx: Tx) => Promise<T>;
type Job<Tx> = {
  readonly work: Work<Tx, unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: unknown) => void;
};

const FULL = /^SQLITE_(FULL|IOERR_WRITE)$/;
const UNAVAILABLE = /^SQLITE_(FULL|IOERR|BUSY|LOCKED|READONLY|CORRUPT|NOTADB|CANTOPEN|NOMEM)/;
/**
 * The disk or the file itself fails. A write that failed is no such case: SQLite says it of a quota that is used up, and
 * nothing of it can be mistaken for kept. A flush that failed can: the kernel may go on showing what it has dropped.
 */
const BROKEN = /^SQLITE_(IOERR(?!_WRITE)|CORRUPT|NOTADB)/;

const codeOf = (cause: unknown): string => {
  if (cause instanceof StoreUnavailableError) return codeOf(cause.cause);
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
};

/** Another process has opened the database behind this one's back. */
class TakenOverError extends StoreUnavailableError {
  constructor() {
    super(false);
    this.message = 'the database was taken over by another process';
  }
}

/** Turns of the event loop between two works of a group, and between two of its answers. */
const TURNS = 4;

/**
 * The event loop accepts one connection a turn (libuv since 1.45). Without turns in between, whoever comes while a long
 * group is at work waits a minute in the kernel, where nobody counts him and nobody can tell him to come later.
 */
const letOthersIn = async ({ length }: readonly unknown[]): Promise<void> => {
  if (length > 1) for (let i = 0; i < TURNS; i += 1) await nextTurn();
};

/** What a failed statement means to those who know nothing of SQLite. */
const translated = (cause: unknown): unknown => {
  const code = cause instanceof StoreUnavailableError ? '' : codeOf(cause);
  return UNAVAILABLE.test(code) ? new StoreUnavailableError(FULL.test(code), { cause }) : cause;
};

/** Runs a work so that it leaves no trace if it throws; may be nested. */
export const createSavepoint = (connection: Database) => {
  let depth = 0;
  const known = new Map<string, Statement>();
  const run = (text: string): void => {
    const statement = known.get(text) ?? connection.prepare(text);
    known.set(text, statement);
    statement.run();
  };
  return async <T>(work: () => Promise<T>): Promise<T> => {
    depth += 1;
    const name = `s${depth}`;
    try {
      run(`SAVEPOINT ${name}`);
      const result = await work();
      run(`RELEASE ${name}`);
      return result;
    } catch (cause) {
      // A full disk ends the whole transaction by itself: then there is nothing left to go back to.
      if (connection.inTransaction) connection.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
      throw translated(cause);
    } finally {
      depth -= 1;
    }
  };
};

/**
 * The one writer. Works that wait at the same time share one transaction, each in its savepoint, and hear of success
 * only after the commit: an fsync for each of them would be the school's waiting time. Once disk or file have failed it
 * takes nothing any more and says so once: a flush that is tried again succeeds without having written (finding F16).
 */
export const createWriter = <Tx extends { savepoint: <T>(work: () => Promise<T>) => Promise<T> }>(
  connection: Database,
  {
    tx,
    onBroken,
    isOurs,
  }: {
    readonly tx: Tx;
    readonly onBroken: (cause: unknown) => void;
    /** False once another process has worked on the files: what is committed here then is read by nobody. */
    readonly isOurs: () => boolean;
  },
) => {
  const waiting: Job<Tx>[] = [];
  let draining: Promise<void> | null = null;
  let broken = false;

  const notice = (cause: unknown): void => {
    if (broken || !(cause instanceof TakenOverError || BROKEN.test(codeOf(cause)))) return;
    broken = true;
    onBroken(cause);
  };

  const run = async (job: Job<Tx>): Promise<() => void> => {
    try {
      const value = await tx.savepoint(() => job.work(tx));
      return () => job.resolve(value);
    } catch (cause) {
      notice(cause);
      if (broken || !connection.inTransaction) throw cause;
      return () => job.reject(cause);
    }
  };

  const commitTogether = async (jobs: readonly Job<Tx>[]): Promise<void> => {
    try {
      if (broken) throw new StoreUnavailableError(false);
      if (!isOurs()) throw new TakenOverError();
      connection.exec('BEGIN IMMEDIATE');
      const settle: (() => void)[] = [];
      for (const job of jobs) {
        settle.push(await run(job));
        await letOthersIn(jobs);
      }
      connection.exec('COMMIT');
      if (!isOurs()) throw new TakenOverError();
      for (const tell of settle) {
        tell();
        await letOthersIn(jobs);
      }
    } catch (cause) {
      notice(cause);
      if (connection.inTransaction) connection.exec('ROLLBACK');
      for (const job of jobs) job.reject(translated(cause));
    }
  };

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      await nextTurn();
      await commitTogether(waiting.splice(0, GROUP));
    }
    draining = null;
  };

  return {
    write: <T>(work: Work<Tx, T>): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: (value) => resolve(value as T), reject });
        draining ??= drain();
      }),
    idle: async (): Promise<void> => {
      while (draining !== null) await draining;
    },
    isBroken: (): boolean => broken,
  };
};

/** The reading connection: one snapshot at a time. */
export const createReader = <Tx>(connection: Database, tx: Tx) => {
  let last: Promise<unknown> = Promise.resolve();
  const [begin, end] = [connection.prepare('BEGIN'), connection.prepare('COMMIT')];

  const snapshot = async <T>(work: Work<Tx, T>): Promise<T> => {
    begin.run();
    try {
      return await work(tx);
    } finally {
      end.run();
    }
  };

  return {
    read: <T>(work: Work<Tx, T>): Promise<T> => {
      const result = last.then(() => snapshot(work));
      last = result.catch(() => undefined);
      return result;
    },
    idle: async (): Promise<void> => {
      await last;
    },
  };
};
