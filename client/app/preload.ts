/** Runs work when the browser has nothing better to do; Safari has no idle callback. */
export const saatSenggang = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 3000 });
  else setTimeout(work, 800);
};
