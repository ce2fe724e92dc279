import { useEffect, useState } from 'preact/hooks';
import { umum } from '../i18n/id/umum.ts';
import { isAllSent, type SyncStatus } from '../sync/index.ts';
import { type IconName, Strip, type Tone } from '../ui/index.ts';
import { useApp } from './context.ts';

const words = umum.strip;
const TENANG_MS = 5000;

type Isi = { readonly tone: Tone; readonly icon: IconName; readonly text: string; readonly href: string };
type Baca = (belum: number) => Omit<Isi, 'href'> & { readonly href?: string };

const MASUK: Baca = (belum) => ({
  tone: 'peringatan',
  icon: 'lock',
  text: words.perluMasuk(belum),
  href: '/masuk',
});
const RAMAI: Baca = (belum) => ({ tone: 'peringatan', icon: 'clock', text: words.ramai(belum) });

/** What the last attempt met, by its code; anything else of the server's is "belum menjawab". */
const MASALAH: Readonly<Record<string, Baca>> = {
  masuk_lagi: MASUK,
  bukti_perangkat: MASUK,
  perangkat_dicabut: MASUK,
  bukan_pemilik: MASUK,
  tanpa_internet: (belum) => ({
    tone: 'peringatan',
    icon: 'wifi-off',
    text: belum > 0 ? words.tanpaInternetTersimpan(belum) : words.tanpaInternet,
  }),
  wifi_masuk: (belum) => ({ tone: 'peringatan', icon: 'wifi-off', text: words.wifiMasuk(belum) }),
  app_lama: (belum) => ({ tone: 'peringatan', icon: 'rotate-cw', text: words.perluDiperbarui(belum) }),
  server_sibuk: RAMAI,
  terlalu_sering: RAMAI,
  gangguan: (belum) => ({ tone: 'peringatan', icon: 'triangle-alert', text: words.gangguan(belum) }),
};
const DIAM: Baca = (belum) => ({ tone: 'peringatan', icon: 'rotate-cw', text: words.serverDiam(belum) });

/** The one line that says where things stand, from the database alone. */
export const stripDari = (status: SyncStatus): Isi => {
  const {
    unsent,
    refused,
    beda,
    putusan,
    photosLeft,
    bytesLeft,
    sending,
    trying,
    sent,
    total,
    lastOk,
    problem,
  } = status;
  const ke = (isi: Omit<Isi, 'href'> & { readonly href?: string }): Isi => ({ href: '/antrean', ...isi });
  if (sending && unsent > 0)
    // What was recorded while others are on their way counts with them.
    return ke({
      tone: 'info',
      icon: 'cloud-upload',
      text: words.mengirim(sent, Math.max(total, sent + unsent), bytesLeft),
    });
  if (trying && unsent > 0) return ke({ tone: 'info', icon: 'cloud-upload', text: words.mencoba(unsent) });
  if (problem && (unsent > 0 || refused === 0)) return ke((MASALAH[problem.code] ?? DIAM)(unsent));
  if (refused > 0) return ke({ tone: 'bahaya', icon: 'triangle-alert', text: words.perluPerbaikan(refused) });
  if (putusan[0] && putusan.length === beda)
    return ke({
      tone: 'bahaya',
      icon: 'copy',
      text: words.putusanGugur(beda),
      href: `/periksa?kegiatan=${putusan[0]}`,
    });
  if (beda > 0) return ke({ tone: 'bahaya', icon: 'copy', text: words.duaVersi(beda) });
  if (unsent > 0) return ke({ tone: 'peringatan', icon: 'smartphone', text: words.tersimpan(unsent) });
  if (photosLeft > 0)
    return ke({ tone: 'info', icon: 'image', text: words.fotoMenyusul(photosLeft, bytesLeft) });
  return ke({ tone: 'berhasil', icon: 'check', text: words.semuaTerkirim(lastOk) });
};

/** True once everything has been sent, without trouble, for five seconds: then the line has nothing to say. */
const useTenang = (status: SyncStatus): boolean => {
  const sekarang = isAllSent(status) && status.problem === null && !status.sending;
  const [tenang, setTenang] = useState(false);
  useEffect(() => {
    setTenang(false);
    if (!sekarang) return;
    const timer = setTimeout(() => setTenang(true), TENANG_MS);
    return () => clearTimeout(timer);
  }, [sekarang]);
  return sekarang && tenang;
};

/** The strip of the whole app. */
export const StripKirim = () => {
  const app = useApp();
  const status = app.engine.status.value;
  const tenang = useTenang(status);
  if (app.latihan) return <Strip tone="info" icon="book" text={words.latihan} href="/akun" />;
  if (tenang || (status.lastOk === null && isAllSent(status) && !status.problem)) return null;
  return <Strip {...stripDari(status)} />;
};
