import { LIMITS } from '../../shared/protocol/index.ts';
import { countOpen, dropBallast, isQuotaError, withReopen } from '../store/index.ts';
import {
  type Acting,
  type LocalRefusal,
  Moved,
  type Prepared,
  prepare,
  Refused,
  type Together,
  type Wanted,
  type Written,
  writeCommands,
} from './journal.ts';

/** What became of one verb: the id of the record it made or changed, or why not. */
export type Done = { readonly ok: true; readonly id: string } | LocalRefusal;

const FULL: LocalRefusal = { ok: false, code: 'hp_penuh' };
const QUEUE_FULL: LocalRefusal = { ok: false, code: 'antrean_penuh' };

/** Dexie may wrap what a transaction threw. */
const thrown = (error: unknown): unknown => (error as { inner?: unknown } | null)?.inner ?? error;

const refusedBy = (error: unknown): LocalRefusal | null => {
  const cause = thrown(error);
  if (cause instanceof Refused) return cause.refusal;
  return isQuotaError(error) ? FULL : null;
};

const writeOnce = async (
  { store }: Acting,
  prepared: readonly Prepared[],
  together: Together,
): Promise<Written[] | LocalRefusal> => {
  let again = false;
  try {
    return await withReopen(store.db, () => {
      const run = writeCommands(store, { prepared, together, again });
      again = true;
      return run;
    });
  } catch (error) {
    const refusal = refusedBy(error);
    if (!refusal) throw error;
    return refusal;
  }
};

/** On a full phone the reserve goes first, then once more: the text of an entry is worth more than anything else. */
const write = async (
  acting: Acting,
  prepared: readonly Prepared[],
  together: Together,
): Promise<Written[] | LocalRefusal> => {
  const first = await writeOnce(acting, prepared, together);
  if (Array.isArray(first) || (first as LocalRefusal).code !== 'hp_penuh') return first;
  return (await dropBallast(acting.store.db)) ? writeOnce(acting, prepared, together) : first;
};

const prepareAll = async (
  acting: Acting,
  wanted: readonly Wanted[],
  at: number,
): Promise<Prepared[] | LocalRefusal> => {
  const prepared: Prepared[] = [];
  for (const one of wanted) {
    const ready = await prepare(acting, one, at);
    if ('ok' in ready) return ready;
    prepared.push(ready);
  }
  return prepared;
};

const MOST_TRIES = 5;

/** Prepares and writes; anew where a record moved on in between, as by a second tap or an answer that came just then. */
const tryToWrite = async (
  acting: Acting,
  wanted: readonly Wanted[],
  together: Together,
): Promise<readonly Written[] | LocalRefusal> => {
  const at = acting.clock();
  for (let attempt = 1; ; attempt += 1) {
    const [open, prepared] = await Promise.all([countOpen(acting.store.db), prepareAll(acting, wanted, at)]);
    if (open + wanted.length > LIMITS.queueFull) return QUEUE_FULL;
    if (!Array.isArray(prepared)) return prepared as LocalRefusal;
    try {
      return await write(acting, prepared, together);
    } catch (error) {
      if (!(thrown(error) instanceof Moved) || attempt === MOST_TRIES) throw error;
    }
  }
};

/**
 * Does what a person wants: all commands into the journal, numbered, and their records, in one strict transaction, or
 * nothing. Resolves after the commit; only then "Tersimpan di HP" is true. The sender is poked afterwards.
 */
export const act = async (
  acting: Acting,
  wanted: readonly Wanted[],
  together: Together = {},
): Promise<{ readonly ok: true; readonly rows: readonly Written[] } | LocalRefusal> => {
  const rows = await tryToWrite(acting, wanted, together);
  if (!Array.isArray(rows)) return rows as LocalRefusal;
  acting.engine.poke();
  return { ok: true, rows };
};

/** {@link act} for one command. */
export const actOnce = async (acting: Acting, wanted: Wanted, together?: Together): Promise<Done> => {
  const done = await act(acting, [wanted], together);
  return done.ok ? { ok: true, id: done.rows[0]?.target ?? '' } : done;
};

/** {@link act} for many that stand or fall each for itself. */
export const actEach = async (acting: Acting, wanted: readonly Wanted[]): Promise<Done[]> => {
  if (wanted.length === 0) return [];
  const all = await act(acting, wanted);
  if (all.ok) return all.rows.map(({ target }) => ({ ok: true, id: target }));
  if (wanted.length === 1) return [all];
  const each: Done[] = [];
  for (const one of wanted) each.push(await actOnce(acting, one));
  return each;
};
