import { createHash, randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { NOTHING_STABLE, openLedger } from '../../../server/ledger/index.ts';
import { openDataRooms } from '../../../server/operations/index.ts';
import { tambahHari, tanggalPada } from '../../../shared/domain/index.ts';
import { backUpUnderLoad } from './load.ts';
import { aMachine, type Machine } from './machine.ts';
import { photoNumber } from './photo.ts';
import { lastLineIn, stateOf } from './state.ts';

const COMMANDS = 50_000;
const PHOTOS = 2_000;
const BATCH = 500;

type Rooms = Awaited<ReturnType<typeof openDataRooms>>;

const anEntri = (i: number, hariIni: string) => ({
  tanggal: tambahHari(hariIni, -(i % 20)),
  mulai: '07:00',
  selesai: '07:45',
  rhk: null,
  rencanaAksi: null,
  uraian: `Pertemuan ke-${i} `.padEnd(420, 'membaca menulis berhitung '),
  realisasi: 1,
  satuan: 'JP',
  catatan: `Catatan ke-${i} `.padEnd(980, 'sinyal hilang, diisi malam '),
  tautan: [],
  foto: [],
});

const layCommands = async ({ store, clock }: Rooms, owner: Machine['seeded'][number]): Promise<void> => {
  const onFault = (cause: unknown): never => {
    throw cause;
  };
  const bytes = (size: number): Uint8Array => new Uint8Array(randomBytes(size));
  const parts = { store, clock, randomBytes: bytes, sealKeys: [new Uint8Array(32)] as const, onFault };
  const ledger = await openLedger({ ...parts, stable: () => NOTHING_STABLE });
  const [shard = ''] = await store.read((tx) => tx.shards());
  const hariIni = tanggalPada(clock(), 'Asia/Jakarta');
  const actor = { id: owner.id, nama: owner.nama, peran: ['guru'] as const };
  for (let from = 1; from <= COMMANDS; from += BATCH) {
    const commands = Array.from({ length: BATCH }, (_, i) => ({
      number: from + i,
      ...{ kind: 'entri.catat', version: 1, shard, record: null, base: null, at: clock() },
      body: anEntri(from + i, hariIni),
    }));
    await ledger.submit({ actor, device: 'd_besar', commands });
  }
};

const layPhotos = async ({ store, files, clock }: Rooms, owner: string): Promise<void> => {
  for (let i = 1; i <= PHOTOS; i += 1) {
    const bytes = photoNumber(i);
    const sha = createHash('sha256').update(bytes).digest('hex');
    await files.keep(owner, sha, bytes);
    const size = bytes.length;
    const row = { owner, sha, size, received: size, mime: 'image/jpeg', updatedAt: clock() } as const;
    await store.write((tx) => tx.putPhoto({ ...row, state: 'utuh' }));
  }
};

const timed = async (work: () => Promise<unknown>): Promise<string> => {
  const began = performance.now();
  await work();
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
};

const lay = async ({ dataDir, seeded }: Machine): Promise<void> => {
  const [owner] = seeded.filter(({ peran }) => peran === 'guru');
  if (!owner) throw new Error('the demo school has no teacher');
  const chance = { clock: Date.now, random: Math.random, randomBytes: (size: number) => randomBytes(size) };
  const rooms = await openDataRooms({ dataDir }, chance);
  await layCommands(rooms, owner);
  await layPhotos(rooms, owner.id);
  await rooms.store.close();
};

/** `npm run drill -- --besar`: a large school's database is copied, lost and put back; prints what each part took. */
export const largeSchool = async (say: (line: string) => void): Promise<boolean> => {
  const machine = await aMachine();
  try {
    say(`     laid ${COMMANDS} commands and ${PHOTOS} photos in ${await timed(() => lay(machine))}`);
    const megabytes = statSync(join(machine.dataDir, 'kinerja.db')).size / 1e6;
    await machine.start();
    const backup = await timed(() => machine.npm('backup'));
    const load = await backUpUnderLoad(machine);
    const before = await stateOf(machine);
    await machine.kill();
    machine.destroyData();
    const restore = await timed(() => machine.npm('restore'));
    const start = await timed(machine.start);
    await machine.stop();
    const verify = await timed(() => machine.npm('ledger', 'verify'));
    const after = await stateOf(machine);
    const lost = [...before.photos.keys()].filter((key) => !key.endsWith(after.photos.get(key) ?? 'missing'));
    const last = lastLineIn(machine.place, load.copy, after.shard);
    const faults = [
      ...load.faults,
      ...(lost.length > 0 ? [`${lost.length} photos lost or damaged`] : []),
      ...(after.last === last ? [] : [`the ledger ends at ${after.last}, its copy at ${last}`]),
    ];
    say(
      `${faults.length === 0 ? 'ok  ' : 'FAIL'} large: ${megabytes.toFixed(0)} MB, ${after.commands.size} commands, ${after.photos.size} photos; first backup ${backup}, restore ${restore}, start ${start}, verify ${verify}`,
    );
    say(`     under load: ${load.figures}`);
    for (const fault of faults) say(`       ${fault}`);
    return faults.length === 0;
  } finally {
    await machine.close();
  }
};
