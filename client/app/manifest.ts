import type { ManifestOptions } from 'vite-plugin-pwa';

const icon96 = (name: string) => [{ src: `/pintasan-${name}.png`, sizes: '96x96', type: 'image/png' }];

/** Web app manifest. `id` never changes after release: it is what an installed icon belongs to. */
export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'e-Kinerja Luring',
  short_name: 'e-Kinerja',
  description: 'Catatan kinerja guru yang bekerja tanpa internet dan mengirim sendiri ketika ada sinyal.',
  lang: 'id',
  dir: 'ltr',
  start_url: '/?asal=ikon',
  scope: '/',
  display: 'standalone',
  orientation: 'any',
  theme_color: '#FFFFFF',
  background_color: '#F6F8FA',
  categories: ['education', 'productivity', 'government'],
  icons: [
    { src: '/ikon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/ikon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/ikon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/ikon-monokrom-512.png', sizes: '512x512', type: 'image/png', purpose: 'monochrome' },
  ],
  screenshots: [
    {
      src: '/tangkapan-hp.png',
      sizes: '360x740',
      type: 'image/png',
      form_factor: 'narrow',
      label: 'Beranda guru di HP',
    },
    {
      src: '/tangkapan-laptop.png',
      sizes: '1280x800',
      type: 'image/png',
      form_factor: 'wide',
      label: 'Pemeriksaan di laptop',
    },
  ],
  shortcuts: [
    { name: 'Catat kegiatan', short_name: 'Catat', url: '/catat', icons: icon96('catat') },
    { name: 'Belum terkirim', short_name: 'Antrean', url: '/antrean', icons: icon96('antrean') },
    { name: 'SKP', url: '/skp', icons: icon96('skp') },
  ],
  share_target: {
    action: '/bagikan',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: {
      title: 'title',
      text: 'text',
      url: 'url',
      files: [
        { name: 'foto', accept: ['image/*'] },
        { name: 'titipan', accept: ['text/plain', '.txt'] },
      ],
    },
  },
  launch_handler: { client_mode: 'navigate-existing' },
};
