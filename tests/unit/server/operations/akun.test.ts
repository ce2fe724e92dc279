import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareWithLedger } from '../../../../server/ledger/index.ts';
import { jalankan } from '../../../../server/operations/cli-commands.ts';
import { hasDemo } from '../../../../server/operations/index.ts';
import { kalenderAwal, tanggalPada } from '../../../../shared/domain/index.ts';
import type { SessionAnswer } from '../../../../shared/protocol/index.ts';
import { aDataFolder, type DataFolder, signIn } from './data-rooms.ts';

const NPSN = '12345678';
const SHARD = `sek:${NPSN}`;
const KEPALA = '196909131996041005';
const GURU = '198605172010032001';

let folder: DataFolder;
beforeEach(async () => {
  folder = await aDataFolder();
});
afterEach(() => folder.remove());

const run = (line: string, ...rest: string[]) => jalankan(folder.rooms, [...line.split(' '), ...rest]);
const sekolah = () => run(`sekolah tambah --npsn ${NPSN} --zona WITA`, '--nama', 'SD Negeri 1 Contoh');
const pegawai = (nip: string, peran: string, nama: string) =>
  run(`pegawai tambah --npsn ${NPSN} --nip ${nip} --peran ${peran}`, '--nama', nama);
const sandiDari = (teks: string): string => /Sandi {2}(\S+)/.exec(teks)?.[1] ?? '';

const pegawaiDi = async () => {
  const rows = await folder.rooms.store.read((tx) => tx.recordsOfKind(SHARD, 'pegawai'));
  return rows.flatMap(({ record }) => (record.kind === 'pegawai' ? [record.content] : []));
};

describe('activation slips', () => {
  const aktif = (kode: string, nip = GURU) =>
    folder
      .app()
      .then((app) => signIn(app, nip, kode))
      .then((answer) => answer.status);

  it('are issued for one person, or for all of a school who have no password yet', async () => {
    await sekolah();
    await pegawai(GURU, 'guru', 'Nur Aini');
    const satu = await run(`pegawai kode --nip ${GURU}`);
    expect(satu).toMatchObject({ kode: 0, teks: expect.stringMatching(/Nur Aini, SD Negeri 1 Contoh/) });
    const kode = /Kode {2}(\S+)/.exec(satu.teks)?.[1] ?? '';
    expect(await aktif(kode)).toBe(409);
    expect(await run(`pegawai kode --npsn ${NPSN}`)).toMatchObject({ kode: 1 });
    const account = await folder.rooms.store.read((tx) => tx.accountByNip(GURU));
    await folder.rooms.store.write((tx) => tx.putAccount({ ...account!, password: '' }));
    expect(await run(`pegawai kode --npsn ${NPSN}`)).toMatchObject({
      kode: 0,
      teks: expect.stringMatching(/Nur Aini/),
    });
  });

  it('go into a file that only its owner reads, and a file that is there already voids nothing', async () => {
    await sekolah();
    await pegawai(GURU, 'guru', 'Nur <b>Aini</b>');
    const out = join(folder.dir, 'slip.html');
    expect(await run(`pegawai kode --nip ${GURU} --out`, out)).toMatchObject({ kode: 0 });
    const page = readFileSync(out, 'utf8');
    expect(page).not.toContain('<b>');
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const kode = /<code>([^<]+)<\/code>/.exec(page)?.[1] ?? '';
    expect(await run(`pegawai kode --nip ${GURU} --out`, out)).toMatchObject({ kode: 1 });
    expect(await aktif(kode)).toBe(409);
  });

  it.each([
    ['pegawai kode', 'Sebutkan --nip'],
    [`pegawai kode --nip ${GURU} --npsn ${NPSN}`, 'Sebutkan --nip'],
    [`pegawai kode --nip ${KEPALA}`, 'Tidak ada akun'],
    [`pegawai kode --npsn ${NPSN}`, 'Tidak ada akun yang menunggu'],
  ])('%s is refused with what to change', async (line, sentence) => {
    await sekolah();
    expect(await run(line)).toEqual({ kode: 1, teks: expect.stringContaining(sentence) });
  });
});

const satker = async (npsn = NPSN) => {
  const [row] = await folder.rooms.store.read((tx) => tx.recordsOfKind(`sek:${npsn}`, 'satker'));
  return row?.record.kind === 'satker' ? row.record.content : null;
};

describe('what the instansi decides for its schools', () => {
  it('holds in every school from its year on, and stands in each ledger', async () => {
    await sekolah();
    await run('sekolah tambah --npsn 87654321', '--nama', 'SD Negeri 2 Contoh');
    const { kode, teks } = await run(
      'sekolah atur --semua --alur umum --log mati --periode triwulanan --batas 10 --sejak 2027',
    );
    expect([kode, teks]).toEqual([
      0,
      'Diatur:\n  SD Negeri 1 Contoh (12345678)\n  SD Negeri 2 Contoh (87654321)\nDicatat juga bagi sekolah yang ditambahkan kemudian.\n',
    ]);
    for (const npsn of [NPSN, '87654321'])
      expect(await satker(npsn)).toMatchObject({
        logHarian: 'mati',
        alur: [{ sejak: 2027, alur: 'umum' }],
        periodik: [{ sejak: 2027, tipe: 'triwulanan', batasHari: 10 }],
      });
    expect(await compareWithLedger(folder.rooms.store, SHARD)).toEqual([]);
  });

  it('reaches schools that are added afterwards, as it last stood, and from one decision no further than to its own', async () => {
    await sekolah();
    await run('sekolah atur --semua --alur guru --log wajib --sejak 2026');
    await run('sekolah atur --semua --log mati --periode triwulanan --batas 10 --sejak 2027');
    await run(`sekolah atur --npsn ${NPSN} --log opsional`);
    await run('instansi portofolio --izinkan ya --semua');
    const path = join(folder.dir, 'hari.csv');
    writeFileSync(path, '12/12/2026;Hari jadi kabupaten');
    await run('sekolah kalender --semua --berkas', path);
    await run('sekolah tambah --npsn 87654321', '--nama', 'SD Negeri 2 Contoh');
    expect(await satker('87654321')).toMatchObject({
      nama: 'SD Negeri 2 Contoh',
      logHarian: 'mati',
      alur: [{ sejak: 2026, alur: 'guru' }],
      periodik: [{ sejak: 2027, tipe: 'triwulanan', batasHari: 10 }],
      portofolio: { instansi: true, sekolah: true },
      kalender: expect.arrayContaining([
        { mulai: '2026-12-12', selesai: '2026-12-12', nama: 'Hari jadi kabupaten', libur: true },
      ]),
    });
    expect((await satker('87654321'))?.kalender.length).toBe((await satker())?.kalender.length);
    await run('instansi portofolio --izinkan tidak --semua');
    await run('sekolah tambah --npsn 87654322', '--nama', 'SD Negeri 3 Contoh');
    expect((await satker('87654322'))?.portofolio).toMatchObject({ instansi: false });
    for (const npsn of ['87654321', 'P0000000'])
      expect(await compareWithLedger(folder.rooms.store, `sek:${npsn}`)).toEqual([]);
  });

  it.each([
    ['sekolah atur --npsn 12345678,11111111 --log wajib', 'Tidak ada sekolah dengan NPSN 11111111'],
    ['sekolah atur --semua --npsn 12345678 --log wajib', 'Sebutkan sekolahnya'],
    ['sekolah atur --semua', 'Sebutkan yang diatur'],
    ['sekolah atur --semua --alur ruang-gtk', '--alur harus umum atau guru'],
    ['sekolah atur --semua --batas-skp 02-30', '--batas-skp tanggal BB-HH'],
    ['sekolah atur --semua --batas 61', '--batas harus bilangan 0 sampai 60'],
    ['sekolah atur --semua --log wajib --sejak besok', '--sejak harus tahun'],
  ])('%s is refused with what to change, and no school is touched', async (line, sentence) => {
    await sekolah();
    const before = await satker();
    const { kode, teks } = await run(line);
    expect([kode, teks]).toEqual([1, expect.stringContaining(sentence)]);
    expect(await satker()).toEqual(before);
  });
});

describe('the calendar of an instansi', () => {
  const LIBUR =
    'Tanggal;Nama;Jenis\n21/12/2027 s.d. 02/01/2028;Libur semester;libur\n06/12/2027;Sumatif;masuk\n';
  const berkas = (isi: string): string => {
    const path = join(folder.dir, 'libur.csv');
    writeFileSync(path, isi);
    return path;
  };
  const nama = async (npsn = NPSN) => (await satker(npsn))?.kalender.map((hari) => hari.nama) ?? [];

  it('comes to all its schools at once, beside what each has set, once', async () => {
    await sekolah();
    await run('sekolah tambah --npsn 87654321', '--nama', 'SD Negeri 2 Contoh');
    const path = berkas(LIBUR);
    const before = await nama();
    expect(await run('sekolah kalender --semua --berkas', path)).toEqual({
      kode: 0,
      teks: 'Kalender:\n  SD Negeri 1 Contoh (12345678): 2 hari baru\n  SD Negeri 2 Contoh (87654321): 2 hari baru\nDicatat juga bagi sekolah yang ditambahkan kemudian.\n',
    });
    for (const npsn of [NPSN, '87654321'])
      expect(await nama(npsn)).toEqual([...before, 'Sumatif', 'Libur semester']);
    expect((await run('sekolah kalender --semua --berkas', path)).teks).toBe(
      '2 sekolah sudah demikian: tidak ada yang ditulis di sana.\n',
    );
    expect(await compareWithLedger(folder.rooms.store, SHARD)).toEqual([]);
  });

  it('of public holidays a school has from its first day', async () => {
    await sekolah();
    expect((await run('sekolah kalender --semua --nasional 2026')).teks).toContain(
      '1 sekolah sudah demikian',
    );
  });

  it.each<[string, string, string]>([
    ['sekolah kalender --semua', '', 'Sebutkan harinya'],
    ['sekolah kalender --semua --nasional 2031', '', 'belum ada di versi ini'],
    ['sekolah kalender --semua --berkas tidak-ada.csv', '', 'tidak dapat dibaca'],
    ['sekolah kalender --npsn 11111111 --nasional 2026', '', 'Tidak ada sekolah dengan NPSN 11111111'],
    ['sekolah kalender --semua --berkas', '31/02/2027;Hari mustahil', '1 baris keliru, yang pertama baris 1'],
    ['sekolah kalender --semua --berkas', '\n', 'tidak berisi satu hari pun'],
  ])('%s %j is refused with what to change, and no school is touched', async (line, isi, sentence) => {
    await sekolah();
    const before = await satker();
    const answer = await run(line, ...(isi ? [berkas(isi)] : []));
    expect([answer.kode, answer.teks]).toEqual([1, expect.stringContaining(sentence)]);
    expect(await satker()).toEqual(before);
  });
});

describe('a school made by hand', () => {
  it('starts with its zone, its working days and no demo', async () => {
    expect(await sekolah()).toEqual({
      kode: 0,
      teks: `SD Negeri 1 Contoh (NPSN ${NPSN}) sudah ditambahkan.\n`,
    });
    const [row] = await folder.rooms.store.read((tx) => tx.recordsOfKind(SHARD, 'satker'));
    expect(row?.record.content).toMatchObject({
      zona: 'Asia/Makassar',
      hariKerja: [1, 2, 3, 4, 5],
      kalender: kalenderAwal(tanggalPada(folder.rooms.clock(), 'Asia/Makassar')),
    });
    expect(await hasDemo(folder.rooms.store)).toBe(false);
  });

  it('lets head and teacher sign in with the passphrase that was printed', async () => {
    await sekolah();
    const app = await folder.app();
    for (const [nip, peran, view, jabatan] of [
      [KEPALA, 'penilai', 'sekolah', 'Kepala Sekolah'],
      [GURU, 'guru', 'milik', 'Guru'],
    ] as const) {
      const { kode, teks } = await pegawai(nip, peran, 'Seseorang');
      expect(kode).toBe(0);
      const answer = await signIn(app, nip, sandiDari(teks));
      expect(answer.status).toBe(200);
      const { account, grants } = (await answer.json()) as SessionAnswer;
      expect(account).toMatchObject({ nip, nama: 'Seseorang', jabatan });
      expect(grants).toEqual([{ s: SHARD, view, peran }]);
    }
  });

  it.each([
    ['the head first', [KEPALA, GURU]],
    ['the teacher first', [GURU, KEPALA]],
  ])('knows who reviews whom: %s', async (_name, order) => {
    await sekolah();
    for (const nip of order)
      await pegawai(nip, nip === KEPALA ? 'penilai' : 'guru', nip === KEPALA ? 'Sutrisno' : 'Kasiyem');
    const orang = await pegawaiDi();
    expect(orang.find(({ nip }) => nip === GURU)).toMatchObject({
      jenisKelamin: 'P',
      penilai: { nama: 'Sutrisno', jabatan: 'Kepala Sekolah' },
    });
    expect(orang.find(({ nip }) => nip === KEPALA)).toMatchObject({ jenisKelamin: 'L', penilai: null });
  });

  it('gives a new passphrase, and the old one and its sessions end', async () => {
    await sekolah();
    const app = await folder.app();
    const lama = sandiDari((await pegawai(GURU, 'guru', 'Kasiyem')).teks);
    const masuk = await signIn(app, GURU, lama);
    const cookie = masuk.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    expect((await app.request('/api/session', { headers: { cookie } })).status).toBe(200);
    const baru = sandiDari((await run(`pegawai sandi --nip ${GURU}`)).teks);
    expect(baru).not.toBe(lama);
    expect((await app.request('/api/session', { headers: { cookie } })).status).toBe(401);
    expect((await signIn(app, GURU, lama)).status).toBe(401);
    expect((await signIn(app, GURU, baru)).status).toBe(200);
  });

  it('leaves a ledger that verifies and says so', async () => {
    await sekolah();
    await pegawai(GURU, 'guru', 'Kasiyem');
    await pegawai(KEPALA, 'penilai', 'Sutrisno');
    expect(await run('ledger verify')).toEqual({
      kode: 0,
      teks: expect.stringMatching(/^Rantai, tanda tangan, dan catatan utuh: 6 baris/),
    });
    expect(await run('ledger rebuild')).toEqual({
      kode: 0,
      teks: 'Semua catatan sesuai dengan buku besar di 1 sekolah.\n',
    });
  });
});

describe('a wilayah above the schools', () => {
  const PENGAWAS = '197203141998032002';
  const WILAYAH = 'sek:P0000001';
  const wilayah = async () => {
    await run('sekolah tambah --npsn P0000001', '--nama', 'Pengawas Wilayah I');
    await run(`pegawai tambah --npsn P0000001 --nip ${PENGAWAS} --peran penilai`, '--nama', 'Hartati');
  };
  const bina = () => run(`pengawas bina --nip ${PENGAWAS} --npsn ${NPSN}`);
  const hakOf = (nip: string) =>
    folder.rooms.store.read(async (tx) => {
      const account = await tx.accountByNip(nip);
      return (await tx.grantsOf(account?.id ?? '')).map(({ shard, view, peran }) => [shard, view, peran]);
    });

  it('puts a head under a pengawas, who decides on objections of his school; twice is the same as once', async () => {
    await sekolah();
    await pegawai(KEPALA, 'penilai', 'Sutrisno');
    await wilayah();
    for (let i = 0; i < 2; i += 1)
      expect(await bina()).toEqual({ kode: 0, teks: 'Hartati membina:\n  Sutrisno\n' });
    expect(await hakOf(KEPALA)).toEqual(
      expect.arrayContaining([
        [SHARD, 'sekolah', 'penilai'],
        [WILAYAH, 'milik', 'guru'],
      ]),
    );
    expect(await hakOf(PENGAWAS)).toEqual(
      expect.arrayContaining([
        [WILAYAH, 'sekolah', 'penilai'],
        [SHARD, 'keberatan', 'atasan'],
      ]),
    );
    expect([(await hakOf(KEPALA)).length, (await hakOf(PENGAWAS)).length]).toEqual([2, 2]);
    expect((await pegawaiDi()).find(({ nip }) => nip === KEPALA)).toMatchObject({
      penilai: { nama: 'Hartati' },
    });
    expect((await run('ledger verify')).kode).toBe(0);
  });

  it.each([
    ['a school without a head', async () => void (await sekolah()), /belum punya kepala sekolah/],
    ['nobody of that NIP', async () => undefined, /belum punya kepala sekolah|Tidak ada penilai/],
  ])('says what is missing: %s', async (_name, before, kalimat) => {
    await before();
    await wilayah();
    const { kode, teks } = await bina();
    expect([kode, teks]).toEqual([1, expect.stringMatching(kalimat)]);
  });
});

describe('a command that cannot be done', () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['school without a name', ['sekolah', 'tambah', '--npsn', NPSN], /--nama belum benar/],
    ['wrong NPSN', ['sekolah', 'tambah', '--npsn', '12', '--nama', 'SD'], /--npsn belum benar/],
    [
      'unknown zone',
      ['sekolah', 'tambah', '--npsn', NPSN, '--nama', 'SD', '--zona', 'GMT'],
      /--zona belum benar/,
    ],
    [
      'person of no school',
      ['pegawai', 'tambah', '--npsn', '87654321', '--nip', GURU, '--nama', 'A', '--peran', 'guru'],
      /belum ada/,
    ],
    [
      'short NIP',
      ['pegawai', 'tambah', '--npsn', NPSN, '--nip', '123', '--nama', 'A', '--peran', 'guru'],
      /--nip harus 18 angka/,
    ],
    [
      'unknown role',
      ['pegawai', 'tambah', '--npsn', NPSN, '--nip', GURU, '--nama', 'A', '--peran', 'admin'],
      /--peran harus/,
    ],
    [
      'no name',
      ['pegawai', 'tambah', '--npsn', NPSN, '--nip', GURU, '--peran', 'guru'],
      /--nama tidak boleh kosong/,
    ],
    ['passphrase of nobody', ['pegawai', 'sandi', '--nip', GURU], /Tidak ada akun/],
    ['unknown option', ['sekolah', 'tambah', '--npns', NPSN], /tidak dikenal/],
    ['unknown command', ['sekolah', 'hapus'], /tidak dikenal/],
  ];

  it.each(cases)('%s: one sentence, code 1, nothing written', async (_name, argv, sentence) => {
    const { kode, teks } = await jalankan(folder.rooms, argv);
    expect(kode).toBe(1);
    expect(teks).toMatch(sentence);
    expect(await folder.rooms.store.read((tx) => tx.accountCount())).toBe(0);
    expect(await folder.rooms.store.read((tx) => tx.shards())).toEqual([]);
  });

  it('refuses a school and a person that are there already', async () => {
    await sekolah();
    await pegawai(GURU, 'guru', 'Kasiyem');
    expect(await sekolah()).toMatchObject({ kode: 1, teks: expect.stringMatching(/sudah ada/) });
    expect(await pegawai(GURU, 'guru', 'Kasiyem')).toMatchObject({
      kode: 1,
      teks: expect.stringMatching(/sudah punya akun/),
    });
  });
});
