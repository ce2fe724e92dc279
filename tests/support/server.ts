import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import { createApp, type Rooms } from '../../server/app.ts';
import { openCourier } from '../../server/courier/index.ts';
import { bukaPercetakan } from '../../server/documents/index.ts';
import { createPhotoDirectory } from '../../server/files/index.ts';
import { createInsight } from '../../server/insight/index.ts';
import { NOTHING_STABLE, openLedger, type Stable } from '../../server/ledger/index.ts';
import {
  createAksesMeja,
  createCatatanMeja,
  createKetetapanMeja,
  createMejaSusunan,
  createPublikasiMeja,
  createSekolahMeja,
  createSimpegMeja,
  createSistemMeja,
  createUsulanMeja,
} from '../../server/operations/index.ts';
import { createPasswords, createReceiptSigner, newReceiptKey } from '../../server/people/index.ts';
import type { Store } from '../../server/store/index.ts';
import type { View } from '../../shared/protocol/index.ts';
import { anAccount, aSatker, GURU, KEPALA, SHARD } from './builders.ts';
import { aClock, type TestClock } from './clock.ts';
import { aCopyKeeper } from './copies.ts';
import { openTestStore } from './postgres.ts';
import { aRandom } from './random.ts';
import { SEAL_KEYS } from './safety.ts';
import { aTempDir } from './temp-dir.ts';

export const ORIGIN = 'http://kinerja.test';
/** Password of everybody at the test school. */
export const SANDI = 'sawah-kapal-lima-merpati-47';

/** A person to be added to a school; roles and school as in {@link PEOPLE} where they are left out. */
export type Person = {
  readonly id: string;
  readonly nip: string;
  readonly nama: string;
  readonly jabatan?: string;
  readonly shard?: string;
  readonly view?: View;
  readonly peran?: 'guru' | 'penilai' | 'admin';
};

export const SRI: Person = { id: GURU, nip: '198703122011012004', nama: 'Sri Wahyuni' };
export const BUDI: Person = { id: 'p_guru02', nip: '199001012015011001', nama: 'Budi Santoso' };
export const PAK_TRISNO: Person = {
  id: KEPALA,
  nip: '197001011995011001',
  nama: 'Sutrisno',
  view: 'sekolah',
  peran: 'penilai',
};
/** A head of another school. */
export const BU_LAIN: Person = {
  id: 'p_lain01',
  nip: '197501011999012001',
  nama: 'Ratna',
  shard: 'sek:20104523',
  view: 'sekolah',
  peran: 'penilai',
};
const PEOPLE: readonly Person[] = [SRI, BUDI, PAK_TRISNO, BU_LAIN];

/** The real app on a real database in a directory of its own, with a school of two teachers and a head. */
export type TestServer = Omit<Rooms, 'clock'> & {
  readonly app: Hono;
  readonly clock: TestClock;
  readonly path: string;
  readonly lines: Parameters<Rooms['log']['access']>[0][];
  readonly security: Parameters<Rooms['log']['security']>[0][];
  readonly faults: unknown[];
  /** Asks the app as a page of its own would; `from` is the address of whoever asks. */
  readonly fetch: (request: Request, from?: string) => Promise<Response>;
  readonly request: (path: string, init?: RequestInit, from?: string) => Promise<Response>;
  readonly addPerson: (person: Person) => Promise<void>;
  /** What every copy of the server contains, as the ledger is told. */
  readonly safe: { current: Stable };
  /** Room that the data folder has. */
  readonly disk: { left: Awaited<ReturnType<Rooms['roomLeft']>> };
};

type Options = {
  readonly people?: readonly Person[];
  readonly config?: Partial<Rooms['config']>;
  readonly staticDir?: string;
  /** The file of a database that stands already, people and school included. */
  readonly database?: Uint8Array;
  /** Opens the store, where it is another than that of every test. */
  readonly openStore?: () => Promise<Store>;
};

export const aServer = async ({
  people = PEOPLE,
  config = {},
  staticDir,
  database,
  openStore,
}: Options = {}): Promise<TestServer> => {
  const dir = aTempDir();
  const path = join(dir, 'kinerja.db');
  const clock = aClock();
  const random = aRandom();
  const faults: unknown[] = [];
  const lines: TestServer['lines'] = [];
  const security: TestServer['security'] = [];
  if (database) writeFileSync(path, database);
  const store = await (openStore?.() ?? openTestStore(path));
  onTestFinished(() => store.close());
  const randomBytes = random.bytes;
  const safe = { current: NOTHING_STABLE };
  const disk: TestServer['disk'] = { left: 'lega' };
  const ledger = await openLedger({
    sealKeys: SEAL_KEYS,
    stable: () => safe.current,
    store,
    clock: clock.now,
    randomBytes,
    onFault: (cause) => void faults.push(cause),
  });
  const passwords = createPasswords(new Uint8Array(32), { memoryCost: 64, timeCost: 1 });
  const files = createPhotoDirectory(join(dir, 'foto'));
  const carriedFiles = createPhotoDirectory(join(dir, 'titipan'));
  const salinan = aCopyKeeper(dir, { store, files, clock: clock.now });
  const rooms = {
    store,
    ledger,
    passwords,
    receipts: createReceiptSigner(newReceiptKey()),
    files,
    printing: bukaPercetakan(),
    roomLeft: async () => disk.left,
    courier: await openCourier(new Uint8Array(32).fill(7), { randomBytes }),
    carriedFiles,
    akses: createAksesMeja({ store, passwords, random: random.number, randomBytes, clock: clock.now }),
    simpeg: createSimpegMeja({
      ...{ store, passwords, random: random.number, randomBytes, clock: clock.now, carriedFiles },
      simpegKey: new Uint8Array(32).fill(3),
      onFault: (cause) => void faults.push(cause),
    }),
    usulan: createUsulanMeja({ store, clock: clock.now, randomBytes }),
    staff: createMejaSusunan({
      ...{ store, passwords, random: random.number, randomBytes, clock: clock.now },
      cadangan: () => null,
    }),
    insight: createInsight({ store, clock: clock.now }),
    sekolah: createSekolahMeja({
      ...{ store, passwords, random: random.number, randomBytes, clock: clock.now },
      ...{ files, onFault: (cause: unknown) => void faults.push(cause) },
    }),
    ketetapan: createKetetapanMeja({ store, clock: clock.now, randomBytes }),
    publikasi: createPublikasiMeja({
      ...{ store, passwords, random: random.number, randomBytes, clock: clock.now },
      onFault: (cause) => void faults.push(cause),
    }),
    catatan: createCatatanMeja({ store, clock: clock.now, place: salinan.place }),
    sistem: createSistemMeja({
      ...{ store, passwords, random: random.number, randomBytes, clock: clock.now },
      ...{ dataDir: dir, place: salinan.place, keeper: salinan.keeper, roomLeft: async () => disk.left },
      ...{ tiapMenit: 60, versi: 'test', onFault: (cause: unknown) => void faults.push(cause) },
    }),
    random: random.number,
    randomBytes,
    challengeKey: new Uint8Array(32).fill(5),
    config: { origins: [], trustProxy: 0, sandi: 'nist' as const, ...config },
    log: {
      access: (line: TestServer['lines'][number]) => void lines.push(line),
      security: (line: TestServer['security'][number]) => void security.push(line),
      fault: (error: unknown) => void faults.push(error),
    },
    staticDir: staticDir ?? join(dir, 'client'),
    pushKey: 'BTest' as string | null,
    version: 'test',
  };
  onTestFinished(() => rooms.printing.tutup());
  const app = createApp({ ...rooms, clock: clock.now });
  const password = await passwords.hash(SANDI);
  const addPerson = ({
    id,
    nip,
    nama,
    jabatan = 'Guru Kelas',
    shard = SHARD,
    view = 'milik',
    peran = 'guru',
  }: Person) =>
    store.write(async (tx) => {
      await tx.putAccount(anAccount({ id, nip, nama, jabatan, password }));
      await tx.putGrant({ account: id, shard, view, peran, since: 0, until: null });
    });
  if (!database) {
    for (const person of people) await addPerson(person);
    await ledger.submit({
      actor: { id: 'sistem', nama: 'Sistem', peran: ['sistem'] },
      device: 'd_sistem',
      commands: [
        {
          number: 1,
          kind: 'satker.tetapkan',
          version: 1,
          shard: SHARD,
          record: null,
          base: null,
          at: 0,
          body: { pemilik: '', isi: aSatker() },
        },
      ],
    });
  }
  const fetch: TestServer['fetch'] = async (request, from = '10.0.0.1') =>
    app.fetch(request, { incoming: { socket: { remoteAddress: from } } });
  const ask: TestServer['request'] = (url, init, from) => {
    const request = new Request(`${ORIGIN}${url}`, init);
    if (!request.headers.has('sec-fetch-site')) request.headers.set('sec-fetch-site', 'same-origin');
    return fetch(request, from);
  };
  const seen = { lines, security, faults };
  return { ...rooms, ...seen, app, clock, path, addPerson, fetch, request: ask, safe, disk };
};
