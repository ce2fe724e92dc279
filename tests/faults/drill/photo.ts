import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { putPhoto } from '../../../client/store/index.ts';
import type { FotoRujukan } from '../../../shared/records/index.ts';
import type { Phone } from './phone.ts';

const BOARD = readFileSync(new URL('../../../server/operations/demo/foto/papan-tulis.jpg', import.meta.url));

/**
 * A real photo of a blackboard, each number another file: behind the start of the image stands a quantisation table that
 * no component uses, its 64 steps made of the number. Viewers show the same picture.
 */
export const photoNumber = (number: number): Uint8Array<ArrayBuffer> => {
  const table = Buffer.alloc(69, 1);
  table.set([0xff, 0xdb, 0x00, 0x43, 0x03]);
  table.write(number.toString().padStart(8, '0'), 5, 'latin1');
  return new Uint8Array(Buffer.concat([BOARD.subarray(0, 2), table, BOARD.subarray(2)]));
};

/** Puts a photo on the phone as the camera does; an entry that names it sends it. */
export const takePhoto = async ({ db }: Phone, number: number): Promise<FotoRujukan> => {
  const bytes = photoNumber(number);
  const sha = createHash('sha256').update(bytes).digest('hex');
  const foto: FotoRujukan = { sha, size: bytes.length, mime: 'image/jpeg' };
  const thumb = { bytes: new ArrayBuffer(1), mime: 'image/jpeg' };
  await putPhoto(db, { foto, bytes: bytes.buffer, thumb }, Date.now());
  return foto;
};
