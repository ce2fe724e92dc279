import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type AccountStore, getMeta, setMeta } from '../store/database.ts';
import { freed } from '../store/hold.ts';
import { watch } from '../store/watch.ts';
import { forgetTrouble, mayTry, nextAttempt } from './attempt.ts';
import type { RunResult } from './runner.ts';
import { readStatus, type SyncStatus, UNKNOWN } from './status.ts';

/** What screens know of the sender. */
export type SyncHandle = {
  readonly status: ReadonlySignal<SyncStatus>;
  /** "Kirim sekarang": tries at once, photos too, and forgets how often it failed. Resolves with how it ended. */
  readonly now: () => Promise<RunResult>;
  /** Something was saved: send soon. */
  readonly poke: () => void;
  readonly stop: () => void;
};

/** `paksa`: the person asked for photos, whatever the setting says. */
export type PhotoWish = 'seperti-setelan' | 'paksa';

type Parts = {
  readonly store: AccountStore;
  readonly run: (options: { readonly photos: PhotoWish }) => Promise<RunResult>;
  readonly clock: () => number;
  readonly channelName: string;
};

/** At the start the first screen goes first: it reads the same database. */
const AFTER_START = 500;
const AFTER_SAVE = 2000;
const AFTER_BACK = 200;
const AFTER_ONLINE = 300;
const QUIET = 15 * 60_000;
const LONGEST_TIMER = 60_000;
const SHORTEST_TIMER = 500;

const HALF_DAY = 43_200_000;

/** What only Chromium's registrations can be asked for. */
type Wakes = {
  readonly sync?: { register: (tag: string) => Promise<void> };
  readonly periodicSync?: { register: (tag: string, how: { minInterval: number }) => Promise<void> };
};

/**
 * Asks the browser to wake the service worker when there is a network again; Chromium only, never a promise. After three
 * tries that fail it gives that up, so the installed app is also woken now and then by itself.
 */
const askForBackgroundSync = async (): Promise<void> => {
  const registration = (await navigator.serviceWorker?.getRegistration?.()) as Wakes | undefined;
  await registration?.sync?.register('kirim').catch(() => undefined);
  await registration?.periodicSync?.register('kirim', { minInterval: HALF_DAY }).catch(() => undefined);
};

const liveStatus = (
  store: AccountStore,
): { readonly status: ReadonlySignal<SyncStatus>; readonly unwatch: () => void } => {
  const state = signal<SyncStatus>(UNKNOWN);
  // Once by itself: live queries wait until the first frame has been painted, and the strip belongs into that.
  void readStatus(store).then(
    (first) => {
      if (state.peek() === UNKNOWN) state.value = first;
    },
    () => undefined,
  );
  const unwatch = watch(
    () => readStatus(store),
    (next) => {
      state.value = next;
    },
  );
  return { status: computed(() => state.value), unwatch };
};

/**
 * When the next attempt is due, epoch ms: by the backoff; soon where something was saved while another run was about to
 * end, or was somebody else's; else at the pace that the server asked for. Null: not by itself.
 */
const dueAt = async ({ db }: AccountStore, now: number): Promise<number | null> => {
  const attempt = await getMeta(db, 'attempt');
  if (attempt?.code) return nextAttempt(attempt, now);
  if ((await db.journal.where('status').equals('antri').count()) > 0) return now + AFTER_SAVE;
  const lastOk = (await getMeta(db, 'lastOk')) ?? 0;
  if (now < lastOk) return now;
  return (await getMeta(db, 'quietUntil')) ?? lastOk + QUIET;
};

/**
 * When the page sends: after a save (2 s), when the network or the page comes back, at start, by the timer of the last
 * failure, by the button. Stops its timers while hidden: the service worker takes over where it can.
 */
export const startTriggers = ({ store, run, clock, channelName }: Parts): SyncHandle => {
  const { status, unwatch } = liveStatus(store);
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<RunResult> | null = null;
  let again: PhotoWish | null = null;
  /** Somebody has just opened the app or come back to it, or the network is back: what is new or waits is to go now. */
  let looked = false;
  let stopped = false;

  /** How often something outside asked for an attempt: what was planned before it must not put it off. */
  let asked = 0;

  const after = (delay: number, work: () => Promise<unknown>): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void work(), delay);
  };
  const soon = (delay: number, work: () => Promise<unknown>): void => {
    asked += 1;
    after(delay, work);
  };
  const start = (photos: PhotoWish): Promise<RunResult> => {
    if (running !== null) {
      again = again === 'paksa' ? again : photos;
      return running;
    }
    let result: RunResult | undefined;
    running = run({ photos })
      .then((ended) => {
        result = ended;
        return ended;
      })
      .finally(() => {
        const wish = again;
        // Another context was at it: it may have asked before what is waited for had come, or before the network was back,
        // and by the clock the next time is a quarter of an hour away.
        const missed = looked && result === null;
        running = null;
        again = null;
        looked = false;
        if (wish) after(0, () => start(wish));
        else if (missed) after(AFTER_SAVE, look);
        else void plan();
      });
    return running;
  };
  /** By itself: not while only the person can help, and not before the server said so. */
  const tryBySelf = async (): Promise<void> => {
    if (stopped) return;
    const attempt = await getMeta(store.db, 'attempt');
    if (mayTry(attempt, clock())) return void (await start('seperti-setelan'));
    if (running === null) await setMeta(store.db, 'sending', null);
    await plan();
  };
  /** A long wait is looked at again each minute: timers of a sleeping phone stand still. */
  const plan = async (): Promise<void> => {
    if (stopped || document.visibilityState === 'hidden') return;
    const before = asked;
    const due = await dueAt(store, clock());
    if (due === null || asked !== before) return;
    const wait = Math.min(LONGEST_TIMER, Math.max(SHORTEST_TIMER, due - clock()));
    after(wait, () => (clock() >= due ? tryBySelf() : plan()));
  };
  const look = (): Promise<void> => {
    looked = true;
    return tryBySelf();
  };
  const onBack = (): void => {
    if (document.visibilityState === 'hidden') clearTimeout(timer);
    else soon(AFTER_BACK, look);
  };
  const onOnline = (): void => soon(AFTER_ONLINE, look);
  addEventListener('online', onOnline);
  addEventListener('pageshow', onBack);
  document.addEventListener('visibilitychange', onBack);
  if (channel) channel.onmessage = () => void plan();
  after(AFTER_START, () => freed().then(look));

  return {
    status,
    now: async () => {
      await forgetTrouble(store.db, clock());
      await setMeta(store.db, 'photoWait', null);
      return start('paksa');
    },
    poke: () => {
      channel?.postMessage('ada');
      soon(AFTER_SAVE, tryBySelf);
      void askForBackgroundSync();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      unwatch();
      channel?.close();
      removeEventListener('online', onOnline);
      removeEventListener('pageshow', onBack);
      document.removeEventListener('visibilitychange', onBack);
    },
  };
};

/** A sender for the training mode: everything stays here. */
export const idleHandle = (store: AccountStore): SyncHandle => {
  const { status, unwatch } = liveStatus(store);
  return { status, now: () => Promise.resolve(null), poke: () => undefined, stop: unwatch };
};
