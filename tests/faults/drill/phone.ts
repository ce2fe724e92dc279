import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Acting } from '../../../client/actions/index.ts';
import { openAccount, signIn } from '../../../client/session/index.ts';
import {
  type AccountDatabase,
  getMeta,
  type JournalRow,
  type RecordRow,
  type Shelf,
  storedSigner,
} from '../../../client/store/index.ts';
import { createRunner, isAllSent, type RunResult, type Transport } from '../../../client/sync/index.ts';
import { readStatus } from '../../../client/sync/status.ts';
import { RecoveryAnswer } from '../../../shared/protocol/index.ts';
import { aRandom } from '../../support/random.ts';
import type { Machine, Warga } from './machine.ts';

/** A phone as people hold it: the real client on a database of its own, over real HTTP. */
export type Phone = {
  readonly warga: Warga;
  readonly db: AccountDatabase;
  readonly acting: Acting;
  readonly shard: string;
  /** One run of the sender, as the app starts it by itself: text, then photos. */
  readonly run: () => Promise<RunResult>;
  /** How many requests its line still carries; then nothing gets through. */
  readonly line: { left: number };
  readonly journal: () => Promise<JournalRow[]>;
  readonly records: () => Promise<RecordRow[]>;
  /** What keeps it from being done; null where all is sent and nothing of a lost history is left to bring. */
  readonly restless: () => Promise<string | null>;
  /** The lost histories, as the page that shows them asks for them. */
  readonly recoveries: () => Promise<RecoveryAnswer['list']>;
  readonly close: () => void;
};

type Line = { readonly jar: Map<string, string>; readonly left: { left: number }; readonly url: string };

const keep = (jar: Line['jar'], setCookie: string): void => {
  const [pair = '', ...rest] = setCookie.split('; ');
  const at = pair.indexOf('=');
  if (rest.includes('Max-Age=0')) jar.delete(pair.slice(0, at));
  else jar.set(pair.slice(0, at), pair.slice(at + 1));
};

const overHttp =
  ({ jar, left, url }: Line): Transport =>
  async ({ method, path, headers, body }) => {
    left.left -= 1;
    if (left.left < 0) return { kind: 'putus', dekat: false };
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const sent = { ...headers, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) };
    try {
      const response = await fetch(`${url}${path}`, { method, headers: sent, ...(body ? { body } : {}) });
      for (const one of response.headers.getSetCookie()) keep(jar, one);
      return { kind: 'jawaban', response };
    } catch {
      return { kind: 'putus', dekat: false };
    }
  };

const restlessIn = async (db: AccountDatabase, store: Acting['store']): Promise<string | null> => {
  const status = await readStatus(store);
  if (!isAllSent({ ...status, beda: 0 }))
    return `unsent ${status.unsent}, refused ${status.refused}, photos ${status.photosLeft}, problem ${status.problem?.code ?? 'none'}`;
  const left = await db.give.count();
  const pulih = Object.values((await getMeta(db, 'pulih')) ?? {});
  return left + pulih.length > 0 ? `to give ${left}, ${pulih.join(' ')}` : null;
};

const readRecoveries = async (transport: Transport): Promise<RecoveryAnswer['list']> => {
  const incoming = await transport({ method: 'GET', path: '/api/recovery', timeout: 60_000 });
  if (incoming.kind === 'putus') throw new Error('the service does not answer');
  return RecoveryAnswer.parse(await incoming.response.json()).list;
};

/** A new phone on which this person has signed in; nothing has been fetched yet. */
export const aPhone = async (machine: Pick<Machine, 'url'>, warga: Warga, seed: number): Promise<Phone> => {
  const shelf: Shelf = { indexedDB: new IDBFactory(), IDBKeyRange };
  const line = { left: Number.POSITIVE_INFINITY };
  const transport = overHttp({ jar: new Map(), left: line, url: machine.url });
  const agent = 'Mozilla/5.0 (Linux; Android 10) Chrome/120';
  const { nip, sandi } = warga;
  const signedIn = await signIn({ nip, sandi }, { transport, shelf, agent });
  if (!signedIn.ok) throw new Error(`${warga.nama}: ${signedIn.code}`);
  const orang = await openAccount(signedIn.id, shelf);
  if (!orang || orang === 'terkunci') throw new Error(`${warga.nama} has no place in the app`);
  const { store, actor, shard } = orang;
  const { db } = store;
  const world = { transport, clock: Date.now, random: aRandom(seed).number, app: 'latihan' };
  const runner = createRunner({
    ...world,
    store,
    sign: storedSigner(store),
    photosAllowed: () => true,
    alone: (work) => work(),
  });
  return {
    warga,
    db,
    shard,
    acting: { store, actor, shard, clock: Date.now, engine: { poke: () => undefined } },
    run: runner.run,
    line,
    journal: () => db.journal.toCollection().sortBy('number'),
    records: () => db.records.toArray(),
    restless: () => restlessIn(db, store),
    recoveries: () => readRecoveries(transport),
    close: () => db.close(),
  };
};
