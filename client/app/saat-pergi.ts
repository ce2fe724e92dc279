import { useEffect } from 'preact/hooks';

/** Keeps what is being written at once, whenever the page is left or hidden: a phone may never come back to it. */
export const useSaatPergi = (simpan: () => Promise<void>): void => {
  useEffect(() => {
    const leave = (): void => void simpan();
    leave();
    document.addEventListener('visibilitychange', leave);
    addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [simpan]);
};
