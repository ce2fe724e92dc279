import { resolve } from 'node:path';
import type { StorePlace } from '../../store/index.ts';

/** `sqlite:PATH` or `postgres://…` as a place; null for anything else. */
export const placeFrom = (text: string | undefined): StorePlace | null => {
  if (text === undefined) return null;
  if (text.startsWith('sqlite:') && text.length > 'sqlite:'.length)
    return { kind: 'sqlite', path: resolve(text.slice('sqlite:'.length)) };
  return /^postgres(ql)?:\/\/\S+$/.test(text) ? { kind: 'postgres', url: text } : null;
};
