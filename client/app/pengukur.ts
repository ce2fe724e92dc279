import { useEffect, useRef } from 'preact/hooks';
import type { CaraCatat } from '../../shared/domain/index.ts';
import { catatUkuran } from '../store/index.ts';
import { useApp } from './context.ts';
import { hariIniDi } from './hari.ts';
import { saatSenggang } from './preload.ts';

/** A form that lay open for longer was left, not filled in. */
const PALING_LAMA_MS = 15 * 60_000;

/** Time of forms that were left unfinished, by what they are: it counts on when they are come back to, until the page goes. */
const tertunda = new Map<string, number>();

/** Adds up the time in which a screen was to be seen. `saat` is epoch ms; a clock that is set back adds nothing. */
export const pengukur = (saat: number, tampak: boolean, awal = 0) => {
  let [jumlah, sejak] = [awal, tampak ? saat : null];
  const sampai = (kini: number): number => jumlah + (sejak === null ? 0 : Math.max(0, kini - sejak));
  return {
    tampak: (now: boolean, kini: number): void => {
      jumlah = sampai(kini);
      sejak = now ? kini : null;
    },
    sampai,
  };
};

/**
 * Measures how long a screen is looked at until what is on it is saved; `apa` names unfinished work that can be come back
 * to, empty where leaving is giving up. What it returns keeps the measure, for so many
 * entries, on this phone; whatever comes of it, saving never waits for it.
 */
export const usePengukur = (cara: CaraCatat, apa: string): ((jumlah: number) => void) => {
  const app = useApp();
  const ukur = useRef<ReturnType<typeof pengukur> | null>(null);
  ukur.current ??= pengukur(app.clock(), document.visibilityState === 'visible', tertunda.get(apa));
  useEffect(() => {
    const lihat = (): void => ukur.current?.tampak(document.visibilityState === 'visible', app.clock());
    document.addEventListener('visibilitychange', lihat);
    return () => {
      document.removeEventListener('visibilitychange', lihat);
      if (ukur.current && apa !== '') tertunda.set(apa, ukur.current.sampai(app.clock()));
    };
  }, [apa]);
  return (jumlah) => {
    const ms = Math.min(PALING_LAMA_MS, ukur.current?.sampai(app.clock()) ?? 0);
    tertunda.delete(apa);
    ukur.current = pengukur(app.clock(), true);
    const hari = hariIniDi(app, undefined);
    saatSenggang(
      () =>
        void catatUkuran(app.store, { hari, cara, ms, jumlah })
          .then((ikut) => (ikut ? import('./lapor-beban.ts') : null))
          .then((lapor) => lapor?.laporkanBeban(app.store, hari))
          .catch(() => undefined),
    );
  };
};
