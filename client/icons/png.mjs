// A PNG with a palette of at most 64 colours: flat drawings weigh a third of what a browser's screenshot does.
import { deflateSync } from 'node:zlib';

const MOST = 64;

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (bytes) => {
  let c = 0xffffffff;
  for (const byte of bytes) c = crcTable[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};
const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
};

const colourAt = (rgba, i) => (rgba[i + 3] === 0 ? 0 : rgba.readUInt32BE(i));
const parts = (colour) => [colour >>> 24, (colour >>> 16) & 255, (colour >>> 8) & 255, colour & 255];
const distance = (a, b) => parts(a).reduce((sum, part, k) => sum + (part - parts(b)[k]) ** 2, 0);

/** The most frequent colours; the rest, all on soft edges, become the nearest of them. */
const paletteOf = (rgba) => {
  const counts = new Map();
  for (let i = 0; i < rgba.length; i += 4) {
    const colour = colourAt(rgba, i);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const known = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const palette = known.slice(0, MOST);
  const indexOf = new Map(palette.map((colour, i) => [colour, i]));
  for (const colour of known.slice(MOST)) {
    const near = palette.reduce((best, other) =>
      distance(colour, other) < distance(colour, best) ? other : best,
    );
    indexOf.set(colour, palette.indexOf(near));
  }
  return { palette, indexOf };
};

/** Encodes a square of `size` px; `rgba` holds four bytes a pixel. */
export const encodePng = (rgba, size) => {
  const { palette, indexOf } = paletteOf(rgba);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc(size * (size + 1));
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      rows[y * (size + 1) + x + 1] = indexOf.get(colourAt(rgba, (y * size + x) * 4));
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => parts(colour).slice(0, 3)))),
    chunk('tRNS', Buffer.from(palette.map((colour) => colour & 255))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
