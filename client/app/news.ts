import { useEffect, useRef } from 'preact/hooks';
import { umum } from '../i18n/id/umum.ts';
import { entriUnsettled, useLive } from '../store/index.ts';
import { isAllSent } from '../sync/index.ts';
import { useApp } from './context.ts';
import { beriTahu } from './snackbar.ts';

/** Says when what waited has arrived, and when a line that was gone carries again. Counts activities, not commands. */
export const useNews = (): void => {
  const app = useApp();
  const status = app.engine.status.value;
  const menunggu =
    useLive(async () => (await entriUnsettled(app.store, app.actor.id)).length, [app.store, app.actor.id]) ??
    0;
  const puncak = useRef(0);
  const putus = useRef(false);
  useEffect(() => {
    puncak.current = Math.max(puncak.current, menunggu);
    if (status.problem?.code === 'tanpa_internet') putus.current = true;
    if (putus.current && status.sending && menunggu > 0) {
      putus.current = false;
      beriTahu(umum.snackbar.internetKembali(menunggu));
    }
    if (puncak.current === 0 || menunggu > 0 || !isAllSent(status) || status.problem) return;
    if (!app.latihan) beriTahu(umum.snackbar.terkirim(puncak.current));
    puncak.current = 0;
  }, [menunggu, status]);
};
