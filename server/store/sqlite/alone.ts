import { existsSync, readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';

/*
 * One process works on a database at a time: service, command line, restore. A second one would give the log a fresh inode
 * under the first (finding F16), and everything that the first acknowledged from then on would be gone.
 */

/** A held database. */
export type Alone = {
  /** False once somebody has worked on the files behind this process's back: nothing more may be acknowledged. */
  readonly isOurs: () => boolean;
  readonly close: () => void;
};

const inUse = (path: string, cause?: unknown): Error =>
  new Error(`${path} is in use by another process`, { cause });

const inodeOf = (path: string): number | null => statSync(path, { throwIfNoEntry: false })?.ino ?? null;

/** The lock is the operating system's, so it ends with the process, however that ends. */
const lock = (path: string): Database.Database => {
  const guard = new Database(`${path}.kunci`);
  try {
    guard.pragma('busy_timeout = 0');
    guard.exec('BEGIN EXCLUSIVE');
    return guard;
  } catch (cause) {
    guard.close();
    throw inUse(path, cause);
  }
};

/** Where SQLite's locks on a database file lie (its "pending byte" and the 511 after it). */
const [FIRST, LAST] = [0x40000000, 0x400001ff];

/** Device and inode as the kernel's list of locks writes them. */
const nameOf = (path: string): string | null => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return null;
  const [major, minor] = [(found.dev >> 8) & 0xfff, (found.dev & 0xff) | ((found.dev >> 12) & 0xfff00)];
  const hex = (value: number): string => value.toString(16).padStart(2, '0');
  return `${hex(major)}:${hex(minor)}:${found.ino}`;
};

/**
 * True where the kernel says that another process has the database open. For the case that somebody took the guard's file
 * for a lock that was left behind and removed it; elsewhere than on Linux there is no such list, and the guard has to do.
 */
const isOpenElsewhere = (path: string): boolean => {
  const name = nameOf(path);
  if (name === null || !existsSync('/proc/locks')) return false;
  return readFileSync('/proc/locks', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .some((words) => {
      const [pid, file, from] = words.slice(-4);
      return file === name && pid !== String(process.pid) && Number(from) >= FIRST && Number(from) <= LAST;
    });
};

/** Holds the database of this path for this process; throws where another has it. */
export const holdAlone = (path: string): Alone => {
  // Before the guard as well: whoever is refused must not have made one anew that is not the first one's.
  if (isOpenElsewhere(path)) throw inUse(path);
  let guard = lock(path);
  if (isOpenElsewhere(path)) {
    guard.close();
    throw inUse(path);
  }
  const [guardFile, files] = [`${path}.kunci`, [path, `${path}-wal`]];
  let guardInode = inodeOf(guardFile);
  const known = new Map<string, number>();
  /** A guard that was removed keeps nobody out: it is made again, unless another process has one meanwhile. */
  const guardStands = (): boolean => {
    if (inodeOf(guardFile) === guardInode) return true;
    try {
      const again = lock(path);
      guard.close();
      guard = again;
      guardInode = inodeOf(guardFile);
      return true;
    } catch {
      // Another came first: that is the answer.
      return false;
    }
  };
  return {
    isOurs: () =>
      guardStands() &&
      files.every((file) => {
        const inode = inodeOf(file);
        const before = known.get(file);
        // The log is there from the first write on.
        if (before === undefined && inode !== null) known.set(file, inode);
        return before === undefined || before === inode;
      }),
    close: () => void guard.close(),
  };
};

/** True while a process holds the database of this path open. */
export const isInUse = (path: string): boolean => {
  if (!existsSync(`${path}.kunci`)) return isOpenElsewhere(path);
  try {
    holdAlone(path).close();
    return false;
  } catch {
    // Held: that is the answer.
    return true;
  }
};
