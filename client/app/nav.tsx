import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { clearCamera, markCamera } from '../actions/index.ts';
import { umum } from '../i18n/id/umum.ts';
import { entriAwaiting, getSetting, useLive } from '../store/index.ts';
import { Icon, NavBar, type NavItem } from '../ui/index.ts';
import { InputKamera, punyaKamera } from './camera-input.tsx';
import { type App, useApp } from './context.ts';
import { titipan } from './kamera.ts';
import { beriTahu } from './snackbar.ts';
import { tandaUsulan } from './usulan-tanda.ts';

const words = umum.nav;

/** One tap: the draft with its guess goes into IndexedDB, then the phone's camera opens over the form. */
const CatatKamera = ({ app }: { app: App }) => {
  const { route } = useLocation();
  const draft = useRef('');
  const siapkan = async (): Promise<void> => {
    const { mulaiDraf } = await import('./catat-baru.ts');
    draft.current = (await mulaiDraf(app)).id;
    await markCamera(app, draft.current);
  };
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: InputKamera renders the control, with a name of its own
    <label class="nav-utama">
      <InputKamera
        label={words.catatLengkap}
        siapkan={siapkan}
        onBuka={() => route(`/catat/${draft.current}`)}
        onFiles={(files) => {
          titipan.value = { draftId: draft.current, files };
        }}
        onBatal={() => void clearCamera(app, draft.current)}
        onGagal={() => beriTahu(umum.galat.layarGagal)}
      />
      <Icon name="plus" />
      <span>{words.catat}</span>
    </label>
  );
};

/** Without a camera at hand, or with the in-app camera chosen, Catat is a plain way to the form. */
const CatatTulis = ({ kamera }: { kamera: boolean }) => (
  <a class="nav-utama" href={kamera ? '/catat?kamera=1' : '/catat'}>
    <Icon name="plus" />
    <span>{words.catat}</span>
  </a>
);

const useKameraAplikasi = (app: App): boolean =>
  useLive(() => getSetting(app.registry, 'kameraAplikasi'), [app.registry]) ?? false;

const useSentuh = (): boolean => {
  const [sentuh, setSentuh] = useState(punyaKamera);
  useEffect(() => {
    const media = matchMedia('(pointer: coarse)');
    const look = () => setSentuh(media.matches);
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, []);
  return sentuh;
};

type Tempat = Pick<NavItem, 'href' | 'label' | 'icon'> & { readonly awal: readonly string[] };

const GURU: readonly Tempat[] = [
  { href: '/', label: words.beranda, icon: 'house', awal: ['/kendala'] },
  { href: '/kegiatan', label: words.kegiatan, icon: 'list', awal: ['/kegiatan', '/antrean', '/titipan'] },
  { href: '/skp', label: words.skp, icon: 'target', awal: ['/skp', '/evaluasi', '/praktik'] },
  { href: '/akun', label: words.akun, icon: 'user', awal: ['/akun', '/bantuan', '/pola', '/data-diri'] },
];
const AKUN_ADMIN: Tempat = { href: '/akun', label: words.akun, icon: 'user', awal: ['/akun', '/bantuan'] };
const ADMIN_DINAS: readonly Tempat[] = [
  {
    href: '/',
    label: words.beranda,
    icon: 'house',
    awal: [
      '/dasbor',
      '/impor',
      '/tindakan',
      '/susunan',
      '/sekolah',
      '/wilayah',
      '/sistem',
      '/publikasi',
      '/catatan-audit',
    ],
  },
  { href: '/pegawai', label: words.pegawai, icon: 'users', awal: ['/pegawai'] },
  { href: '/usulan', label: words.usulan, icon: 'clipboard-check', awal: [] },
  { href: '/akses', label: words.akses, icon: 'lock', awal: ['/akses'] },
  AKUN_ADMIN,
];
const ADMIN_SEKOLAH: readonly Tempat[] = [
  { href: '/', label: words.usulan, icon: 'clipboard-check', awal: ['/usulan'] },
  { href: '/akses', label: words.akses, icon: 'lock', awal: ['/akses'] },
  { href: '/wilayah', label: words.sekolah, icon: 'book', awal: [] },
  AKUN_ADMIN,
];
const PENILAI: readonly Tempat[] = [
  { href: '/', label: words.beranda, icon: 'house', awal: ['/wawasan', '/wilayah'] },
  { href: '/periksa', label: words.periksa, icon: 'clipboard-check', awal: ['/periksa'] },
  {
    href: '/guru',
    // Who is meant is known once an account is open.
    get label() {
      return words.guru;
    },
    icon: 'users',
    awal: ['/guru', '/penilaian', '/observasi', '/keberatan'],
  },
  {
    href: '/saya',
    label: words.kinerjaSaya,
    icon: 'pencil-line',
    awal: ['/saya', '/kegiatan', '/skp', '/evaluasi', '/praktik', '/catat', '/salin', '/antrean', '/titipan'],
  },
  {
    href: '/akun',
    label: words.akun,
    icon: 'user',
    awal: ['/akun', '/bantuan', '/pola', '/pola-sekolah', '/data-diri'],
  },
];

const tempatUntuk = ({ admin, mengimpor, peran }: App): readonly Tempat[] => {
  if (admin === 'saja') return mengimpor ? ADMIN_DINAS : ADMIN_SEKOLAH;
  return peran === 'penilai' ? PENILAI : GURU;
};

const tempatKini = (tempat: Tempat, path: string): boolean =>
  path === tempat.href || tempat.awal.some((awal) => path === awal || path.startsWith(`${awal}/`));

const useItems = (app: App): NavItem[] => {
  const { path } = useLocation();
  const penilai = app.peran === 'penilai';
  const menunggu =
    useLive(async () => (penilai ? (await entriAwaiting(app.store)).length : 0), [app.store, penilai]) ?? 0;
  const belum = app.engine.status.value.refused + app.engine.status.value.unsent;
  const badge = ({ href, label }: Tempat): NavItem['badge'] => {
    if (label === words.usulan) return tandaUsulan.value;
    if (href === '/periksa') return { count: menunggu, label: words.menungguPembaca(menunggu) };
    if (href === '/kegiatan') return { count: belum, label: words.belumPembaca(belum) };
    return undefined;
  };
  return tempatUntuk(app).map((tempat) => ({
    ...tempat,
    current: tempatKini(tempat, path),
    badge: badge(tempat),
  }));
};

/** The main navigation: four places and Catat for a teacher, five places for a head. */
export const Navigasi = () => {
  const app = useApp();
  const sentuh = useSentuh();
  const kamera = useKameraAplikasi(app);
  const items = useItems(app);
  const catat = sentuh && !kamera ? <CatatKamera app={app} /> : <CatatTulis kamera={kamera} />;
  return (
    <NavBar
      label={words.label}
      items={items}
      primary={app.peran === 'guru' && app.admin !== 'saja' ? catat : undefined}
    />
  );
};
