import { join } from 'node:path';
import type { Hono } from 'hono';
import { createApp, type Rooms } from '../../server/app.ts';
import { openCourier } from '../../server/courier/index.ts';
import { bukaPercetakan } from '../../server/documents/index.ts';
import { createPhotoDirectory } from '../../server/files/index.ts';
import { createInsight } from '../../server/insight/index.ts';
import { type Ledger, openLedger } from '../../server/ledger/index.ts';
import { createAksesMeja } from '../../server/operations/akses.ts';
import type { Manifest } from '../../server/operations/copies/manifest.ts';
import { abandonedOf, newerThan, RESTORABLE, stableOf } from '../../server/operations/copies/stable.ts';
import { createReceiptSigner, newReceiptKey, type Passwords } from '../../server/people/index.ts';
import { type Store, StoreUnavailableError } from '../../server/store/index.ts';
import type { TestClock } from '../support/clock.ts';
import type { TestRandom } from '../support/random.ts';
import { SEAL_KEYS } from '../support/safety.ts';
import { aLife, beat, Killed, type Life } from './pulse.ts';
import type { Storage } from './storage.ts';

/** No phone of the simulation is an admin's: nobody comes to this desk. */
const kosong = (): never => {
  throw new Error('nobody imports here');
};
const tanpaMeja = {
  ...{ buka: kosong, keadaan: kosong, halaman: kosong, padankan: kosong },
  ...{ terapkan: kosong, berkasSalah: kosong, daftar: kosong, lanjutkan: kosong, urungkan: kosong },
};

const tanpaStaf = {
  ...{ halaman: kosong, satu: kosong, unit: kosong, keadaan: kosong, tambah: kosong, lakukan: kosong },
};

const tanpaSekolah = {
  ...{ halaman: kosong, satu: kosong, ubah: kosong, pasangLogo: kosong, lepasLogo: kosong },
  pola: { daftar: kosong, tambah: kosong, ubah: kosong, pensiunkan: kosong, selaraskan: kosong },
  tindakan: { daftar: kosong, pratinjau: kosong, lakukan: kosong, urungkan: kosong },
};

/** A backup of the server's database, and what the catalogue says of it. */
type Copy = { readonly manifest: Manifest; readonly bytes: Buffer };

type Run = {
  readonly life: Life;
  readonly place: string;
  readonly app: Hono;
  readonly store: Store;
  /** The same store for whoever looks on: nothing dies of being watched. */
  readonly seen: Store;
  readonly ledger: Ledger;
};

export type ServerParts = {
  readonly dir: string;
  readonly storage: Storage;
  readonly clock: TestClock;
  readonly random: TestRandom;
  readonly passwords: Passwords;
};

/** Wraps every function of an object, so that each call is a place where the process can die. */
const beating = <T extends object>(target: T, onBeat: () => void): T =>
  Object.fromEntries(
    Object.entries(target).map(([name, value]) => [
      name,
      typeof value !== 'function'
        ? value
        : (...args: unknown[]) => {
            onBeat();
            return value(...args);
          },
    ]),
  ) as T;

/**
 * The real server application on a real database, as a process that can be killed at every await, copied, and put back on
 * an older copy. What died is read again from what it left behind.
 */
export class SimServer {
  readonly #parts: ServerParts;
  readonly #receipts = createReceiptSigner(newReceiptKey());
  #run: Run | null = null;
  #image: string | null = null;
  /** A full disk: nothing can be committed. */
  full = false;
  /** Counts restores: verdicts are compared within one history. */
  history = 0;
  /** Raised by the restore tool only, for the planted fault that relies on it. */
  toolEpoch = 0;
  #copies: Copy[] = [];
  #aside: Manifest[] = [];
  #made = 0;
  readonly faults: unknown[] = [];

  constructor(parts: ServerParts) {
    this.#parts = parts;
  }

  get run(): Run {
    if (!this.#run) throw new Error('the server is not running');
    return this.#run;
  }

  /** What was not committed by now is not in what the dying process leaves. */
  #die(place: string): void {
    this.#image = this.#parts.storage.left(place);
    throw new Killed();
  }

  #watched(store: Store, life: Life, place: string): Store {
    const onBeat = (): void => {
      if (beat(life)) this.#die(place);
    };
    return {
      ...store,
      write: async (work, hold) => {
        if (this.full) throw new StoreUnavailableError(true);
        const value = await store.write((tx) => work(beating(tx, onBeat)), hold);
        onBeat();
        return value;
      },
      read: async (work) => store.read((tx) => work(beating(tx, onBeat))),
    };
  }

  async start(at?: string, cause = 'mulai'): Promise<void> {
    const { dir, clock, random, passwords, storage } = this.#parts;
    const place = at ?? (await storage.fresh());
    const life = aLife();
    // Only planted faults look at these.
    Object.assign(globalThis, { simToolEpoch: this.toolEpoch, simDrawn: undefined });
    // A run begins with a line about itself, so nobody starts a server on a full disk.
    this.full = false;
    const seen = await storage.open(place);
    const store = this.#watched(seen, life, place);
    const randomBytes = random.bytes;
    const onFault = (cause: unknown): void => {
      if (!life.dead) this.faults.push(cause);
    };
    const ledger = await openLedger({
      store,
      clock: clock.now,
      randomBytes,
      onFault,
      sealKeys: SEAL_KEYS,
      stable: () => stableOf(this.#manifests()),
      cause,
    });
    const rooms: Rooms = {
      store,
      ledger,
      passwords,
      receipts: this.#receipts,
      files: createPhotoDirectory(join(dir, 'foto')),
      roomLeft: async () => 'lega',
      courier: await openCourier(new Uint8Array(32).fill(7), { randomBytes }),
      carriedFiles: createPhotoDirectory(join(dir, 'titipan')),
      printing: bukaPercetakan(),
      akses: createAksesMeja({ store, passwords, random: random.number, randomBytes, clock: clock.now }),
      simpeg: tanpaMeja,
      usulan: { daftar: kosong, putuskan: kosong },
      staff: tanpaStaf,
      insight: createInsight({ store, clock: clock.now }),
      sekolah: tanpaSekolah,
      ketetapan: { daftar: kosong, pratinjau: kosong, mulai: kosong, sebagian: kosong, urungkan: kosong },
      publikasi: { keadaan: kosong, pratinjau: kosong, atur: kosong },
      catatan: { halaman: kosong, csv: kosong, dilihat: kosong, rantai: kosong },
      sistem: { keadaan: kosong, cadangkan: kosong },
      clock: clock.now,
      random: random.number,
      randomBytes,
      challengeKey: new Uint8Array(32),
      config: { origins: [], trustProxy: 0, sandi: 'nist' },
      log: { access: () => undefined, security: () => undefined, fault: onFault },
      staticDir: join(dir, 'client'),
      pushKey: null,
      version: 'sim',
    };
    this.#run = { life, place, store, seen, ledger, app: createApp(rooms) };
  }

  /** Asks the server; null where it is dead, or died before the answer was out. */
  async ask(request: Request, address: string): Promise<Response | null> {
    const run = this.run;
    if (run.life.dead) return null;
    const response = await run.app.fetch(request, { incoming: { socket: { remoteAddress: address } } });
    return run.life.dead ? null : response;
  }

  /** True for a command that stands in this history only because a phone gave its record back. */
  readonly isGivenBack = (shard: string, id: string): Promise<boolean> =>
    this.run.seen.read(async (tx) => (await tx.skeleton(shard, id)) !== null);

  /** Kills the process after so many more awaits; at once for 0. */
  killAfter(beats: number): void {
    const { life, place } = this.run;
    life.left = beats;
    if (beats > 0) return;
    life.dead = true;
    try {
      this.#die(place);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }

  /** After a step: a dead server is started again from what it left on the disk. */
  async settle(): Promise<void> {
    const { life, store } = this.run;
    life.left = Number.POSITIVE_INFINITY;
    if (!life.dead) return;
    await store.close();
    await this.start(this.#image ?? undefined);
    this.#image = null;
  }

  /** Makes a backup as the operator does, and sets those aside that belong to an abandoned history. */
  async copy(): Promise<void> {
    await this.#setAside();
    const { place, seen } = this.run;
    const { bytes, positions } = await this.#parts.storage.copy(place, seen);
    this.#made += 1;
    const at = this.#parts.clock.now();
    const manifest = {
      id: `salinan-${this.#made}`,
      madeAt: at,
      verifiedAt: at,
      positions,
    } as unknown as Manifest;
    this.#copies.unshift({ manifest, bytes });
    this.#copies.splice(RESTORABLE + 1);
  }

  /** As at each start and each backup: a copy that is not on the present chain counts for nothing. */
  async #setAside(): Promise<void> {
    const abandoned = new Set(await abandonedOf(this.run.store, this.#manifests()));
    this.#copies = this.#copies.filter(({ manifest }) => !abandoned.has(manifest));
    this.#aside = [...abandoned, ...this.#aside].sort((a, b) => b.madeAt - a.madeAt);
  }

  #manifests(): Manifest[] {
    return this.#copies.map(({ manifest }) => manifest);
  }

  /** Goes on from one of the copies that may be restored: as the tool does it, or by putting the file back by hand. */
  async restore(back: number, how: 'alat' | 'tangan'): Promise<boolean> {
    const lists = { copies: this.#manifests(), aside: this.#aside };
    const free = this.#copies.filter(({ manifest }) => newerThan(manifest, lists) < RESTORABLE);
    const copy = free[back % Math.max(1, free.length)];
    if (!copy) return false;
    await this.run.store.close();
    const place = await this.#parts.storage.lay(copy.bytes);
    this.history += 1;
    if (how === 'alat') this.toolEpoch += 1;
    await this.start(place, how === 'alat' ? 'pulih' : 'mulai');
    await this.#setAside();
    return true;
  }

  async stop(): Promise<void> {
    await this.run.store.close();
  }
}
