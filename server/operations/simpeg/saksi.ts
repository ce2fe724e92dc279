import type { WriteTx } from '../../store/index.ts';
import type { Diterapkan, Putusan } from './perintah.ts';

/** How far it is: what was counted, and how many rows of how many. */
export type Langkah = Diterapkan & { readonly selesai: number; readonly dari: number };

/** Keeps beside an import how far it is, each in the transaction that takes it there; throws where it must not go on. */
export type Saksi = {
  /** What else each of its transactions holds. */
  readonly nama?: readonly string[];
  /** Before anything is written in a transaction. */
  readonly sebelum?: (tx: WriteTx) => Promise<void>;
  readonly dimulai?: (tx: WriteTx, langkah: Langkah, putusan: Putusan) => Promise<void>;
  readonly sekolah?: (tx: WriteTx, langkah: Langkah, shard: string) => Promise<void>;
  readonly selesai?: (tx: WriteTx, langkah: Langkah) => Promise<void>;
};
