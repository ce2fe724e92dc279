import { Worker } from 'node:worker_threads';
import type { BarisDiperiksa, HasilPeriksa, Pemetaan } from '../../../shared/simpeg/index.ts';
import type { TakTerbaca } from './batas.ts';

/** What the worker is given. People and schools that are known come as entries of maps. */
export type Tugas = {
  readonly bytes: Uint8Array;
  /** `TTTT-BB-HH`. */
  readonly hariIni: string;
  readonly pemetaan: Pemetaan;
  readonly nip: readonly (readonly [string, { readonly nama: string }])[];
  readonly sekolah: readonly (readonly [string, string])[];
};

/** What the worker says, in order. */
export type Kabar =
  | { readonly tahap: 'dibaca'; readonly baris: number }
  | { readonly tahap: 'baris'; readonly baris: readonly BarisDiperiksa[] }
  | { readonly tahap: 'selesai'; readonly hasil: HasilPeriksa }
  | { readonly tahap: 'gagal'; readonly sebab: TakTerbaca };

export type Diperiksa =
  | { readonly ok: true; readonly hasil: HasilPeriksa }
  | { readonly ok: false; readonly sebab: TakTerbaca };

const PROGRAM = new URL('pekerja-masuk.mjs', import.meta.url);
/** Heap of the worker: a bomb that gets past the limits ends there and not in the service. */
const HEAP_MB = 768;
const TERLAMA = 120_000;

/**
 * Reads and checks a file in a thread of its own, so that the service goes on answering. `onProgress` hears of rows done.
 * A worker that dies of memory or takes too long makes the file unreadable, nothing else.
 */
export const periksaTerpisah = (
  tugas: Tugas,
  onProgress: (selesai: number, dari: number) => void = () => undefined,
): Promise<Diperiksa> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(PROGRAM, {
      workerData: tugas,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    const baris: BarisDiperiksa[] = [];
    let dari = 0;
    const timer = setTimeout(() => selesai({ ok: false, sebab: 'terlalu_besar' }), TERLAMA);
    const selesai = (hasil: Diperiksa): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(hasil);
    };
    worker.on('message', (kabar: Kabar) => {
      if (kabar.tahap === 'dibaca') dari = kabar.baris;
      if (kabar.tahap === 'baris') for (const satu of kabar.baris) baris.push(satu);
      if (kabar.tahap === 'gagal') selesai({ ok: false, sebab: kabar.sebab });
      if (kabar.tahap === 'selesai') selesai({ ok: true, hasil: { ...kabar.hasil, baris } });
      else onProgress(baris.length, dari);
    });
    worker.on('error', (cause: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      if (cause.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, sebab: 'terlalu_besar' });
      else reject(cause);
    });
  });
