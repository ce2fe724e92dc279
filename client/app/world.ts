import type { Registry } from '../store/index.ts';

/** What the app takes from the world, handed in by main.tsx. */
export type Dunia = {
  readonly registry: Registry;
  readonly clock: () => number;
  readonly random: () => number;
};

/** Id of the training mode's database; it never belongs to anybody. */
export const LATIHAN = 'latihan';

/** Whoever has an account open holds this Web Lock, page by page: its app lock goes on and off where no other page has. */
export const openName = (id: string): string => `buka:${id}`;

const TANDA = 'kinerja-latihan';

/** True while this tab is training: a reload must not end it without a word. */
export const sedangLatihan = (): boolean => {
  try {
    return sessionStorage.getItem(TANDA) !== null;
  } catch {
    return false;
  }
};

/** Notes that this tab is training, or no longer. */
export const ingatLatihan = (mulai: boolean): void => {
  try {
    if (mulai) sessionStorage.setItem(TANDA, '1');
    else sessionStorage.removeItem(TANDA);
  } catch {
    return;
  }
};
