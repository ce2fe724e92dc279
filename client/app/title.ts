import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { umum } from '../i18n/id/umum.ts';
import { useApp } from './context.ts';

/** Number on the icon, where the system has one (installed on iOS and on desktops). */
const badge = (count: number): void => {
  const set = (navigator as { setAppBadge?: (count: number) => Promise<void> }).setAppBadge;
  set?.call(navigator, count).catch(() => undefined);
};

/** Keeps the tab's title at the screen's name and the count of what has not arrived; main landmarks carry the name. */
export const useTitle = (): void => {
  const { url } = useLocation();
  const { unsent, refused } = useApp().engine.status.value;
  const belum = unsent + refused;
  useEffect(() => {
    const name = (): void => {
      const halaman = document.getElementById('isi')?.getAttribute('aria-label');
      if (halaman) document.title = umum.judul(halaman, belum);
    };
    name();
    const seen = new MutationObserver(name);
    seen.observe(document.body, { childList: true, subtree: true, attributeFilter: ['aria-label'] });
    return () => seen.disconnect();
  }, [url, belum]);
  useEffect(() => badge(belum), [belum]);
};
