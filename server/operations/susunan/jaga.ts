import type { MejaSusunan } from './meja.ts';

/** How often the names of penilai are looked at, ms: stand-ins begin and end with the day. */
const SETIAP = 30 * 60_000;

/**
 * Keeps the names of penilai right while the service runs, beginning soon after its start. Rights need no such care: they
 * are asked for by the clock with every request.
 */
export const jagaSusunan = (
  { selaraskan }: Pick<MejaSusunan, 'selaraskan'>,
  leads: () => Promise<boolean>,
  onFault: (cause: unknown) => void,
): { readonly berhenti: () => Promise<void> } => {
  let kerja: Promise<unknown> = Promise.resolve();
  const lihat = (): void => {
    kerja = leads()
      .then((isOurs) => (isOurs ? selaraskan() : 0))
      .catch(onFault);
  };
  const timer = setInterval(lihat, SETIAP);
  timer.unref();
  const awal = setTimeout(lihat, 60_000);
  awal.unref();
  return {
    berhenti: async () => {
      clearInterval(timer);
      clearTimeout(awal);
      await kerja;
    },
  };
};
