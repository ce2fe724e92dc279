import { getSetting, useLive } from '../store/index.ts';
import { lineNow, mayPhotosGo } from '../sync/index.ts';
import type { App } from './context.ts';

/** What photos wait for although the line works: what she chose, or a line that would take minutes for one; null for nothing. */
export const useFotoTunggu = ({ registry }: App): 'wifi' | 'jaringan' | null => {
  const pilihan = useLive(
    async () => ({
      wifiSaja: await getSetting(registry, 'wifiSaja'),
      hematData: await getSetting(registry, 'hematData'),
    }),
    [registry],
  );
  if (!pilihan || mayPhotosGo(pilihan, lineNow())) return null;
  return pilihan.wifiSaja ? 'wifi' : 'jaringan';
};
