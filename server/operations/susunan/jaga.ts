/** How often it is looked at, ms: stand-ins begin and end with the day. */
const SETIAP = 30 * 60_000;

/**
 * Keeps right while the service runs, beginning soon after its start, what no request does by itself: the names of penilai,
 * and what an act over many schools that broke off has left. Rights need no such care: they are asked for by the clock with
 * every request.
 */
export const jagaSusunan = (
  selaraskan: () => Promise<unknown>,
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
