import type { StoredEra } from '../store/index.ts';

/*
 * Each history of the server goes by the run in which it began: the first of all, or one on an older copy.
 *
 *   e1 ──copy──▶ e1 goes on, is lost: history e1
 *          └──▶ e2 (pulih) goes on, is lost too: history e2
 *          └──▶ e3 (pulih) the present one; its table of runs holds e1, e3
 */

/** Runs of the server, the newest first. */
type Eras = readonly StoredEra[];

/** Cause of a run of the server that began with an older copy. */
const RESTORED = 'pulih';
const isRestored = ({ cause }: StoredEra): boolean => cause === RESTORED;

/** The history that the newest run goes on with; empty where there was no run yet. */
export const presentRoot = (eras: Eras): string => (eras.find(isRestored) ?? eras.at(-1))?.id ?? '';

/** The history that the present one parted from: what a phone means that knows no names. */
const parentRoot = (eras: Eras): string => presentRoot(eras.slice(eras.findIndex(isRestored) + 1));

/** The name of a lost history as a phone gave it, or the likeliest where it gave none. */
export const namedRoot = (eras: Eras, root: string): string => root || parentRoot(eras);

/**
 * The run in which a history was left behind. One that this database has never heard of began after the copy was made, and
 * parted where the copy ends. The present one parts only where nobody noticed at the start that an older copy was there.
 */
export const partedIn = (eras: Eras, root: string): StoredEra | undefined => {
  const began = eras.findIndex(({ id }) => id === root);
  return began < 0
    ? (eras.find(isRestored) ?? eras[0])
    : (eras.slice(0, began).findLast(isRestored) ?? eras[0]);
};
