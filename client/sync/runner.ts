import { type AccountStore, getMeta, setMeta } from '../store/database.ts';
import type { Trouble } from './answer.ts';
import { forgetTrouble, noteText, noteTrouble } from './attempt.ts';
import { createCourier } from './courier.ts';
import { createEngine, type RoundResult } from './engine.ts';
import { createUploader } from './photos.ts';
import type { Signer, Transport } from './transport.ts';
import { sendViews } from './views.ts';

/** What a full run (text, then photos) needs; see `EngineParts`. */
export type RunnerParts = {
  readonly store: AccountStore;
  readonly transport: Transport;
  readonly sign: Signer;
  readonly clock: () => number;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly app: string;
  /** May photos travel now? Text always may. */
  readonly photosAllowed: () => boolean | Promise<boolean>;
  /** Runs the work unless somebody else on this phone is at it: saves bytes, proves nothing (rule 8). */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T | null>;
};

/** How a run ended; null where another tab or the service worker was already at it. */
export type RunResult = (RoundResult & { readonly photoTrouble: Trouble | null }) | null;

/** Answers that concern photos alone. */
const ONLY_PHOTOS: ReadonlySet<Trouble['code']> = new Set(['penuh', 'kuota_foto']);
const LEAST_WAIT = 60_000;

/** One account's sender: text first, photos after, colleagues' files last; one run at a time on this phone. */
export const createRunner = (parts: RunnerParts) => {
  const { store, transport, sign, clock, app, photosAllowed, alone } = parts;
  const { db } = store;
  const engine = createEngine({ store, transport, sign, clock, app });
  const files = { store, transport, clock, allowed: photosAllowed };
  const uploader = createUploader(files);
  const courier = createCourier({ ...files, sign });

  /** The server has no room for photos now: they wait by themselves, text goes on. */
  const holdPhotos = ({ code, floor, params }: Trouble): Promise<void> =>
    setMeta(db, 'photoWait', {
      at: clock(),
      until: clock() + Math.max(floor, LEAST_WAIT),
      code,
      ...(params ? { params } : {}),
    });

  const mayPhotos = async (): Promise<boolean> => {
    const wait = await getMeta(db, 'photoWait');
    const now = clock();
    // A wait from later than now was counted by a clock that has been set back.
    if (wait && now < wait.until && now >= (wait.at ?? 0)) return false;
    if (wait) await setMeta(db, 'photoWait', null);
    return true;
  };

  const sendFiles = async ({ offsets }: RoundResult): Promise<Trouble | null> =>
    (await uploader.run(offsets)) ?? courier.run();

  const textThenPhotos = async (): Promise<RunResult> => {
    const text = await engine.round();
    if (text.ok) {
      await noteText(db);
      await sendViews(db, transport);
    }
    const fileTrouble = text.ok && (await mayPhotos()) ? await sendFiles(text) : null;
    const wait = fileTrouble && ONLY_PHOTOS.has(fileTrouble.code) ? fileTrouble : null;
    if (wait) await holdPhotos(wait);
    const trouble = text.ok ? (wait ? null : fileTrouble) : text;
    await (trouble ? noteTrouble(db, trouble, parts) : forgetTrouble(db, clock()));
    return { ...text, photoTrouble: fileTrouble };
  };

  /** Never throws for anything that the network or the server does; nothing that they do deletes a command. */
  const run = (): Promise<RunResult> =>
    alone(async () => {
      try {
        return await textThenPhotos();
      } finally {
        await setMeta(db, 'sending', null);
      }
    });
  return { run };
};
export type Runner = ReturnType<typeof createRunner>;

/** Name of the lock and channel of an account: one sender at a time on a phone, page or service worker. */
export const senderName = (accountId: string): string => `kirim:${accountId}`;

/** `alone` by Web Locks where the browser has them. */
export const aloneByLock =
  (name: string): RunnerParts['alone'] =>
  <T>(work: () => Promise<T>): Promise<T | null> => {
    const locks = (navigator as { locks?: LockManager }).locks;
    if (!locks) return work();
    return locks.request(name, { ifAvailable: true }, (lock) =>
      lock ? work() : Promise.resolve(null),
    ) as Promise<T | null>;
  };
