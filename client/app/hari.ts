import { useEffect, useState } from 'preact/hooks';
import { jamPada, tanggalPada } from '../../shared/domain/index.ts';
import type { RecordOf } from '../../shared/records/index.ts';
import { satkerOf, useLive } from '../store/index.ts';
import { type App, useApp } from './context.ts';

/** Where the school's record has not come yet: the zone with most schools. */
const ZONA_BAWAAN = 'Asia/Jakarta';

/** Today at the school. */
export const hariIniDi = ({ clock }: App, satker: RecordOf<'satker'> | undefined): string =>
  tanggalPada(clock(), satker?.content.zona ?? ZONA_BAWAAN);

/** Today's date and hour at the school, whatever the phone's zone is; looked at again each minute while the page is visible. */
export const useHariIni = (): { hariIni: string; sekarang: string } => {
  const app = useApp();
  const satker = useLive(() => satkerOf(app.store, app.shard), [app.store, app.shard]);
  const zona = satker?.content.zona ?? ZONA_BAWAAN;
  const read = (): string => `${tanggalPada(app.clock(), zona)} ${jamPada(app.clock(), zona)}`;
  const [, setNow] = useState(read);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') setNow(read());
    };
    const timer = setInterval(look, 60_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [zona, app]);
  const [hariIni = '', sekarang = ''] = read().split(' ');
  return { hariIni, sekarang };
};
