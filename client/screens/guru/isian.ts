import type { Temuan } from '../../../shared/domain/index.ts';
import { LIMITS, type ProblemCode, type ProblemParams } from '../../../shared/protocol/index.ts';
import { cleanText, countLetters, Entri, type FotoRujukan, type Skp } from '../../../shared/records/index.ts';

/** The form as it is being typed: numbers are still text, links may be half written. */
export type Isian = {
  readonly tanggal: string;
  readonly mulai: string;
  readonly selesai: string;
  readonly rhk: string | null;
  readonly rencanaAksi: string | null;
  readonly uraian: string;
  readonly realisasi: string;
  readonly satuan: string;
  readonly catatan: string;
  readonly tautan: readonly string[];
};

/** A form with nothing in it. */
export const isianKosong = (tanggal: string): Isian => ({
  tanggal,
  mulai: '',
  selesai: '',
  rhk: null,
  rencanaAksi: null,
  uraian: '',
  realisasi: '1',
  satuan: '',
  catatan: '',
  tautan: [],
});

/** What may stand in a stored draft, whatever version wrote it, as a form. */
export const isianDari = (
  values: Partial<Omit<Isian, 'realisasi'>> & { readonly realisasi?: string | number | undefined },
  tanggal: string,
): Isian => {
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return { ...isianKosong(tanggal), ...known, realisasi: String(values.realisasi ?? '1') } as Isian;
};

/** A form as it would be stored, or what is wrong with its fields: one fault a field, in the order of the form. */
export type HasilBaca =
  | { readonly entri: Entri; readonly salah: readonly [] }
  | { readonly entri: null; readonly salah: readonly Temuan[] };

const bulat = (teks: string): number => (/^\d{1,9}$/.test(teks.trim()) ? Number(teks) : Number.NaN);

/** The typed text as it would be stored: cleaned, without spaces at the ends and without empty links. */
const keEntri = (isian: Isian, foto: readonly FotoRujukan[]): Record<keyof Entri, unknown> => ({
  tanggal: isian.tanggal,
  mulai: isian.mulai,
  selesai: isian.selesai,
  rhk: isian.rhk,
  rencanaAksi: isian.rencanaAksi,
  uraian: cleanText(isian.uraian).trim(),
  realisasi: bulat(isian.realisasi),
  satuan: cleanText(isian.satuan).trim(),
  catatan: cleanText(isian.catatan).trim(),
  tautan: isian.tautan.map((link) => cleanText(link).trim()).filter((link) => link !== ''),
  foto: [...foto],
});

/** What schema messages mean for a field that was left empty: an empty date or hour is not "impossible", it is missing. */
const kodeBidang = (bidang: keyof Entri, message: string): ProblemCode => {
  if (/^[a-z]+(_[a-z]+)+$/.test(message)) return message as ProblemCode;
  return bidang === 'realisasi'
    ? 'realisasi_bulat'
    : bidang === 'tautan'
      ? 'tautan_salah'
      : bidang === 'foto'
        ? 'foto_banyak'
        : 'isi_salah';
};

/** Of links, the count where it is too high, else the letters of the longest. */
const ukuranTautan = (links: readonly string[]): number =>
  links.length > LIMITS.tautanCount ? links.length : Math.max(0, ...links.map((link) => link.length));

/** What the words of a fault name: the field, and how much stands in it. */
export const paramsBidang = (bidang: string, value: unknown): ProblemParams => {
  const params: Record<string, string | number> = { bidang };
  if (typeof value === 'string') params['sekarang'] = countLetters(value);
  if (bidang === 'realisasi' && typeof value === 'number' && !Number.isNaN(value)) params['sekarang'] = value;
  if (bidang === 'tautan') params['sekarang'] = ukuranTautan(value as readonly string[]);
  return params;
};

/** Reads a form by the schema that the server uses too. `adaSkp`: then a rencana aksi has to be chosen. */
export const bacaIsian = (isian: Isian, foto: readonly FotoRujukan[], adaSkp: boolean): HasilBaca => {
  const candidate = keEntri(isian, foto);
  const parsed = Entri.safeParse(candidate);
  if (parsed.success) return { entri: parsed.data, salah: [] };
  const salah = new Map<keyof Entri, Temuan>();
  for (const issue of parsed.error.issues) {
    const bidang = String(issue.path[0]) as keyof Entri;
    if (salah.has(bidang)) continue;
    const kode = kodeBidang(bidang, issue.message);
    salah.set(bidang, { kode, berat: 'tolak', bidang, params: paramsBidang(bidang, candidate[bidang]) });
  }
  if (!salah.has('mulai') && !salah.has('selesai') && isian.selesai <= isian.mulai)
    salah.set('selesai', { kode: 'jam_terbalik', berat: 'tolak', bidang: 'selesai' });
  if (isian.rhk === null && adaSkp) salah.set('rhk', { kode: 'rhk_kosong', berat: 'tolak', bidang: 'rhk' });
  return { entri: null, salah: urutkan([...salah.values()]) };
};

/** Fields in the order in which the form shows them. */
const URUTAN: readonly (keyof Entri)[] = [
  'foto',
  'rhk',
  'rencanaAksi',
  'uraian',
  'tanggal',
  'mulai',
  'selesai',
  'realisasi',
  'satuan',
  'catatan',
  'tautan',
];

/** Findings in the order in which the form shows their fields. */
export const urutkan = (temuan: readonly Temuan[]): Temuan[] =>
  [...temuan].sort((a, b) => URUTAN.indexOf(a.bidang) - URUTAN.indexOf(b.bidang));

/** A rencana aksi as the form's list names it. */
export type PilihanRencana = {
  readonly value: string;
  readonly label: string;
  readonly satuan: string;
  readonly rhk: string;
  readonly rencanaAksi: string | null;
};

/** One value for both codes, as a `<select>` needs it. */
export const nilaiRencana = ({
  rhk,
  rencanaAksi,
}: {
  rhk: string | null;
  rencanaAksi: string | null;
}): string => (rhk === null ? '' : `${rhk}|${rencanaAksi ?? ''}`);

/** The SKP's planned activities, grouped by RHK in its order; an RHK without any stands for itself. */
export const pilihanRencana = (
  skp: Skp | null,
): { readonly label: string; readonly options: readonly PilihanRencana[] }[] =>
  (skp?.rhk ?? []).map(({ kode, rhk, rencanaAksi }) => ({
    label: rhk,
    options:
      rencanaAksi.length === 0
        ? [
            {
              value: nilaiRencana({ rhk: kode, rencanaAksi: null }),
              label: rhk,
              satuan: '',
              rhk: kode,
              rencanaAksi: null,
            },
          ]
        : rencanaAksi.map((aksi) => ({
            value: nilaiRencana({ rhk: kode, rencanaAksi: aksi.kode }),
            label: aksi.nama,
            satuan: aksi.satuan,
            rhk: kode,
            rencanaAksi: aksi.kode,
          })),
  }));

/** Name of a rencana aksi, or of its RHK, in an SKP; empty where it is not there. */
export const namaRencana = (
  skp: Skp | null,
  { rhk, rencanaAksi }: { rhk: string | null; rencanaAksi: string | null },
): string => {
  const found = skp?.rhk.find(({ kode }) => kode === rhk);
  return found?.rencanaAksi.find(({ kode }) => kode === rencanaAksi)?.nama ?? found?.rhk ?? '';
};

/** Units known from the SKP and from what the person wrote before, without doubles: suggestions for the unit's field. */
export const satuanDikenal = (skp: Skp | null, riwayat: readonly { satuan: string }[]): string[] => {
  const seen = new Map<string, string>();
  for (const satuan of [
    ...(skp?.rhk ?? []).flatMap(({ rencanaAksi }) => rencanaAksi.map((aksi) => aksi.satuan)),
    ...riwayat.map(({ satuan }) => satuan),
  ])
    if (satuan !== '' && !seen.has(satuan.toLowerCase())) seen.set(satuan.toLowerCase(), satuan);
  return [...seen.values()].slice(0, 20);
};
