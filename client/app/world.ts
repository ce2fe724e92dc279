import type { Registry } from '../store/index.ts';

/** What the app takes from the world, handed in by main.tsx. */
export type Dunia = {
  readonly registry: Registry;
  readonly clock: () => number;
  readonly random: () => number;
};

/** Id of the training mode's database; it never belongs to anybody. */
export const LATIHAN = 'latihan';
