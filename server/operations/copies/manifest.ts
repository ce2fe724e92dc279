import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';

/*
 * A place of copies, on a disk of its own:
 *
 *   kinerja-20261124T021500Z.db     the database of that moment
 *   kinerja-20261124T021500Z.json   its manifest, written last: a copy without one does not count
 *   foto/                           every photo that any copy names, by owner and hash
 *   rahasia/                        the secrets, unless they are kept elsewhere
 *   ditinggalkan/                   copies of a history that was given up by a restore
 *
 * The catalogue lies beside the copies and not in the database, where it would be restored along with it.
 */

const Line = z.object({ n: z.int(), h: z.string() });

/** What a copy contains; written once it was opened, checked and counted. */
export const Manifest = z.object({
  format: z.literal(1),
  id: z.string(),
  /** Epoch ms: whatever was acknowledged before is in it. */
  madeAt: z.int(),
  verifiedAt: z.int(),
  /** End of each shard's ledger: number and SHA-256, hex. */
  positions: z.record(z.string(), Line),
  counts: z.object({ commands: z.int(), records: z.int(), photos: z.int() }),
  bytes: z.int(),
});
export type Manifest = z.infer<typeof Manifest>;

const NAME = /^kinerja-(\d{8}T\d{6}Z)\.json$/;

/** Name of a copy made at `time` (epoch ms): sorts by age. */
export const copyId = (time: number): string =>
  new Date(time)
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');

/** Path of a copy's database. */
export const copyPath = (place: string, id: string): string => join(place, `kinerja-${id}.db`);
/** Path of a copy's manifest. */
export const manifestPath = (place: string, id: string): string => join(place, `kinerja-${id}.json`);

const readOne = (path: string): Manifest | null => {
  try {
    const parsed = Manifest.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    // Half written, or somebody else's: it is no copy.
    return null;
  }
};

/** Every verified copy of a place whose database is there, newest first. */
export const copiesIn = (place: string): readonly Manifest[] => {
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => NAME.test(name))
    .flatMap((name) => readOne(join(place, name)) ?? [])
    .filter(({ id }) => existsSync(copyPath(place, id)))
    .sort((a, b) => b.madeAt - a.madeAt);
};

/** Writes a file so that it is there whole or not at all, also after a power cut. */
export const writeWhole = (path: string, text: string): void => {
  const draft = `${path}.baru`;
  const file = openSync(draft, 'w', 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, path);
  const dir = openSync(dirname(path), 'r');
  fsyncSync(dir);
  closeSync(dir);
};

/** Writes a copy's manifest; from then on it counts. */
export const putManifest = (place: string, manifest: Manifest): void =>
  writeWhole(manifestPath(place, manifest.id), `${JSON.stringify(manifest, null, 2)}\n`);
