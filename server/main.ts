import { readConfig } from './config.ts';
import { type RunningServer, startServer } from './listen.ts';
import { caraMasuk, createLog, startSentence } from './operations/index.ts';

// Database, photos and secrets are nobody else's to read on this machine.
process.umask(0o077);

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const stopWith: (kalimat: readonly string[]) => never = (kalimat) => {
  for (const satu of kalimat) process.stderr.write(`${satu}\n`);
  process.exit(1);
};

const read = readConfig(process.env, process.argv.slice(2));
if (!read.ok) stopWith(read.kalimat);
const { config } = read;
const log = createLog(config.log);

/** Safety never rests on this path: what was answered is on disk. It only spares the next start a look at the file. */
const stopOn = (server: RunningServer): void => {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await server.leave();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
};

const fall = (cause: unknown): never => {
  log.error(cause, 'berhenti karena galat yang tidak tertangkap');
  process.exit(1);
};
process.on('uncaughtException', fall);

let running: RunningServer | null = null;

/**
 * A disk that failed to flush may still show what it has dropped, so nothing more is promised in this process: whoever is
 * inside hears 503, and the next start lays the log down anew before it believes it (finding F16).
 */
const breakDown = (cause: unknown): void => {
  log.error(cause, 'cakram gagal menyimpan; layanan berhenti');
  void Promise.resolve(running?.close()).finally(() => process.exit(1));
};

try {
  const server = await startServer({ config, log, onBroken: breakDown });
  running = server;
  stopOn(server);
  say(`e-Kinerja Luring siap di ${config.origins[0] ?? server.url}`);
  if (server.seeded.length > 0) say(`\n${caraMasuk(server.seeded)}`);
} catch (cause) {
  const sentence = startSentence(cause);
  if (sentence === null) fall(cause);
  else stopWith([sentence]);
}
