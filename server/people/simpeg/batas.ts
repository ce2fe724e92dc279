/** What a file of personnel data may be at most; a district of 20,000 people needs a tenth of it. */
export const BATAS = {
  /** Bytes of the file as it comes. */
  berkas: 16 * 1024 * 1024,
  /** Bytes of all parts of an XLSX that are read, unpacked. */
  terbuka: 192 * 1024 * 1024,
  /** Parts of an XLSX. */
  bagian: 2_000,
  /** A part may unpack to this many times its packed size: sheets reach about 15. */
  nisbah: 200,
  baris: 60_000,
  kolom: 100,
  lembar: 60,
  /** Letters of one cell. */
  sel: 2_000,
} as const;

/** Why a file cannot be read at all; the words for people are in client/i18n and on the command line. */
export type TakTerbaca =
  | 'terlalu_besar'
  | 'bukan_tabel'
  | 'xlsx_rusak'
  | 'xlsx_terkunci'
  | 'xls_lama'
  | 'terlalu_banyak_baris'
  | 'terlalu_banyak_kolom'
  | 'terlalu_banyak_lembar';

/** Thrown inside the reader, caught at its edge. */
export class BerkasTakTerbaca extends Error {
  readonly sebab: TakTerbaca;
  constructor(sebab: TakTerbaca, options?: ErrorOptions) {
    super(sebab, options);
    this.name = 'BerkasTakTerbaca';
    this.sebab = sebab;
  }
}
