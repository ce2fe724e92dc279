/** A start that cannot be; the message is a sentence for people that says what to change. */
export class StartRefused extends Error {
  constructor(kalimat: string, options?: ErrorOptions) {
    super(kalimat, options);
    this.name = 'StartRefused';
  }
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /in use by another process/,
    'Folder data sedang dipakai proses lain. Hentikan layanan yang masih berjalan, atau pilih folder lain lewat KINERJA_DATA.',
  ],
  [
    /a move into this database is not finished/,
    'Basis data ini sedang diisi dari tempat lain dan belum selesai diperiksa. Ulangi perintah migrate-store yang sama sampai selesai, atau kembali ke basis data yang lama.',
  ],
  [
    /is being moved by another process/,
    'Basis data ini sedang dipindahkan. Tunggu sampai migrate-store selesai, lalu jalankan layanan di tempat yang baru.',
  ],
  [
    /(fsync|full_page_writes|server_encoding) of PostgreSQL/,
    'PostgreSQL itu tidak menjamin isinya sampai di disk, atau bukan UTF8. Nyalakan fsync dan full_page_writes di postgresql.conf, dan buat basis datanya dengan encoding UTF8.',
  ],
  [
    /the database cannot work/,
    'PostgreSQL di DATABASE_URL tidak dapat dihubungi atau tidak dapat bekerja. Periksa alamatnya, dan apakah servernya berjalan.',
  ],
  [
    /password authentication failed|permission denied for|database "[^"]*" does not exist|role "[^"]*" does not exist/,
    'PostgreSQL menolak akun atau basis data di DATABASE_URL. Buat basis datanya dan jadikan akun itu pemiliknya, lalu coba lagi.',
  ],
  [
    /of a newer version/,
    'Basis data ini dibuat oleh versi aplikasi yang lebih baru. Pasang versi itu lagi, lalu coba lagi.',
  ],
  [
    /database is damaged|file is not a database/,
    'Basis data rusak. Jangan ubah apa pun di folder data; pulihkan dari cadangan.',
  ],
  [
    /EADDRINUSE/,
    'Port itu sudah dipakai program lain. Hentikan program itu, atau pilih port lain, misalnya PORT=8788 npm start.',
  ],
  [/EADDRNOTAVAIL|ENOTFOUND/, 'Alamat di HOST tidak ada di mesin ini. Tulis misalnya HOST=127.0.0.1.'],
  [
    /EACCES|EPERM|EROFS|SQLITE_CANTOPEN|SQLITE_READONLY|unable to open database/,
    'Folder data atau port tidak boleh dipakai akun ini. Ubah KINERJA_DATA, PORT, atau izin foldernya.',
  ],
  [/ENOTDIR|EEXIST/, 'KINERJA_DATA menunjuk ke berkas, bukan folder. Pilih folder lain.'],
  [/ENOSPC|SQLITE_FULL|no room left/, 'Penyimpanan server penuh. Kosongkan sebagian, lalu coba lagi.'],
];

/** The sentence for a fault that people can mend; null for one of the program itself. */
export const startSentence = (cause: unknown): string | null => {
  if (cause instanceof StartRefused) return cause.message;
  if (!(cause instanceof Error)) return null;
  const detail = `${cause.message} ${'code' in cause ? String(cause.code) : ''}`;
  return REASONS.find(([pattern]) => pattern.test(detail))?.[1] ?? null;
};
