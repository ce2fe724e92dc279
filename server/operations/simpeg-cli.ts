import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tanggalPada } from '../../shared/domain/index.ts';
import { rencanakan } from '../../shared/simpeg/index.ts';
import { BATAS_SIMPEG, KATA_TAK_TERBACA, nomorPengganti, periksaTerpisah } from '../people/index.ts';
import { openSqliteStore } from '../store/index.ts';
import { readSecret } from './secret-file.ts';
import { type Isi, kenali } from './simpeg/kenali.ts';
import { barisUji } from './simpeg/uji.ts';
import { startSentence } from './start-refused.ts';

// Personnel data is nobody else's to read on this machine.
process.umask(0o077);

const BANTUAN = `Pemakaian:

  npm run simpeg -- BERKAS --dry-run [--json HASIL] [--db FOLDER]

  BERKAS     CSV atau XLSX dari SIMPEG
  --dry-run  memeriksa saja: tidak ada yang ditulis ke basis data
  --json     menulis satu objek per baris ke HASIL
  --db       folder data (KINERJA_DATA) untuk dibandingkan; hentikan layanan lebih dulu
`;

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  json: { type: 'string' },
  db: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const KOSONG: Isi = { menurutNip: new Map(), sekolah: new Map() };

type Data = { readonly isi: Isi; readonly kunci: Uint8Array };

const bacaData = async (folder: string | undefined): Promise<Data | string> => {
  if (folder === undefined) return { isi: KOSONG, kunci: randomBytes(32) };
  const path = join(folder, 'kinerja.db');
  if (!existsSync(path)) return `Tidak ada basis data di ${folder}.`;
  const store = await openSqliteStore(path);
  try {
    return { isi: await kenali(store), kunci: readSecret(folder, 'simpeg') ?? randomBytes(32) };
  } finally {
    await store.close();
  }
};

const say = (teks: string): void => void process.stdout.write(`${teks}\n`);
const gagal = (kalimat: string): number => {
  process.stderr.write(`${kalimat}\n`);
  return 1;
};

const periksa = async (
  berkas: string,
  { json, db }: { json?: string | undefined; db?: string | undefined },
): Promise<number> => {
  if (!existsSync(berkas)) return gagal(`Berkas ${berkas} tidak ada.`);
  if (statSync(berkas).size > BATAS_SIMPEG.berkas) return gagal(KATA_TAK_TERBACA.terlalu_besar);
  const data = await bacaData(db);
  if (typeof data === 'string') return gagal(data);
  const { menurutNip, sekolah } = data.isi;
  const dibaca = await periksaTerpisah({
    bytes: new Uint8Array(readFileSync(berkas)),
    hariIni: tanggalPada(Date.now(), 'Asia/Jayapura'),
    pemetaan: {},
    nip: [...menurutNip].map(([nip, { isi }]) => [nip, { nama: isi.nama }]),
    sekolah: [...sekolah],
  });
  if (!dibaca.ok) return gagal(KATA_TAK_TERBACA[dibaca.sebab]);
  const rencana = rencanakan(dibaca.hasil, { lama: menurutNip, nomor: nomorPengganti(data.kunci) });
  const baris = barisUji(dibaca.hasil, rencana);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(baris, null, 1)}\n`);
  const hitung = (tindakan: string): number => baris.filter(({ action }) => action === tindakan).length;
  say(
    `${baris.length} baris: ${hitung('new')} baru, ${hitung('changed')} berubah, ${hitung('unchanged')} sama, ${hitung('refused')} ditolak atau bukan orang.`,
  );
  say(
    `${baris.filter(({ faults }) => faults.length > 0).length} baris bermasalah; ${rencana.hilang.length} orang hilang dari berkas (akunnya tetap).`,
  );
  return 0;
};

const run = async (argv: readonly string[]): Promise<number> => {
  const { positionals, values } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  const [berkas] = positionals;
  if (values.help || berkas === undefined) {
    say(BANTUAN);
    return berkas === undefined && !values.help ? 1 : 0;
  }
  return values['dry-run'] ? periksa(berkas, values) : gagal(`Tambahkan --dry-run.\n\n${BANTUAN}`);
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (cause) {
  const isOption = String((cause as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
  const sentence = isOption ? `Pilihan tidak dikenal.\n\n${BANTUAN}` : startSentence(cause);
  process.stderr.write(
    `${sentence ?? (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause))}\n`,
  );
  process.exitCode = 1;
}
