import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose_gc');
const gc = runInNewContext('gc') as () => void;
/** Twice: what is outside the engine's own heap is given back a round after what held it. */
const collect = (): void => {
  gc();
  gc();
};

/** Bytes that are alive in this process once what nobody needs is gone: what a service would hold for ever. */
export const hidup = (): number => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** Bytes that the process holds of the machine, after the same. */
export const dipegang = (): number => {
  collect();
  return process.memoryUsage.rss();
};
