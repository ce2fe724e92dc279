import { photosOf } from '../rooms.ts';
import { StartRefused } from '../start-refused.ts';
import type { Wish } from './backup-command.ts';
import { checkCopy } from './check-copy.ts';
import { copiesIn } from './manifest.ts';
import { placeOf } from './place.ts';
import { copyTable, progressLine } from './print.ts';
import { restoreCopy } from './restore.ts';

/** `npm run restore`: puts a copy back; phones bring what it lacks by themselves. */
export const restore = async ({
  config,
  say,
  list,
  from,
  force,
}: Wish & { readonly from: string | undefined; readonly force: boolean }): Promise<number> => {
  const place = placeOf(config);
  if (list) {
    say(copyTable(copiesIn(place), place));
    return 0;
  }
  if (config.databaseUrl !== undefined)
    throw new StartRefused(
      'Cadangan adalah berkas SQLite, dan belum dapat dikembalikan ke PostgreSQL. Kosongkan DATABASE_URL untuk memulihkannya ke folder data, atau kembalikan PostgreSQL dengan pg_restore.',
    );
  const started = Date.now();
  const done = await restoreCopy({
    dataDir: config.dataDir,
    place,
    files: photosOf(config),
    from,
    force,
    clock: Date.now,
    check: checkCopy,
    onProgress: progressLine(say),
  });
  say(
    [
      `Pulih dari ${done.from} dalam ${((Date.now() - started) / 1000).toFixed(1)} detik: ${done.counts.commands} perintah, ${done.counts.records} catatan, ${done.counts.photos} foto.`,
      ...(done.photosWanted > 0
        ? [`${done.photosWanted} foto tidak ada di cadangan; HP akan diminta mengirimnya lagi.`]
        : []),
      ...(done.setAsideIn ? [`Data sebelumnya disimpan di ${done.setAsideIn}.`] : []),
      'Jalankan layanan. Yang belum ada di cadangan dikirim lagi oleh HP dengan sendirinya.',
      '',
    ].join('\n'),
  );
  return 0;
};
