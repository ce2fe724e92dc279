import './ui/index.css';
import './app/app.css';
import { render } from 'preact';
import { restoreAfterCamera } from './actions/index.ts';
import { openActive } from './app/account.ts';
import { Akar } from './app/akar.tsx';
import type { App } from './app/context.ts';
import { TidakBisaMulai } from './app/fault.tsx';
import { captureInstall } from './app/install.ts';
import { preloadFirst } from './app/routes.tsx';
import { isianTerbuka } from './app/sibuk.ts';
import { startTheme } from './app/theme.ts';
import { reloadForMissingChunk, startUpdates } from './app/update.ts';
import { umum } from './i18n/id/umum.ts';
import { onOutdated, openRegistry } from './store/index.ts';

const dunia = { registry: openRegistry(), clock: () => Date.now(), random: () => Math.random() };
const root = document.getElementById('aplikasi') ?? document.body;

/** A draft that was open when the phone closed the page for its camera comes back first, whatever was asked for. */
const pulihkanDraf = async (app: App): Promise<boolean> => {
  const draft = await restoreAfterCamera(app);
  if (draft) history.replaceState(null, '', `/catat/${draft.id}?pulih=${draft.cameraKills}`);
  return draft !== undefined;
};

const mulai = async (): Promise<void> => {
  const [app] = await Promise.all([openActive(dunia), preloadFirst(location.pathname)]);
  const pulih = app !== null && (await pulihkanDraf(app));
  render(<Akar dunia={dunia} app={app} />, root);
  await startUpdates(() => !pulih && isianTerbuka.peek() === 0);
};

captureInstall();
reloadForMissingChunk();
startTheme();
onOutdated(() => location.reload());
if (isSecureContext) {
  mulai().catch((error: unknown) => {
    const known = error instanceof Error ? error : new Error(String(error));
    render(<TidakBisaMulai teks={umum.galat.simpananTerkunci} error={known} />, root);
  });
} else render(<TidakBisaMulai teks={umum.galat.perluHttps} />, root);
