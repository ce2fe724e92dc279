import type { Store } from '../store/index.ts';

/** Room on the disk, as the edge knows it. */
type Ruang = 'lega' | 'sempit' | 'habis';

/** What works now, found out by trying. Times in epoch ms. */
export type Keadaan = {
  readonly baca: boolean;
  readonly tulis: boolean;
  readonly ruang: Ruang;
  /** When the last copy was made; null for none, undefined where copies are not this process's business. */
  readonly salinan: number | null | undefined;
  readonly dilihat: number;
};

/** What finding out needs. */
export type KeadaanRooms = {
  readonly store: Store;
  readonly clock: () => number;
  readonly roomLeft: () => Promise<Ruang>;
  readonly lastCopy?: () => number | null;
};

const LIHAT_TIAP = 2_000;

const berhasil = (kerja: Promise<unknown>): Promise<boolean> =>
  kerja.then(
    () => true,
    () => false,
  );

/** True where the service takes and keeps what phones send. */
export const isSiap = ({ baca, tulis, ruang }: Keadaan): boolean => baca && tulis && ruang !== 'habis';

/**
 * Tries what the service is for: a snapshot is read, an empty transaction goes through the one writer (after a failed flush
 * it takes none). Looked at every two seconds at most, however many ask.
 */
export const createKeadaan = ({
  store,
  clock,
  roomLeft,
  lastCopy,
}: KeadaanRooms): (() => Promise<Keadaan>) => {
  let terakhir: Promise<Keadaan> | null = null;
  let dilihat = Number.NEGATIVE_INFINITY;
  const lihat = async (): Promise<Keadaan> => {
    const [baca, tulis, ruang] = await Promise.all([
      berhasil(store.read((tx) => tx.accountCount())),
      berhasil(store.write(async () => undefined)),
      roomLeft(),
    ]);
    return { baca, tulis, ruang, salinan: lastCopy?.(), dilihat };
  };
  return () => {
    if (terakhir && clock() - dilihat < LIHAT_TIAP) return terakhir;
    dilihat = clock();
    terakhir = lihat();
    return terakhir;
  };
};
