import type { TestRandom } from '../../support/random.ts';

const START = [0xff, 0xd8];
const FRAME = [0xff, 0xc0, 0, 11, 8, 0, 64, 0, 64, 1, 1, 0x11, 0];
const SCAN = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0];
const END = [0xff, 0xd9];
const DULL = 0xfe;

/** A JPEG in form, of about this many bytes and unlike any other: enough for everything that looks at photos here. */
export const aPhoto = ({ bytes }: TestRandom, size: number): Buffer =>
  Buffer.from([...START, ...FRAME, ...SCAN, ...bytes(size).map((byte) => Math.min(byte, DULL)), ...END]);
