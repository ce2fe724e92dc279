import type { Actor } from '../../../shared/commands/index.ts';
import type { Ketetapan } from '../../../shared/protocol/index.ts';
import type { AdminImpor } from '../../http/index.ts';
import type { ReadTx, WriteTx } from '../../store/index.ts';
import { SHARD_INSTANSI, satkerDi } from '../instansi.ts';
import type { Pena } from '../pena.ts';
import type { KetetapanTersimpan } from './catatan.ts';
import { kebalikan, tulisanUntuk } from './isi.ts';

/* One school's step of a decision, forward and back. */

/** Schools that are named at most. */
export const DISEBUT = 50;

/** The server writes in the admin's name: what a phone of hers sends has no such right. */
export const tangan = ({ id, nama }: AdminImpor): Actor => ({ id, nama, peran: ['admin', 'sistem'] });
const npsnDari = (shard: string): string => shard.slice(shard.indexOf(':') + 1);
/** One id a school and way: commands of a device are numbered through, and by it the decision's own lines are found. */
export const perangkat = ({ id }: Pick<Ketetapan, 'id'>, shard: string, way: 'k' | 'u'): string =>
  `${way}${id.slice(1)}_${npsnDari(shard)}`;

/** Every school of the service, wilayah of heads included as for the command line, in the order in which they are walked. */
export const sekolah = async (tx: ReadTx): Promise<string[]> => {
  const found: string[] = [];
  for (const shard of await tx.shards())
    if (shard !== SHARD_INSTANSI && (await satkerDi(tx, shard))) found.push(shard);
  return found.sort();
};

/** By whose hand a step is written, and where. */
export type Tulis = {
  readonly tx: WriteTx;
  readonly pena: Pena;
  readonly actor: Actor;
  readonly pada: number;
};

/** Writes the decision in one school: 1 where something was, 0 where it stood so, its name where it cannot be set. */
export const maju = async (
  { tx, pena, actor, pada }: Tulis,
  kini: KetetapanTersimpan,
  shard: string,
): Promise<0 | 1 | string> => {
  const record = await satkerDi(tx, shard);
  if (!record) return 0;
  const perintah = await tulisanUntuk(kini.isi, { tx, shard, satker: record.content });
  if (typeof perintah === 'string') return record.content.nama;
  const dari = { actor, device: perangkat(kini, shard, 'k'), record: record.id, pada };
  let base = record.head;
  for (const satu of perintah) base = await pena.tulis({ ...dari, ...satu, base });
  return perintah.length > 0 ? 1 : 0;
};

/** Takes the decision's own line of one school back. */
export const mundur = async (
  { tx, pena, actor, pada }: Tulis,
  kini: KetetapanTersimpan,
  shard: string,
): Promise<0 | 1 | string> => {
  const record = await satkerDi(tx, shard);
  const lines = record ? await tx.linesOfRecord(shard, record.id) : [];
  const line = lines.find(({ device }) => device === perangkat(kini, shard, 'k'));
  if (!record || !line) return 0;
  const perintah = kebalikan(line, lines, record.content);
  if (!perintah) return record.content.nama;
  const dari = { actor, device: perangkat(kini, shard, 'u'), record: record.id, pada };
  let base = record.head;
  for (const satu of perintah) base = await pena.tulis({ ...dari, ...satu, base });
  return 1;
};
