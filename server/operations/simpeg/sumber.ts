import { createHash } from 'node:crypto';
import type { Impor, RecordOf } from '../../../shared/records/index.ts';
import {
  type HasilPeriksa,
  KOLOM,
  type Kolom,
  kunciJudul,
  type Pemetaan,
} from '../../../shared/simpeg/index.ts';
import type { Store } from '../../store/index.ts';

const isKolom = (nama: string | null): nama is Kolom | null =>
  nama === null || (KOLOM as readonly string[]).includes(nama);

/** Imports of an instansi, the last first. */
export const imporDi = async (store: Store, instansi: string): Promise<RecordOf<'impor'>[]> => {
  const rows = await store.read((tx) => tx.recordsOfKind(instansi, 'impor'));
  return rows
    .flatMap(({ n, record }) => (record.kind === 'impor' ? [{ n, record }] : []))
    .sort((a, b) => b.n - a.n)
    .map(({ record }) => record);
};

/** How the columns of a source were matched at its last import. */
export const pemetaanUntuk = async (store: Store, instansi: string, sumber: string): Promise<Pemetaan> => {
  const dulu = (await imporDi(store, instansi)).find(({ content }) => content.sumber === sumber);
  const pasangan = Object.entries(dulu?.content.pemetaan ?? {});
  return Object.fromEntries(pasangan.filter((satu): satu is [string, Kolom | null] => isKolom(satu[1])));
};

const JUDUL_TERBANYAK = 100;
const cukup = (teks: string, most: number): string => [...teks].slice(0, most).join('');

/** Names a file by its bytes. */
export const shaDari = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What an import says of its file; headers as they were matched, for the next one of the same source. */
export const sumberDari = ({
  sumber,
  berkas,
  sha,
  hasil,
}: {
  readonly sumber: string;
  readonly berkas: string;
  readonly sha: string;
  readonly hasil: HasilPeriksa;
}): Pick<Impor, 'sumber' | 'berkas' | 'sha' | 'pemetaan'> => ({
  sumber: cukup(sumber, 60),
  berkas: cukup(berkas, 200),
  sha,
  pemetaan: Object.fromEntries(
    hasil.lembar
      .flatMap(({ judul }) => judul ?? [])
      .filter(({ judul }) => judul !== '')
      .slice(0, JUDUL_TERBANYAK)
      .map(({ judul, kolom }) => [cukup(kunciJudul(judul), 80), kolom]),
  ),
});
