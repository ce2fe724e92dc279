import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { onTestFinished } from 'vitest';
import type { Acting } from '../../client/actions/index.ts';
import { type Orang, openAccount, signIn } from '../../client/session/index.ts';
import {
  type AccountDatabase,
  type AccountStore,
  type EntriRow,
  entriById,
  type JournalRow,
  type Shelf,
  storedSigner,
} from '../../client/store/index.ts';
import { createRunner, type RunResult } from '../../client/sync/index.ts';
import { readStatus, type SyncStatus } from '../../client/sync/status.ts';
import { aLine, type Line } from './network.ts';
import { aRandom } from './random.ts';
import { type Person, SANDI, type TestServer } from './server.ts';

/** A phone as people hold it: the real client on a database of its own, on a line that can be broken. */
export type FakePhone = {
  readonly line: Line;
  readonly shelf: Shelf;
  readonly orang: Orang;
  readonly store: AccountStore;
  readonly db: AccountDatabase;
  readonly acting: Acting;
  /** One run of the sender: text, then photos. */
  readonly run: () => Promise<RunResult>;
  readonly status: () => Promise<SyncStatus>;
  readonly entri: (id: string) => Promise<EntriRow | undefined>;
  readonly journal: () => Promise<JournalRow[]>;
  /** Another tab of the same browser: its own connection to the same database; `slow` holds its answers back. */
  readonly tab: (slow?: () => Promise<void>) => Promise<FakePhone>;
  /** The same phone after somebody signed in on it. */
  readonly signInAs: (person: Person) => Promise<FakePhone>;
};

/** What a phone can be made to have. */
export type PhoneOptions = {
  readonly photos?: boolean;
  readonly seed?: number;
  /** Phone's clock minus the server's, ms. */
  readonly clockOff?: number;
};

type Slow = (() => Promise<void>) | undefined;

type Parts = {
  readonly server: TestServer;
  readonly shelf: Shelf;
  readonly line: Line;
  readonly options: PhoneOptions;
};

const open = async (parts: Parts, id: string, slow?: Slow): Promise<FakePhone> => {
  const { server, shelf, line, options } = parts;
  const orang = await openAccount(id, shelf);
  if (!orang || orang === 'terkunci') throw new Error(`no account ${id} on this phone`);
  const { store, actor, shard, diri } = orang;
  const { db } = store;
  onTestFinished(() => db.close());
  const clock = () => server.clock.now() + (options.clockOff ?? 0);
  const runner = createRunner({
    store,
    transport: async (request) => {
      const incoming = await line.transport(request);
      await slow?.();
      return incoming;
    },
    sign: storedSigner(store),
    clock,
    random: aRandom(options.seed).number,
    app: 'test',
    photosAllowed: () => options.photos !== false,
    alone: (work) => work(),
  });
  return {
    line,
    shelf,
    orang,
    store,
    db,
    acting: { store, actor, shard, diri, clock, engine: { poke: () => undefined } },
    run: runner.run,
    status: () => readStatus(store),
    entri: (entri) => entriById(store, entri),
    journal: () => db.journal.toCollection().sortBy('number'),
    tab: (slow) => open(parts, id, slow),
    signInAs: (person) => signInOn(parts, person),
  };
};

const signInOn = async (parts: Parts, { nip }: Person): Promise<FakePhone> => {
  const { line, shelf } = parts;
  const agent = 'Mozilla/5.0 (Linux; Android 10) Chrome/120';
  const result = await signIn({ nip, sandi: SANDI }, { transport: line.transport, shelf, agent });
  if (!result.ok) throw new Error(result.code);
  return open(parts, result.id);
};

/** A new phone on which `person` has signed in. */
export const aFakePhone = (
  server: TestServer,
  person: Person,
  options: PhoneOptions = {},
): Promise<FakePhone> => {
  const shelf: Shelf = { indexedDB: new IDBFactory(), IDBKeyRange };
  return signInOn({ server, shelf, line: aLine((request) => server.fetch(request)), options }, person);
};

/** A phone that another version of the app left, with its databases as they lie; the person signs in on it again. */
export const onShelf = (server: TestServer, person: Person, shelf: Shelf): Promise<FakePhone> =>
  signInOn({ server, shelf, line: aLine((request) => server.fetch(request)), options: {} }, person);

/** A phone that has signed in and fetched what is there for it. */
export const aReadyPhone = async (
  server: TestServer,
  person: Person,
  options: PhoneOptions = {},
): Promise<FakePhone> => {
  const phone = await aFakePhone(server, person, options);
  await phone.run();
  return phone;
};
