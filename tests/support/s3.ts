import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bucket } from '../../server/files/index.ts';

/** An S3 server of its own process with an empty bucket; `stop` takes it away. */
export type S3Server = { readonly bucket: Bucket; readonly stop: () => Promise<void> };

/** Starts s3rver, which keeps objects in a folder. It looks at who asks, but does not reckon the signature (version 4) anew. */
export const startS3 = async (): Promise<S3Server> => {
  const program = createRequire(import.meta.url).resolve('s3rver/bin/s3rver.js');
  const folder = mkdtempSync(join(tmpdir(), 'kinerja-s3-'));
  const options = ['--directory', folder, '--port', '0', '--configure-bucket', 'kinerja'];
  const child = spawn(process.execPath, ['--no-deprecation', program, ...options], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part;
      const found = /listening on \S+:(\d+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error('the S3 server did not start')));
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    bucket: {
      address: `http://127.0.0.1:${port}/kinerja`,
      region: 'us-east-1',
      keyId: 'S3RVER',
      secret: 'S3RVER',
    },
    stop: () => {
      child.kill('SIGKILL');
      return ended.then(() => rmSync(folder, { recursive: true, force: true }));
    },
  };
};
