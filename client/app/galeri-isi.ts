import type { CalendarDay, IconName, NavItem, Photo, Tone } from '../ui/index.ts';

/** What the gallery shows: made up, in the shape of a teacher's November. */
export const TONES: readonly Tone[] = ['netral', 'info', 'berhasil', 'peringatan', 'bahaya'];

export const PILLS: readonly {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly label: string;
  readonly detail?: string;
}[] = [
  { tone: 'netral', icon: 'pencil-line', label: 'Draf', detail: 'Belum disimpan lengkap' },
  { tone: 'peringatan', icon: 'smartphone', label: 'Tersimpan di HP', detail: 'Menunggu internet' },
  { tone: 'info', icon: 'cloud-upload', label: 'Mengirim', detail: '120 dari 340 KB' },
  { tone: 'info', icon: 'image', label: 'Teks terkirim', detail: '2 foto menyusul (210 KB)' },
  { tone: 'peringatan', icon: 'rotate-cw', label: 'Belum terkirim', detail: 'Dicoba lagi 14.10' },
  {
    tone: 'bahaya',
    icon: 'triangle-alert',
    label: 'Perlu diperbaiki',
    detail: 'Tanggal di luar periode SKP',
  },
  { tone: 'bahaya', icon: 'copy', label: 'Ada dua versi', detail: 'Pilih versi' },
  { tone: 'info', icon: 'check', label: 'Terkirim', detail: 'Rabu 18 November, 14.05' },
  { tone: 'berhasil', icon: 'check-check', label: 'Disetujui', detail: 'oleh Ibu Herlina · 19 November' },
  { tone: 'peringatan', icon: 'corner-up-left', label: 'Dikembalikan', detail: '"Foto kurang jelas"' },
  { tone: 'netral', icon: 'undo-2', label: 'Ditarik', detail: 'oleh Anda' },
  { tone: 'netral', icon: 'lock', label: 'Terkunci', detail: 'Evaluasi November sudah ditetapkan' },
];

export const STRIPS: readonly { readonly tone: Tone; readonly icon: IconName; readonly text: string }[] = [
  { tone: 'berhasil', icon: 'check', text: 'Semua terkirim · 14.05' },
  { tone: 'peringatan', icon: 'smartphone', text: '3 tersimpan di HP' },
  { tone: 'info', icon: 'cloud-upload', text: 'Mengirim 2 dari 5 · sisa 340 KB' },
  { tone: 'peringatan', icon: 'wifi-off', text: 'Tanpa internet · 3 tersimpan di HP' },
  { tone: 'bahaya', icon: 'triangle-alert', text: '1 kegiatan perlu diperbaiki' },
];

export const ICONS: readonly IconName[] =
  'house list plus minus target user users camera image smartphone cloud-upload rotate-cw triangle-alert copy check check-check corner-up-left undo-2 lock pencil-line trash search calendar chevron-left chevron-right chevron-down x more message download share link clock info help clipboard-check log-out sun moon wifi-off settings star filter eye eye-off send book plus-square keyboard zap switch-camera'.split(
    ' ',
  ) as IconName[];

export const NAV: readonly NavItem[] = [
  { href: '/galeri', label: 'Beranda', icon: 'house', current: true },
  {
    href: '/galeri?kegiatan',
    label: 'Kegiatan',
    icon: 'list',
    current: false,
    badge: { count: 3, label: '3 belum terkirim' },
  },
  { href: '/galeri?skp', label: 'SKP', icon: 'target', current: false },
  { href: '/galeri?akun', label: 'Akun', icon: 'user', current: false },
];

const HOLIDAYS = new Set([1, 7, 8, 14, 15, 21, 22, 28, 29]);
const LAST = 23;
const amountOn = (day: number): number => (HOLIDAYS.has(day) || day > LAST ? 0 : (day * 7) % 5);

export const DAYS: readonly CalendarDay[] = Array.from({ length: 30 }, (_, i) => {
  const count = amountOn(i + 1);
  return {
    date: `2026-11-${String(i + 1).padStart(2, '0')}`,
    level: count,
    count,
    ...(HOLIDAYS.has(i + 1) ? { holiday: 'libur' } : {}),
    label: `${i + 1} November, ${HOLIDAYS.has(i + 1) ? 'libur' : `${count} kegiatan`}`,
  };
});

export const WEEKDAYS = [
  { short: 'Sn', long: 'Senin' },
  { short: 'Sl', long: 'Selasa' },
  { short: 'Rb', long: 'Rabu' },
  { short: 'Km', long: 'Kamis' },
  { short: 'Jm', long: 'Jumat' },
  { short: 'Sb', long: 'Sabtu' },
  { short: 'Mg', long: 'Minggu' },
];

export const SPARK: readonly number[] = DAYS.slice(0, LAST).map(({ count }) => count);

export const PHOTOS: readonly Photo[] = [
  { id: 'a', url: '/ikon-512.png', label: 'Foto 1 dari 3', removeLabel: 'Hapus foto 1' },
  { id: 'b', url: '/ikon-maskable-512.png', label: 'Foto 2 dari 3', removeLabel: 'Hapus foto 2' },
  { id: 'c', url: undefined, label: 'Foto 3 dari 3', removeLabel: 'Hapus foto 3' },
];

export const FAULTS = [
  { id: 'galeri-uraian', text: 'Tulis apa yang Anda kerjakan' },
  { id: 'galeri-jam', text: 'Jam selesai harus setelah jam mulai' },
];

export const TEMA = [
  { value: 'hp', label: 'Ikut HP' },
  { value: 'terang', label: 'Terang' },
  { value: 'gelap', label: 'Gelap' },
] as const;

/** Words of the parts that move. */
export const KATA = {
  tema: 'Tema',
  ukuran: 'Ukuran huruf',
  foto: 'Foto dan angka',
  fotoJauh: 'Foto masih di HP lama',
  tambah: 'Tambah foto',
  terisi: 'hari terisi',
  hariKerja: 'dari 16 hari kerja',
  menunggu: 'menunggu',
  perHari: 'Kegiatan per hari, November',
  kalender: 'Kalender',
  bulan: 'November 2026',
  sebelum: 'Sebelum',
  berikut: 'Berikut',
  lapisan: 'Lapisan',
  bukaDialog: 'Buka dialog',
  bukaLembar: 'Buka lembar',
  bukaPesan: 'Buka pesan',
  tanyaHapus: 'Hapus kegiatan ini?',
  bisaPulih: 'Kegiatan masih bisa dipulihkan selama 30 hari.',
  batal: 'Batal',
  hapus: 'Hapus',
  pasangJudul: 'Pasang di layar utama',
  pasangIsi: 'Buka lebih cepat, juga tanpa internet.',
  pasang: 'Pasang',
  nanti: 'Nanti',
  tersimpan: 'Tersimpan di HP',
  urungkan: 'Urungkan',
  tutup: 'Tutup',
} as const;
