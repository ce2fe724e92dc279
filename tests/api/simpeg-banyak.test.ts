import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyLedger } from '../../server/ledger/index.ts';
import { createSimpegMeja } from '../../server/operations/index.ts';
import { denganPena, SISTEM } from '../../server/operations/pena.ts';
import { kenali } from '../../server/operations/simpeg/kenali.ts';
import { genggamImpor } from '../../server/operations/simpeg/kunci.ts';
import type { Store, StoredUpload } from '../../server/store/index.ts';
import type { KeadaanImpor } from '../../shared/protocol/index.ts';
import type { Pegawai } from '../../shared/records/index.ts';
import { kabupatenBesar } from '../bench/simpeg-berkas.ts';
import { INSTANSI, impor, ruang } from '../support/impor.ts';
import { aServer, type TestServer } from '../support/server.ts';
import { dengan, SEKOLAH_KECIL } from '../support/simpeg.ts';

/* The desk of imports in several processes: each has one of its own, on one store and one folder of carried files. */

const ADMIN = { id: 'p_admin01', nama: 'Wawan', instansi: INSTANSI };
const [KEPALA = '', SRI = '', BUDI = ''] = SEKOLAH_KECIL.slice(1).map(([nip]) => nip ?? '');
const JAM = 3_600_000;
const csv = (tabel: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(tabel.map((satu) => satu.join(';')).join('\r\n'));
const KECIL = csv(SEKOLAH_KECIL);

type Desk = ReturnType<typeof createSimpegMeja>;

/** One more process on this server's store. */
const aDesk = (server: TestServer, store: Store = server.store): Desk =>
  createSimpegMeja({
    ...{ store, passwords: server.passwords, random: server.random, randomBytes: server.randomBytes },
    ...{ carriedFiles: server.carriedFiles, clock: server.clock.now, simpegKey: new Uint8Array(32).fill(3) },
    onFault: (cause) => void server.faults.push(cause),
  });
const desks = async (banyak: number): Promise<{ server: TestServer; meja: Desk[] }> => {
  const server = await aServer({ people: [] });
  return { server, meja: Array.from({ length: banyak }, () => aDesk(server)) };
};

const unggah = async (desk: Desk | undefined, bytes = KECIL): Promise<string> => {
  const dibuka = await desk?.buka(ADMIN, { bytes, berkas: 'pegawai.csv', sumber: 'SIMPEG' });
  if (!dibuka?.ok) throw new Error(JSON.stringify(dibuka));
  return dibuka.id;
};

/** Asks until the file waits for somebody or is done with; each time another desk of these, round and round. */
const sampai = async (meja: readonly (Desk | undefined)[], id: string): Promise<KeadaanImpor> => {
  for (let kali = 0; ; kali += 1) {
    const keadaan = await meja[kali % meja.length]?.keadaan(ADMIN, id);
    if (!keadaan) throw new Error('it is not there');
    if (keadaan.tahap !== 'membaca' && keadaan.tahap !== 'menerapkan') return keadaan;
    await new Promise(setImmediate);
  }
};
const baris = (server: TestServer, id: string): Promise<StoredUpload | null> =>
  server.store.read((tx) => tx.upload(INSTANSI, id));
const berkasDiFolder = ({ path }: TestServer): readonly string[] =>
  readdirSync(join(dirname(path), 'titipan'), { recursive: true, withFileTypes: true }).flatMap((satu) =>
    satu.isFile() ? [satu.name] : [],
  );
const orang = async ({ store }: TestServer, nip: string) => (await kenali(store)).menurutNip.get(nip);
/** Who is there, without what chance gives: ids and numbers of lines. */
const isi = async ({ store }: TestServer) => {
  const { menurutNip, sekolah } = await kenali(store);
  return {
    sekolah: [...sekolah].sort(),
    orang: [...menurutNip].sort().map(([nip, satu]) => [nip, satu.npsn, satu.isi, satu.penilai?.nama]),
  };
};
/** Lets a desk apply until so many schools are written, then does something before the next one. */
const sesudah = (store: Store, sekolah: number, kerja: () => Promise<void>): Store => {
  let sisa = sekolah;
  return {
    ...store,
    write: async (work, hold) => {
      const hasil = await store.write(work, hold);
      if (hold?.growing) sisa -= 1;
      // The record of the import itself comes first.
      if (sisa === -1) await kerja();
      return hasil;
    },
  };
};
/** Resolves when nobody writes an import any more. */
const diam = async ({ store }: TestServer): Promise<void> => {
  for (;;) {
    const line = await genggamImpor(store);
    if (line) return line.close();
    await new Promise(setImmediate);
  }
};
/** Changes what is held of a person by another hand. */
const ubahOrang = async (server: TestServer, nip: string, ubahan: Partial<Pegawai>): Promise<void> => {
  const satu = await orang(server, nip);
  if (!satu) throw new Error('she is not there');
  const { shard, id: pemilik, penilai, record, head: base, asal } = satu;
  const isi = { ...satu.isi, penilai, ...(asal ? { asal } : {}), ...ubahan };
  await denganPena({ ...ruang(server), shard }, (pena) =>
    pena.tulis({
      ...{ actor: SISTEM, device: `s_${nip.slice(-8)}`, kind: 'pegawai.perbarui', body: { pemilik, isi } },
      ...{ record, base, pada: server.clock.now() },
    }),
  );
};
const BESAR = new TextEncoder().encode(kabupatenBesar(100));

describe('a file that lies on the desk', () => {
  test('is looked at, matched, applied and taken back by whichever process is asked', async () => {
    const { server, meja } = await desks(4);
    const aneh = SEKOLAH_KECIL.map((satu, i) =>
      i === 0 ? satu.map((sel) => (sel === 'Jabatan' ? 'Kolom Aneh' : sel)) : satu,
    );
    const id = await unggah(meja[0], csv(aneh));
    const siap = await sampai([meja[1]], id);
    expect(siap).toMatchObject({ tahap: 'siap', jumlah: { baru: 3 }, sekolahBaru: [{ npsn: '69000001' }] });
    expect(await meja[2]?.padankan(ADMIN, id, { 'Kolom Aneh': 'jabatan' })).toEqual({ ok: true });
    const dipadankan = await sampai(meja, id);
    expect(dipadankan.bacaan).not.toBe(siap.bacaan);
    for (const desk of meja) {
      const halaman = await desk.halaman(ADMIN, id, { saring: 'baru', cari: 'sri', mulai: 0 });
      expect(halaman?.baris).toMatchObject([{ kunci: 'CSV:3', nama: 'Sri Wahyuni' }]);
      expect((await desk.berkasSalah(ADMIN, id))?.length).toBeGreaterThan(0);
      expect(await desk.keadaan(ADMIN, id)).toMatchObject({ bacaan: dipadankan.bacaan });
    }
    expect(await meja[3]?.terapkan(ADMIN, id, { kecuali: ['CSV:4'], yakin: null })).toEqual({ ok: true });
    const selesai = await sampai(meja, id);
    expect(selesai).toMatchObject({ tahap: 'selesai', selesai: 2, dari: 2 });
    expect([await orang(server, KEPALA), await orang(server, SRI)]).toMatchObject([
      { isi: { jabatan: 'Kepala Sekolah' } },
      { isi: { jabatan: 'Guru Kelas' }, penilai: { nama: 'Sutrisno' } },
    ]);
    expect(await orang(server, BUDI)).toBeUndefined();
    expect(await meja[0]?.urungkan(ADMIN, selesai.impor ?? '')).toMatchObject({ ok: true, kembali: 2 });
    expect(server.faults).toEqual([]);
  });

  test('is read by another where the process that took it in is gone', async () => {
    const { server, meja } = await desks(2);
    const id = await unggah(meja[0]);
    const kini = await baris(server, id);
    await server.store.write(async (tx) => {
      if (kini) await tx.putUpload({ ...kini, tahap: 'membaca', reading: null });
    });
    expect(await sampai([meja[1]], id)).toMatchObject({ tahap: 'siap', jumlah: { baru: 3 } });
  });

  test('whose bytes are nowhere says so', async () => {
    const { server, meja } = await desks(1);
    await server.store.write((tx) => tx.putUpload(UNGGAHAN));
    expect(await sampai(meja, UNGGAHAN.id)).toMatchObject({ tahap: 'gagal', kalimat: /Unggah lagi/ });
    expect(server.faults).toEqual([]);
  });

  test('goes after an hour, when it was put away, and when four others came, and its bytes with it', async () => {
    const { server, meja } = await desks(2);
    const satu = await unggah(meja[0]);
    await sampai(meja, satu);
    expect(berkasDiFolder(server)).toHaveLength(1);
    expect(await meja[1]?.urungkan(ADMIN, satu)).toEqual({ ok: true, kembali: 0, tetap: [] });
    expect([await meja[0]?.keadaan(ADMIN, satu), berkasDiFolder(server)]).toEqual([null, []]);
    const lima: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      lima.push(await unggah(meja[i % 2]));
      await sampai(meja, lima.at(-1) ?? '');
      server.clock.forward(1);
    }
    expect(await meja[1]?.keadaan(ADMIN, lima[0] ?? '')).toBeNull();
    expect(berkasDiFolder(server)).toHaveLength(4);
    server.clock.forward(JAM + 1);
    await meja[1]?.rapikan();
    expect(await meja[0]?.keadaan(ADMIN, lima[4] ?? '')).toBeNull();
    expect(berkasDiFolder(server)).toEqual([]);
    expect(await server.store.read((tx) => tx.uploads())).toEqual([]);
  }, 60_000);

  test('is not there where its bytes could not be kept', async () => {
    const { server } = await desks(0);
    const gagal = Object.assign(new Error('the photo store cannot work'), { code: 'EIO' });
    const carriedFiles = { ...server.carriedFiles, writePart: () => Promise.reject(gagal) };
    await expect(unggah(aDesk({ ...server, carriedFiles }))).rejects.toBe(gagal);
    expect(await server.store.read((tx) => tx.uploads())).toEqual([]);
  });

  test('waits where its bytes cannot be reached for now, and is read once they can', async () => {
    const { server } = await desks(0);
    const gagal = Object.assign(new Error('the photo store cannot work'), { code: 'EIO' });
    const keadaan = { terputus: true };
    const readPart: TestServer['carriedFiles']['readPart'] = (owner, sha) =>
      keadaan.terputus ? Promise.reject(gagal) : server.carriedFiles.readPart(owner, sha);
    const id = await unggah(aDesk(server));
    await sampai([aDesk(server)], id);
    const lain = aDesk({ ...server, carriedFiles: { ...server.carriedFiles, readPart } });
    expect(await lain.padankan(ADMIN, id, { jk: null })).toEqual({ ok: true });
    while (server.faults.length === 0) await new Promise(setImmediate);
    expect(await baris(server, id)).toMatchObject({ tahap: 'membaca', sentence: null });
    keadaan.terputus = false;
    expect(await sampai([lain], id)).toMatchObject({ tahap: 'siap', jumlah: { baru: 3 } });
    expect(new Set(server.faults)).toEqual(new Set([gagal]));
  });

  test('leaves no byte behind once it is applied: a copy that is made then holds none of it', async () => {
    const { server, meja } = await desks(2);
    const id = await unggah(meja[0]);
    await sampai(meja, id);
    await meja[1]?.terapkan(ADMIN, id, { kecuali: [], yakin: null });
    await sampai(meja, id);
    await meja[1]?.berhenti();
    expect(berkasDiFolder(server)).toEqual([]);
    expect(await server.store.read((tx) => tx.uploadParts(INSTANSI, id))).toEqual([]);
    expect(await meja[0]?.halaman(ADMIN, id, { saring: 'semua', cari: '', mulai: 0 })).toBeNull();
  });

  test('whose rows are to be mended gives the file of these for seven days, and no other byte', async () => {
    const { server, meja } = await desks(2);
    const id = await unggah(meja[0], csv(dengan(2, 'NIP Atasan', '')));
    await sampai(meja, id);
    const dulu = await meja[0]?.berkasSalah(ADMIN, id);
    await meja[1]?.terapkan(ADMIN, id, { kecuali: [], yakin: null });
    expect(await sampai(meja, id)).toMatchObject({ tahap: 'selesai', salah: 1 });
    await diam(server);
    await meja[1]?.berhenti();
    expect(berkasDiFolder(server)).toHaveLength(1);
    server.clock.forward(7 * 24 * JAM - 1000);
    for (const desk of meja) await desk.rapikan();
    await server.carriedFiles.sweep(server.clock.now());
    const kini = await meja[0]?.berkasSalah(ADMIN, id);
    expect(kini?.length).toBe(dulu?.length);
    expect((await meja[1]?.daftar(ADMIN))?.list).toMatchObject([{ salah: { unggahan: id, jumlah: 1 } }]);
    server.clock.forward(2000);
    await meja[1]?.rapikan();
    expect([await meja[0]?.berkasSalah(ADMIN, id), berkasDiFolder(server)]).toEqual([null, []]);
    expect((await meja[1]?.daftar(ADMIN))?.list[0]).not.toHaveProperty('salah');
  });
});

const UNGGAHAN: StoredUpload = {
  ...{ shard: INSTANSI, id: 'b_tanpaisi', berkas: 'pegawai.csv', sumber: 'SIMPEG', sha: 'a'.repeat(64) },
  ...{ openedAt: 0, changedAt: 0, tahap: 'membaca', round: 1, done: 0, total: 0, reading: null },
  ...{ sentence: null, actor: null, worker: null, tries: 0, impor: null, jumlah: null },
};

describe('a yes', () => {
  test('is to what was shown: where people changed since, nothing is written and it is shown again', async () => {
    const { server, meja } = await desks(2);
    await impor(server, KECIL);
    const id = await unggah(meja[0], csv(dengan(2, 'Jabatan', 'Guru Agama')));
    const { bacaan = '' } = await sampai(meja, id);
    await impor(server, csv(dengan(2, 'Jabatan', 'Guru PJOK')));
    await meja[1]?.terapkan(ADMIN, id, { kecuali: [], yakin: null, bacaan });
    const lagi = await sampai(meja, id);
    expect(lagi).toMatchObject({ tahap: 'siap', kalimat: /berubah sejak berkas ini dibaca/ });
    expect((await orang(server, SRI))?.isi.jabatan).toBe('Guru PJOK');
    // Who still has the first one before her eyes has not seen what it would do now.
    expect(await meja[0]?.terapkan(ADMIN, id, { kecuali: [], yakin: null, bacaan })).toMatchObject({
      ...{ ok: false, code: 'tahap_salah' },
    });
    const dilihat = { kecuali: [], yakin: null, bacaan: lagi.bacaan ?? '' };
    expect(await meja[0]?.terapkan(ADMIN, id, dilihat)).toEqual({ ok: true });
    expect(await sampai(meja, id)).toMatchObject({ tahap: 'selesai' });
    expect((await orang(server, SRI))?.isi.jabatan).toBe('Guru Agama');
    expect(server.faults).toEqual([]);
  });

  test('stands where somebody changed whom the file does not name', async () => {
    const { server, meja } = await desks(2);
    await impor(server, BESAR);
    const id = await unggah(meja[0]);
    const { bacaan = '' } = await sampai(meja, id);
    await impor(server, new TextEncoder().encode(kabupatenBesar(100).replace('Guru Kelas', 'Guru PJOK')));
    await meja[1]?.terapkan(ADMIN, id, { kecuali: [], yakin: null, bacaan });
    expect(await sampai(meja, id)).toMatchObject({ tahap: 'selesai' });
  });

  test('waits its turn where the command line imports beside the service, and no longer', async () => {
    const { server, meja } = await desks(1);
    const id = await unggah(meja[0]);
    await sampai(meja, id);
    const line = await genggamImpor(server.store);
    expect(await meja[0]?.terapkan(ADMIN, id, { kecuali: [], yakin: null })).toMatchObject({
      ...{ ok: false, code: 'impor_sibuk' },
    });
    expect(await baris(server, id)).toMatchObject({ tahap: 'siap' });
    await line?.close();
    expect(await meja[0]?.terapkan(ADMIN, id, { kecuali: [], yakin: null })).toEqual({ ok: true });
    expect(await genggamImpor(server.store)).toBeNull();
    await sampai(meja, id);
  });

  test('one import is written at a time, whichever process is asked', async () => {
    const { server, meja } = await desks(2);
    const [satu, dua] = [await unggah(meja[0], BESAR), await unggah(meja[1], BESAR)];
    for (const id of [satu, dua]) await sampai(meja, id);
    const wanted = { kecuali: [], yakin: null };
    const hasil = await Promise.all([
      meja[0]?.terapkan(ADMIN, satu, wanted),
      meja[1]?.terapkan(ADMIN, dua, wanted),
    ]);
    expect(hasil.filter((one) => one?.ok)).toHaveLength(1);
    expect(hasil.find((one) => !one?.ok)).toMatchObject({ code: 'impor_sibuk' });
    const terpilih = hasil[0]?.ok ? satu : dua;
    expect(await sampai(meja, terpilih)).toMatchObject({ tahap: 'selesai' });
    expect(server.faults).toEqual([]);
  });
});

describe('an import whose process is gone', () => {
  const wanted = { kecuali: ['CSV:3'], yakin: null };
  /** What one process alone makes of the file. */
  const sendiri = async () => {
    const { server, meja } = await desks(1);
    const id = await unggah(meja[0], BESAR);
    await sampai(meja, id);
    await meja[0]?.terapkan(ADMIN, id, wanted);
    await sampai(meja, id);
    return isi(server);
  };
  const jumlahDi = async (server: TestServer, id = '') => {
    const record = (await server.store.read((tx) => tx.record(INSTANSI, id)))?.record;
    return record?.kind === 'impor' ? [record.state.tahap, record.content.jumlah] : null;
  };

  test('is gone on with after its last school by another, and comes to the same as if nothing had been', async () => {
    const { server, meja } = await desks(1);
    let mati: Desk | null = null;
    const janji: Promise<void>[] = [];
    const store = sesudah(
      server.store,
      2,
      async () => void janji.push(mati?.berhenti() ?? Promise.resolve()),
    );
    mati = aDesk(server, store);
    const id = await unggah(mati, BESAR);
    await sampai([mati], id);
    await mati.terapkan(ADMIN, id, wanted);
    while (janji.length === 0) await new Promise(setImmediate);
    await Promise.all(janji);
    const separuh = await baris(server, id);
    expect(separuh).toMatchObject({ tahap: 'menerapkan', total: 99 });
    expect(separuh?.done).toBeLessThan(60);
    // Half of it is nowhere said to be all.
    expect(await jumlahDi(server, separuh?.impor ?? '')).toMatchObject(['BERJALAN', { baru: 0 }]);
    expect(await meja[0]?.urungkan(ADMIN, separuh?.impor ?? '')).toMatchObject({ code: 'impor_sibuk' });
    server.clock.forward(10_000);
    const selesai = await sampai(meja, id);
    expect(selesai).toMatchObject({ tahap: 'selesai', selesai: 99, dari: 99, impor: separuh?.impor });
    expect(await jumlahDi(server, selesai.impor)).toMatchObject(['DITERAPKAN', { baru: 99, ditolak: 1 }]);
    expect(await isi(server)).toEqual(await sendiri());
    expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
    expect(await meja[0]?.urungkan(ADMIN, selesai.impor ?? '')).toMatchObject({ kembali: 99 });
    expect(server.faults).toEqual([]);
  });

  test('is gone on with though nobody asks for it; what another hand did meanwhile stays', async () => {
    const { server } = await desks(0);
    await impor(server, BESAR);
    let mati: Desk | null = null;
    const store = sesudah(server.store, 2, async () => void mati?.berhenti());
    mati = aDesk(server, store);
    const baru = kabupatenBesar(100).replaceAll('Guru Kelas', 'Guru PJOK');
    const id = await unggah(mati, new TextEncoder().encode(baru));
    await sampai([mati], id);
    await mati.terapkan(ADMIN, id, { kecuali: [], yakin: null });
    await diam(server);
    expect(await baris(server, id)).toMatchObject({ tahap: 'menerapkan', done: 38, total: 95 });
    const semua = (await kenali(server.store)).menurutNip;
    // Whom the import has written already, a head of whom it was to write nothing, and one whom it was still to write.
    const nipDari = (npsn: string, jabatan: string): string =>
      [...semua.values()].find((satu) => satu.npsn === npsn && satu.isi.jabatan === jabatan)?.isi.nip ?? '';
    const guru = nipDari('60000000', 'Guru PJOK');
    const [kepala, belum] = [nipDari('60000004', 'Kepala Sekolah'), nipDari('60000004', 'Guru Kelas')];
    await ubahOrang(server, guru, { jabatan: 'Guru Agama' });
    for (const nip of [kepala, belum]) await ubahOrang(server, nip, { golongan: 'III/d' });
    const lain = aDesk(server);
    server.clock.forward(10_000);
    await lain.rapikan();
    expect(await sampai([lain], id)).toMatchObject({ tahap: 'selesai', selesai: 94, dari: 94 });
    expect((await orang(server, guru))?.isi.jabatan).toBe('Guru Agama');
    for (const [nip, jabatan] of [
      [kepala, 'Kepala Sekolah'],
      [belum, 'Guru Kelas'],
    ] as const)
      expect((await orang(server, nip))?.isi).toMatchObject({ jabatan, golongan: 'III/d' });
    const diubah = [...(await kenali(server.store)).menurutNip.values()].filter(
      ({ isi: kini }) => kini.jabatan === 'Guru PJOK',
    );
    expect(diubah).toHaveLength(93);
    expect(server.faults).toEqual([]);
  });

  test('writes nothing more where it was taken for dead and was not', async () => {
    const { server } = await desks(0);
    const lain = aDesk(server);
    const id = { satu: '' };
    const store = sesudah(server.store, 2, async () => {
      const kini = await baris(server, id.satu);
      await server.store.write(async (tx) => {
        if (kini) await tx.putUpload({ ...kini, worker: 'w_lain' });
      });
    });
    const hidup = aDesk(server, store);
    id.satu = await unggah(hidup, BESAR);
    await sampai([hidup], id.satu);
    await hidup.terapkan(ADMIN, id.satu, wanted);
    await diam(server);
    const { done = 0 } = (await baris(server, id.satu)) ?? {};
    expect((await kenali(server.store)).menurutNip.size).toBe(done);
    expect(done).toBeLessThan(60);
    server.clock.forward(10_000);
    expect(await sampai([lain], id.satu)).toMatchObject({ tahap: 'selesai', selesai: 99 });
    expect((await kenali(server.store)).menurutNip.size).toBe(99);
    expect(server.faults).toEqual([]);
  });

  test('and that comes no further is given up after three times, with what to do', async () => {
    const { server } = await desks(0);
    const store: Store = {
      ...server.store,
      write: (work, hold) =>
        hold?.shards?.includes('sek:60000002')
          ? Promise.reject(new Error('this school cannot be written'))
          : server.store.write(work, hold),
    };
    const desk = aDesk(server, store);
    const id = await unggah(desk, BESAR);
    await sampai([desk], id);
    await desk.terapkan(ADMIN, id, wanted);
    const gagal = await sampai([desk], id);
    expect(gagal).toMatchObject({ tahap: 'gagal', kalimat: /sebagian sekolah sudah ditulis/ });
    expect(await jumlahDi(server, gagal.impor)).toMatchObject(['BERJALAN', {}]);
    // It came further once; then three times not.
    expect(server.faults).toHaveLength(4);
    expect(await desk.daftar(ADMIN)).toMatchObject({ list: [{ tahap: 'BERJALAN', terputus: 'terapkan' }] });
    // Both ways out are open: the rest of the file, or none of it.
    const lagi = aDesk(server);
    const kedua = await unggah(lagi, BESAR);
    expect(await sampai([lagi], kedua)).toMatchObject({ jumlah: { baru: 61 } });
    expect(await lagi.urungkan(ADMIN, gagal.impor ?? '')).toMatchObject({ ok: true, kembali: 39 });
  });

  /** An import that was given up in its middle: one school could not be written. */
  const terputus = async () => {
    const { server } = await desks(0);
    const keadaan = { rusak: true };
    const store: Store = {
      ...server.store,
      write: (work, hold) =>
        keadaan.rusak && hold?.shards?.includes('sek:60000002')
          ? Promise.reject(new Error('this school cannot be written'))
          : server.store.write(work, hold),
    };
    const desk = aDesk(server, store);
    const id = await unggah(desk, BESAR);
    await sampai([desk], id);
    await desk.terapkan(ADMIN, id, wanted);
    const { impor: catatan = '' } = await sampai([desk], id);
    await diam(server);
    keadaan.rusak = false;
    return { server, id, catatan };
  };

  test('is gone on with by the admin, days later too, and comes to the same as if nothing had been', async () => {
    const { server, id, catatan } = await terputus();
    server.clock.forward(3 * 24 * JAM);
    const lain = aDesk(server);
    await lain.rapikan();
    await server.carriedFiles.sweep(server.clock.now());
    expect(await lain.lanjutkan(ADMIN, 'd_entah.1.AAAAAAAAAAA')).toMatchObject({ code: 'tidak_ada' });
    expect(await lain.lanjutkan(ADMIN, catatan)).toEqual({ ok: true, id });
    expect(await sampai([lain], id)).toMatchObject({ tahap: 'selesai', selesai: 99, impor: catatan });
    expect(await jumlahDi(server, catatan)).toMatchObject(['DITERAPKAN', { baru: 99 }]);
    expect(await isi(server)).toEqual(await sendiri());
    expect(await lain.lanjutkan(ADMIN, catatan)).toMatchObject({ code: 'tahap_salah' });
    await diam(server);
    expect((await lain.daftar(ADMIN)).list).toMatchObject([{ tahap: 'DITERAPKAN' }]);
  }, 30_000);

  test('is taken back by the admin, and then there is nothing to go on with, nor any byte of its file', async () => {
    const { server, catatan } = await terputus();
    expect(berkasDiFolder(server).length).toBeGreaterThan(0);
    const lain = aDesk(server);
    expect(await lain.urungkan(ADMIN, catatan)).toMatchObject({ ok: true, kembali: 39 });
    expect([(await kenali(server.store)).menurutNip.size, berkasDiFolder(server)]).toEqual([0, []]);
    expect(await lain.lanjutkan(ADMIN, catatan)).toMatchObject({ code: 'tahap_salah' });
    expect((await lain.daftar(ADMIN)).list[0]).not.toHaveProperty('terputus');
  });

  test('is nobody’s to go on with after seven days, and its file is gone by itself', async () => {
    const { server, catatan } = await terputus();
    server.clock.forward(7 * 24 * JAM + 1);
    const lain = aDesk(server);
    await lain.rapikan();
    expect(berkasDiFolder(server)).toEqual([]);
    expect(await lain.lanjutkan(ADMIN, catatan)).toMatchObject({ code: 'tahap_salah' });
  });

  test('an undo that broke off is said to have, is ended by asking again, and comes to the same answer', async () => {
    const { server, meja } = await desks(1);
    const id = await unggah(meja[0], BESAR);
    await sampai(meja, id);
    await meja[0]?.terapkan(ADMIN, id, wanted);
    const { impor: catatan = '' } = await sampai(meja, id);
    await diam(server);
    const [dikenal] = [...(await kenali(server.store)).menurutNip.values()];
    await ubahOrang(server, dikenal?.isi.nip ?? '', { jabatan: 'Guru Agama' });
    let sisa = 3;
    const store: Store = {
      ...server.store,
      write: (work, hold) => {
        if (hold?.growing) sisa -= 1;
        return sisa < 0 ? Promise.reject(new Error('the process is gone')) : server.store.write(work, hold);
      },
    };
    await expect(aDesk(server, store).urungkan(ADMIN, catatan)).rejects.toThrow('the process is gone');
    const separuh = (await kenali(server.store)).menurutNip.size;
    expect(separuh).toBeGreaterThan(1);
    expect(separuh).toBeLessThan(99);
    expect((await meja[0]?.daftar(ADMIN))?.list).toMatchObject([
      { tahap: 'DITERAPKAN', terputus: 'urungkan', dapatDiurungkan: true },
    ]);
    expect(await meja[0]?.lanjutkan(ADMIN, catatan)).toMatchObject({ code: 'tahap_salah' });
    expect(await meja[0]?.urungkan(ADMIN, catatan)).toMatchObject({
      ...{ ok: true, kembali: 98 },
      tetap: [{ sebab: 'sudah_berubah' }],
    });
    expect((await kenali(server.store)).menurutNip.size).toBe(1);
    expect((await meja[0]?.daftar(ADMIN))?.list).toMatchObject([{ tahap: 'DIURUNGKAN' }]);
    expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
  }, 30_000);

  test('and stood still for more than an hour, as in a copy that was put back, is nobody’s to go on with', async () => {
    const { server, meja } = await desks(1);
    const id = await unggah(meja[0], BESAR);
    await sampai(meja, id);
    await meja[0]?.terapkan(ADMIN, id, wanted);
    await meja[0]?.berhenti();
    server.clock.forward(JAM + 1);
    const lain = aDesk(server);
    await lain.rapikan();
    expect(await sampai([lain], id)).toMatchObject({ tahap: 'gagal', kalimat: /Unggah/ });
  });
});
