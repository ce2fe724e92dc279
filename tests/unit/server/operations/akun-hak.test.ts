import fc from 'fast-check';
import { expect, it } from 'vitest';
import { auditLedger } from '../../../../server/ledger/index.ts';
import { jalankan } from '../../../../server/operations/cli-commands.ts';
import { aDataFolder, type DataFolder } from './data-rooms.ts';

const NPSN = ['12345678', '87654321'];
const WILAYAH = 'P0000001';
const ORANG = ['196909131996041005', '198605172010032001', '197203141998031002', '198807292023212001'];

const nip = fc.constantFrom(...ORANG);
const npsn = fc.constantFrom(...NPSN);
const perintah = fc.oneof(
  fc
    .tuple(nip, fc.constantFrom(...NPSN, WILAYAH), fc.constantFrom('guru', 'penilai'))
    .map(([a, b, peran]) => `pegawai tambah --npsn ${b} --nip ${a} --peran ${peran} --nama Orang`),
  nip.map((a) => `admin tambah --nip ${a} --nama Orang --instansi ${WILAYAH}`),
  fc.tuple(nip, npsn).map(([a, b]) => `admin tambah --nip ${a} --nama Orang --npsn ${b}`),
  fc
    .tuple(nip, npsn, npsn)
    .map(([a, b, c]) => `pengawas bina --nip ${a} --npsn ${b}${b === c ? '' : `,${c}`}`),
  nip.map((a) => `pegawai sandi --nip ${a}`),
);

const run = (folder: DataFolder, line: string) =>
  jalankan({ ...folder.rooms, operator: 'rina' }, line.split(' '));

/** Every right and every password as they stand, and every line about an account. */
const keadaan = (folder: DataFolder) =>
  folder.rooms.store.read(async (tx) => {
    const hak = new Map<string, string>();
    const sandi = new Map<string, string>();
    const baris: { pemilik: string; jenis: string; oleh: string; actor: string }[] = [];
    for (const satu of ORANG) {
      const akun = await tx.accountByNip(satu);
      if (!akun) continue;
      sandi.set(akun.id, akun.password);
      for (const { shard, view, peran, since, until } of await tx.grantsOf(akun.id))
        hak.set(`${akun.id} ${shard} ${view} ${peran} ${since}`, String(until));
    }
    for (const shard of await tx.shards())
      for (const { content, actor } of await tx.ledgerLines(shard, 0, 1000)) {
        if (content.kind !== 'akses.catat') continue;
        const { pemilik, isi } = content.body as { pemilik: string; isi: { jenis: string; oleh: string } };
        baris.push({ pemilik, jenis: isi.jenis, oleh: isi.oleh, actor: actor.id });
      }
    return { hak, sandi, baris };
  });

type Keadaan = Awaited<ReturnType<typeof keadaan>>;
/** The right that an account is made with says so: nothing changes for whoever it is made for. */
const diberi = (sebelum: Keadaan, sesudah: Keadaan): string[] =>
  [...sesudah.hak].flatMap(([kunci, until]) => {
    if (sebelum.hak.get(kunci) === until) return [];
    const id = kunci.split(' ')[0] ?? '';
    const jenis = sebelum.hak.has(kunci) ? 'hak_akhir' : sebelum.sandi.has(id) ? 'hak' : 'akun';
    return [`${id} ${jenis}`];
  });
const disetel = (sebelum: ReadonlyMap<string, string>, sesudah: ReadonlyMap<string, string>): string[] =>
  [...sesudah].flatMap(([id, sandi]) =>
    sebelum.has(id) && sebelum.get(id) !== sandi ? [`${id} sandi`] : [],
  );

it('whatever the operator does: each right given or ended, and each password set, is a line that names him, and no other is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(perintah, { minLength: 3, maxLength: 8 }), async (lines) => {
      let pukul = Date.parse('2026-11-24T08:00:00+07:00');
      const folder = await aDataFolder(() => (pukul += 1000));
      try {
        for (const satu of NPSN) await run(folder, `sekolah tambah --npsn ${satu} --nama Sekolah`);
        await run(folder, `sekolah tambah --npsn ${WILAYAH} --nama Wilayah`);
        for (const line of lines) {
          const sebelum = await keadaan(folder);
          const { kode } = await run(folder, line);
          const sesudah = await keadaan(folder);
          const baru = sesudah.baris.slice();
          for (const satu of sebelum.baris)
            baru.splice(
              baru.findIndex((lain) => JSON.stringify(lain) === JSON.stringify(satu)),
              1,
            );
          const berubah = [...diberi(sebelum, sesudah), ...disetel(sebelum.sandi, sesudah.sandi)].sort();
          expect(baru.map(({ pemilik, jenis }) => `${pemilik} ${jenis}`).sort()).toEqual(berubah);
          for (const satu of baru)
            expect(satu).toMatchObject({ oleh: 'operator layanan (rina)', actor: 'operator' });
          if (kode !== 0 && !line.startsWith('pengawas')) expect(berubah).toEqual([]);
        }
        const audit = await auditLedger({ store: folder.rooms.store, files: null, onProgress: () => 0 });
        expect(audit.faults).toEqual([]);
      } finally {
        await folder.remove();
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
});
