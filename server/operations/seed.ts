import { createHash } from 'node:crypto';
import { shardOf } from '../../shared/protocol/index.ts';
import type { FotoRujukan } from '../../shared/records/index.ts';
import { type PhotoFiles, receivePiece } from '../files/index.ts';
import { generatePassphrase, type Passwords } from '../people/index.ts';
import type { Store, WriteTx } from '../store/index.ts';
import { readDemoFoto } from './demo-data.ts';
import { mainkanHari } from './demo-hari.ts';
import { type DemoEntri, planDemo } from './demo-plan.ts';
import { adaDemo, tulisAkun, tulisInduk, tulisPerangkat, type Warga, wargaDari } from './demo-warga.ts';
import { orangPengawas, tulisWilayah, WILAYAH } from './demo-wilayah.ts';
import { denganPena } from './pena.ts';

/** A person of the demo school and the passphrase to sign in with, known at this moment only. */
export type Seeded = {
  readonly id: string;
  readonly nip: string;
  readonly nama: string;
  readonly peran: 'guru' | 'penilai' | 'pengawas';
  readonly sandi: string;
};

/** What seeding needs from outside; `clock` in epoch ms, `random` in [0, 1). */
export type SeedRooms = {
  readonly store: Store;
  readonly files: PhotoFiles;
  readonly passwords: Passwords;
  readonly clock: () => number;
  readonly random: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
};

/** True where the demo school lives in this database (T46). */
export const hasDemo = (store: Store): Promise<boolean> => store.read(adaDemo);

/** True where nobody and nothing has been laid down yet. */
export const isEmpty = (store: Store): Promise<boolean> =>
  store.read(async (tx) => (await tx.accountCount()) === 0 && (await tx.shards()).length === 0);

/** Puts a photo where the server keeps photos, by the same checks as one that a phone sends. */
const simpanFoto = async (files: PhotoFiles, owner: string, name: string): Promise<FotoRujukan> => {
  const bytes = readDemoFoto(name);
  const sha = createHash('sha256').update(bytes).digest('hex');
  const received = await receivePiece(files, { owner, sha, offset: 0, length: bytes.length, bytes });
  if (!received.ok || !received.facts) throw new Error(`demo/foto/${name}: ${JSON.stringify(received)}`);
  return { sha, size: bytes.length, mime: received.facts.mime };
};

type Foto = ReadonlyMap<DemoEntri, FotoRujukan>;

const simpanSemuaFoto = async (files: PhotoFiles, warga: readonly Warga[]): Promise<Foto> => {
  const disimpan = new Map<DemoEntri, FotoRujukan>();
  for (const { orang, id } of warga)
    for (const satu of orang.entri)
      if (satu.foto !== null) disimpan.set(satu, await simpanFoto(files, id, satu.foto));
  return disimpan;
};

const catatFoto = async (tx: WriteTx, { orang, id }: Warga, foto: Foto): Promise<void> => {
  for (const satu of orang.entri) {
    const rujukan = foto.get(satu);
    if (rujukan)
      await tx.putPhoto({
        owner: id,
        ...rujukan,
        received: rujukan.size,
        state: 'utuh',
        updatedAt: satu.dicatat,
      });
  }
};

/**
 * Lays down the demo school in an empty database, through the ledger and in one transaction: a school, a head, twelve
 * teachers, a month of work, and above it a pengawas. The same moment gives the same school; passphrases and device keys differ.
 */
export const seedDemo = async (rooms: SeedRooms): Promise<readonly Seeded[]> => {
  const { store, files, passwords, clock, random, randomBytes } = rooms;
  const plan = planDemo(clock());
  const shard = shardOf(plan.satker.npsn);
  const warga = wargaDari(plan).map((satu) => ({ ...satu, frasa: generatePassphrase(random) }));
  const sandi = await Promise.all(warga.map(({ frasa }) => passwords.hash(frasa)));
  const frasaPengawas = generatePassphrase(random);
  const sandiPengawas = await passwords.hash(frasaPengawas);
  const foto = await simpanSemuaFoto(files, warga);
  const kepala = warga.find(({ orang }) => orang.peran === 'penilai');
  await denganPena({ store, shard, clock, randomBytes, lain: [WILAYAH] }, async (pena, tx, lain) => {
    for (const [i, satu] of warga.entries())
      await tulisAkun(tx, satu, { shard, awal: plan.awal, sandi: sandi[i] ?? '' });
    const satker = await tulisInduk(pena, plan, warga);
    if (kepala) await tulisWilayah(lain(WILAYAH), tx, { plan, kepala, sekolah: shard, sandi: sandiPengawas });
    await mainkanHari(pena, { plan, warga, foto, satker });
    for (const satu of warga) {
      await tulisPerangkat(tx, satu, { pada: plan.awal, nomor: pena.nomorTerakhir(satu.device) });
      await catatFoto(tx, satu, foto);
    }
  });
  const orang = warga.map(({ orang: { pegawai, peran }, id, actor, frasa }) => ({
    id,
    nip: pegawai.nip,
    nama: actor.nama,
    peran,
    sandi: frasa,
  }));
  return [...orang, { ...orangPengawas, sandi: frasaPengawas }];
};
