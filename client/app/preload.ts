/** Runs work when the browser has nothing better to do; Safari has no idle callback. */
export const saatSenggang = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 3000 });
  else setTimeout(work, 800);
};

/** Resolves once what has been put into the page by now is on the screen; in a hidden one nothing is painted, nor waited for. */
export const setelahGambar = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.visibilityState === 'hidden') return void setTimeout(resolve);
    requestAnimationFrame(() => void setTimeout(resolve));
  });

let diam = 0;

/** Fetches what nobody asked for yet; true where it came. Where it does not, the page is left as it is. */
export const muatDiam = async (load: () => Promise<unknown>): Promise<boolean> => {
  diam += 1;
  try {
    await load();
    return true;
  } catch {
    return false;
  } finally {
    diam -= 1;
  }
};

/** True while something is being fetched ahead. */
export const sedangDiam = (): boolean => diam > 0;
