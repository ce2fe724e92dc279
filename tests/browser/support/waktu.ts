import type { Phone } from './chromium.ts';

/** In the page: a clock that is off by so much, and goes on as a phone's does. The last one that was set counts. */
const off = (by: number): void => {
  const kept = globalThis as { asli?: DateConstructor };
  kept.asli ??= Date;
  const real = kept.asli;
  const now = (): number => real.now() + by;
  globalThis.Date = new Proxy(real, {
    construct: (target, args: []) => (args.length > 0 ? new target(...args) : new target(now())),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
};

/** Sets the clock of every page that the phone opens from now on, ms beside the true time. */
export const setClock = ({ context }: Phone, by: number): Promise<unknown> => context.addInitScript(off, by);
