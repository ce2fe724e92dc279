import { useEffect, useRef } from 'preact/hooks';
import { umum } from '../i18n/id/umum.ts';
import { entriUnsettled, useLive } from '../store/index.ts';
import { isAllSent } from '../sync/index.ts';
import { useApp } from './context.ts';
import { kabarkan } from './snackbar.ts';

/**
 * Says when what waited has arrived, and when a line that was gone carries again. Counts activities, not commands. Nothing
 * while a form has the whole screen: it would cover what is being typed, and the strip says it afterwards.
 */
export const useNews = (penuh: boolean): void => {
  const app = useApp();
  const status = app.engine.status.value;
  const menunggu =
    useLive(async () => (await entriUnsettled(app.store, app.actor.id)).length, [app.store, app.actor.id]) ??
    0;
  const puncak = useRef(0);
  /** When the server was last heard before the line broke; null while it has not broken. */
  const putus = useRef<number | null>(null);
  useEffect(() => {
    puncak.current = Math.max(puncak.current, menunggu);
    if (status.problem?.code === 'tanpa_internet') putus.current ??= status.lastOk ?? 0;
    if (putus.current !== null && (status.lastOk ?? 0) > putus.current) {
      putus.current = null;
      if (menunggu > 0 && !penuh) kabarkan(umum.snackbar.internetKembali(menunggu));
    }
    if (puncak.current === 0 || menunggu > 0 || !isAllSent(status) || status.problem) return;
    if (!app.latihan && !penuh) kabarkan(umum.snackbar.terkirim(puncak.current));
    puncak.current = 0;
  }, [menunggu, status]);
};
