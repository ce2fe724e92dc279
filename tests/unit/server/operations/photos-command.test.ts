import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../../../server/config.ts';
import { createPhotoBucket, createPhotoDirectory } from '../../../../server/files/index.ts';
import { movePhotos } from '../../../../server/operations/copies/photos-command.ts';
import { readDemoFoto } from '../../../../server/operations/demo-data.ts';
import { openSqliteStore } from '../../../../server/store/index.ts';
import { shaOf } from '../../../support/builders.ts';
import { startS3 } from '../../../support/s3.ts';
import { aTempDir } from '../../../support/temp-dir.ts';

const FOTO = readDemoFoto('papan-tulis.jpg');
const SHA = shaOf(FOTO);
const OWNER = 'p_guru01';

const configOf = (env: Record<string, string>) => {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.kalimat.join(' '));
  return read.config;
};

test('photos move from the folder into a bucket and back, equal to the byte, and what is there is not copied again', async () => {
  const dataDir = aTempDir();
  const s3 = await startS3();
  const store = await openSqliteStore(join(dataDir, 'kinerja.db'));
  try {
    await createPhotoDirectory(join(dataDir, 'foto')).keep(OWNER, SHA, FOTO);
    const row = { owner: OWNER, sha: SHA, size: FOTO.length, mime: 'image/jpeg', received: FOTO.length };
    await store.write((tx) => tx.putPhoto({ ...row, updatedAt: 0, state: 'utuh' }));
    const { address, keyId, secret } = s3.bucket;
    const env = { KINERJA_DATA: dataDir, KINERJA_FOTO: address, KINERJA_FOTO_KUNCI: `${keyId}:${secret}` };
    const said: string[] = [];
    const say = (text: string): void => void said.push(text);
    const config = configOf(env);
    const move = { config, say, from: undefined, to: undefined };
    expect(await movePhotos({ ...move, from: join(dataDir, 'foto') })).toBe(0);
    expect(said.at(-1)).toMatch(/^1 foto disalin, 0 sudah ada/);
    expect(shaOf((await createPhotoBucket(s3.bucket).read(OWNER, SHA)) ?? new Uint8Array())).toBe(SHA);
    expect(await movePhotos({ ...move, from: join(dataDir, 'foto') })).toBe(0);
    expect(said.at(-1)).toMatch(/^0 foto disalin, 1 sudah ada/);
    rmSync(join(dataDir, 'foto'), { recursive: true });
    expect(await movePhotos({ ...move, to: join(dataDir, 'foto') })).toBe(0);
    expect(shaOf((await createPhotoDirectory(join(dataDir, 'foto')).read(OWNER, SHA))!)).toBe(SHA);
    await expect(movePhotos(move)).rejects.toThrow(/Sebut satu folder/);
    const plain = { ...move, config: configOf({ KINERJA_DATA: dataDir }) };
    await expect(movePhotos({ ...plain, from: join(dataDir, 'foto') })).rejects.toThrow(/KINERJA_FOTO/);
    rmSync(join(dataDir, 'foto'), { recursive: true });
    expect(await movePhotos({ ...plain, to: join(aTempDir(), 'lain') })).toBe(1);
    expect(said.at(-1)).toMatch(/1 hilang/);
  } finally {
    await store.close();
    await s3.stop();
  }
});
