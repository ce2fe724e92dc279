import { join } from 'node:path';
import type { PhotoFiles } from '../../server/files/index.ts';
import { checkCopy } from '../../server/operations/copies/check-copy.ts';
import { makeCopy, type Progress } from '../../server/operations/copies/make.ts';
import type { Store } from '../../server/store/index.ts';

type Parts = { readonly store: Store; readonly files: PhotoFiles; readonly clock: () => number };

/** Makes real copies of a test's data folder, but never by itself; `steps` is what was said on the way. */
export const aCopyKeeper = (dir: string, parts: Parts) => {
  const place = join(dir, 'cadangan');
  const steps: Progress[] = [];
  let progress: Progress | null = null;
  const copyNow = async (): Promise<void> => {
    const onProgress = (next: Progress): void => {
      progress = next;
      steps.push(next);
    };
    await makeCopy({ ...parts, dataDir: dir, place, check: checkCopy, onProgress }).finally(() => {
      progress = null;
    });
  };
  return { place, steps, keeper: { copyNow, progress: async () => progress, elsewhere: async () => null } };
};
