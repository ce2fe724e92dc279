/*
 * Every code of what can be refused. Phones need no more of the list than this: status and title stand in problems.ts.
 */
const CODES = [
  // The request as a whole
  'jenis_isi',
  'sandian_isi',
  'terlalu_besar',
  'utf8_rusak',
  'json_rusak',
  'json_dalam',
  'kunci_ganda',
  'isi_salah',
  'amplop',
  'tidak_ada',
  'cara_salah',
  'asal_ditolak',
  'gangguan',
  'server_sibuk',
  'terlalu_sering',
  'penuh',
  'app_lama',

  // Who asks
  'masuk_lagi',
  'sandi_salah',
  'sandi_baru',
  'sandi_pendek',
  'sandi_panjang',
  'sandi_mudah',
  'sandi_bocor',
  'bukti_diri',
  'sesi_admin',
  'slip_sendiri',
  'hilang_sendiri',
  'slip_menunggu',
  'sandi_lama_salah',
  'sandi_campuran',
  'sandi_usang',
  'sandi_sama',
  'kunci_sandi_salah',
  'kunci_sandi_lewat',
  'kunci_sandi_ada',
  'kunci_sandi_penuh',
  'kunci_sandi_mati',
  'perangkat_dicabut',
  'bukti_perangkat',
  'bukan_pemilik',

  // Sync
  'sejarah_berubah',
  'perintah_asing',
  'perintah_besar',
  'akses_dicabut',
  'di_luar_wewenang',
  'menilai_diri',

  // Photos
  'posisi_unggah',
  'sidik_beda',
  'bukan_foto',
  'foto_rusak',
  'foto_besar',
  'kuota_foto',
  'foto_bermetadata',
  'bukan_gambar',
  'gambar_rusak',
  'gambar_besar',

  // Carried files
  'bukan_titipan',
  'titipan_rusak',
  'titipan_asing',
  'kunci_titipan',

  // Rules of an entry
  'teks_terlarang',
  'teks_kosong',
  'teks_pendek',
  'teks_panjang',
  'tanggal_mustahil',
  'jam_mustahil',
  'realisasi_bulat',
  'tautan_salah',
  'tautan_banyak',
  'foto_banyak',
  'tanggal_masa_depan',
  'lewat_batas',
  'bulan_terkunci',
  'jam_terbalik',
  'tanggal_terbalik',
  'kalender_penuh',
  'pola_penuh',
  'rhk_kosong',
  'rhk_asing',
  'bertumpuk',
  'kembar',
  'hari_libur',
  'bukan_hari_kerja',
  'jam_belum_tiba',
  'belum_diubah',
  'lama_janggal',
  'volume_janggal',
  'skp_salah',

  // State of a record
  'terkunci',
  'tahap_salah',
  'sudah_dihapus',
  'sudah_ada',
  'versi_tidak_ada',

  // Evaluation
  'periode_asing',
  'realisasi_kosong',
  'praktik_kosong',
  'observasi_kurang',
  'nilai_belum_lengkap',
  'lewat_keberatan',
  'keputusan_final',

  // Documents
  'dokumen_kurang',

  // Import
  'berkas_simpeg',
  'impor_sibuk',
  'perlu_yakin',
  'lewat_urung',

  // Corrections of personnel data
  'usulan_salah',
  'usulan_sama',
  'usulan_menunggu',
  'usulan_sendiri',
  'orang_kedua',
  'menunggu_sekolah',
  'nip_dipakai',
  // Portfolios
  'portofolio_ditutup',
  'nip_terlihat',
  // Organisation
  'masa_terbalik',
  'masa_terbuka',
  'masa_bertumpuk',
  'sudah_berlaku',
  'tidak_bertugas',
] as const;

/** A code of the list above. */
export type ProblemCode = (typeof CODES)[number];

/** Facts that the words of a problem need: numbers, dates, short texts. Never a NIP or a password. */
export type ProblemParams = Readonly<Record<string, string | number | boolean>>;

/** An expected refusal, returned rather than thrown. */
export type Refusal = { readonly ok: false; readonly code: ProblemCode; readonly params?: ProblemParams };

/** Makes a {@link Refusal}. */
export const refuse = (code: ProblemCode, params?: ProblemParams): Refusal =>
  params ? { ok: false, code, params } : { ok: false, code };

/** Codes of before, each for what has another now: a service of before still says them, and rows on phones hold them. */
const OLD: ReadonlyMap<string, ProblemCode> = new Map([['nip_terpakai', 'nip_dipakai']]);

/** The code by its name of today. */
export const todaysCode = (code: string): string => OLD.get(code) ?? code;

/** True for a code of this version; older phones may meet codes that they do not know. */
export const isProblemCode = (value: unknown): value is ProblemCode =>
  (CODES as readonly unknown[]).includes(value);
