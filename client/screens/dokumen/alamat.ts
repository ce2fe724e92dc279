import type { JenisDokumen } from '../../../shared/documents/index.ts';
import { bacaKodePeriode, bulanDari } from '../../../shared/domain/index.ts';

/** What an address of these screens says: whose documents, which month, which paper, with photos or without. */
export type Alamat = {
  readonly pemilik: string;
  readonly bulan: string;
  readonly kertas: 'A4' | 'F4';
  readonly denganFoto: boolean;
  /** Short name of the evaluation's period; null where none was chosen. */
  readonly periode: string | null;
};

type Bawaan = { readonly hariIni: string; readonly saya: string };

/** Reads an address; what it does not say is this month, A4, with photos, and the person's own. */
export const bacaAlamat = (query: Record<string, string>, { hariIni, saya }: Bawaan): Alamat => ({
  pemilik: query['pemilik'] ?? saya,
  bulan: /^20\d{2}-(0[1-9]|1[0-2])$/.test(query['bulan'] ?? '') ? (query['bulan'] ?? '') : bulanDari(hariIni),
  kertas: query['kertas'] === 'F4' ? 'F4' : 'A4',
  denganFoto: query['foto'] !== '0',
  periode: bacaKodePeriode(query['periode'] ?? '') ? (query['periode'] ?? null) : null,
});

/** An address of these screens; `jalan` is its path. */
export const tulisAlamat = (jalan: string, alamat: Alamat, saya: string): string => {
  const query = new URLSearchParams({ bulan: alamat.bulan, kertas: alamat.kertas });
  if (alamat.periode) query.set('periode', alamat.periode);
  if (!alamat.denganFoto) query.set('foto', '0');
  if (alamat.pemilik !== saya) query.set('pemilik', alamat.pemilik);
  return `${jalan}?${query}`;
};

/** About one evaluation. */
export const PER_EVALUASI: ReadonlySet<JenisDokumen> = new Set(['evaluasi', 'penilaian', 'konversi']);
/** Made from a teacher's own notes of angka kredit: nobody else has them. */
export const DARI_CATATAN: ReadonlySet<JenisDokumen> = new Set(['akumulasi', 'penetapan']);
