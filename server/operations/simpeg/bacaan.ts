import { createHash } from 'node:crypto';
import { setImmediate as giliran } from 'node:timers/promises';
import * as z from 'zod/mini';
import { tanggalPada, ZONA_TERDEPAN } from '../../../shared/domain/index.ts';
import { KeadaanImpor } from '../../../shared/protocol/index.ts';
import {
  type BarisRencana,
  type HasilPeriksa,
  isDitulis,
  type Pemetaan,
  type Rencana,
  rencanakan,
} from '../../../shared/simpeg/index.ts';
import { KATA_TAK_TERBACA, nomorPengganti, periksaTerpisah } from '../../people/index.ts';
import { jumlahDari, type Tampilan, tampilan } from './halaman.ts';
import type { Isi } from './kenali.ts';
import { perluYakin, tandaBerubah } from './perintah.ts';

/** What the admin is told of a file before its rows; kept in the store, so that whoever is asked can say it. */
export const Ringkasan = z.required(
  z.pick(KeadaanImpor, { jumlah: true, lembar: true, sekolahBaru: true, menulis: true, yakin: true }),
);
export type Ringkasan = z.infer<typeof Ringkasan>;

/**
 * A file as it was read beside what the service holds. Every process makes its own, of the same bytes, columns, day and
 * people the same one, and knows it by its `kunci`: that names all that the admin is shown.
 */
export type Bacaan = {
  readonly kunci: string;
  /** Names the people and schools that it was compared with. */
  readonly dasar: string;
  readonly isi: Isi;
  readonly hasil: HasilPeriksa;
  readonly rencana: Rencana;
  readonly tampilan: Tampilan;
  readonly ringkasan: Ringkasan;
};

/** Thrown where a file cannot be read; the sentence is for the admin. */
export class TakDapatDibaca extends Error {
  readonly kalimat: string;
  constructor(kalimat: string) {
    super('the file cannot be read');
    this.name = 'TakDapatDibaca';
    this.kalimat = kalimat;
  }
}

/** Taken in at a time: between them others get their turn. */
const SEKALI = 500;
const HURUF = 22;

/** Names what is told of each of these, and in which order. */
const namai = async <T>(semua: Iterable<T>, teks: (satu: T) => string, awal = ''): Promise<string> => {
  const sidik = createHash('sha256').update(awal);
  let ke = 0;
  for (const satu of semua) {
    sidik.update(teks(satu)).update('\n');
    ke += 1;
    if (ke % SEKALI === 0) await giliran();
  }
  return sidik.digest('base64url').slice(0, HURUF);
};

/** Names people and schools as they stand: the head of each record says what is in it. */
export const dasarDari = ({ menurutNip, sekolah }: Isi): Promise<string> =>
  namai(
    [...menurutNip.values()],
    ({ shard, record, head }) => `${shard} ${record} ${head}`,
    [...sekolah].join(),
  );

const menulis = (baris: BarisRencana, { menurutNip }: Isi): boolean =>
  baris.tindakan === 'new' ||
  (baris.tindakan === 'changed' && isDitulis(baris)) ||
  (baris.tindakan !== 'refused' && tandaBerubah(baris, menurutNip.get(baris.nip)));

type Dibaca = Pick<Bacaan, 'isi' | 'hasil' | 'rencana' | 'tampilan'>;

const ringkas = ({ isi, hasil, rencana, tampilan: tampak }: Dibaca): Ringkasan => ({
  jumlah: jumlahDari(tampak),
  lembar: hasil.lembar.map(({ nama, judul }) => ({ nama, judul: judul ? [...judul] : null })),
  sekolahBaru: hasil.sekolah.filter(({ npsn }) => !isi.sekolah.has(npsn)),
  menulis: rencana.baris.filter((satu) => menulis(satu, isi)).length,
  yakin: perluYakin(rencana, isi.menurutNip.size) ? rencana.hilang.length : null,
});

export type Dimintakan = {
  readonly bytes: Uint8Array;
  readonly pemetaan: Pemetaan;
  /** When the file was uploaded, epoch ms: whoever reads it reads it as on that day. */
  readonly pada: number;
  readonly isi: Isi;
  readonly simpegKey: Uint8Array;
};

/** Reads a file in a thread of its own and plans what it would do. Throws `TakDapatDibaca`. */
export const bacaUnggahan = async (
  { bytes, pemetaan, pada, isi, simpegKey }: Dimintakan,
  onProgress: (selesai: number, dari: number) => void,
): Promise<Bacaan> => {
  const dibaca = await periksaTerpisah(
    {
      ...{ bytes, pemetaan, hariIni: tanggalPada(pada, ZONA_TERDEPAN) },
      nip: [...isi.menurutNip].map(([nip, orang]) => [nip, { nama: orang.isi.nama }]),
      sekolah: [...isi.sekolah],
    },
    onProgress,
  );
  if (!dibaca.ok) throw new TakDapatDibaca(KATA_TAK_TERBACA[dibaca.sebab]);
  const { hasil } = dibaca;
  await giliran();
  const rencana = rencanakan(hasil, { lama: isi.menurutNip, nomor: nomorPengganti(simpegKey) });
  await giliran();
  const tampak = tampilan(hasil, rencana);
  const ringkasan = ringkas({ isi, hasil, rencana, tampilan: tampak });
  const kunci = await namai(tampak, JSON.stringify, JSON.stringify(ringkasan));
  return { kunci, dasar: await dasarDari(isi), isi, hasil, rencana, tampilan: tampak, ringkasan };
};
