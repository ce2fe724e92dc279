import { useEffect, useState } from 'preact/hooks';
import { jamPada, saatServer, tanggalPada } from '../../shared/domain/index.ts';
import type { RecordOf } from '../../shared/records/index.ts';
import { ingatTahun } from '../i18n/format.ts';
import { satkerOf, useLive } from '../store/index.ts';
import { type App, useApp } from './context.ts';

/** Where the school's record has not come yet: the zone with most schools. */
const ZONA_BAWAAN = 'Asia/Jakarta';

/**
 * The service's time, as this phone knows it (epoch ms): what day it is does not rest on a clock that was never set. Who
 * asks is not drawn anew with every news of sending.
 */
export const saatDi = ({ clock, engine }: App): number => saatServer(clock(), engine.status.peek());

const tanggalDi = (app: App, zona: string): string => {
  const tanggal = tanggalPada(saatDi(app), zona);
  ingatTahun(tanggal);
  return tanggal;
};

/** Today at the school. */
export const hariIniDi = (app: App, satker: RecordOf<'satker'> | undefined): string =>
  tanggalDi(app, satker?.content.zona ?? ZONA_BAWAAN);

/** Today's date and hour at the school, whatever the phone's zone is; looked at again each minute while the page is visible. */
export const useHariIni = (): { hariIni: string; sekarang: string } => {
  const app = useApp();
  const satker = useLive(() => satkerOf(app.store, app.shard), [app.store, app.shard]);
  const zona = satker?.content.zona ?? ZONA_BAWAAN;
  const read = (): string => `${tanggalDi(app, zona)} ${jamPada(saatDi(app), zona)}`;
  const [, setNow] = useState(read);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') setNow(read());
    };
    const timer = setInterval(look, 60_000);
    document.addEventListener('visibilitychange', look);
    const berhenti = app.engine.status.subscribe(look);
    return () => {
      berhenti();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [zona, app]);
  const [hariIni = '', sekarang = ''] = read().split(' ');
  return { hariIni, sekarang };
};
