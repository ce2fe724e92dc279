import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectPhoto } from '../../../../server/files/index.ts';
import { compareWithLedger, verifyLedger } from '../../../../server/ledger/index.ts';
import { hasDemo, isEmpty, type Seeded, seedDemo } from '../../../../server/operations/index.ts';
import { periksaEntri, selisihHari } from '../../../../shared/domain/index.ts';
import type { SessionAnswer } from '../../../../shared/protocol/index.ts';
import {
  Akses,
  type AnyRecord,
  CatatanNilai,
  DialogKarier,
  Entri,
  Evaluasi,
  Impor,
  Jadwal,
  Kendala,
  Matriks,
  Pegawai,
  Penugasan,
  Pola,
  PolaSembunyi,
  PortofolioBeralamat,
  Praktik,
  type RecordKind,
  Satker,
  Skp,
  Tindakan,
  Umpan,
  Usulan,
} from '../../../../shared/records/index.ts';
import { aDataFolder, type DataFolder, PAGI, signIn } from './data-rooms.ts';

const SHARD = 'sek:69593332';
const WILAYAH = 'sek:P0000001';
const HAK: Readonly<Record<Seeded['peran'], readonly object[]>> = {
  guru: [{ s: SHARD, view: 'milik', peran: 'guru' }],
  penilai: [
    { s: SHARD, view: 'sekolah', peran: 'penilai' },
    { s: WILAYAH, view: 'milik', peran: 'guru' },
  ],
  pengawas: [
    { s: SHARD, view: 'keberatan', peran: 'atasan' },
    { s: WILAYAH, view: 'sekolah', peran: 'penilai' },
  ],
};
const KINDS: readonly RecordKind[] = [
  'satker',
  'pegawai',
  'jadwal',
  'skp',
  'entri',
  'pola',
  'umpan',
  'matriks',
];
const SCHEMAS = {
  akses: Akses,
  satker: Satker,
  pegawai: Pegawai,
  jadwal: Jadwal,
  skp: Skp,
  entri: Entri,
  pola: Pola,
  polaSembunyi: PolaSembunyi,
  umpan: Umpan,
  matriks: Matriks,
  impor: Impor,
  tindakan: Tindakan,
  praktik: Praktik,
  kendala: Kendala,
  evaluasi: Evaluasi,
  penilaian: CatatanNilai,
  usulan: Usulan,
  penugasan: Penugasan,
  dialog: DialogKarier,
  portofolio: PortofolioBeralamat,
};

let folder: DataFolder;
let seeded: readonly Seeded[];

const recordsOf = async ({ rooms }: DataFolder): Promise<AnyRecord[]> =>
  rooms.store.read(async (tx) => {
    const lists = [];
    for (const kind of KINDS) lists.push(await tx.recordsOfKind(SHARD, kind));
    return lists.flat().map(({ record }) => record);
  });

beforeAll(async () => {
  folder = await aDataFolder();
  expect(await isEmpty(folder.rooms.store)).toBe(true);
  expect(await hasDemo(folder.rooms.store)).toBe(false);
  seeded = await seedDemo(folder.rooms);
});
afterAll(() => folder.remove());

describe('the seeded demo school', () => {
  it('is known as demo, and the folder is not empty any more', async () => {
    expect(await hasDemo(folder.rooms.store)).toBe(true);
    expect(await isEmpty(folder.rooms.store)).toBe(false);
  });

  it('has a sound chain and records that follow from it', async () => {
    expect(await verifyLedger(folder.rooms.store)).toMatchObject({ ok: true });
    expect(await compareWithLedger(folder.rooms.store, SHARD)).toEqual([]);
  });

  it('holds only records that fit their schema, none with two versions', async () => {
    const records = await recordsOf(folder);
    for (const { kind, content, variants } of records) {
      expect([kind, SCHEMAS[kind].safeParse(content).success, variants.length]).toEqual([kind, true, 0]);
    }
    const counts = Object.fromEntries(
      KINDS.map((kind) => [kind, records.filter((one) => one.kind === kind).length]),
    );
    expect(counts).toMatchObject({ satker: 1, pegawai: 13, jadwal: 12, skp: 12 });
    const wilayah = await folder.rooms.store.read((tx) => tx.recordsOfKind(WILAYAH, 'skp'));
    expect(wilayah.map(({ record }) => record.owner)).toEqual(['p_demo01']);
    expect(counts['entri']).toBeGreaterThan(180);
  });

  it('holds only entries that the rules take, of every stage that the head brings about', async () => {
    const records = await recordsOf(folder);
    const entri = records.flatMap((one) => (one.kind === 'entri' ? [one] : []));
    const satker = records.flatMap((one) => (one.kind === 'satker' ? [one.content] : []))[0] ?? null;
    for (const { content, owner } of entri) {
      const skp = records.flatMap((one) =>
        one.kind === 'skp' && one.owner === owner ? one.content.rhk : [],
      );
      const konteks = {
        hariIni: '2026-11-24',
        saat: 'isi' as const,
        satker,
        pemilik: owner,
        lain: [],
        rhk: skp.map(({ kode }) => kode),
      };
      expect(periksaEntri(content, konteks).filter(({ berat }) => berat === 'tolak')).toEqual([]);
    }
    const tahap = (nama: string) => entri.filter(({ state }) => state.tahap === nama);
    expect(tahap('DIKEMBALIKAN').map(({ state }) => state.alasan)).toHaveLength(4);
    expect(tahap('DISETUJUI').length).toBeGreaterThan(100);
    expect(tahap('DIAJUKAN').length).toBeGreaterThan(30);
    for (const { content } of tahap('DISETUJUI'))
      expect(selisihHari(content.tanggal, '2026-11-24')).toBeGreaterThan(7);
  });

  it('tells each teacher who reviews her, and locks one month', async () => {
    const records = await recordsOf(folder);
    const kepala = seeded.find(({ peran }) => peran === 'penilai');
    for (const one of records) {
      if (one.kind === 'pegawai')
        expect(one.content.penilai?.id ?? null).toBe(one.owner === kepala?.id ? null : kepala?.id);
      if (one.kind === 'satker') expect(one.content.bulanTerkunci).toEqual(['2026-08']);
    }
  });

  it('has words in both directions, some of them unread', async () => {
    const umpan = (await recordsOf(folder)).flatMap((one) => (one.kind === 'umpan' ? [one] : []));
    expect(new Set(umpan.map(({ state }) => state.tahap))).toEqual(new Set(['TERKIRIM', 'DIBACA']));
    expect(new Set(umpan.map(({ owner, content }) => owner === content.dari))).toEqual(
      new Set([true, false]),
    );
  });

  it('keeps the photos that entries name, small, whole and without metadata', async () => {
    const rujukan = (await recordsOf(folder)).flatMap((one) =>
      one.kind === 'entri' ? one.content.foto.map((foto) => ({ ...foto, owner: one.owner })) : [],
    );
    expect(rujukan).toHaveLength(3);
    for (const { owner, sha, size, mime } of rujukan) {
      const bytes = await folder.rooms.files.read(owner, sha);
      expect(bytes && createHash('sha256').update(bytes).digest('hex')).toBe(sha);
      expect(bytes && inspectPhoto(bytes)).toMatchObject({ ok: true, mime });
      expect(size).toBeLessThan(60 * 1024);
      const row = await folder.rooms.store.read((tx) => tx.photo(owner, sha));
      expect(row).toMatchObject({ state: 'utuh', received: size, size });
    }
  });

  it('lets each person sign in with the passphrase that was shown, and with no other', async () => {
    const app = await folder.app();
    for (const { nip, sandi, id, nama, peran } of seeded) {
      const answer = await signIn(app, nip, sandi);
      expect([nama, answer.status]).toEqual([nama, 200]);
      const { account, grants } = (await answer.json()) as SessionAnswer;
      expect(account).toMatchObject({ id, nip, nama });
      expect(grants).toEqual(HAK[peran]);
    }
    const [satu, dua] = seeded;
    expect((await signIn(app, satu?.nip ?? '', dua?.sandi ?? '')).status).toBe(401);
    expect(folder.faults).toEqual([]);
  });

  it('gives nobody the phones that its entries came from', async () => {
    const entri = (await recordsOf(folder)).filter(({ kind }) => kind === 'entri');
    for (const device of new Set(entri.map(({ id }) => id.split('.')[0] ?? ''))) {
      const row = await folder.rooms.store.read((tx) => tx.device(device));
      expect(row?.revokedAt).not.toBeNull();
      const highest = Math.max(
        ...entri.filter(({ id }) => id.startsWith(`${device}.`)).map(({ id }) => Number(id.split('.')[1])),
      );
      expect(row?.maxNumber).toBeGreaterThanOrEqual(highest);
    }
  });
});

describe('seeding again', () => {
  it('gives the same school at the same moment, passphrases too where chance repeats itself', async () => {
    const other = await aDataFolder();
    const again = await seedDemo(other.rooms);
    expect(again).toEqual(seeded);
    expect(await recordsOf(other)).toEqual(await recordsOf(folder));
    await other.remove();
  });

  it('gives other passphrases where chance differs', async () => {
    const other = await aDataFolder(() => PAGI, 8);
    const again = await seedDemo(other.rooms);
    expect(again.map(({ nip }) => nip)).toEqual(seeded.map(({ nip }) => nip));
    for (const [i, { sandi }] of again.entries()) expect(sandi).not.toBe(seeded[i]?.sandi);
    await other.remove();
  });

  it('leaves nothing behind where it breaks off', async () => {
    const other = await aDataFolder();
    let calls = 0;
    const randomBytes = (size: number): Uint8Array => {
      calls += 1;
      if (calls > 200) throw new Error('terputus');
      return new Uint8Array(size);
    };
    await expect(seedDemo({ ...other.rooms, randomBytes })).rejects.toThrow('terputus');
    expect(await isEmpty(other.rooms.store)).toBe(true);
    await seedDemo(other.rooms);
    expect(await hasDemo(other.rooms.store)).toBe(true);
    await other.remove();
  });
});
