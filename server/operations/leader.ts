import { setTimeout as pause } from 'node:timers/promises';
import { beginRun, presentRun, type Run } from '../ledger/index.ts';
import { type Line, type Store, StoreUnavailableError } from '../store/index.ts';

/*
 * The processes that serve one database (docs/decisions/0020). Each has a line to it on which it holds
 *
 *   mulai     alone, while it begins: migrated tables, secrets, the demo school and the run are settled by one at a time
 *   hidup     together with all that live: whoever finds nobody there begins a new run, the others go on with it
 *   pemimpin  alone: who has it does what is to be done once: publishing, copies, reminders, names of penilai, tidying
 *
 * A process that dies lets go of all three with its line. A line that breaks is mended in the same order, as a start is:
 * the database may have been put back meanwhile. On SQLite the one process is always the first, and leads.
 */

const BEGINNING = 'mulai';
const LIVING = 'hidup';
const LEADING = 'pemimpin';
/** Topic of whoever gives the lead up. */
const RESIGNED = 'pemimpin-pergi';

/** So often a process that does not lead asks whether it might, ms; and so long a broken line waits before it is tried again. */
const ASK_EVERY = 5_000;
const MEND_EVERY = 500;

/** This process among those on the same database. */
export type Peers = {
  /** True where nobody else served this database when this process began. */
  readonly isFirst: boolean;
  /** The run that all of them have part in; throws `StoreUnavailableError` while the line is broken. */
  readonly run: () => Run;
  /** True while the run is known: until a broken line is mended, nothing that a phone sends is taken. */
  readonly isJoined: () => boolean;
  /** True while this process leads, as the database says now. */
  readonly leads: () => Promise<boolean>;
  /** Does a work whenever this process has come to lead. */
  readonly onLead: (work: () => void) => void;
  /** Does a work when some process has told of a topic. */
  readonly on: (topic: string, work: () => void) => void;
  /** The beginning is over: the next process may begin, and one leads. */
  readonly begun: () => Promise<void>;
  /** Gives the lead up for good, so that another has it at once. */
  readonly resign: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Parts = {
  readonly store: Store;
  /** Epoch ms. */
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
  /** Whether the database is an older one than this process knew; asked where it begins a run. */
  readonly wasPutBack: () => Promise<boolean>;
  readonly onFault: (cause: unknown) => void;
};

/** Joins the processes on this database: opens the line, and waits until no other is beginning. */
export const joinPeers = async (parts: Parts): Promise<Peers> => {
  const { store, onFault } = parts;
  const [ears, works] = [new Map<string, (() => void)[]>(), [] as (() => void)[]];
  let line: Line | null = null;
  let run: Run | null = null;
  let [isLeading, isLeaving, isClosed] = [false, false, false];

  const hear = (topic: string): void => {
    for (const work of ears.get(topic) ?? []) work();
    if (topic === RESIGNED) void seekLead();
  };
  const begin = async (): Promise<{ readonly line: Line; readonly isFirst: boolean }> => {
    const fresh = await store.openLine();
    try {
      await fresh.onNews(hear);
      await fresh.wait(BEGINNING);
      return { line: fresh, isFirst: await fresh.grip(LIVING, 'alone') };
    } catch (cause) {
      await fresh.close();
      throw cause;
    }
  };
  const settle = async (on: Line, isFirst: boolean): Promise<void> => {
    if (isFirst) {
      run = await beginRun(parts, (await parts.wasPutBack()) ? 'pulih' : 'mulai');
      await on.letGo(LIVING, 'alone');
    } else run = await presentRun(parts);
    await on.grip(LIVING, 'together');
    await on.letGo(BEGINNING, 'alone');
    line = on;
    void on.lost.then(() => mend(on));
    await seekLead();
  };
  const seekLead = async (): Promise<void> => {
    const on = line;
    if (!on || isLeading || isLeaving) return;
    try {
      if (!(await on.grip(LEADING, 'alone'))) return;
      // Gone or leaving meanwhile: then it is let go again, or has gone with the line.
      if (line !== on || isLeaving) return void (await on.letGo(LEADING, 'alone'));
      isLeading = true;
      for (const work of works) work();
    } catch {
      // The line broke, and is being mended.
    }
  };
  const mend = async (broken: Line): Promise<void> => {
    if (line === broken) [line, run, isLeading] = [null, null, false];
    while (!isClosed && line === null) {
      try {
        const again = await begin();
        if (isClosed) await again.line.close();
        else await settle(again.line, again.isFirst);
      } catch (cause) {
        if (!(cause instanceof StoreUnavailableError)) onFault(cause);
        await pause(MEND_EVERY, undefined, { ref: false });
      }
    }
  };

  const first = await begin();
  const timer = setInterval(() => void seekLead(), ASK_EVERY);
  timer.unref();
  const resign = async (): Promise<void> => {
    isLeaving = true;
    if (!isLeading) return;
    isLeading = false;
    try {
      await line?.letGo(LEADING, 'alone');
      await store.tell(RESIGNED);
    } catch {
      // The line broke: with it the lead is given up, and others ask for it within seconds.
    }
  };
  return {
    isFirst: first.isFirst,
    run: () => {
      if (run === null) throw new StoreUnavailableError(false);
      return run;
    },
    isJoined: () => run !== null,
    leads: async () => isLeading && line !== null && (await line.stands()),
    onLead: (work) => void works.push(work),
    on: (topic, work) => void ears.set(topic, [...(ears.get(topic) ?? []), work]),
    begun: () => settle(first.line, first.isFirst),
    resign,
    close: async () => {
      isClosed = true;
      clearInterval(timer);
      await resign();
      await (line ?? first.line).close();
    },
  };
};
