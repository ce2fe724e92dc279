import { setImmediate as giliran } from 'node:timers/promises';
import type { Actor } from '../../../shared/commands/index.ts';
import { HARI_URUNG } from '../../../shared/commands/index.ts';
import { namaLengkap, selisihHari, tanggalPada, ZONA_TERDEPAN } from '../../../shared/domain/index.ts';
import { commandId, type Refusal, refuse } from '../../../shared/protocol/index.ts';
import { Pegawai, type RecordOf } from '../../../shared/records/index.ts';
import type { ReadTx, StoredCommand, WriteTx } from '../../store/index.ts';
import type { AkunRooms } from '../akun.ts';
import { operatorDari } from '../catatan-akses.ts';
import { denganPena } from '../pena.ts';
import type { Tangan } from './tulis.ts';

/** What was taken back, and who stays as she is because something happened since. */
export type Diurungkan = {
  readonly ok: true;
  readonly kembali: number;
  readonly tetap: readonly { readonly nama: string; readonly sebab: 'sudah_dipakai' | 'sudah_berubah' }[];
};

type PegawaiRecord = RecordOf<'pegawai'>;
type Akibat = { readonly nama: string; readonly sebab: Diurungkan['tetap'][number]['sebab'] } | 'kembali';

/** Sessions, phones or records of her own: then she has begun to work, and stays. */
const sudahDipakai = async (tx: WriteTx, shard: string, id: string): Promise<boolean> => {
  const akun = await tx.accountById(id);
  if (akun?.password !== '') return true;
  if ((await tx.devicesOf(id)).length > 0) return true;
  const kinds = ['entri', 'skp', 'evaluasi', 'jadwal', 'pola'] as const;
  for (const kind of kinds) if ((await tx.recordsOfKind(shard, kind, id)).length > 0) return true;
  return false;
};

const cabutBaru = async (tangan: Tangan, record: PegawaiRecord): Promise<Akibat> => {
  const { pena, tx, actor, penanda, shard, pada } = tangan;
  const nama = namaLengkap(record.content);
  if (await sudahDipakai(tx, shard, record.owner)) return { nama, sebab: 'sudah_dipakai' };
  await pena.tulis({
    ...{ actor, device: penanda, kind: 'pegawai.cabut', body: {}, pada },
    ...{ record: record.id, base: record.head },
  });
  for (const hak of await tx.grantsOf(record.owner))
    if (hak.shard === shard && hak.until === null) await tx.putGrant({ ...hak, until: pada });
  const akun = await tx.accountById(record.owner);
  if (akun) await tx.putAccount({ ...akun, deactivatedAt: pada });
  return 'kembali';
};

const isiDari = ({ content }: StoredCommand): Pegawai | null =>
  Pegawai.safeParse((content.body as { isi?: unknown } | null)?.isi).data ?? null;

/** What the record said before the import's own lines on it. */
const sebelum = async (tx: WriteTx, record: PegawaiRecord, penanda: string): Promise<Pegawai | null> => {
  const lines = await tx.linesOfRecord(record.shard, record.id);
  const lama = lines.filter(({ device }) => device !== penanda).at(-1);
  return lama ? isiDari(lama) : null;
};

const kembalikan = async (tangan: Tangan, record: PegawaiRecord, asal: string): Promise<Akibat> => {
  const { pena, tx, actor, penanda, pada } = tangan;
  const isi = await sebelum(tx, record, asal);
  if (!isi) return { nama: namaLengkap(record.content), sebab: 'sudah_berubah' };
  const body = { pemilik: record.owner, isi };
  await pena.tulis({
    ...{ actor, device: penanda, kind: 'pegawai.perbarui', body, pada },
    ...{ record: record.id, base: record.head },
  });
  const akun = await tx.accountById(record.owner);
  const bebas = akun?.nip === isi.nip || (await tx.accountByNip(isi.nip)) === null;
  if (akun)
    await tx.putAccount({
      ...akun,
      nip: bebas ? isi.nip : akun.nip,
      nama: namaLengkap(isi),
      jabatan: isi.jabatan,
    });
  return 'kembali';
};

/**
 * The device id under which an import is taken back: always the same for one import, so that an undo that broke off is gone
 * on with, and what it had done already is known by it.
 */
export const penandaUrung = (penanda: string): string => `u${penanda.slice(1)}`;

/** True where an undo of this import has begun; whether it came to its end, the import's state says. */
export const isUrungMulai = async (tx: ReadTx, penanda: string): Promise<boolean> =>
  (await tx.numbersOf(penandaUrung(penanda))).length > 0;

/** Takes back what an import wrote of one record; whatever was changed since by another hand stays. */
const urungSatu = async (tangan: Tangan, record: PegawaiRecord, asal: string): Promise<Akibat | null> => {
  if (record.head.startsWith(`${tangan.penanda}.`)) return 'kembali';
  if (record.deleted) return null;
  if (!record.head.startsWith(`${asal}.`))
    return { nama: namaLengkap(record.content), sebab: 'sudah_berubah' };
  return record.id.startsWith(`${asal}.`) ? cabutBaru(tangan, record) : kembalikan(tangan, record, asal);
};

/** Records that an import wrote, by shard: its commands are numbered through, so they are found one after the other. */
const tersentuh = async (rooms: AkunRooms, penanda: string): Promise<ReadonlyMap<string, Set<string>>> => {
  const menurut = new Map<string, Set<string>>();
  for (let nomor = 1; ; nomor += 1) {
    const [line] = await rooms.store.read((tx) => tx.commandsByNumber(penanda, nomor));
    if (!line) return menurut;
    const { shard, kind, record } = line.content;
    if (kind.startsWith('pegawai.'))
      menurut.set(
        shard,
        (menurut.get(shard) ?? new Set()).add(record ?? commandId(penanda, nomor, line.hash)),
      );
    if (nomor % 200 === 0) await giliran();
  }
};

export type PermintaanUrung = { readonly id: string; readonly instansi: string; readonly actor?: Actor };

/**
 * Takes an import back within seven days: people it changed are as before, people it brought are gone unless they have
 * begun to work. Nobody's work is touched; schools that it laid down stay, empty. Broken off, it is gone on with by asking
 * again, and comes to the same answer.
 */
export const urungkan = async (
  rooms: AkunRooms,
  { id, instansi, actor = operatorDari(rooms) }: PermintaanUrung,
): Promise<Diurungkan | Refusal> => {
  const impor = (await rooms.store.read((tx) => tx.record(instansi, id)))?.record;
  if (impor?.kind !== 'impor') return refuse('tidak_ada');
  if (impor.state.tahap === 'DIURUNGKAN') return { ok: true, kembali: 0, tetap: [] };
  if (selisihHari(impor.content.pada, tanggalPada(rooms.clock(), ZONA_TERDEPAN)) > HARI_URUNG)
    return refuse('lewat_urung', { hari: HARI_URUNG });
  const asal = impor.content.penanda;
  const penanda = penandaUrung(asal);
  const sampai = await rooms.store.read((tx) => tx.numbersOf(penanda));
  const nomor = new Map([[penanda, sampai.at(-1) ?? 0]]);
  const akibat: Akibat[] = [];
  for (const [shard, records] of await tersentuh(rooms, asal)) {
    const semua = await denganPena({ ...rooms, shard, nomor }, async (pena, tx) => {
      const tangan = { rooms, pena, tx, actor, penanda, shard, pada: rooms.clock() };
      const hasil: Akibat[] = [];
      for (const satu of records) {
        const record = (await tx.record(shard, satu))?.record;
        const satuAkibat = record?.kind === 'pegawai' ? await urungSatu(tangan, record, asal) : null;
        if (satuAkibat) hasil.push(satuAkibat);
      }
      return hasil;
    });
    akibat.push(...semua);
    await giliran();
  }
  await denganPena({ ...rooms, shard: instansi, nomor }, (pena) =>
    pena.tulis({
      ...{ actor, device: penanda, kind: 'impor.urungkan', body: {}, pada: rooms.clock() },
      ...{ record: impor.id, base: impor.head },
    }),
  );
  const tetap = akibat.flatMap((satu) => (satu === 'kembali' ? [] : [satu]));
  return { ok: true, kembali: akibat.length - tetap.length, tetap };
};
