import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createPhotoDirectory, type PhotoFiles } from '../../files/index.ts';
import type { Store } from '../../store/index.ts';
import { openSqliteCopy } from '../../store/index.ts';
import { makeFolder } from '../folder.ts';
import { secretsDir } from '../secret-file.ts';
import type { Contents } from './check-copy.ts';
import { copiesIn, copyId, copyPath, type Manifest, manifestPath, putManifest } from './manifest.ts';
import { outdated } from './retention.ts';
import { fetchPhoto, wholePhotos } from './shelves.ts';
import { abandonedOf, setAside } from './stable.ts';

/** How far a copy is: which part, and of how much. */
export type Progress = {
  readonly part: 'basisdata' | 'periksa' | 'foto';
  readonly done: number;
  readonly total: number;
};

/** What making a copy needs. */
export type CopyParts = {
  readonly store: Store;
  readonly files: PhotoFiles;
  readonly dataDir: string;
  /** Where copies lie. */
  readonly place: string;
  readonly clock: () => number;
  readonly check: (path: string) => Promise<Contents>;
  readonly onProgress?: (progress: Progress) => void;
};

/** Photos are copied once, by name, and looked at while they are: what is not what its name says stops the copy. */
const copyPhotos = async (
  { files, place, onProgress }: CopyParts,
  path: string,
  total: number,
): Promise<void> => {
  const shelves = { from: files, to: createPhotoDirectory(join(place, 'foto')) };
  const copy = openSqliteCopy(path);
  let done = 0;
  try {
    for await (const photo of wholePhotos(copy)) {
      const found = await fetchPhoto(shelves, photo);
      if (found === 'missing' || found === 'damaged') throw new Error(`photo ${photo.sha} is ${found}`);
      done += 1;
      onProgress?.({ part: 'foto', done, total });
    }
  } finally {
    await copy.close();
  }
};

/** Without the secrets nobody could sign in after a restore. */
const copySecrets = ({ dataDir, place }: CopyParts): void => {
  const from = secretsDir(dataDir);
  if (existsSync(from)) cpSync(from, join(place, 'rahasia'), { recursive: true, force: true });
};

/** What an interrupted copy left behind. */
const dropDrafts = (place: string): void => {
  for (const name of readdirSync(place))
    if (/^kinerja-.*\.baru(-journal|-wal|-shm)?$/.test(name)) rmSync(join(place, name), { force: true });
};

const dropOutdated = (place: string): void => {
  for (const { id } of outdated(copiesIn(place))) {
    // The manifest first: a copy half removed must not count.
    rmSync(manifestPath(place, id), { force: true });
    rmSync(copyPath(place, id), { force: true });
  }
};

/**
 * Makes a copy while the service works, checks it, and only then lets it count: database first, then the photos that it
 * names. Copies of an abandoned history are put aside before. Throws where anything is not as it must be.
 */
export const makeCopy = async (parts: CopyParts): Promise<Manifest> => {
  const { store, place, clock, check, onProgress } = parts;
  makeFolder(place);
  dropDrafts(place);
  setAside(place, await abandonedOf(store, copiesIn(place)));
  const madeAt = clock();
  const id = copyId(madeAt);
  const [path, draft] = [copyPath(place, id), `${copyPath(place, id)}.baru`];
  await store.copyTo(draft, (done, total) => onProgress?.({ part: 'basisdata', done, total }));
  onProgress?.({ part: 'periksa', done: 0, total: 1 });
  const contents = await check(draft);
  onProgress?.({ part: 'periksa', done: 1, total: 1 });
  await copyPhotos(parts, draft, contents.counts.photos);
  copySecrets(parts);
  renameSync(draft, path);
  const manifest: Manifest = { format: 1, id, madeAt, verifiedAt: clock(), ...contents };
  putManifest(place, manifest);
  dropOutdated(place);
  return manifest;
};
