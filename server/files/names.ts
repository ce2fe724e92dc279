import { createHash } from 'node:crypto';

/** Name that stands for an owner in a path or key: made here, so that nothing a person sent can lead elsewhere. */
export const folderName = (owner: string): string =>
  createHash('sha256').update(owner).digest('hex').slice(0, 24);

/**
 * A photo's name, which is its SHA-256 as 64 hexadecimal digits. The route has looked at it already; a path made of
 * anything else must not happen even so.
 */
export const photoName = (sha: string): string => {
  if (!/^[0-9a-f]{64}$/.test(sha)) throw new Error('a photo is named by its SHA-256');
  return sha;
};
