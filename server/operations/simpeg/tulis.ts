import type { Actor } from '../../../shared/commands/index.ts';
import { kalenderAwal, namaLengkap, tanggalPada, ZONA_TERDEPAN } from '../../../shared/domain/index.ts';
import type { Pegawai, Satker } from '../../../shared/records/index.ts';
import {
  AWALAN_PENGGANTI,
  type BarisRencana,
  denganTanda,
  tandaDari,
  tingkat,
} from '../../../shared/simpeg/index.ts';
import type { StoredAccount, WriteTx } from '../../store/index.ts';
import { type AkunRooms, newId } from '../akun.ts';
import { taruhHak } from '../hak.ts';
import type { Pena } from '../pena.ts';
import { tulisSatker } from '../warisan.ts';
import type { Tercatat } from './kenali.ts';

/** What the writing of one school knows: by whose hand, and where. */
export type Tangan = {
  readonly rooms: AkunRooms;
  readonly pena: Pena;
  readonly tx: WriteTx;
  readonly actor: Actor;
  readonly penanda: string;
  readonly shard: string;
  readonly pada: number;
};

type Penilai = NonNullable<Pegawai['penilai']>;

/** Lays down a school that the file attests and the service does not have; its hours and calendar are the admin's to set. */
export const tulisSekolah = async (
  { pena, tx, actor, penanda, shard, pada }: Tangan,
  { npsn, nama, kabupaten, zona }: Pick<Satker, 'npsn' | 'nama' | 'kabupaten' | 'zona'>,
): Promise<void> => {
  if ((await tx.recordsOfKind(shard, 'satker')).length > 0) return;
  const isi: Satker = {
    npsn,
    nama,
    kabupaten,
    zona,
    hariKerja: [1, 2, 3, 4, 5],
    logHarian: 'opsional',
    batasIsianHari: 31,
    kalender: kalenderAwal(tanggalPada(pada, zona)),
    bulanTerkunci: [],
    tanggalDibuka: [],
  };
  await tulisSatker({ actor, device: penanda, pada, tx, pena: () => pena }, shard, isi);
};

/** Who rates in a school: whoever holds that right there and has a record. */
export const penilaiDi = async (tx: WriteTx, shard: string): Promise<Penilai | null> => {
  for (const { record } of await tx.recordsOfKind(shard, 'pegawai')) {
    if (record.kind !== 'pegawai' || record.deleted) continue;
    const hak = await tx.grantsOf(record.owner);
    if (hak.some((one) => one.shard === shard && one.peran === 'penilai' && one.until === null))
      return { id: record.owner, nama: namaLengkap(record.content), jabatan: record.content.jabatan };
  }
  return null;
};

const isKepala = ({ isi }: BarisRencana): boolean => tingkat(isi?.jabatan ?? '') === 2;

/** An account of before, or a new one that nobody can sign in to until it is activated. */
const akunUntuk = async ({ rooms, tx, pada }: Tangan, isi: Pegawai): Promise<string> => {
  const { nip, jabatan } = isi;
  const dulu = await tx.accountByNip(nip);
  const id = dulu?.id ?? newId('p', rooms);
  const akun = dulu ?? { id, nip, password: '', createdAt: pada, nipLama: null };
  await tx.putAccount({ ...akun, nama: namaLengkap(isi), jabatan, deactivatedAt: null });
  return id;
};

/** Writes a person who is new: account, right, record. Gives who she is, for those whom she rates. */
export const tulisBaru = async (
  tangan: Tangan,
  rencana: BarisRencana,
  penilai: Penilai | null,
): Promise<Penilai | null> => {
  const { pena, tx, actor, penanda, shard, pada } = tangan;
  if (!rencana.isi) return null;
  const kepala = isKepala(rencana);
  const dasar = { dari: 'simpeg', pada: tanggalPada(pada, ZONA_TERDEPAN) } as const;
  const polos = { ...rencana.isi, penilai: kepala ? null : penilai, asal: { dasar, bidang: {} } };
  const isi: Pegawai = denganTanda(polos, tandaDari(rencana.baris, dasar.pada));
  const id = await akunUntuk(tangan, isi);
  const hak = kepala
    ? ({ shard, view: 'sekolah', peran: 'penilai' } as const)
    : ({ shard, view: 'milik', peran: 'guru' } as const);
  await taruhHak(tx, id, hak, pada);
  const body = { pemilik: id, isi };
  await pena.tulis({ actor, device: penanda, kind: 'pegawai.tetapkan', body, pada });
  return { id, nama: namaLengkap(isi), jabatan: isi.jabatan };
};

/** The NIP that she signs in with besides: the one before this, until a file has the corrected one as well. */
const nipLama = (akun: StoredAccount, { nip, asal }: Pegawai): string | null => {
  if (nip !== akun.nip) return akun.nip;
  // A number that stood for a NIP can be nobody else's, and is known to her alone.
  if (akun.nipLama?.startsWith(AWALAN_PENGGANTI)) return akun.nipLama;
  return asal?.bidang.nip?.dari === 'simpeg' ? null : akun.nipLama;
};

/** What of a person changes: her record, and what her account is called. The way she signs in stays, or gains a NIP. */
export const tulisUbahan = async (
  { pena, tx, actor, penanda, pada }: Tangan,
  lama: Tercatat,
  isi: Pegawai,
): Promise<void> => {
  const body = { pemilik: lama.id, isi };
  await pena.tulis({
    ...{ actor, device: penanda, kind: 'pegawai.perbarui', body, pada },
    ...{ record: lama.record, base: lama.head },
  });
  const akun = await tx.accountById(lama.id);
  if (!akun) return;
  // A NIP that is another account's already never moves: that would take a sign-in away.
  const bebas = akun.nip === isi.nip || (await tx.accountByNip(isi.nip)) === null;
  const nip = bebas ? isi.nip : akun.nip;
  await tx.putAccount({
    ...akun,
    nip,
    nipLama: nipLama(akun, isi),
    nama: namaLengkap(isi),
    jabatan: isi.jabatan,
  });
};

/** Staff who were there before their head get to know who reviews their work. */
export const perkenalkan = async (tangan: Tangan, penilai: Penilai): Promise<void> => {
  const { pena, tx, actor, penanda, shard, pada } = tangan;
  for (const { record } of await tx.recordsOfKind(shard, 'pegawai')) {
    if (record.kind !== 'pegawai' || record.deleted || record.content.penilai !== null) continue;
    if (record.owner === penilai.id) continue;
    const body = { pemilik: record.owner, isi: { ...record.content, penilai } };
    await pena.tulis({
      ...{ actor, device: penanda, kind: 'pegawai.perbarui', body, pada },
      ...{ record: record.id, base: record.head },
    });
  }
};
