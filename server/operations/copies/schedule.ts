import { NOTHING_STABLE, type Stable } from '../../ledger/index.ts';
import { noteHeads } from './history-mark.ts';
import { type CopyParts, makeCopy, type Progress } from './make.ts';
import { copiesIn } from './manifest.ts';
import { putReport, takeRequest } from './request.ts';
import { abandonedOf, setAside, stableOf } from './stable.ts';

/** The keeper of copies of a running service. */
export type CopyKeeper = {
  /** What all copies contain that may be restored, as of the last look. */
  readonly stable: () => Stable;
  /** Makes a copy now, or joins the one that is being made. */
  readonly copyNow: () => Promise<void>;
  /** How far the copy is that is being made; null where none is. */
  readonly progress: () => Progress | null;
  /** Stops making copies and waits for the one under way. */
  readonly stop: () => Promise<void>;
};

type KeeperParts = CopyParts & {
  /** Between two copies, ms; 0 for none by itself. */
  readonly every: number;
  readonly onFault: (cause: unknown) => void;
};

const LOOK_EVERY = 2_000;
/** A service that has just started has other things to do. */
const SETTLE = 30_000;

/** Progress goes to a file for the command line, a few times a second at most. */
const reporter = ({ dataDir, clock }: Pick<CopyParts, 'dataDir' | 'clock'>) => {
  let last = 0;
  return (progress: Progress): void => {
    if (clock() - last < 250 && progress.done < progress.total) return;
    last = clock();
    putReport(dataDir, { ...progress, text: '' });
  };
};

/** Makes copies by the clock and on request, one at a time; a failed one is reported and tried again at the next turn. */
export const keepCopies = async (parts: KeeperParts): Promise<CopyKeeper> => {
  const { store, dataDir, place, clock, every, onFault } = parts;
  let stable: Stable = NOTHING_STABLE;
  let running: Promise<void> | null = null;
  let stopped = false;
  let progress: Progress | null = null;
  const startedAt = clock();

  const make = async (): Promise<void> => {
    progress = { part: 'basisdata', done: 0, total: 1 };
    const report = reporter(parts);
    const onProgress = (next: Progress): void => {
      progress = next;
      report(next);
    };
    try {
      const { id } = await makeCopy({ ...parts, onProgress });
      stable = stableOf(copiesIn(place));
      await noteHeads(store, dataDir);
      putReport(dataDir, { part: 'selesai', done: 1, total: 1, text: id });
    } catch (cause) {
      onFault(cause);
      putReport(dataDir, {
        part: 'gagal',
        done: 0,
        total: 1,
        text: cause instanceof Error ? cause.message : String(cause),
      });
    }
  };
  const copyNow = (): Promise<void> => {
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
  const look = (): void => {
    if (stopped || running !== null) return;
    if (takeRequest(dataDir) || isDue()) void copyNow();
  };

  setAside(place, await abandonedOf(store, copiesIn(place)));
  stable = stableOf(copiesIn(place));
  await noteHeads(store, dataDir);
  const timer = setInterval(look, LOOK_EVERY);
  timer.unref();
  return {
    stable: () => stable,
    copyNow,
    progress: () => progress,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
      await noteHeads(store, dataDir);
    },
  };
};
