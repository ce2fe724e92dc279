import type { App } from './context.ts';
import { layar } from './layar.tsx';

/* The screens that a cold start may show first. All others are in routes.tsx, which comes with the frame. */

export const Beranda = layar(() => import('../screens/guru/beranda.tsx').then(({ Beranda: Layar }) => Layar));
export const Catat = layar(() => import('../screens/guru/catat.tsx').then(({ Catat: Layar }) => Layar));
export const Siapkan = layar(() =>
  import('../screens/masuk/siapkan.tsx').then(({ Siapkan: Layar }) => Layar),
);

/** The doors before an account: the frame hands them what they need. Signing in is what a first visit shows. */
export { Masuk } from '../screens/masuk/masuk.tsx';
export const GantiAkun = layar(() =>
  import('../screens/masuk/ganti-akun.tsx').then(({ GantiAkun: Layar }) => Layar),
);
export const LayarKunci = layar(() =>
  import('../screens/masuk/kunci.tsx').then(({ LayarKunci: Layar }) => Layar),
);
export const Hilang = layar(() => import('../screens/masuk/hilang.tsx').then(({ Hilang: Layar }) => Layar));
export const Latihan = layar(() =>
  import('../screens/masuk/latihan.tsx').then(({ Latihan: Layar }) => Layar),
);

/** Starts loading the screen that a cold start or signing in will show, while the database is still being opened. */
export const preloadFirst = async (path: string): Promise<void> => {
  const known = { '/': Beranda, '/siapkan': Siapkan } as const;
  const screen = path.startsWith('/catat/') ? Catat : known[path as keyof typeof known];
  await screen?.preload().catch(() => undefined);
};

/** Reads what the screen of a cold start shows before there is anything to see: it is then drawn once, with its content. */
export const siapkanLayar = async (app: App): Promise<void> => {
  if (app.peran === 'penilai' || app.admin === 'saja' || location.pathname !== '/') return;
  const { siapkanBeranda } = await import('../screens/guru/beranda-data.ts');
  await siapkanBeranda(app);
};
