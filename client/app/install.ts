import { signal } from '@preact/signals';

/** Chrome's event, kept until the person has saved something: only then is an offer to install worth a thought. */
type InstallEvent = Event & {
  prompt: () => Promise<void>;
  userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>;
};

const DIAM = 'kinerja-pasang-diam';
const DIAM_LAMA = 30 * 86_400_000;

/** How this browser installs: by its own prompt, by hand on iOS, or not (again). */
export const caraPasang = signal<'tanya' | 'ios' | null>(null);
/** True once something has been saved in this browser, so that the sheet may come up. */
export const sudahMencatat = signal(false);
let event: InstallEvent | null = null;

/** True when started from the icon. */
export const terpasang = (): boolean =>
  matchMedia('(display-mode: standalone)').matches ||
  (navigator as Navigator & { standalone?: boolean }).standalone === true;

const isIos = (): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (navigator.platform === 'MacIntel' && navigator.maxTouchPoints > 1);

/** Listens for the browser's offer; called before anything is awaited, since it comes early and once. */
export const captureInstall = (): void => {
  addEventListener('beforeinstallprompt', (offer) => {
    offer.preventDefault();
    event = offer as InstallEvent;
    caraPasang.value = 'tanya';
  });
  addEventListener('appinstalled', () => {
    event = null;
    caraPasang.value = null;
  });
  if (isIos() && !terpasang()) caraPasang.value = 'ios';
};

/** Shows the browser's own question; true where the person said yes. */
export const pasang = async (): Promise<boolean> => {
  if (!event) return false;
  await event.prompt();
  const { outcome } = await event.userChoice;
  event = null;
  caraPasang.value = null;
  return outcome === 'accepted';
};

/** True while the person has asked not to be asked. */
export const sedangDiam = (now: number): boolean => {
  try {
    return Number(localStorage.getItem(DIAM) ?? 0) + DIAM_LAMA > now;
  } catch {
    return true;
  }
};

/** "Nanti": no sheet for 30 days. The row in Akun stays. */
export const diamkan = (now: number): void => {
  sudahMencatat.value = false;
  try {
    localStorage.setItem(DIAM, String(now));
  } catch {
    return;
  }
};
