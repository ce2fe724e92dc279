import { isDeepStrictEqual } from 'node:util';
import { aturanPeriode } from '../../../shared/domain/index.ts';
import type { IsiKetetapan } from '../../../shared/protocol/index.ts';
import type { HariKhusus, Satker } from '../../../shared/records/index.ts';
import type { ReadTx, StoredCommand } from '../../store/index.ts';
import { keputusanAtur } from '../atur.ts';
import { yangBaru } from '../kalender.ts';
import type { Keputusan, Tulisan } from '../keputusan.ts';

/* A decision as what it writes in a school as it stands, and as what takes that back. */

type Sebab = 'kalender_penuh' | 'periode_dimulai';
type Perintah = Tulisan['perintah'];
/** A school whose decision is asked for. */
export type Sekolah = { readonly tx: ReadTx; readonly shard: string; readonly satker: Satker };

const periodeDari = ({
  sejak,
  tipe,
  batasHari,
  batasTahunan,
  batasSkp,
}: Extract<IsiKetetapan, { apa: 'periode' }>): Keputusan => {
  const isian = {
    ...{ sejak: String(sejak) },
    ...(tipe ? { periode: tipe } : {}),
    ...(batasHari === undefined ? {} : { batas: String(batasHari) }),
    ...(batasTahunan === undefined ? {} : { 'batas-tahunan': String(batasTahunan) }),
    ...(batasSkp === undefined ? {} : { 'batas-skp': batasSkp }),
  };
  const dibaca = keputusanAtur(isian, sejak);
  // What travelled was parsed: only one that sets nothing is left, and that writes nothing.
  return dibaca.ok ? dibaca.keputusan : async () => ({ ok: true, perintah: [] });
};

/** What has to be written in a school; a reason where it cannot be. The rules are those of the command line. */
export const tulisanUntuk = async (
  isi: IsiKetetapan,
  { tx, shard, satker }: Sekolah,
): Promise<Perintah | Sebab> => {
  if (isi.apa === 'kalender') {
    const hasil = yangBaru(satker, isi.hari);
    return hasil.ok ? hasil.perintah : 'kalender_penuh';
  }
  const hasil = await periodeDari(isi)(tx, shard, satker);
  return hasil.ok ? hasil.perintah : 'periode_dimulai';
};

const namaHari = ({ mulai, selesai, nama }: Pick<HariKhusus, 'mulai' | 'selesai' | 'nama'>) => ({
  ...{ mulai, selesai, nama },
});

/** Whether a school's calendar has these very days, one after the other. */
export const adaHari = ({ kalender }: Satker, hari: readonly HariKhusus[]): boolean[] => {
  const ada = new Set(kalender.map((satu) => JSON.stringify(namaHari(satu))));
  return hari.map((satu) => ada.has(JSON.stringify(namaHari(satu))));
};

/** The rules of periods as they stood before a line of a school's record. */
const periodikSebelum = (lines: readonly StoredCommand[], device: string): Satker['periodik'] => {
  let periodik: NonNullable<Satker['periodik']> = [];
  for (const { content, device: dari } of lines) {
    if (dari === device) return periodik;
    const body = content.body as { isi?: Pick<Satker, 'periodik'>; sejak?: number };
    if (content.kind === 'satker.tetapkan' || content.kind === 'satker.perbarui')
      periodik = body.isi?.periodik ?? [];
    if (content.kind === 'periode.atur')
      periodik = [
        ...periodik.filter(({ sejak }) => sejak !== body.sejak),
        content.body as NonNullable<Satker['periodik']>[number],
      ];
  }
  return periodik;
};

/** What takes back what the decision's own line wrote in a school; null where somebody has changed it since. */
export const kebalikan = (
  line: StoredCommand,
  lines: readonly StoredCommand[],
  satker: Satker,
): Perintah | null => {
  if (line.content.kind === 'kalender.tambah') {
    const { hari } = line.content.body as { hari: readonly HariKhusus[] };
    const masih = hari.filter((satu) => satker.kalender.some((kini) => isDeepStrictEqual(kini, satu)));
    return masih.length === 0 ? null : [{ kind: 'kalender.hapus', body: { hari: masih.map(namaHari) } }];
  }
  const { sejak } = line.content.body as { sejak: number };
  const kini = satker.periodik?.find((satu) => satu.sejak === sejak);
  if (!isDeepStrictEqual(kini, line.content.body)) return null;
  const periodik = periodikSebelum(lines, line.device);
  const dulu = aturanPeriode({ ...satker, ...(periodik ? { periodik } : {}) }, sejak);
  return [{ kind: 'periode.atur', body: { ...dulu, sejak } }];
};
