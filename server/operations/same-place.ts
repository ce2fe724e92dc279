import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Store } from '../store/index.ts';
import { placeOf } from './copies/place.ts';
import { makeFolder } from './folder.ts';
import { readSecret, secretsDir } from './secret-file.ts';
import { StartRefused } from './start-refused.ts';

/*
 * What several processes on one database must have alike beside it: the secrets, and the folders of photos and copies. The
 * first one leaves word of what it has in the database; each that comes while it lives must have the very same. When all
 * are stopped, the next first one may have others: so keys are changed and folders moved.
 */

const SECRETS = ['lada', 'segel', 'titipan', 'tanda-terima', 'simpeg'] as const;
const SCOPE = 'sama';
/** Holds until the next first one says otherwise. */
const ALWAYS = Number.MAX_SAFE_INTEGER;
const TAG = '.kinerja-folder';

const hashed = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A name that lies in the folder, so that two machines find out whether they mean the same one. */
const tagOf = (folder: string): string => {
  const path = join(folder, TAG);
  if (!existsSync(path)) {
    makeFolder(folder);
    writeFileSync(path, `${randomUUID()}\n`, { flag: 'wx', mode: 0o600 });
  }
  return readFileSync(path, 'utf8').trim();
};

type Same = { readonly key: string; readonly value: string; readonly otherwise: string };

const secretsIn = (dataDir: string): Same[] =>
  SECRETS.map((name) => ({
    key: `rahasia:${name}`,
    value: hashed(readSecret(dataDir, name) ?? new Uint8Array()),
    otherwise: `Rahasia di ${secretsDir(dataDir)} bukan rahasia layanan yang sedang berjalan pada basis data ini. Salin folder itu dari server yang pertama, lalu coba lagi.`,
  }));

const foldersOf = (config: Config): Same[] => {
  const folder = (key: string, path: string, remedy: string): Same => ({
    key: `folder:${key}`,
    value: hashed(new TextEncoder().encode(tagOf(path))),
    otherwise: `${path} bukan folder yang dipakai server lain pada basis data ini. ${remedy}`,
  });
  const bucket: Same = {
    key: 'folder:foto',
    value: config.foto?.address ?? '',
    otherwise: 'KINERJA_FOTO bukan bucket yang dipakai server lain pada basis data ini.',
  };
  const photos = 'Pakai satu folder bersama untuk semua server, atau bucket S3 (KINERJA_FOTO).';
  return [
    config.foto ? bucket : folder('foto', join(config.dataDir, 'foto'), photos),
    ...(config.foto ? [] : [folder('titipan', join(config.dataDir, 'titipan'), photos)]),
    folder(
      'cadangan',
      placeOf(config),
      'Arahkan KINERJA_CADANGAN ke satu folder bersama untuk semua server.',
    ),
  ];
};

/** Refuses where secrets that the others have would be made anew here. Before any is made. */
export const assertSecretsHere = async (
  { isShared }: Store,
  { dataDir }: Config,
  isFirst: boolean,
): Promise<void> => {
  if (!isShared || isFirst) return;
  const [missing] = SECRETS.filter((name) => readSecret(dataDir, name) === null);
  if (missing) throw new StartRefused(secretsIn(dataDir)[0]?.otherwise ?? missing);
};

/** Leaves word of what this process has, or refuses where it is not what the others have. */
export const assertSame = async (store: Store, config: Config, isFirst: boolean): Promise<void> => {
  if (!store.isShared) return;
  const own = [...secretsIn(config.dataDir), ...foldersOf(config)];
  if (isFirst)
    return store.write(async (tx) => {
      for (const { key, value } of own) await tx.putMark({ scope: SCOPE, key, value, until: ALWAYS });
    });
  const said = await store.read(async (tx) => {
    const found: (string | undefined)[] = [];
    for (const { key } of own) found.push((await tx.mark(SCOPE, key))?.value);
    return found;
  });
  for (const [i, { value, otherwise }] of own.entries())
    if (said[i] !== value) throw new StartRefused(otherwise);
};
