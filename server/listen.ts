import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { bukaPercetakan } from './documents/index.ts';
import { createInsight } from './insight/index.ts';
import { openLedger } from './ledger/index.ts';
import {
  assertFree,
  assertSame,
  assertSecretsHere,
  checkApart,
  copiesIn,
  createAksesMeja,
  createCatatanMeja,
  createChance,
  createKetetapanMeja,
  createLog,
  createMejaSusunan,
  createPublikasiMeja,
  createSekolahMeja,
  createSimpegMeja,
  createSistemMeja,
  createUsulanMeja,
  type DataRooms,
  hasDemo,
  isEmpty,
  jagaImpor,
  jagaInsight,
  jagaRapi,
  jagaRetensi,
  jagaSusunan,
  joinPeers,
  keepCopies,
  keepReminding,
  listen,
  openStore,
  type Peers,
  placeOf,
  pushDelivery,
  pushKeysOf,
  roomsOn,
  type Seeded,
  type ServiceLog,
  StartRefused,
  seedDemo,
  wasPutBack,
  watchRoom,
} from './operations/index.ts';

/** A running service. `seeded` names the people of a demo school that this very start laid down, with passphrases. */
export type RunningServer = {
  readonly url: string;
  readonly seeded: readonly Seeded[];
  /** Accepts nobody any more, finishes what is being answered within 10 s, closes the store with its mark. */
  readonly close: () => Promise<void>;
  /** Says on `/readyz` that nobody should come any more, serves for as long as the configuration says, then `close`. */
  readonly leave: () => Promise<void>;
  /** As `close`, but cuts off whoever is being answered. */
  readonly kill: () => Promise<void>;
};

export type StartOptions = {
  readonly config: Config;
  /** Epoch ms. */
  readonly clock?: () => number;
  /** A number in [0, 1). */
  readonly random?: () => number;
  /** The built client; `dist/client` of this project unless told. */
  readonly staticDir?: string;
  readonly log?: ServiceLog;
  /** Told once, when the disk has failed: everything that would write is answered 503 from then on. */
  readonly onBroken?: (cause: unknown) => void;
};

const PATIENCE = 10_000;
const CLIENT = fileURLToPath(new URL('../dist/client', import.meta.url));
const DIVISIONS = 2 ** 32;

const version = (): string => {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
};

const settle = async (rooms: DataRooms, config: Config): Promise<readonly Seeded[]> => {
  const { production } = config;
  if ((await isEmpty(rooms.store)) && copiesIn(placeOf(config)).length > 0)
    throw new StartRefused(
      `Basis data kosong, padahal ada cadangan di ${placeOf(config)}. Jalankan \`npm run restore\`; bila memang mau mulai dari awal, pilih folder cadangan lain lewat KINERJA_CADANGAN.`,
    );
  if (!production) {
    if (!(await isEmpty(rooms.store))) return [];
    // Passwords are shown once, by a service that runs: nobody is seeded for one that cannot.
    await assertFree(config);
    return seedDemo(rooms);
  }
  if (!(await hasDemo(rooms.store))) return [];
  throw new StartRefused(
    'Folder data ini berisi sekolah contoh, yang tidak boleh ada pada --production. Pilih folder lain lewat KINERJA_DATA, atau hapus isinya.',
  );
};

const terakhirDi = (place: string): number | null =>
  copiesIn(place).reduce<number | null>((last, { madeAt }) => Math.max(last ?? 0, madeAt), null);

const serve = async (
  rooms: DataRooms,
  peers: Peers,
  { config, staticDir = CLIENT, log = createLog(config.log) }: StartOptions,
): Promise<RunningServer> => {
  const seeded = await settle(rooms, config);
  let isLeaving = false;
  const onFault = (cause: unknown, command: string): void => log.fault(cause, command);
  const { dataDir } = config;
  const keeper = await keepCopies({
    ...rooms,
    dataDir,
    place: placeOf(config),
    check: checkApart,
    every: config.cadanganTiap * 60_000,
    peers,
    onFault: (fault) => log.fault(fault, 'cadangan'),
  });
  const ledger = await openLedger({ ...rooms, stable: keeper.stable, run: peers.run, onFault });
  const insight = createInsight(rooms);
  const jagaAngka = jagaInsight({
    ...rooms,
    insight,
    peers,
    onFault: (fault) => log.fault(fault, 'insight'),
  });
  const roomLeft = watchRoom(dataDir, rooms.clock);
  const printing = bukaPercetakan();
  const simpeg = createSimpegMeja({ ...rooms, onFault: (fault) => log.fault(fault, 'simpeg') });
  const keys = config.pengingat === undefined ? null : pushKeysOf(dataDir, config.pengingat);
  const reminding =
    keys &&
    keepReminding({
      ...rooms,
      deliver: pushDelivery(keys),
      leads: peers.leads,
      onFault: (fault) => log.fault(fault, 'pengingat'),
    });
  const usulan = createUsulanMeja(rooms);
  const staff = createMejaSusunan({ ...rooms, cadangan: () => copiesIn(placeOf(config))[0]?.madeAt ?? null });
  const sekolah = createSekolahMeja({ ...rooms, onFault: (fault) => log.fault(fault, 'pola bersama') });
  const selaraskan = async (): Promise<void> => {
    await staff.selaraskan();
    await sekolah.pola.selaraskan();
  };
  const jaga = jagaSusunan(selaraskan, peers.leads, (fault) => log.fault(fault, 'susunan'));
  const sistem = createSistemMeja({
    ...rooms,
    ...{
      dataDir,
      place: placeOf(config),
      keeper,
      roomLeft,
      tiapMenit: config.cadanganTiap,
      versi: version(),
    },
    onFault: (fault) => log.fault(fault, 'cadangan'),
  });
  const app = createApp({
    ...rooms,
    akses: createAksesMeja(rooms),
    ledger,
    roomLeft,
    lastCopy: () => terakhirDi(placeOf(config)),
    printing,
    simpeg,
    usulan,
    staff,
    insight,
    sistem,
    ketetapan: createKetetapanMeja(rooms),
    publikasi: createPublikasiMeja({ ...rooms, onFault: (fault) => log.fault(fault, 'terbitan') }),
    catatan: createCatatanMeja({ ...rooms, place: placeOf(config) }),
    sekolah,
    config,
    isLeaving: () => isLeaving,
    isJoined: peers.isJoined,
    log,
    staticDir,
    pushKey: keys?.publicKey ?? null,
    version: version(),
  });
  const rapi = jagaRapi({ ...rooms, peers, onFault: (fault) => log.fault(fault, 'rapi') });
  const retensi = jagaRetensi({
    ...rooms,
    ...{ peers, onDone: log.retensi, onFault: (fault: unknown) => log.fault(fault, 'retensi') },
  });
  await peers.begun();
  const server = await listen((request, bindings) => app.fetch(request, bindings), config);
  const meja = jagaImpor(simpeg, (fault) => log.fault(fault, 'simpeg'));
  // A bucket that is away or locked stops no text: photos wait on the phones, and the operator hears of it at once.
  void rooms.files.partSize('', '0'.repeat(64)).catch((fault) => log.fault(fault, 'foto'));
  let ending: Promise<void> | null = null;
  const end = (patience: number): Promise<void> => {
    ending ??= finish(patience);
    return ending;
  };
  const finish = async (patience: number): Promise<void> => {
    try {
      await server.drain(patience);
      await reminding?.stop();
      await jagaAngka.berhenti();
      await keeper.stop();
      await jaga.berhenti();
      await rapi.berhenti();
      await retensi.berhenti();
      await meja.berhenti();
      await printing.tutup();
    } finally {
      await peers.close();
      await rooms.store.close();
    }
  };
  const leave = async (): Promise<void> => {
    isLeaving = true;
    server.farewell();
    await peers.resign();
    await pause(config.pamit * 1000);
    await end(PATIENCE);
  };
  return { url: server.url, seeded, leave, close: () => end(PATIENCE), kill: () => end(0) };
};

/**
 * Opens the data folder, seeds a demo school where nothing is in it (never with `production`), and listens; port 0
 * takes a free one. Throws where it cannot: a `StartRefused`, or a fault of the system such as EADDRINUSE.
 */
export const startServer = async (options: StartOptions): Promise<RunningServer> => {
  const { config, clock = Date.now, random = () => randomInt(DIVISIONS) / DIVISIONS, onBroken } = options;
  const place = { dataDir: config.dataDir, databaseUrl: config.databaseUrl, foto: config.foto, onBroken };
  const chance = { clock, random, randomBytes: createChance() };
  const store = await openStore(place);
  let peers: Peers | null = null;
  try {
    peers = await joinPeers({
      ...{ store, clock, randomBytes: chance.randomBytes },
      wasPutBack: () => wasPutBack(store, config.dataDir),
      onFault: (fault) => options.log?.fault(fault, 'jalur'),
    });
    await assertSecretsHere(store, config, peers.isFirst);
    const rooms = await roomsOn(store, place, chance);
    await assertSame(store, config, peers.isFirst);
    return await serve(rooms, peers, options);
  } catch (cause) {
    await peers?.close();
    await store.close();
    throw cause;
  }
};
