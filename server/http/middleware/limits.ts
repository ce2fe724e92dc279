import type { Context, MiddlewareHandler } from 'hono';
import { giveTurn } from '../work-turn.ts';
import { problem } from './problem.ts';

/** Lanes of work: text is one per cent of the bytes and all that a deadline needs, so photos wait apart from it. */
export type Lane = 'teks' | 'foto' | 'masuk' | 'titipan' | 'dokumen';

/** Requests inside at the most, those that may wait for their turn to work, and those that work at once. */
type Bounds = { readonly inside: number; readonly waiting: number; readonly working: number };

const BOUNDS: Readonly<Record<Lane, Bounds>> = {
  teks: { inside: 256, waiting: 64, working: 32 },
  foto: { inside: 128, waiting: 16, working: 4 },
  masuk: { inside: 128, waiting: 32, working: 4 },
  // The last piece of a carried file holds the whole of it in memory, so one at a time.
  titipan: { inside: 32, waiting: 8, working: 1 },
  // One thread makes them; a year of photos is in memory meanwhile.
  dokumen: { inside: 32, waiting: 16, working: 2 },
};

/** Requests of one person or one address inside a lane that is half full: what is left then is for the others. */
const OF_ONE = 8;

const createLane = ({ inside, waiting, working }: Bounds) => {
  const queue: (() => void)[] = [];
  const own = new Map<string, number>();
  let [present, busy] = [0, 0];
  const count = (whose: string | null, step: number): void => {
    if (whose === null) return;
    const left = (own.get(whose) ?? 0) + step;
    if (left > 0) own.set(whose, left);
    else own.delete(whose);
  };
  let isCalled = false;
  /** One unit per round of the event loop: between two of them new arrivals are looked at, and refused in time. */
  const callNext = (): void => {
    if (isCalled || queue.length === 0 || busy >= working) return;
    isCalled = true;
    setImmediate(() => {
      isCalled = false;
      busy += 1;
      queue.shift()?.();
      callNext();
    });
  };
  return {
    isFull: (whose: string | null): boolean =>
      present >= inside ||
      queue.length >= waiting ||
      (whose !== null && present >= inside / 2 && (own.get(whose) ?? 0) >= OF_ONE),
    /** Lets one in; `leave` must be called once, whether it ever worked or not. */
    enter: (whose: string | null) => {
      let hasWorked = false;
      present += 1;
      count(whose, 1);
      const turn = async (): Promise<void> => {
        const called = new Promise<void>((resolve) => queue.push(resolve));
        callNext();
        await called;
        hasWorked = true;
      };
      const leave = (): void => {
        present -= 1;
        count(whose, -1);
        if (hasWorked) busy -= 1;
        callNext();
      };
      return { turn, leave };
    },
  };
};

/**
 * Admission by a bounded queue per lane, decided before the body is read (finding F6): counters of requests in flight
 * refuse nobody while the event loop drowns. A full lane answers 503 with a jittered Retry-After. A phone on 2G sends its
 * body for many seconds, so it holds a place inside meanwhile, and one of the few at work only when all has arrived. Who
 * opens hundreds of requests and drips into them (T26) gets half of the places and no more; `whose` tells them apart.
 */
export const createLanes = (random: () => number, whose: (c: Context) => string | null = () => null) => {
  const lanes = {
    teks: createLane(BOUNDS.teks),
    foto: createLane(BOUNDS.foto),
    masuk: createLane(BOUNDS.masuk),
    titipan: createLane(BOUNDS.titipan),
    dokumen: createLane(BOUNDS.dokumen),
  };
  return (name: Lane): MiddlewareHandler =>
    async (c, next) => {
      const lane = lanes[name];
      const who = whose(c);
      if (lane.isFull(who)) return problem(c, 'server_sibuk', { retryAfter: 5 + random() * 25 });
      const { turn, leave } = lane.enter(who);
      giveTurn(c.req.raw, turn);
      try {
        await next();
      } finally {
        leave();
      }
    };
};
