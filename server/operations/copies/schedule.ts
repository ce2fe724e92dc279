import { NOTHING_STABLE, type Stable } from '../../ledger/index.ts';
import type { Peers } from '../leader.ts';
import { noteHeads } from './history-mark.ts';
import { type CopyParts, makeCopy, type Progress } from './make.ts';
import { copiesIn } from './manifest.ts';
import { putReport, type Report, takeRequest } from './request.ts';
import { abandonedOf, setAside, stableOf } from './stable.ts';

/** The keeper of copies of a running service. */
export type CopyKeeper = {
  /** What all copies contain that may be restored, as of the last look. */
  readonly stable: () => Stable;
  /** Makes a copy now, or joins the one that is being made; where another process makes them, only asks it to. */
  readonly copyNow: () => Promise<void>;
  /** How far the copy is that is being made, here or by another process; null where none is. */
  readonly progress: () => Promise<Progress | null>;
  /** What became of the last copy that another process made; null where that is not known. */
  readonly elsewhere: () => Promise<Report | null>;
  /** Stops making copies and waits for the one under way. */
  readonly stop: () => Promise<void>;
};

type KeeperParts = CopyParts & {
  /** Between two copies, ms; 0 for none by itself. */
  readonly every: number;
  /** The other processes; alone where there are none. */
  readonly peers?: Pick<Peers, 'leads' | 'on'>;
  readonly onFault: (cause: unknown) => void;
};

const LOOK_EVERY = 2_000;
/** A service that has just started has other things to do. */
const SETTLE = 30_000;
const ALONE: NonNullable<KeeperParts['peers']> = { leads: async () => true, on: () => undefined };

/** Topic of whoever has made a copy: what is safe is more than before. */
const MADE = 'cadangan';
/** Topic of whoever asks for one. */
const WANTED = 'cadangan-diminta';
/** Marks by which processes tell each other of copies; a word on progress is worth nothing after a minute. */
const SCOPE = 'cadangan';
const FRESH = 60_000;
const KEPT = 24 * 3_600_000;

/** Progress goes to a file for the command line, a few times a second at most, and to the other processes once a second. */
const reporter = ({ store, dataDir, clock }: Pick<CopyParts, 'store' | 'dataDir' | 'clock'>) => {
  let [last, told] = [0, 0];
  const share = (report: Report, kept: number): Promise<void> =>
    store.write((tx) =>
      tx.putMark({ scope: SCOPE, key: 'laporan', value: JSON.stringify(report), until: clock() + kept }),
    );
  return {
    progress: (progress: Progress): void => {
      const report = { ...progress, text: '' };
      if (clock() - last >= 250 || progress.done >= progress.total) putReport(dataDir, report);
      else return;
      last = clock();
      if (!store.isShared || clock() - told < 1000) return;
      told = clock();
      // Only shown: where it does not get through the copy goes on.
      share(report, FRESH).catch(() => undefined);
    },
    end: async (report: Report): Promise<void> => {
      putReport(dataDir, report);
      if (!store.isShared) return;
      await share(report, KEPT);
      await store.tell(MADE);
    },
  };
};

/** Makes copies by the clock and on request, one at a time; a failed one is reported and tried again at the next turn. */
export const keepCopies = async (parts: KeeperParts): Promise<CopyKeeper> => {
  const { store, dataDir, place, clock, every, peers = ALONE, onFault } = parts;
  let stable: Stable = NOTHING_STABLE;
  let running: Promise<void> | null = null;
  let looking: Promise<void> | null = null;
  let stopped = false;
  let progress: Progress | null = null;
  const startedAt = clock();

  const make = async (): Promise<void> => {
    progress = { part: 'basisdata', done: 0, total: 1 };
    const report = reporter(parts);
    const onProgress = (next: Progress): void => {
      progress = next;
      report.progress(next);
    };
    try {
      const { id } = await makeCopy({ ...parts, onProgress });
      stable = stableOf(copiesIn(place));
      await noteHeads(store, dataDir);
      await report.end({ part: 'selesai', done: 1, total: 1, text: id });
    } catch (cause) {
      onFault(cause);
      const text = cause instanceof Error ? cause.message : String(cause);
      await report.end({ part: 'gagal', done: 0, total: 1, text }).catch(onFault);
    }
  };
  const makeNow = (): Promise<void> => {
    running ??= make().finally(() => {
      running = null;
      progress = null;
    });
    return running;
  };
  const isDue = (): boolean => {
    if (every === 0 || clock() - startedAt < Math.min(SETTLE, every)) return false;
    return clock() - (copiesIn(place)[0]?.madeAt ?? 0) >= every;
  };
  const elsewhere = async (): Promise<Report | null> => {
    if (!store.isShared) return null;
    const mark = await store.read((tx) => tx.mark(SCOPE, 'laporan'));
    return mark && mark.until > clock() ? (JSON.parse(mark.value) as Report) : null;
  };
  /** True where another process asked; its mark is taken away. */
  const takeWish = async (): Promise<boolean> => {
    const mark = store.isShared ? await store.read((tx) => tx.mark(SCOPE, 'diminta')) : null;
    if (!mark) return false;
    await store.write((tx) => tx.removeMark(SCOPE, 'diminta'));
    return mark.until > clock();
  };
  const lookNow = async (): Promise<void> => {
    if (!(await peers.leads())) {
      // Made by another: what is safe is read from where copies lie, which is the same place.
      stable = stableOf(copiesIn(place));
      return;
    }
    if (takeRequest(dataDir) || (await takeWish()) || isDue()) void makeNow();
  };
  const look = (): void => {
    if (stopped || running !== null) return;
    looking ??= lookNow()
      .catch(onFault)
      .finally(() => {
        looking = null;
      });
  };

  setAside(place, await abandonedOf(store, copiesIn(place)));
  stable = stableOf(copiesIn(place));
  await noteHeads(store, dataDir);
  for (const topic of [MADE, WANTED]) peers.on(topic, look);
  const timer = setInterval(look, LOOK_EVERY);
  timer.unref();
  return {
    stable: () => stable,
    copyNow: async () => {
      if (await peers.leads()) return makeNow();
      const until = clock() + 10 * FRESH;
      await store.write((tx) => tx.putMark({ scope: SCOPE, key: 'diminta', value: '', until }));
      await store.tell(WANTED);
    },
    progress: async () => {
      if (progress !== null) return progress;
      const report = await elsewhere();
      return report && report.part !== 'selesai' && report.part !== 'gagal'
        ? { part: report.part, done: report.done, total: report.total }
        : null;
    },
    elsewhere,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await looking;
      await running;
      await noteHeads(store, dataDir);
    },
  };
};
