import type { Progress } from './make.ts';
import type { Manifest } from './manifest.ts';

const PARTS: Readonly<Record<Progress['part'], string>> = {
  basisdata: 'Menyalin basis data',
  periksa: 'Memeriksa salinan',
  foto: 'Menyalin foto',
};

/** Prints how far it is on one line, a tenth at a time. */
export const progressLine = (say: (text: string) => void) => {
  let last = '';
  return ({ part, done, total }: Progress): void => {
    const tenth = total === 0 ? 10 : Math.floor((done * 10) / total);
    const line = `${PARTS[part]} … ${tenth * 10} %`;
    if (line !== last) say(`${line}\n`);
    last = line;
  };
};

const day = (time: number): string =>
  new Intl.DateTimeFormat('id-ID', { dateStyle: 'medium', timeStyle: 'short' }).format(time);

/** Table of copies, newest first. */
export const copyTable = (copies: readonly Manifest[], place: string): string =>
  copies.length === 0
    ? `Belum ada cadangan di ${place}.\n`
    : `Cadangan di ${place}:\n${copies
        .map(
          ({ id, madeAt, counts, bytes }) =>
            `  ${id}  ${day(madeAt)}  ${counts.commands} perintah, ${counts.photos} foto, ${(bytes / 1e6).toFixed(1)} MB`,
        )
        .join('\n')}\n`;
