import { batch, signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, useLocation } from 'preact-iso';
import {
  type AkunDiHp,
  accountsOnPhone,
  activate,
  activeAccount,
  adaYangHilang,
  openLikely,
} from '../session/index.ts';
import { type AccountStore, deleteDatabase, watch } from '../store/index.ts';
import type { Bawaan } from './account.ts';
import { type App, AppContext, type Pintu, PintuContext } from './context.ts';
import { BatasGalat } from './fault.tsx';
import { GantiAkun, Hilang, Latihan, LayarKunci, Masuk, preloadFirst } from './layar-awal.tsx';
import { saatSenggang } from './preload.ts';
import { type Dunia, LATIHAN, sedangLatihan } from './world.ts';

const LUAR = ['/masuk', '/ganti-akun', '/latihan', '/hilang'];

/** Where the page was opened for, as by a photo shared from another app, while nobody was signed in. */
let tujuan = '/';

type Isi = typeof import('./dalam.ts');

/** The person at work and the frame around her; null where nobody is signed in. One at a time: her sender runs. */
const kini = signal<{ readonly app: App; readonly isi: Isi } | null>(null);

/** The account whose app lock is shut; its door stands in the place of everything inside. */
const terkunci = signal<string | null>(null);

/** Loads what a signed-in person needs; the same promise for everybody who asks. */
const muatIsi = (): Promise<Isi> => import('./dalam.ts');

const ganti = (isi: Isi, next: App | null): void => {
  const before = kini.peek()?.app;
  if (before && before !== next) isi.closeApp(before);
  batch(() => {
    terkunci.value = null;
    kini.value = next && { app: next, isi };
  });
};

/** Lets a person in, or shows the door of her lock where nothing was brought to open it. */
const masukkan = async (isi: Isi, id: string, dunia: Dunia, bawaan: Bawaan = {}): Promise<void> => {
  const app = await isi.openApp(id, dunia, bawaan);
  ganti(isi, app === 'terkunci' ? null : app);
  if (app === 'terkunci') terkunci.value = id;
};

/**
 * Where our worker answers, somebody has most likely signed in here: what she needs is fetched while the databases are
 * being opened, one after the other. Where nobody has, it is what signing in fetches anyway.
 */
const muatDulu = (): void => {
  if (!navigator.serviceWorker?.controller) return;
  muatIsi().catch(() => undefined);
  void preloadFirst(location.pathname);
};

/**
 * Opens the account in use, or the training that this tab was in: null after "Keluar" and on a new phone. What a training
 * left behind in a closed tab goes first.
 */
export const bukaYangDipakai = async (dunia: Dunia): Promise<{ app: App; isi: Isi } | null> => {
  if (sedangLatihan()) {
    const isi = await muatIsi();
    ganti(isi, await isi.openTraining(dunia, true));
    return kini.peek();
  }
  muatDulu();
  saatSenggang(() => sedangLatihan() || void deleteDatabase(LATIHAN));
  const [active, opened] = await openLikely(dunia.registry);
  saatSenggang(() => void jagaAkunLain(dunia, active).catch(() => undefined));
  if (!active) {
    if (!LUAR.includes(location.pathname)) tujuan = location.pathname + location.search;
    if (await adaYangHilang(dunia.registry)) history.replaceState(null, '', '/hilang');
    return null;
  }
  const isi = await muatIsi();
  await Promise.all([masukkan(isi, active, dunia, { opened }), preloadFirst(location.pathname)]);
  return kini.peek();
};

/** Other accounts of this phone, and all of them after "Keluar": whether one of them is to be wiped is asked at each start. */
const jagaAkunLain = async ({ registry, clock }: Dunia, active: string | null): Promise<void> => {
  if ((await registry.accounts.count()) <= (active ? 1 : 0)) return;
  const { jagaHilang } = await import('./hilang.ts');
  await jagaHilang({ registry, clock }, active);
};

/** While this tab itself takes an account off the phone. */
let menghapus = false;

const pintuUntuk = (app: App, dunia: Dunia, ke: (url: string) => void): Pintu => ({
  keluar: async () => {
    const isi = await muatIsi();
    await isi.shut(app);
    kini.value = null;
    await isi.leave(app);
    const before = app.latihan ? await bukaYangDipakai(dunia) : null;
    tujuan = '/';
    ke(before || terkunci.peek() ? '/' : '/masuk');
  },
  kunci: async () => {
    const isi = await muatIsi();
    batch(() => {
      terkunci.value = app.account.id;
      kini.value = null;
    });
    await isi.lockApp(app);
  },
  hapusData: async (typed) => {
    const isi = await muatIsi();
    menghapus = true;
    const done = await isi.erase(app, typed).finally(() => {
      menghapus = false;
    });
    if (!done.ok) return done;
    kini.value = null;
    ke('/masuk');
    return done;
  },
});

/**
 * Who signs out, or signs in as a colleague, does it for all tabs of the phone: a tab left open would go on showing, and
 * recording for, the one who has gone. What was being typed there is kept by the page's own leaving.
 */
const ikutTabLain = ({ registry }: Dunia): (() => void) =>
  watch(
    () => activeAccount(registry),
    (active) => {
      const app = kini.peek()?.app;
      if (!app || app.latihan || menghapus || LUAR.includes(location.pathname)) return;
      if (active !== app.account.id) location.replace('/');
    },
  );

const useAkun = (dunia: Dunia): readonly AkunDiHp[] | null => {
  const [akun, setAkun] = useState<readonly AkunDiHp[] | null>(null);
  useEffect(() => void accountsOnPhone(dunia.registry).then(setAkun), [dunia, kini.value]);
  return akun;
};

/** Signing in, choosing an account, training: what there is before and beside an account. */
const Luar = ({ dunia }: { dunia: Dunia }) => {
  const { path, route } = useLocation();
  const akun = useAkun(dunia);
  /** Who is to write her password: the one that was chosen among those of the phone, else who used it last. */
  const [diminta, minta] = useState<AkunDiHp | null>(null);
  // While she types her password.
  useEffect(
    () =>
      saatSenggang(() => {
        muatIsi()
          .then(() => preloadFirst('/siapkan'))
          .catch(() => undefined);
      }),
    [],
  );
  const buka = async (id: string, ke: string): Promise<void> => {
    await activate(dunia.registry, id, dunia.clock());
    await masukkan(await muatIsi(), id, dunia);
    await preloadFirst(ke);
    route(ke, true);
  };
  const setelahMasuk = async (): Promise<void> => {
    const [first] = await accountsOnPhone(dunia.registry);
    const pernah = akun?.some(({ id }) => id === first?.id) ?? false;
    const ke = tujuan;
    tujuan = '/';
    if (first) await buka(first.id, pernah ? ke : '/siapkan');
  };
  const latihan = async (): Promise<void> => {
    const isi = await muatIsi();
    ganti(isi, await isi.openTraining(dunia));
    route('/', true);
  };
  const pilih = (satu: AkunDiHp): void => {
    minta(satu);
    if (satu.keluar) route('/masuk');
    else void buka(satu.id, '/');
  };
  if (!akun) return null;
  const urut = [...akun].sort((a, b) => Number(b.id === diminta?.id) - Number(a.id === diminta?.id));
  if (path === '/hilang') return <Hilang dunia={dunia} onLanjut={() => route('/masuk', true)} />;
  if (path === '/latihan') return <Latihan onMulai={latihan} />;
  if (path === '/ganti-akun' && akun.length > 0)
    return <GantiAkun akun={akun} aktif={kini.value?.app.account.id ?? null} onPilih={pilih} />;
  return <Masuk akun={urut} onMasuk={setelahMasuk} clock={dunia.clock} />;
};

/** The door of a lock. Behind it the form comes back that the camera, or a killed page, had taken away. */
const PintuKunci = ({ id, dunia }: { id: string; dunia: Dunia }) => {
  const { route } = useLocation();
  const terbuka = async (buka: (store: AccountStore) => Promise<unknown>): Promise<void> => {
    const isi = await muatIsi();
    await masukkan(isi, id, dunia, { buka });
    const app = kini.peek()?.app;
    const draft = app && (await isi.restoreAfterCamera(app));
    if (draft) route(`/catat/${draft.id}?pulih=${String(draft.cameraKills)}`, true);
  };
  const kunci = (): void => {
    const app = kini.peek()?.app;
    if (app?.account.id === id) void pintuUntuk(app, dunia, route).kunci();
  };
  return <LayarKunci key={id} id={id} clock={dunia.clock} onTerbuka={terbuka} onKunci={kunci} />;
};

const Dalam = ({ dunia }: { dunia: Dunia }) => {
  const { path, route } = useLocation();
  const { app = null, isi } = kini.value ?? {};
  const kunci = terkunci.value;
  const diLuar = !app || !isi || LUAR.includes(path);
  const diPintu = kunci !== null && !LUAR.includes(path);
  useEffect(() => ikutTabLain(dunia), [dunia]);
  useEffect(() => {
    if (!app && !kunci && !LUAR.includes(path)) route('/masuk', true);
  }, [app, kunci, path]);
  if (diLuar || diPintu)
    return (
      <BatasGalat app={app} path={path}>
        <ErrorBoundary>
          {diPintu ? <PintuKunci id={kunci} dunia={dunia} /> : <Luar dunia={dunia} />}
        </ErrorBoundary>
      </BatasGalat>
    );
  return (
    <AppContext.Provider value={app}>
      <PintuContext.Provider value={pintuUntuk(app, dunia, (url) => route(url, true))}>
        <isi.Bingkai key={app.account.id} />
      </PintuContext.Provider>
    </AppContext.Provider>
  );
};

/** The whole app. */
export const Akar = ({ dunia }: { dunia: Dunia }) => (
  <LocationProvider>
    <Dalam dunia={dunia} />
  </LocationProvider>
);
