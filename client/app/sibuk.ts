import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** How many open forms hold something that the person is typing: the update prompt waits for zero. */
export const isianTerbuka = signal(0);

/** Says that a form is being filled in as long as the component is mounted and `kotor` is true. */
export const useIsianTerbuka = (kotor: boolean): void => {
  useEffect(() => {
    if (!kotor) return;
    isianTerbuka.value += 1;
    return () => {
      isianTerbuka.value -= 1;
    };
  }, [kotor]);
};
