import { useEffect, useState } from 'preact/hooks';
import { subscribeLive } from './hold.ts';

/**
 * A query's result, asked again whenever what it read has changed, by this page, another tab or the service worker.
 * Undefined while it is being asked for the first time; the last result stays while new dependencies are being asked.
 */
export const useLive = <T>(query: () => Promise<T> | T, deps: readonly unknown[]): T | undefined => {
  const [value, setValue] = useState<{ readonly of: T } | undefined>(undefined);
  useEffect(() => {
    return subscribeLive(
      query,
      (of) => setValue({ of }),
      (error) => {
        queueMicrotask(() => {
          throw error;
        });
      },
    );
  }, deps as unknown[]);
  return value?.of;
};
