import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { JAM_WAJAR } from '../../shared/domain/index.ts';
import { umum } from '../i18n/id/umum.ts';
import { getSetting } from '../store/index.ts';
import { Banner, Snackbar } from '../ui/index.ts';
import { KabarAkses } from './akses-news.tsx';
import { type App, useApp } from './context.ts';
import { BatasGalat } from './fault.tsx';
import { saatDi } from './hari.ts';
import { caraPasang, terpasang } from './install.ts';
import { Navigasi } from './nav.tsx';
import { useNews } from './news.ts';
import { saatSenggang } from './preload.ts';
import { Layar, preloadRest } from './routes.tsx';
import { KabarServer } from './server-news.tsx';
import { pesanKini, tutupPesan } from './snackbar.ts';
import { StripKirim } from './strip.tsx';
import { useTitle } from './title.ts';
import { PitaPerbarui } from './update-banner.tsx';

/** A phone whose clock is off: said on every screen until it is set right, though no date rests on it. */
const JamHp = () => {
  const app = useApp();
  // Drawn anew when the service has been heard.
  void app.engine.status.value;
  const beda = Math.abs(saatDi(app) - app.clock());
  return beda > JAM_WAJAR ? (
    <div class="pita">
      <Banner tone="peringatan">{umum.jamHp(beda)}</Banner>
    </div>
  ) : null;
};

/** The offer to install: fetched only where the browser can, which is where there is a line. */
const TawarPasang = ({ tunda }: { tunda: boolean }) => {
  const [Isi, setIsi] = useState<ComponentType<{ tunda: boolean }> | null>(null);
  const bisa = caraPasang.value !== null && !terpasang();
  useEffect(() => {
    if (!bisa) return;
    void import('./install-sheet.tsx').then(
      ({ LembarPasang }) => setIsi(() => LembarPasang),
      () => undefined,
    );
  }, [bisa]);
  return Isi && <Isi tunda={tunda} />;
};

/** Screens that want the whole height: no navigation, no strip. */
const PENUH = ['/catat', '/siapkan', '/bagikan'];
const isPenuh = (path: string): boolean =>
  PENUH.some((awal) => path === awal || path.startsWith(`${awal}/`)) && path !== '/catat/banyak';

/** Where this phone is woken for reminders, the service is kept at its address; loaded only there. */
const perbaruiPengingat = ({ registry, latihan }: App): void => {
  if (latihan) return;
  saatSenggang(
    () =>
      void getSetting(registry, 'pengingat')
        .then(
          (setelan) =>
            setelan && import('./pengingat.ts').then(({ segarkanPengingat }) => segarkanPengingat(registry)),
        )
        .catch(() => undefined),
  );
};

/**
 * Lets go of what had the focus before the next screen is drawn. Once it stands beside the old one, whose focused element
 * is then taken away, the browser lays out both to find out.
 */
const useLepasFokus = (path: string): void => {
  const tadi = useRef(path);
  if (tadi.current === path) return;
  tadi.current = path;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};

/** A form that opens is not covered by what was said of another, nor undone by its "Urungkan"; what it says itself comes later. */
const useTutupPesan = (penuh: boolean): void => {
  useLayoutEffect(() => {
    if (penuh) tutupPesan();
  }, [penuh]);
};

const fokusIsi = (): void => document.getElementById('isi')?.focus({ preventScroll: true });

/** The message of the moment, by itself: what is said leaves the screen around it as it is. */
const Pesan = () => {
  const pesan = pesanKini.value;
  return (
    <Snackbar
      message={pesan?.teks ?? null}
      action={pesan?.aksi && { label: pesan.aksi.teks, onClick: pesan.aksi.jalan }}
      onClose={tutupPesan}
      closeLabel={umum.aksi.tutupPesan}
    />
  );
};

/** Title and number on the icon follow every step of sending: by themselves too. */
const Judul = () => {
  useTitle();
  return null;
};

/** What stands around every screen: strip, navigation, messages, offers. */
export const Bingkai = () => {
  const app = useApp();
  const { path } = useLocation();
  const penuh = isPenuh(path);
  useLepasFokus(path);
  useTutupPesan(penuh);
  useNews(penuh);
  useEffect(() => preloadRest(app), [app]);
  useEffect(() => perbaruiPengingat(app), [app]);
  return (
    <div class={penuh ? 'bingkai penuh' : 'bingkai'}>
      <a class="loncat" href="#isi">
        {umum.aksi.loncat}
      </a>
      {!penuh && <StripKirim />}
      {!penuh && <PitaPerbarui />}
      {!penuh && <KabarServer />}
      {!penuh && <KabarAkses />}
      <JamHp />
      <BatasGalat app={app} path={path}>
        <Layar onChange={fokusIsi} />
      </BatasGalat>
      <Navigasi />
      <Pesan />
      <Judul />
      <TawarPasang tunda={path !== '/' && path !== '/saya'} />
    </div>
  );
};
