import { readFileSync } from 'node:fs';

/** One thing that the recorder saw, in the order in which it happened; see perekam.c. */
export type Event =
  | { readonly what: 'open'; readonly path: string; readonly inode: bigint; readonly isNew: boolean }
  | { readonly what: 'write'; readonly inode: bigint; readonly at: number; readonly bytes: Buffer }
  | { readonly what: 'truncate'; readonly inode: bigint; readonly size: number }
  | { readonly what: 'flush'; readonly inode: bigint; readonly failed: boolean }
  | { readonly what: 'flush-folder'; readonly path: string; readonly failed: boolean }
  | { readonly what: 'rename' | 'link'; readonly path: string; readonly to: string }
  | { readonly what: 'unlink' | 'mkdir'; readonly path: string }
  | { readonly what: 'answer'; readonly bytes: Buffer };

const HEAD = 26;
const TRUNCATES = 2;

type Raw = {
  readonly op: string;
  readonly flag: number;
  readonly inode: bigint;
  readonly at: number;
  readonly path: string;
  readonly to: string;
  readonly bytes: Buffer;
};

const eventsOf = ({ op, flag, inode, at, path, to, bytes }: Raw): Event[] => {
  switch (op) {
    case 'o': {
      const opened: Event = { what: 'open', path, inode, isNew: (flag & 1) === 1 };
      return flag & TRUNCATES ? [opened, { what: 'truncate', inode, size: 0 }] : [opened];
    }
    case 'w':
      return [{ what: 'write', inode, at, bytes }];
    case 't':
      return [{ what: 'truncate', inode, size: at }];
    case 's':
      return [{ what: 'flush', inode, failed: flag === 1 }];
    case 'd':
      return [{ what: 'flush-folder', path, failed: flag === 1 }];
    case 'r':
      return [{ what: 'rename', path, to }];
    case 'l':
      return [{ what: 'link', path, to }];
    case 'u':
      return [{ what: 'unlink', path }];
    case 'm':
      return [{ what: 'mkdir', path }];
    case 'a':
      return [{ what: 'answer', bytes }];
    default:
      throw new Error(`the recording holds an unknown event ${op}`);
  }
};

/** Reads a recording; an event that a SIGKILL cut off at the very end never happened. */
export const readLog = (file: string): Event[] => {
  const log = readFileSync(file);
  const events: Event[] = [];
  for (let at = 0; at + HEAD <= log.length; ) {
    const [length, second] = [log.readUInt16LE(at + 2), log.readUInt16LE(at + 4)];
    const size = log.readUInt32LE(at + 22);
    const names = at + HEAD;
    const data = names + length + second;
    if (data + size > log.length) break;
    events.push(
      ...eventsOf({
        op: String.fromCharCode(log.readUInt8(at)),
        flag: log.readUInt8(at + 1),
        inode: log.readBigUInt64LE(at + 6),
        at: Number(log.readBigUInt64LE(at + 14)),
        path: log.toString('utf8', names, names + length),
        to: log.toString('utf8', names + length, data),
        bytes: log.subarray(data, data + size),
      }),
    );
    at = data + size;
  }
  return events;
};
