/**
 * Kinds of work in the public tables, by the duties of a teacher in PP 74/2008 article 52 and, beside them, professional
 * development; what no template of an RHK knows is `belum_dikenali`. No text that anybody typed is looked at.
 */
export const JENIS_KERJA = [
  'merencanakan',
  'melaksanakan',
  'menilai',
  'membimbing',
  'tugas_tambahan',
  'pengembangan',
  'belum_dikenali',
] as const;
/** One of {@link JENIS_KERJA}. */
export type JenisKerja = (typeof JENIS_KERJA)[number];

/** Codes of the catalogue of activities (`pustaka-rhk.json`) by kind. */
const KODE: Readonly<Record<Exclude<JenisKerja, 'belum_dikenali'>, readonly string[]>> = {
  merencanakan: ['PRK', 'MED', 'PBD'],
  melaksanakan: ['AJR', 'RMD', 'PGY', 'LIT', 'NUM', 'KOK'],
  menilai: ['ASA', 'ASF', 'ASS', 'KOR', 'NIL'],
  membimbing: ['BIM', 'EKS', 'LMB', 'ORT'],
  tugas_tambahan: ['WAL', 'PKT', 'PAN', 'PER', 'TPK', 'BOS', 'UPC', 'RPT', 'SPV', 'EVK', 'MTR'],
  pengembangan: ['OBS', 'REF', 'PEL', 'KKG', 'PTK'],
};

const JENIS = new Map(
  Object.entries(KODE).flatMap(([jenis, kode]) => kode.map((one) => [one, jenis as JenisKerja] as const)),
);

/** Kind of an entry, by the code of its rencana aksi, `AJR` or with its RHK `GR-U-01.AJR`; null where it names none. */
export const jenisKerja = (rencanaAksi: string | null): JenisKerja =>
  JENIS.get(rencanaAksi?.split('.').at(-1) ?? '') ?? 'belum_dikenali';
