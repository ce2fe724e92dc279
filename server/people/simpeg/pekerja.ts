import { parentPort, workerData } from 'node:worker_threads';
import { periksaSimpeg } from '../../../shared/simpeg/index.ts';
import { bacaBerkas } from './baca.ts';
import { BerkasTakTerbaca } from './batas.ts';
import type { Kabar, Tugas } from './periksa-terpisah.ts';

/** Rows a message: the service's own thread takes them in small bites. */
const SEPOTONG = 500;

const tugas = workerData as Tugas;
const kirim = (kabar: Kabar): void => parentPort?.postMessage(kabar);

try {
  const lembar = await bacaBerkas(tugas.bytes);
  kirim({ tahap: 'dibaca', baris: lembar.reduce((sum, { baris }) => sum + baris.length, 0) });
  const hasil = periksaSimpeg(lembar, {
    hariIni: tugas.hariIni,
    pemetaan: tugas.pemetaan,
    dikenal: { nip: new Map(tugas.nip), sekolah: new Map(tugas.sekolah) },
  });
  for (let at = 0; at < hasil.baris.length; at += SEPOTONG)
    kirim({ tahap: 'baris', baris: hasil.baris.slice(at, at + SEPOTONG) });
  kirim({ tahap: 'selesai', hasil: { ...hasil, baris: [] } });
} catch (cause) {
  if (!(cause instanceof BerkasTakTerbaca)) throw cause;
  kirim({ tahap: 'gagal', sebab: cause.sebab });
}
