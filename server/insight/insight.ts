import type { Store } from '../store/index.ts';
import { createPantau, type Pantau } from './pantau.ts';
import { createRak, type Rak } from './rak.ts';

/** What is looked at from above: by the public, and by those who are over schools. */
export type Insight = { readonly publik: Rak; readonly pantau: Pantau };

/** Lays it out; nothing is worked out until somebody asks, or has it warmed. */
export const createInsight = (rooms: { readonly store: Store; readonly clock: () => number }): Insight => ({
  publik: createRak(rooms),
  pantau: createPantau(rooms),
});
