import { kenali } from '../../server/operations/simpeg/kenali.ts';
import { pemetaanUntuk, shaDari, sumberDari } from '../../server/operations/simpeg/sumber.ts';
import { terapkan } from '../../server/operations/simpeg/terapkan.ts';
import { nomorPengganti } from '../../server/people/index.ts';
import { bacaBerkas } from '../../server/people/simpeg/baca.ts';
import { periksaSimpeg, rencanakan } from '../../shared/simpeg/index.ts';
import type { TestServer } from './server.ts';

export const INSTANSI = 'sek:P0000000';
const KUNCI = new Uint8Array(32).fill(3);

/** The rooms of a test server as the command line has them. */
export const ruang = ({ store, passwords, clock, random, randomBytes }: TestServer) => ({
  ...{ store, passwords, random, randomBytes },
  clock: clock.now,
});

/** Imports a file as the operator does; rows may be left out. */
export const impor = async (server: TestServer, bytes: Uint8Array, kecuali: readonly string[] = []) => {
  const isi = await kenali(server.store);
  const pemetaan = await pemetaanUntuk(server.store, INSTANSI, 'SIMPEG');
  const nip = new Map([...isi.menurutNip].map(([satu, orang]) => [satu, { nama: orang.isi.nama }] as const));
  const hasil = periksaSimpeg(await bacaBerkas(bytes), {
    hariIni: '2026-11-26',
    pemetaan,
    dikenal: { nip, sekolah: isi.sekolah },
  });
  const rencana = rencanakan(hasil, { lama: isi.menurutNip, nomor: nomorPengganti(KUNCI) });
  const ditulis = await terapkan(ruang(server), {
    ...{ rencana, menurutNip: isi.menurutNip, kecuali: new Set(kecuali), instansi: INSTANSI },
    sekolah: new Map(hasil.sekolah.map((satu) => [satu.npsn, satu.nama])),
    kabupaten: 'Arunika',
    zona: 'Asia/Jakarta',
    sumber: sumberDari({ sumber: 'SIMPEG', berkas: 'uji.csv', sha: shaDari(bytes), hasil }),
  });
  return { ...ditulis, rencana };
};
