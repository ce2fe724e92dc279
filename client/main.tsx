import './ui/index.css';
import './app/app.css';
import { render } from 'preact';
import { Akar, bukaYangDipakai } from './app/akar.tsx';
import { TidakBisaMulai } from './app/fault.tsx';
import { captureInstall } from './app/install.ts';
import { siapkanLayar } from './app/layar-awal.tsx';
import { isianTerbuka } from './app/sibuk.ts';
import { startTheme } from './app/theme.ts';
import { reloadForMissingChunk, startUpdates } from './app/update.ts';
import { umum } from './i18n/id/umum.ts';
import { onOutdated, openRegistry } from './store/index.ts';

const dunia = { registry: openRegistry(), clock: () => Date.now(), random: () => Math.random() };
/** The shell of index.html goes when there is something to put in its place; Preact would render beside it. */
const root = document.getElementById('aplikasi') ?? document.body;

/** A draft that was open when the phone closed the page for its camera comes back first, whatever was asked for. */
const mulai = async (): Promise<void> => {
  const inside = await bukaYangDipakai(dunia);
  const [draft] = inside
    ? await Promise.all([
        inside.isi.restoreAfterCamera(inside.app),
        siapkanLayar(inside.app).catch(() => undefined),
      ])
    : [];
  if (draft) history.replaceState(null, '', `/catat/${draft.id}?pulih=${draft.cameraKills}`);
  root.replaceChildren();
  render(<Akar dunia={dunia} />, root);
  await startUpdates(() => !draft && isianTerbuka.peek() === 0);
};

captureInstall();
reloadForMissingChunk();
startTheme();
onOutdated(() => location.reload());
if (isSecureContext) {
  mulai().catch((error: unknown) => {
    const known = error instanceof Error ? error : new Error(String(error));
    root.replaceChildren();
    render(<TidakBisaMulai teks={umum.galat.simpananTerkunci} error={known} />, root);
  });
} else {
  root.replaceChildren();
  render(<TidakBisaMulai teks={umum.galat.perluHttps} />, root);
}
