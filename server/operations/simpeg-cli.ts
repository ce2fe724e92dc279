import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { tanggalPada, ZONA_TERDEPAN } from '../../shared/domain/index.ts';
import { shardOf } from '../../shared/protocol/index.ts';
import type { Satker } from '../../shared/records/index.ts';
import { type HasilPeriksa, type Pemetaan, type Rencana, rencanakan } from '../../shared/simpeg/index.ts';
import { readConfig } from '../config.ts';
import { BATAS_SIMPEG, KATA_TAK_TERBACA, nomorPengganti, periksaTerpisah } from '../people/index.ts';
import { INSTANSI } from './instansi.ts';
import { namaOperator } from './operator.ts';
import { type DataRooms, openDataRooms } from './rooms.ts';
import type { AkunRooms } from './ruang.ts';
import { type Isi, kenali } from './simpeg/kenali.ts';
import { genggamImpor } from './simpeg/kunci.ts';
import { UMUR } from './simpeg/laci.ts';
import { perluYakin } from './simpeg/perintah.ts';
import { pemetaanUntuk, shaDari, sumberDari } from './simpeg/sumber.ts';
import { terapkan } from './simpeg/terapkan.ts';
import { barisUji } from './simpeg/uji.ts';
import { urungkan } from './simpeg/urungkan.ts';
import { startSentence } from './start-refused.ts';

// Personnel data is nobody else's to read on this machine.
process.umask(0o077);

const BANTUAN = `Pemakaian:

  npm run simpeg -- BERKAS --dry-run [--json HASIL] [--db FOLDER]
  npm run simpeg -- BERKAS --terapkan [--db FOLDER] [--sumber NAMA] [--instansi P0000001] [--kabupaten NAMA] [--zona WIB|WITA|WIT]
  npm run simpeg -- --urungkan ID [--db FOLDER] [--instansi P0000001]

  BERKAS      CSV atau XLSX dari SIMPEG
  --dry-run   memeriksa saja: tidak ada yang ditulis ke basis data
  --json      menulis satu objek per baris ke HASIL
  --db        folder data; bawaan KINERJA_DATA, dan pada --dry-run tanpa basis data
  --terapkan  menulis semua baris yang tidak ditolak; dapat diurungkan tujuh hari
  --hilang N  memastikan bahwa N orang memang tidak ada di berkas

Hentikan layanan lebih dulu: data hanya dapat dibuka satu proses.
`;

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  terapkan: { type: 'boolean' },
  urungkan: { type: 'string' },
  json: { type: 'string' },
  db: { type: 'string' },
  sumber: { type: 'string', default: 'SIMPEG' },
  instansi: { type: 'string', default: INSTANSI },
  kabupaten: { type: 'string', default: '' },
  zona: { type: 'string', default: 'WIB' },
  hilang: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const KOSONG: Isi = { menurutNip: new Map(), sekolah: new Map() };
const ZONA: Readonly<Record<string, Satker['zona']>> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
};

type Tempat = { readonly dataDir: string; readonly databaseUrl?: string | undefined };
type Isian = ReturnType<typeof baca>['values'];

const baca = (argv: readonly string[]) =>
  parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });

const say = (teks: string): void => void process.stdout.write(`${teks}\n`);
const gagal = (kalimat: string): number => {
  process.stderr.write(`${kalimat}\n`);
  return 1;
};

const chance = {
  clock: Date.now,
  random: () => randomInt(2 ** 32) / 2 ** 32,
  randomBytes: (size: number) => new Uint8Array(randomBytes(size)),
};

/** A folder that was named holds its own database; without one it is the service's, wherever that keeps it. */
const denganData = async <T>(
  { dataDir, databaseUrl }: Tempat,
  kerja: (rooms: DataRooms & AkunRooms) => Promise<T>,
): Promise<T> => {
  const rooms = await openDataRooms({ dataDir, databaseUrl }, chance);
  try {
    return await kerja({ ...rooms, operator: namaOperator(process.env) });
  } finally {
    await rooms.store.close();
  }
};

const SIBUK =
  'Impor lain sedang ditulis oleh layanan atau perintah lain. Tunggu sampai selesai, lalu ulangi.';
const TERHENTI =
  'Impor lewat aplikasi terhenti di tengah dan dilanjutkan oleh layanan. Jalankan layanan sampai impor itu selesai, lalu ulangi.';

/** The same where it writes: as one among the services of this database, which may be at work. */
const denganTempatImpor = (
  tempat: Tempat,
  kerja: (rooms: DataRooms & AkunRooms) => Promise<number>,
): Promise<number> =>
  denganData(tempat, async (rooms) => {
    const line = await genggamImpor(rooms.store);
    if (!line) return gagal(SIBUK);
    try {
      const terhenti = (await rooms.store.read((tx) => tx.uploads())).some(
        ({ tahap, changedAt }) => tahap === 'menerapkan' && rooms.clock() - changedAt <= UMUR,
      );
      return terhenti ? gagal(TERHENTI) : await kerja(rooms);
    } finally {
      await line.close();
    }
  });

/** The folder that was named, else the place of the service. */
const tempatData = ({ db }: Isian): Tempat | null => {
  if (db !== undefined) return { dataDir: db };
  const read = readConfig(process.env);
  return read.ok ? read.config : null;
};

type Bacaan = { readonly isi: Isi; readonly kunci: Uint8Array; readonly pemetaan: Pemetaan };
type Diperiksa = { readonly hasil: HasilPeriksa; readonly rencana: Rencana; readonly bytes: Uint8Array };

const periksa = async (berkas: string, { isi, kunci, pemetaan }: Bacaan): Promise<Diperiksa | string> => {
  if (!existsSync(berkas)) return `Berkas ${berkas} tidak ada.`;
  if (statSync(berkas).size > BATAS_SIMPEG.berkas) return KATA_TAK_TERBACA.terlalu_besar;
  const { menurutNip, sekolah } = isi;
  const bytes = new Uint8Array(readFileSync(berkas));
  const dibaca = await periksaTerpisah({
    bytes,
    hariIni: tanggalPada(Date.now(), ZONA_TERDEPAN),
    pemetaan,
    nip: [...menurutNip].map(([nip, orang]) => [nip, { nama: orang.isi.nama }]),
    sekolah: [...sekolah],
  });
  if (!dibaca.ok) return KATA_TAK_TERBACA[dibaca.sebab];
  const rencana = rencanakan(dibaca.hasil, { lama: menurutNip, nomor: nomorPengganti(kunci) });
  return { hasil: dibaca.hasil, rencana, bytes };
};

const laporkan = ({ hasil, rencana }: Diperiksa, json: string | undefined): void => {
  const baris = barisUji(hasil, rencana);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(baris, null, 1)}\n`);
  const hitung = (tindakan: string): number => baris.filter(({ action }) => action === tindakan).length;
  say(
    `${baris.length} baris: ${hitung('new')} baru, ${hitung('changed')} berubah, ${hitung('unchanged')} sama, ${hitung('refused')} ditolak atau bukan orang.`,
  );
  const salah = baris.filter(({ faults }) => faults.length > 0).length;
  say(`${salah} baris bermasalah; ${rencana.hilang.length} orang hilang dari berkas (akunnya tetap).`);
};

const uji = async (berkas: string, isian: Isian): Promise<number> => {
  const data =
    isian.db === undefined
      ? { isi: KOSONG, kunci: chance.randomBytes(32), pemetaan: {} }
      : existsSync(join(isian.db, 'kinerja.db'))
        ? await denganData({ dataDir: isian.db }, async ({ store, simpegKey }) => ({
            isi: await kenali(store),
            kunci: simpegKey,
            pemetaan: await pemetaanUntuk(store, shardOf(isian.instansi), isian.sumber),
          }))
        : null;
  if (data === null) return gagal(`Tidak ada basis data di ${isian.db}.`);
  const diperiksa = await periksa(berkas, data);
  if (typeof diperiksa === 'string') return gagal(diperiksa);
  laporkan(diperiksa, isian.json);
  return 0;
};

const tulis = (berkas: string, isian: Isian, tempat: Tempat): Promise<number> =>
  denganTempatImpor(tempat, async (rooms) => {
    const isi = await kenali(rooms.store);
    const instansi = shardOf(isian.instansi);
    const pemetaan = await pemetaanUntuk(rooms.store, instansi, isian.sumber);
    const diperiksa = await periksa(berkas, { isi, kunci: rooms.simpegKey, pemetaan });
    if (typeof diperiksa === 'string') return gagal(diperiksa);
    laporkan(diperiksa, isian.json);
    const { rencana, hasil, bytes } = diperiksa;
    if (perluYakin(rencana, isi.menurutNip.size) && isian.hilang !== String(rencana.hilang.length))
      return gagal(
        `Banyak orang hilang dari berkas. Bila memang begitu, tambahkan --hilang ${rencana.hilang.length}.`,
      );
    const { id, jumlah } = await terapkan(rooms, {
      ...{ rencana, menurutNip: isi.menurutNip, kecuali: new Set<string>(), instansi },
      sekolah: new Map(hasil.sekolah.map(({ npsn, nama }) => [npsn, nama])),
      kabupaten: isian.kabupaten,
      zona: ZONA[isian.zona.toUpperCase()] ?? 'Asia/Jakarta',
      sumber: sumberDari({ sumber: isian.sumber, berkas: basename(berkas), sha: shaDari(bytes), hasil }),
    });
    say(
      `Diterapkan: ${jumlah.baru} baru, ${jumlah.berubah} berubah. Urungkan dalam tujuh hari: --urungkan ${id}`,
    );
    return 0;
  });

const urung = (id: string, isian: Isian, tempat: Tempat): Promise<number> =>
  denganTempatImpor(tempat, async (rooms) => {
    const hasil = await urungkan(rooms, { id, instansi: shardOf(isian.instansi) });
    if (!hasil.ok)
      return gagal(
        hasil.code === 'lewat_urung' ? 'Sudah lewat tujuh hari.' : 'Impor dengan ID itu tidak ada.',
      );
    say(`${hasil.kembali} orang dikembalikan seperti sebelum impor.`);
    for (const { nama, sebab } of hasil.tetap)
      say(
        `  tetap: ${nama} (${sebab === 'sudah_dipakai' ? 'akunnya sudah dipakai' : 'sudah diubah sesudah impor'})`,
      );
    return 0;
  });

const run = async (argv: readonly string[]): Promise<number> => {
  const { positionals, values } = baca(argv);
  const [berkas] = positionals;
  const tempat = tempatData(values);
  if (values.help || (berkas === undefined && !values.urungkan)) {
    say(BANTUAN);
    return values.help ? 0 : 1;
  }
  if (berkas !== undefined && values['dry-run']) return uji(berkas, values);
  if (tempat === null) return gagal('KINERJA_DATA belum benar.');
  if (values.urungkan) return urung(values.urungkan, values, tempat);
  return berkas !== undefined && values.terapkan
    ? tulis(berkas, values, tempat)
    : gagal(`Tambahkan --dry-run atau --terapkan.\n\n${BANTUAN}`);
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (cause) {
  const isOption = String((cause as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
  const sentence = isOption ? `Pilihan tidak dikenal.\n\n${BANTUAN}` : startSentence(cause);
  process.stderr.write(`${sentence ?? (cause instanceof Error ? cause.message : String(cause))}\n`);
  process.exitCode = 1;
}
