import { berlakuPada, DOKUMEN_AKUNTABILITAS } from '../../../shared/domain/index.ts';
import { cleanText, type Praktik, type PraktikState } from '../../../shared/records/index.ts';

type Tahap = PraktikState['tahap'];

/** The steps that people see; the observation is the head's. */
export const LANGKAH = ['persiapan', 'observasi', 'tindakLanjut', 'refleksi'] as const;
/** One of {@link LANGKAH}. */
export type Langkah = (typeof LANGKAH)[number];

const KE: Readonly<Record<Tahap, number>> = {
  PERSIAPAN: 0,
  DIAJUKAN: 1,
  DIJADWALKAN: 1,
  DIOBSERVASI: 2,
  DITINDAKLANJUTI: 3,
  SELESAI: 4,
};

/** How a step stands while the cycle is at a stage. */
export const keadaan = (langkah: Langkah, tahap: Tahap): 'selesai' | 'kini' | 'nanti' => {
  const at = LANGKAH.indexOf(langkah);
  if (at < KE[tahap]) return 'selesai';
  return at === KE[tahap] ? 'kini' : 'nanti';
};

/** Code while nothing is chosen yet. */
export const SUB_BELUM = 'BELUM';

/** A year as it begins: nothing chosen, the documents that the ministry names for teachers or heads. */
export const awalPraktik = (tahun: number, untuk: 'guru' | 'kepala'): Praktik => ({
  tahun,
  fokus: { kode: SUB_BELUM, nama: '', perilaku: [] },
  persiapan: { targetGuru: '', targetMurid: '', upaya: '', tanggal: null, mulai: null },
  tindakLanjut: { tantangan: '', tujuan: '', jadwal: '', dukungan: '' },
  refleksi: { perubahan: '', dampak: '', lanjutan: '' },
  upaya: [],
  dokumen: berlakuPada(DOKUMEN_AKUNTABILITAS, tahun)
    .filter((satu) => satu.untuk === untuk)
    .map(({ kode, nama }) => ({ kode, nama })),
});

const bersih = <T extends Readonly<Record<string, unknown>>>(part: T): T =>
  Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      name,
      typeof value === 'string' ? cleanText(value).trim() : value,
    ]),
  ) as T;

/** As it can be stored: cleaned of what no text may hold, without behaviours and documents that say nothing. */
export const bersihkan = (isi: Praktik): Praktik => ({
  ...isi,
  fokus: {
    ...bersih(isi.fokus),
    perilaku: isi.fokus.perilaku.map((satu) => cleanText(satu).trim()).filter(Boolean),
  },
  persiapan: bersih(isi.persiapan),
  tindakLanjut: bersih(isi.tindakLanjut),
  refleksi: bersih(isi.refleksi),
  upaya: isi.upaya.map(bersih),
  dokumen: isi.dokumen.map(bersih).filter(({ nama }) => nama !== ''),
});

/** What the step that is hers still lacks before it can be handed in. */
export const kurang = (
  isi: Praktik,
  tahap: Tahap,
): ('fokus' | 'perilaku' | 'targetGuru' | 'tujuan' | 'perubahan')[] => {
  const lacks = (value: string): boolean => value.trim() === '';
  if (tahap === 'PERSIAPAN')
    return [
      ...(lacks(isi.fokus.nama) ? (['fokus'] as const) : []),
      ...(isi.fokus.perilaku.every(lacks) ? (['perilaku'] as const) : []),
      ...(lacks(isi.persiapan.targetGuru) ? (['targetGuru'] as const) : []),
    ];
  if (tahap === 'DIOBSERVASI') return lacks(isi.tindakLanjut.tujuan) ? ['tujuan'] : [];
  if (tahap === 'DITINDAKLANJUTI') return lacks(isi.refleksi.perubahan) ? ['perubahan'] : [];
  return [];
};

/** A code for something of one's own, that no list has yet. */
export const kodeBaru = (awalan: string, ada: readonly { readonly kode: string }[]): string => {
  const taken = new Set(ada.map(({ kode }) => kode));
  let nomor = 1;
  while (taken.has(`${awalan}-${nomor}`)) nomor += 1;
  return `${awalan}-${nomor}`;
};
