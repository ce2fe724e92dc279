import { setTimeout as pause } from 'node:timers/promises';
import type { Line, Store } from '../../store/index.ts';

/** Held alone by whoever imports or takes back, on a line of its own: it is free as soon as that process is gone. */
const KUNCI = 'impor';
/** Whoever has finished lets go a moment after it has said so; so often, ms, and so many times is asked again. */
const [TIAP, KALI] = [20, 50];

type Diminta = Pick<Store, 'openLine'>;

/** Takes the one place in which imports are written, among all processes; null where somebody has it. Closing the line gives it back. */
export const genggamImpor = async (store: Diminta): Promise<Line | null> => {
  const line = await store.openLine();
  try {
    if (await line.grip(KUNCI, 'alone')) return line;
  } catch (cause) {
    await line.close();
    throw cause;
  }
  await line.close();
  return null;
};

/** The same, with a second's patience for as long as nobody is seen at work. */
export const tungguImpor = async (
  store: Diminta,
  adaYangBekerja: () => Promise<boolean>,
): Promise<Line | null> => {
  for (let kali = 0; kali < KALI; kali += 1) {
    const line = await genggamImpor(store);
    if (line) return line;
    if (await adaYangBekerja()) return null;
    await pause(TIAP);
  }
  return null;
};
