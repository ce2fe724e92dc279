import { parseArgs } from 'node:util';
import { moveSentence, moveStore } from './move/move-command.ts';
import { placeFrom } from './move/place.ts';
import { startSentence } from './start-refused.ts';

// Database, photos and secrets are nobody else's to read on this machine.
process.umask(0o077);

const BANTUAN = `Pemakaian:

  npm run migrate-store -- --from sqlite:data/kinerja.db --to postgres://kinerja@localhost/kinerja
  npm run migrate-store -- --from postgres://kinerja@localhost/kinerja --to sqlite:data/kinerja.db

Memindahkan seluruh basis data. Hentikan layanan lebih dulu; tujuan harus kosong. Bila terputus, jalankan lagi perintah
yang sama. Sumbernya tidak diubah. Sandi PostgreSQL sebaiknya di ~/.pgpass atau PGPASSWORD, supaya tidak tampak di ps.
Foto dan rahasia tetap di tempatnya. Kode keluar: 0 selesai dan diperiksa, 1 ditolak, 2 isinya tidak sama atau tidak utuh.
`;

const OPTIONS = { from: { type: 'string' }, to: { type: 'string' }, help: { type: 'boolean' } } as const;

const run = async (argv: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS });
  const [from, to] = [placeFrom(values.from), placeFrom(values.to)];
  if (values.help) {
    process.stdout.write(BANTUAN);
    return 0;
  }
  if (!from || !to || values.from === values.to) {
    process.stderr.write(BANTUAN);
    return 1;
  }
  return moveStore({ from, to, clock: Date.now, say: (text) => void process.stdout.write(text) });
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (cause) {
  const isOption = cause instanceof TypeError && 'code' in cause;
  const sentence = isOption ? BANTUAN : (moveSentence(cause) ?? startSentence(cause));
  process.stderr.write(`${sentence ?? (cause instanceof Error ? cause.message : String(cause))}\n`);
  process.exitCode = 1;
}
