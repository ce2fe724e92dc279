import { randomBytes, randomInt } from 'node:crypto';
import { readConfig } from '../config.ts';
import { BANTUAN, jalankan, jalankanTanpaData } from './cli-commands.ts';
import { namaOperator } from './operator.ts';
import { openDataRooms } from './rooms.ts';
import { startSentence } from './start-refused.ts';

// Database, photos and secrets are nobody else's to read on this machine.
process.umask(0o077);

const DIVISIONS = 2 ** 32;

const alat = {
  tulis: (potongan: string): Promise<void> =>
    new Promise((resolve, reject) =>
      process.stdout.write(potongan, (fault) => (fault ? reject(fault) : resolve())),
    ),
  kabar: (kalimat: string): void => void process.stderr.write(`${kalimat}\n`),
};

const run = async (argv: readonly string[]): Promise<{ kode: number; teks: string }> => {
  if (argv.length === 0 || argv.includes('--help')) return { kode: 0, teks: BANTUAN };
  const selesai = await jalankanTanpaData(argv, { clock: Date.now }, alat);
  if (selesai) return selesai;
  const read = readConfig(process.env);
  if (!read.ok) return { kode: 1, teks: `${read.kalimat.join('\n')}\n` };
  const rooms = await openDataRooms(read.config, {
    clock: Date.now,
    random: () => randomInt(DIVISIONS) / DIVISIONS,
    randomBytes: (size) => new Uint8Array(randomBytes(size)),
  });
  try {
    return await jalankan({ ...rooms, operator: namaOperator(process.env) }, argv, alat);
  } finally {
    await rooms.store.close();
  }
};

try {
  const { kode, teks } = await run(process.argv.slice(2));
  (kode === 0 ? process.stdout : process.stderr).write(teks);
  process.exitCode = kode;
} catch (cause) {
  const sentence = startSentence(cause);
  if (sentence === null) throw cause;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
