import { signal } from '@preact/signals';

/** A short message at the bottom of the screen, with at most one thing to do about it. */
export type Pesan = {
  readonly id: number;
  readonly teks: string;
  readonly aksi?: { readonly teks: string; readonly jalan: () => void };
};

/** The message shown now; the newest replaces an older one. */
export const pesanKini = signal<Pesan | null>(null);

let last = 0;

/** Shows a message for 8 seconds. */
export const beriTahu = (teks: string, aksi?: Pesan['aksi']): void => {
  last += 1;
  pesanKini.value = aksi ? { id: last, teks, aksi } : { id: last, teks };
};

/** Says something that nobody asked for: never in place of a message that still offers a way back. */
export const kabarkan = (teks: string): void => {
  if (!pesanKini.peek()?.aksi) beriTahu(teks);
};

/** Takes the message away. */
export const tutupPesan = (): void => {
  pesanKini.value = null;
};
