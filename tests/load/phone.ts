import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { nextDelay } from '../../client/sync/backoff.ts';
import { type SyncAnswer, unpackAnswer } from '../../shared/protocol/index.ts';
import type { Prepared } from '../support/district.ts';
import { type Heard, type Outgoing, say } from './line.ts';

/** What a phone has on it when it comes back. */
export type Waiting = {
  readonly account: string;
  readonly device: string;
  readonly text: Prepared;
  readonly entries: number;
  readonly photos: readonly Buffer[];
  readonly isSlow: boolean;
};

/** What all phones together have seen. */
export type Seen = {
  readonly answered: { readonly kind: 'teks' | 'foto'; readonly ms: number; readonly isSlow: boolean }[];
  readonly refused: { readonly ms: number; readonly hasRetryAfter: boolean }[];
  broken: number;
  /** Lines of the ledger that were acknowledged, by device and number. */
  readonly lines: Map<string, number>;
  readonly photos: Set<string>;
  /** From coming back until the text, and everything, was acknowledged, ms. */
  readonly textDone: number[];
  readonly allDone: number[];
  readonly faults: string[];
};

/** Nothing yet. */
export const nothingSeen = (): Seen => ({
  answered: [],
  refused: [],
  broken: 0,
  lines: new Map(),
  photos: new Set(),
  textDone: [],
  allDone: [],
  faults: [],
});

type World = { readonly place: { port: number }; readonly seen: Seen; readonly isOver: () => boolean };

const LATER = new Set([503, 429, 507]);

/** Asks until there is an answer that is no "later", as the app does; null where the run is over before that. */
const insist = async (
  { place, seen, isOver }: World,
  kind: 'teks' | 'foto',
  outgoing: Outgoing,
  isSlow: boolean,
): Promise<Heard | null> => {
  for (let tries = 1; !isOver(); tries += 1) {
    const since = performance.now();
    const heard = await say(place.port, outgoing, isSlow).catch(() => null);
    const ms = performance.now() - since;
    if (heard && !LATER.has(heard.status)) {
      seen.answered.push({ kind, ms, isSlow });
      return heard;
    }
    if (heard) seen.refused.push({ ms, hasRetryAfter: heard.retryAfter > 0 });
    else seen.broken += 1;
    await pause(nextDelay(tries, Math.random, heard?.retryAfter ?? 0));
  }
  return null;
};

const settle = (seen: Seen, { device, entries }: Waiting, heard: Heard): boolean => {
  if (heard.status !== 200) {
    seen.faults.push(`a sync was answered ${heard.status} ${heard.body.toString().slice(0, 200)}`);
    return false;
  }
  const { res } = unpackAnswer(JSON.parse(heard.body.toString())) as SyncAnswer;
  for (const verdict of res)
    if (verdict.r === 'ok') seen.lines.set(`${device}/${verdict.o}`, verdict.n);
    else seen.faults.push(`an entry was answered ${verdict.r}`);
  if (res.length !== entries) seen.faults.push(`${entries} entries got ${res.length} verdicts`);
  return true;
};

const CONFLICT = 409;

/** Sends a photo from an offset on; where the server has got further, or less far, it says so and that is where it goes on. */
const sendPhoto = async (world: World, phone: Waiting, bytes: Buffer, offset = 0): Promise<boolean> => {
  const sha = createHash('sha256').update(bytes).digest('hex');
  const headers = {
    'content-type': 'application/octet-stream',
    'content-length': String(bytes.length - offset),
    'upload-offset': String(offset),
    'upload-length': String(bytes.length),
    'sec-fetch-site': 'same-origin',
    cookie: phone.text.headers['cookie'] ?? '',
  };
  const outgoing: Outgoing = {
    method: 'PUT',
    path: `/api/photos/${sha}`,
    headers,
    body: bytes.subarray(offset),
  };
  const heard = await insist(world, 'foto', outgoing, phone.isSlow);
  if (!heard) return false;
  if (heard.status === CONFLICT && heard.offset !== null && heard.offset !== offset)
    return sendPhoto(world, phone, bytes, heard.offset);
  if (heard.status === 201) world.seen.photos.add(`${phone.account}/${sha}`);
  else world.seen.faults.push(`a photo was answered ${heard.status} ${heard.body.toString().slice(0, 200)}`);
  return heard.status === 201;
};

/** A phone comes back: text first, then its photos one by one, trying again until all is acknowledged. */
export const comeBack = async (world: World, phone: Waiting): Promise<void> => {
  const { seen } = world;
  const since = performance.now();
  const { headers, body } = phone.text;
  // An answer that goes unpacked is easier to read here, and costs the server less than its pack.
  const outgoing: Outgoing = {
    method: 'POST',
    path: '/api/sync',
    headers: { ...headers, 'accept-encoding': 'identity' },
    body,
  };
  const heard = await insist(world, 'teks', outgoing, phone.isSlow);
  if (!heard || !settle(seen, phone, heard)) return;
  seen.textDone.push(performance.now() - since);
  for (const photo of phone.photos) if (!(await sendPhoto(world, phone, photo))) return;
  seen.allDone.push(performance.now() - since);
};
