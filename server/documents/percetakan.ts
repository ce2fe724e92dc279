import { Worker } from 'node:worker_threads';
import type { Jadi, Pesanan } from './pencetak.ts';

/** Makes PDFs one after another in a thread of its own, so that nobody's sync waits for a page. */
export type Percetakan = {
  /** The PDF; null where too many wait already. Rejects where it could not be made. */
  readonly cetak: (pesanan: Omit<Pesanan, 'id'>) => Promise<Uint8Array | null>;
  readonly tutup: () => Promise<void>;
};

type Menunggu = { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (cause: Error) => void };

const PALING_BANYAK = 16;
/** For each that waits: a document takes a tenth of a second, one with a hundred photos some seconds. Longer is stuck. */
const PALING_LAMA = 30_000;
/** MiB; a runaway page description ends its own thread, not the service. */
const INGATAN = 384;

/** Opens the thread at the first document, and another one where it has ended. */
export const bukaPercetakan = (): Percetakan => {
  const menunggu = new Map<number, Menunggu>();
  let worker: Worker | null = null;
  let nomor = 0;

  const putus = (asal: Worker, cause: Error): void => {
    if (worker !== asal) return;
    worker = null;
    for (const { reject } of menunggu.values()) reject(cause);
    menunggu.clear();
  };
  const buka = (): Worker => {
    if (worker) return worker;
    const made = new Worker(new URL('./thread.mjs', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: INGATAN },
    });
    made.on('message', (jadi: Jadi) => {
      const siapa = menunggu.get(jadi.id);
      menunggu.delete(jadi.id);
      if ('pdf' in jadi) siapa?.resolve(jadi.pdf);
      else siapa?.reject(new Error(jadi.gagal));
      if (menunggu.size === 0) made.unref();
    });
    made.on('error', (cause) => putus(made, cause instanceof Error ? cause : new Error(String(cause))));
    made.on('exit', () => putus(made, new Error('the printing thread ended')));
    worker = made;
    return made;
  };

  const cetak: Percetakan['cetak'] = async (pesanan) => {
    if (menunggu.size >= PALING_BANYAK) return null;
    const dipakai = buka();
    dipakai.ref();
    nomor += 1;
    const id = nomor;
    let jam: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        menunggu.set(id, { resolve, reject });
        jam = setTimeout(() => {
          putus(dipakai, new Error(`a document took longer than ${PALING_LAMA} ms`));
          void dipakai.terminate();
        }, PALING_LAMA * menunggu.size);
        dipakai.postMessage({ ...pesanan, id } satisfies Pesanan);
      });
    } finally {
      clearTimeout(jam);
      menunggu.delete(id);
    }
  };
  return {
    cetak,
    tutup: async () => {
      await worker?.terminate();
    },
  };
};
