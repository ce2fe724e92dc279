import { useEffect, useRef } from 'preact/hooks';

/** Keys of the review queue; letters work only while no field has the focus and no dialog is open. */
export type Pintasan = Readonly<
  Record<'setujui' | 'kembalikan' | 'berikutnya' | 'sebelumnya' | 'pilih' | 'bantuan', () => void>
>;

const KEYS: Readonly<Record<string, keyof Pintasan>> = {
  s: 'setujui',
  k: 'kembalikan',
  j: 'berikutnya',
  ArrowDown: 'berikutnya',
  l: 'sebelumnya',
  ArrowUp: 'sebelumnya',
  x: 'pilih',
  '?': 'bantuan',
};

const isBusy = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  (target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null ||
    document.querySelector('dialog[open]') !== null);

/** Listens while the screen is open. A key decides on what was drawn last, never on what was there a moment before. */
export const usePintasan = (pintasan: Pintasan): void => {
  const latest = useRef(pintasan);
  latest.current = pintasan;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!name || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      event.preventDefault();
      latest.current[name]();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
};
