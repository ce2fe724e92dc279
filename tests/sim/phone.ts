import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Acting } from '../../client/actions/index.ts';
import { personOf, signIn, signOut } from '../../client/session/index.ts';
import {
  type AccountDatabase,
  type AccountStore,
  dropBallast,
  getMeta,
  isQuotaError,
  openAccountStore,
  openRegistry,
  type Shelf,
} from '../../client/store/index.ts';
import { createRunner, type RunResult } from '../../client/sync/index.ts';
import type { TestClock } from '../support/clock.ts';
import { aRandom } from '../support/random.ts';
import { aTransport, type Carrier, type Letter, type Line } from './network.ts';
import type { Plan, SimPerson } from './people.ts';
import { aLife, beat, type Disk, Killed, room, watchDisk } from './pulse.ts';
import { signer } from './quick-crypto.ts';
import type { Witness } from './witness.ts';

export const SANDI = 'sawah-kapal-lima-merpati-47';
const AGENT = 'Mozilla/5.0 (Linux; Android 10) Chrome/120';

/** All that a phone's storage holds, as a backup of the phone takes it. */
export type Image = {
  readonly accounts: ReadonlyMap<string, ReadonlyMap<string, readonly unknown[]>>;
  readonly registry: ReadonlyMap<string, readonly unknown[]>;
  readonly cookies: ReadonlyMap<string, string>;
  readonly active: string | null;
  readonly people: readonly SimPerson[];
};

export type PhoneParts = {
  readonly index: number;
  readonly plan: Plan;
  readonly clock: TestClock;
  readonly carry: Carrier;
  readonly mail: Letter[];
  readonly witness: Witness;
  /** Told when everything on this phone is gone. */
  readonly onForget: (phone: number) => void;
};

const tablesOf = async (db: AccountDatabase | ReturnType<typeof openRegistry>) =>
  new Map(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const)));

/**
 * A phone: the real client on a database of its own, as a process that can be killed at every await and started again
 * on the same storage. Several people may have signed in on it; `active` is whose cookie it holds.
 */
export class SimPhone {
  readonly index: number;
  readonly plan: Plan;
  /** Whose phone it is: those of the plan, or of the phone that it was cloned from. */
  people: readonly SimPerson[];
  readonly #parts: PhoneParts;
  readonly line: Line = { cookies: new Map(), next: [], standing: null };
  #shelf: Shelf = {};
  disk: Disk;
  active: string | null = null;
  /** A backup of the whole phone, which its owner may put back. */
  image: Image | null = null;
  /** What the head has on the screen: record, version and text. */
  onScreen: { readonly id: string; readonly head: string; readonly uraian: string } | null = null;
  readonly #open = new Map<string, AccountStore>();
  readonly known = new Set<string>();

  constructor(parts: PhoneParts) {
    this.#parts = parts;
    this.index = parts.index;
    this.plan = parts.plan;
    this.people = parts.plan.people;
    this.disk = this.#emptyDisk();
  }

  readonly clock = (): number => this.#parts.clock.now() + this.plan.clockOff;

  #emptyDisk(): Disk {
    const factory = new IDBFactory();
    this.#shelf = { indexedDB: factory, IDBKeyRange };
    const { witness } = this.#parts;
    const disk: Disk = {
      life: aLife(),
      full: false,
      onJournal: (change) => witness.onJournal(this.index, change),
    };
    watchDisk(factory, disk);
    return disk;
  }

  #transport(hold?: () => Promise<void>) {
    const { carry, mail } = this.#parts;
    const address = `10.1.${this.index >> 8}.${this.index & 255}`;
    return aTransport({ line: this.line, address, carry, mail, life: this.disk.life, hold });
  }

  person(account: string): SimPerson | undefined {
    return this.people.find(({ id }) => id === account);
  }

  /** The account's database on this phone; null where nobody of that name has signed in here. */
  async store(account: string): Promise<AccountStore | null> {
    const open = this.#open.get(account);
    if (open) return open;
    if (!this.known.has(account)) return null;
    const store = await openAccountStore(account, this.#shelf);
    this.#open.set(account, store);
    return store;
  }

  /** The person in front of the screen, with the rights that this phone knows of; null where there are none. */
  async acting(account: string): Promise<Acting | null> {
    const store = await this.store(account);
    const saya = store && (await getMeta(store.db, 'saya'));
    const orang = saya ? personOf(saya, store) : null;
    if (!orang || !store) return null;
    const { actor, shard } = orang;
    return { store, actor, shard, clock: this.clock, engine: { poke: () => undefined } };
  }

  /** One run of the sender for an account; `hold` keeps its answers back, as for a tab that is slow. */
  async run(account: string, hold?: () => Promise<void>): Promise<RunResult> {
    const store = await this.store(account);
    if (!store) return null;
    const runner = createRunner({
      store,
      transport: this.#transport(hold),
      sign: signer(store),
      clock: this.clock,
      random: aRandom(this.index + 1).number,
      app: 'sim',
      photosAllowed: () => true,
      alone: (work) => work(),
    });
    return runner.run();
  }

  async signIn(account: string): Promise<boolean> {
    const nip = this.person(account)?.nip ?? '';
    // The page that was open is loaded anew after signing in.
    this.#closeAll();
    const place = { transport: this.#transport(), shelf: this.#shelf, agent: AGENT };
    const result = await signIn({ nip, sandi: SANDI }, place);
    if (!result.ok) return false;
    this.known.add(account);
    this.active = account;
    const store = await this.store(account);
    // A megabyte for each account would only slow the simulation down.
    if (store) await dropBallast(store.db);
    return true;
  }

  async signOut(): Promise<void> {
    await signOut({ transport: this.#transport(), shelf: this.#shelf });
    this.active = null;
  }

  #closeAll(): void {
    for (const { db } of this.#open.values()) db.close();
    this.#open.clear();
  }

  /** Ends the process here and now; what it had not committed is undone. */
  kill(): void {
    this.disk.life.left = 0;
    if (!this.disk.life.dead) beat(this.disk.life);
  }

  /** After a step: a dead phone is started again on the storage that it left. True where it had died. */
  settle(): boolean {
    const { dead } = this.disk.life;
    this.disk.life.left = Number.POSITIVE_INFINITY;
    this.line.next = [];
    if (!dead) return false;
    this.#closeAll();
    this.disk.life = aLife();
    return true;
  }

  /** The browser clears everything, as iOS does after seven days and people do by mistake. */
  evict(): void {
    this.#closeAll();
    this.disk = this.#emptyDisk();
    this.line.cookies.clear();
    this.known.clear();
    this.active = null;
    this.onScreen = null;
    this.#parts.witness.forget(this.index);
    this.#parts.onForget(this.index);
  }

  async photograph(): Promise<Image> {
    const accounts = new Map<string, Map<string, unknown[]>>();
    for (const account of this.known) {
      const store = await this.store(account);
      if (store) accounts.set(account, await tablesOf(store.db));
    }
    const registry = openRegistry(this.#shelf);
    const rows = await tablesOf(registry);
    registry.close();
    return {
      accounts,
      registry: rows,
      cookies: new Map(this.line.cookies),
      active: this.active,
      people: this.people,
    };
  }

  /** Puts an image on this phone in place of what it held: its own older one, or another phone's. */
  async load(image: Image): Promise<void> {
    this.evict();
    for (const [account, tables] of image.accounts) {
      const store = await openAccountStore(account, this.#shelf);
      for (const [name, rows] of tables) await store.db.table(name).bulkPut([...rows]);
      store.db.close();
      this.known.add(account);
    }
    const registry = openRegistry(this.#shelf);
    for (const [name, rows] of image.registry) await registry.table(name).bulkPut([...rows]);
    registry.close();
    for (const [name, value] of image.cookies) this.line.cookies.set(name, value);
    this.active = image.active;
    this.people = image.people;
  }

  close(): void {
    this.#closeAll();
  }
}

/** What `work` gives; null where the phone died over it, or had no room left for it. */
export const orDead = async <T>(work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work();
  } catch (error) {
    if (isKilled(error) || isQuotaError(error) || isRefused(error)) return null;
    throw error;
  }
};

const isRefused = (error: unknown): boolean =>
  room.refused && (error as { name?: string } | null)?.name === 'PrematureCommitError';

const isKilled = (error: unknown): boolean => {
  const seen = error as { name?: string; inner?: unknown } | null;
  return (
    error instanceof Killed || seen?.name === 'Killed' || (seen?.inner !== undefined && isKilled(seen.inner))
  );
};
