import { useState } from 'preact/hooks';
import { keepTyped, recallTyped } from '../store/index.ts';
import { useApp } from './context.ts';

/**
 * Something that is being typed outside of a draft (a message, a note, rows): still there after a reload, a closed dialog
 * or another screen, until it is what `kosong` says again. `what` must not change while the component lives: give it a key.
 */
export const useKetikan = <T>(what: string, kosong: T): readonly [T, (next: T) => void] => {
  const { store } = useApp();
  const [isi, setIsi] = useState<T>(() => recallTyped<T>(store, what) ?? kosong);
  const tulis = (next: T): void => {
    setIsi(next);
    keepTyped(store, what, JSON.stringify(next) === JSON.stringify(kosong) ? null : next);
  };
  return [isi, tulis];
};
