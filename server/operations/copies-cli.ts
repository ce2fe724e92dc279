import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { backup } from './copies/backup-command.ts';
import { movePhotos } from './copies/photos-command.ts';
import { restore } from './copies/restore-command.ts';
import { startSentence } from './start-refused.ts';

// Database, photos and secrets are nobody else's to read on this machine.
process.umask(0o077);

const BANTUAN = `Pemakaian:

  npm run backup                   membuat cadangan sekarang, juga saat layanan berjalan
  npm run backup -- --daftar       daftar cadangan
  npm run restore                  memulihkan dari cadangan terbaru; hentikan layanan lebih dulu
  npm run restore -- --dari ID     dari cadangan itu, atau dari berkas basis data yang disalin dengan tangan
  npm run restore -- --daftar      daftar cadangan
  npm run restore -- --paksa       juga cadangan yang lebih tua daripada tiga terbaru
  npm run photos -- --dari FOLDER  menyalin foto dari folder ke tempat foto sekarang (KINERJA_FOTO), juga saat layanan berjalan
  npm run photos -- --ke FOLDER    dari tempat foto sekarang ke folder

Tempat cadangan: KINERJA_CADANGAN, bawaan folder cadangan di dalam KINERJA_DATA.
`;

const OPTIONS = {
  dari: { type: 'string' },
  ke: { type: 'string' },
  daftar: { type: 'boolean' },
  paksa: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const run = async (argv: readonly string[]): Promise<number> => {
  const { positionals, values } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  const read = readConfig(process.env);
  if (!read.ok) {
    process.stderr.write(`${read.kalimat.join('\n')}\n`);
    return 1;
  }
  const say = (text: string): void => void process.stdout.write(text);
  const wish = { config: read.config, say, list: values.daftar === true };
  if (values.help) say(BANTUAN);
  else if (positionals[0] === 'backup') return backup(wish);
  else if (positionals[0] === 'restore')
    return restore({ ...wish, from: values.dari, force: values.paksa === true });
  else if (positionals[0] === 'photos')
    return movePhotos({ config: read.config, say, from: values.dari, to: values.ke });
  else say(BANTUAN);
  return 0;
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (cause) {
  const isOption = cause instanceof TypeError && 'code' in cause;
  const sentence = isOption ? `Pilihan tidak dikenal.\n\n${BANTUAN}` : startSentence(cause);
  process.stderr.write(`${sentence ?? (cause instanceof Error ? cause.message : String(cause))}\n`);
  process.exitCode = 1;
}
