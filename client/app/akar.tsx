import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, useLocation } from 'preact-iso';
import { umum } from '../i18n/id/umum.ts';
import { type AkunDiHp, accountsOnPhone, activate } from '../session/index.ts';
import { closeApp, type Dunia, erase, leave, openActive, openApp } from './account.ts';
import { Bingkai } from './bingkai.tsx';
import { type App, AppContext, type Pintu, PintuContext } from './context.ts';
import { BatasGalat } from './fault.tsx';
import { GantiAkun, Latihan, Masuk } from './routes.tsx';

/** The person at work; null where nobody is signed in. One at a time: her database is open and her sender runs. */
const appKini = signal<App | null>(null);

const ganti = (next: App | null): void => {
  const before = appKini.peek();
  if (before && before !== next) closeApp(before);
  appKini.value = next;
};

const pintuUntuk = (app: App, dunia: Dunia, ke: (url: string) => void): Pintu => ({
  keluar: async () => {
    appKini.value = null;
    await leave(app);
    const before = app.latihan ? await openActive(dunia) : null;
    appKini.value = before;
    ke(before ? '/' : '/masuk');
  },
  hapusData: async (typed) => {
    const done = await erase(app, typed);
    if (!done.ok) return done;
    appKini.value = null;
    ke('/masuk');
    return done;
  },
});

const useAkun = (dunia: Dunia): readonly AkunDiHp[] | null => {
  const [akun, setAkun] = useState<readonly AkunDiHp[] | null>(null);
  useEffect(() => void accountsOnPhone(dunia.registry).then(setAkun), [dunia, appKini.value]);
  return akun;
};

/** Signing in, choosing an account, training: what there is before and beside an account. */
const Luar = ({ dunia }: { dunia: Dunia }) => {
  const { path, route } = useLocation();
  const akun = useAkun(dunia);
  const buka = async (id: string, ke: string): Promise<void> => {
    await activate(dunia.registry, id, dunia.clock());
    ganti(await openApp(id, dunia));
    route(ke, true);
  };
  const setelahMasuk = async (): Promise<void> => {
    const [first] = await accountsOnPhone(dunia.registry);
    const pernah = akun?.some(({ id }) => id === first?.id) ?? false;
    if (first) await buka(first.id, pernah ? '/' : '/siapkan');
  };
  const latihan = async (): Promise<void> => {
    const { openTraining } = await import('./latihan.ts');
    ganti(await openTraining(dunia));
    route('/', true);
  };
  if (!akun) return null;
  if (path === '/latihan') return <Latihan onMulai={latihan} />;
  if (path === '/ganti-akun' && akun.length > 0)
    return (
      <GantiAkun akun={akun} aktif={appKini.value?.account.id ?? null} onPilih={(id) => void buka(id, '/')} />
    );
  return <Masuk akun={akun} onMasuk={() => void setelahMasuk()} />;
};

const LUAR = ['/masuk', '/ganti-akun', '/latihan'];

const Dalam = ({ dunia }: { dunia: Dunia }) => {
  const { path, route } = useLocation();
  const app = appKini.value;
  const diLuar = !app || LUAR.includes(path);
  useEffect(() => {
    if (!app && !LUAR.includes(path)) route('/masuk', true);
  }, [app, path]);
  if (diLuar)
    return (
      <BatasGalat app={app} path={path}>
        <ErrorBoundary>
          <Luar dunia={dunia} />
        </ErrorBoundary>
      </BatasGalat>
    );
  return (
    <AppContext.Provider value={app}>
      <PintuContext.Provider value={pintuUntuk(app, dunia, (url) => route(url, true))}>
        <Bingkai key={app.account.id} />
      </PintuContext.Provider>
    </AppContext.Provider>
  );
};

/** The whole app. */
export const Akar = ({ dunia, app }: { dunia: Dunia; app: App | null }) => {
  if (appKini.peek() === null && app) appKini.value = app;
  return (
    <LocationProvider>
      <Dalam dunia={dunia} />
    </LocationProvider>
  );
};
