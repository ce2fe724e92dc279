import { randomBytes, randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { halangan, isiKabupaten, type Kemajuan } from './kabupaten/isi.ts';

// Database and secrets are nobody else's to read on this machine.
process.umask(0o077);

const BANTUAN = `Pemakaian: npm run seed -- --teachers 10000 --years 2

  Mengisi folder data yang kosong (KINERJA_DATA) dengan kabupaten rekaan: sekolah, guru, kepala, pengawas, admin, dan
  kegiatan bertahun-tahun beserta jawabannya, semuanya di buku besar yang rantainya dapat diperiksa. Untuk uji beban dan
  peragaan, bukan untuk bekerja: --production menolak folder ini. 10.000 guru selama 2 tahun perlu sekitar 10 GB.
`;

const OPTIONS = {
  teachers: { type: 'string', default: '200' },
  years: { type: 'string', default: '1' },
  help: { type: 'boolean', default: false },
} as const;

const BERKALA = 2_000;
const DIVISIONS = 2 ** 32;

const angka = (nilai: number): string => Math.round(nilai).toLocaleString('id-ID');
const lama = (detik: number): string =>
  detik < 90 ? `${Math.ceil(detik)} detik` : `${Math.ceil(detik / 60)} menit`;

const kabarDi = (): ((kemajuan: Kemajuan) => void) => {
  let terakhir = 0;
  return ({ sekolah, dariSekolah, entri, baris, detik, sisa }) => {
    if (Date.now() - terakhir < BERKALA && sekolah < dariSekolah) return;
    terakhir = Date.now();
    process.stderr.write(
      `${sekolah}/${dariSekolah} sekolah · ${angka(entri)} kegiatan · ${angka(baris / detik)} baris/detik · sisa sekitar ${lama(sisa)}\n`,
    );
  };
};

/** Chance by the handful: each call into the system costs more than what it brings. */
const kolam = (): ((size: number) => Uint8Array) => {
  let [bytes, at] = [new Uint8Array(), 0];
  return (size) => {
    if (at + size > bytes.length) [bytes, at] = [new Uint8Array(randomBytes(Math.max(65_536, size))), 0];
    at += size;
    return bytes.slice(at - size, at);
  };
};

const run = async (argv: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS });
  const [guru, tahun] = [Number(values.teachers), Number(values.years)];
  const read = readConfig(process.env);
  const salah = !(Number.isInteger(guru) && guru >= 1 && guru <= 100_000 && tahun > 0 && tahun <= 10);
  if (values.help || salah) {
    (values.help ? process.stdout : process.stderr).write(BANTUAN);
    return values.help ? 0 : 1;
  }
  const kabupaten = { dataDir: read.ok ? read.config.dataDir : '', guru, tahun };
  const kalimat = read.ok ? halangan(kabupaten) : read.kalimat.join('\n');
  if (kalimat !== null) {
    process.stderr.write(`${kalimat}\n`);
    return 1;
  }
  const rooms = {
    clock: Date.now,
    random: () => randomInt(DIVISIONS) / DIVISIONS,
    randomBytes: kolam(),
  };
  const hasil = await isiKabupaten(kabupaten, rooms, kabarDi());
  process.stdout.write(
    `${angka(hasil.guru)} guru di ${hasil.sekolah} sekolah, ${angka(hasil.entri)} kegiatan, ${angka(hasil.baris)} baris buku besar dalam ${lama(hasil.detik)} (${angka(hasil.baris / hasil.detik)} baris/detik, ${lama(process.cpuUsage().user / 1e6)} prosesor).\n` +
      `Semua orang rekaan masuk dengan sandi: ${hasil.sandi}\n${hasil.masuk.map(({ nip, sebagai }) => `  ${nip}  ${sebagai}\n`).join('')}`,
  );
  return 0;
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (cause) {
  const isOption = cause instanceof TypeError && 'code' in cause;
  process.stderr.write(isOption ? `Pilihan tidak dikenal.\n\n${BANTUAN}` : `${String(cause)}\n`);
  process.exitCode = 1;
}
