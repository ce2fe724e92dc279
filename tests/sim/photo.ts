import type { FotoRujukan } from '../../shared/records/index.ts';
import { shaOf } from '../support/builders.ts';

const START = [0xff, 0xd8];
/** One pixel, one component. */
const FRAME = [0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0];
const SCAN = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3];
const END = [0xff, 0xd9];

/** Larger than the first piece, so that it goes up in two. */
const TABLE = 20_000;

/** A small picture that is like no other: its quantisation table carries the number. */
export const aPhoto = (number: number): { readonly foto: FotoRujukan; readonly bytes: ArrayBuffer } => {
  const table = new Uint8Array(TABLE + 2);
  table.set([0xff, 0xdb, TABLE >> 8, TABLE & 255, number >> 16, (number >> 8) & 255, number & 255]);
  const bytes = Uint8Array.from([...START, ...table, ...FRAME, ...SCAN, ...END]);
  return { foto: { sha: shaOf(bytes), size: bytes.length, mime: 'image/jpeg' }, bytes: bytes.buffer };
};
