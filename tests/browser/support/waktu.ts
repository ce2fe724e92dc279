import type { Worker } from 'playwright-core';
import { tanggalPada } from '../../../shared/domain/index.ts';
import type { Phone } from './chromium.ts';

/**
 * When these tests happen: a Wednesday in the middle of a school month, whenever they are run, so that what passed once
 * passes on a Sunday, a holiday and the last of December. `HARI=2026-12-25T09:00 npm test` runs them at another time,
 * `HARI=kini` at the true one.
 */
const HARI = process.env['HARI'] ?? '2026-11-18T09:30';

/** The tests' clock beside the true one, ms. */
export const beda = HARI === 'kini' ? 0 : Date.parse(`${HARI}:00+07:00`) - Date.now();
if (Number.isNaN(beda))
  throw new Error(`HARI=${HARI}: write a local time such as 2026-12-25T09:00, or "kini"`);

/** The tests' clock, epoch ms; it goes on as the true one does. */
export const kini = (): number => Date.now() + beda;

/** Today at the demo school as these tests begin. */
export const hariIni = tanggalPada(kini(), 'Asia/Jakarta');

/** The loader that runs benches names inner functions through a helper, which no page knows. */
const NAMES = 'globalThis.__name ??= (named) => named';

/** In the page or its worker: a clock that is off by so much, and goes on as a phone's does. */
const off = (by: number): void => {
  const kept = globalThis as { asli?: { date: DateConstructor; now: () => number } };
  kept.asli ??= { date: Date, now: Date.now };
  const { date, now } = kept.asli;
  date.now = () => now() + by;
  globalThis.Date = new Proxy(date, {
    construct: (target, args: []) => (args.length > 0 ? new target(...args) : new target(target.now())),
  });
};

/**
 * Sets the clock of every page that the phone opens from now on, ms beside the true time, and of what works for it in the
 * background. The last one that was set counts.
 */
export const setClock = async ({ context }: Pick<Phone, 'context'>, by: number): Promise<void> => {
  const inBackground = (worker: Worker): Promise<void> =>
    worker
      .evaluate(NAMES)
      .then(() => worker.evaluate(off, by))
      .catch(() => undefined);
  context.on('serviceworker', inBackground);
  await context.addInitScript(NAMES);
  await Promise.all([context.addInitScript(off, by), ...context.serviceWorkers().map(inBackground)]);
};
