export type { Done } from './act.ts';
export * from './draf.ts';
export * from './entri.ts';
export * from './foto.ts';
export type { Acting, LocalRefusal } from './journal.ts';
export * from './perbaiki.ts';
export * from './pola.ts';
export * from './sekolah.ts';
export * from './umpan.ts';

/** The rescue file: see `cadangan.ts`, which is loaded only when somebody needs it. */
export const exportQueue: typeof import('./cadangan.ts').exportQueue = async (source) =>
  (await import('./cadangan.ts')).exportQueue(source);
