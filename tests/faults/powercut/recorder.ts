import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const SOURCE = join(import.meta.dirname, 'perekam.c');

/** Compiles the recorder into `folder`; where there is no C compiler it says which package brings one. */
export const buildRecorder = (folder: string): string => {
  const library = join(folder, 'perekam.so');
  const args = ['-shared', '-fPIC', '-O1', '-Wall', '-Werror', '-o', library, SOURCE, '-ldl', '-lpthread'];
  const { status, error, stderr } = spawnSync('cc', args, { encoding: 'utf8' });
  if (error) throw new Error('no C compiler: apt-get install gcc libc6-dev', { cause: error });
  if (status !== 0) throw new Error(stderr);
  return library;
};

/** One thing that goes wrong in a process, counted from its start. */
export type Failure =
  /** This flush fails with EIO; `of` counts only those of files whose path ends so. */
  | { readonly flush: number; readonly of?: string }
  /** This write fails: no room. */
  | { readonly write: number };

type Recording = {
  readonly library: string;
  /** Folder whose files are watched. */
  readonly folder: string;
  /** Log, appended to. */
  readonly log: string;
  readonly failure?: Failure | undefined;
};

/** Environment in which a process is recorded. */
export const recorded = ({ library, folder, log, failure }: Recording): Record<string, string> => ({
  LD_PRELOAD: library,
  PEREKAM_AKAR: folder,
  PEREKAM_CATATAN: log,
  // File work through io_uring would pass by the C library, and so by the recorder.
  UV_USE_IO_URING: '0',
  ...(failure && 'flush' in failure
    ? { PEREKAM_GAGAL: String(failure.flush), PEREKAM_NAMA: failure.of ?? '' }
    : {}),
  ...(failure && 'write' in failure ? { PEREKAM_PENUH: String(failure.write) } : {}),
});
