import { useEffect, useRef } from 'preact/hooks';

/** What each key does: a letter in lower case, a digit, or the name of another key. */
type Tombol = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

const WRITES = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** Fields keep their letters; a choice out of several keeps its arrows. */
const isBusy = (target: EventTarget | null, key: string): boolean =>
  target instanceof Element &&
  (target.closest(WRITES) !== null ||
    (key.startsWith('Arrow') && target.closest('[type=radio]') !== null) ||
    document.querySelector('dialog[open]') !== null);

/** Listens while the screen is open. A key decides on what was drawn last, never on what was there a moment before. */
export const useTombol = (tombol: Tombol): void => {
  const latest = useRef(tombol);
  latest.current = tombol;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = Object.hasOwn(latest.current, key) ? latest.current[key] : undefined;
      if (!act || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target, key)) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
};
