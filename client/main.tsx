import './ui/index.css';
import './app/app.css';
import { render } from 'preact';
import { Akar, bukaYangDipakai } from './app/akar.tsx';
import { TidakBisaMulai } from './app/fault.tsx';
import { captureInstall } from './app/install.ts';
import { siapkanLayar } from './app/layar-awal.tsx';
import { sedangDiam, setelahGambar } from './app/preload.ts';
import { isianTerbuka } from './app/sibuk.ts';
import { startTheme } from './app/theme.ts';
import { reloadForMissingChunk, startUpdates } from './app/update.ts';
import { umum } from './i18n/id/umum.ts';
import { holdLive, onOutdated, openRegistry } from './store/index.ts';

const dunia = { registry: openRegistry(), clock: () => Date.now(), random: () => Math.random() };
/** The shell of index.html goes when there is something to put in its place; Preact would render beside it. */
const root = document.getElementById('aplikasi') ?? document.body;

/** The first frame goes before everything that reads on its own; a phone that takes longer is not kept waiting for it. */
const PALING_LAMA_MS = 5000;

/** A draft that was open when the phone closed the page for its camera comes back first, whatever was asked for. */
const mulai = async (): Promise<boolean> => {
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
  return draft === undefined;
};

/** What nobody waits for. `tanpaDraf`: nothing was being written when the page was closed. */
const setelahMulai = async (tanpaDraf: boolean): Promise<void> => {
  await setelahGambar();
  await startUpdates(() => tanpaDraf && isianTerbuka.peek() === 0);
};

captureInstall();
reloadForMissingChunk(() => !sedangDiam() && isianTerbuka.peek() === 0);
startTheme();
onOutdated(() => location.reload());
if (isSecureContext) {
  const digambar = mulai();
  holdLive(digambar.then(setelahGambar), PALING_LAMA_MS);
  digambar.then(setelahMulai, (error: unknown) => {
    const known = error instanceof Error ? error : new Error(String(error));
    root.replaceChildren();
    render(<TidakBisaMulai teks={umum.galat.simpananTerkunci} error={known} />, root);
  });
} else {
  root.replaceChildren();
  render(<TidakBisaMulai teks={umum.galat.perluHttps} />, root);
}
