import { layar } from './layar.tsx';

/* Screens of admins: what only the server can tell, so that none of them is ever loaded before it is asked for. */

export const Akses = layar(() => import('../screens/admin/akses.tsx').then((m) => m.Akses));
export const CatatanAudit = layar(() => import('../screens/admin/catatan.tsx').then((m) => m.CatatanAudit));
export const Dasbor = layar(() => import('../screens/admin/dasbor.tsx').then((m) => m.Dasbor));
export const Impor = layar(() => import('../screens/admin/impor.tsx').then((m) => m.ImporSimpeg));
export const Ketetapan = layar(() => import('../screens/admin/ketetapan.tsx').then((m) => m.KetetapanDinas));
export const Pegawai = layar(() => import('../screens/admin/pegawai.tsx').then((m) => m.Pegawai));
export const PolaBersama = layar(() =>
  import('../screens/admin/pola-bersama.tsx').then((m) => m.PolaBersama),
);
export const PublikasiData = layar(() =>
  import('../screens/admin/publikasi.tsx').then((m) => m.PublikasiData),
);
export const Sekolah = layar(() => import('../screens/admin/sekolah.tsx').then((m) => m.Sekolah));
export const Sistem = layar(() => import('../screens/admin/sistem.tsx').then((m) => m.Sistem));
export const Susunan = layar(() => import('../screens/admin/susunan.tsx').then((m) => m.Susunan));
export const TindakanKendala = layar(() =>
  import('../screens/admin/tindakan.tsx').then((m) => m.TindakanKendala),
);
export const UsulanAdmin = layar(() => import('../screens/admin/usulan.tsx').then((m) => m.UsulanAdmin));
