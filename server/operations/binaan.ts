import type { Actor } from '../../shared/commands/index.ts';
import { namaLengkap, periksaNip } from '../../shared/domain/index.ts';
import { shardOf } from '../../shared/protocol/index.ts';
import type { Pegawai, RecordOf } from '../../shared/records/index.ts';
import type { ReadTx, StoredAccount } from '../store/index.ts';
import { type AkunRooms, type Hasil, newId, tolak } from './akun.ts';
import { operatorDari } from './catatan-akses.ts';
import { akhiriHak, beriHak, berlaku } from './hak.ts';
import { denganPena, type Tulisan } from './pena.ts';

/*
 * The superior of heads. A wilayah is a shard like a school's, and its staff are the heads: there a pengawas is their
 * penilai by the same rules, screens and sync as a head is a teacher's. Beside that he sees in each school the evaluations
 * that somebody objected to, and decides on them.
 */

type PegawaiRecord = RecordOf<'pegawai'>;

const kepalaDi = async (tx: ReadTx, shard: string): Promise<PegawaiRecord | null> => {
  for (const { record } of await tx.recordsOfKind(shard, 'pegawai')) {
    if (record.kind !== 'pegawai') continue;
    const hak = await tx.grantsOf(record.owner);
    if (hak.some((one) => berlaku(one) && one.shard === shard && one.peran === 'penilai')) return record;
  }
  return null;
};

const pegawaiDi = async (tx: ReadTx, shard: string, owner: string): Promise<PegawaiRecord | null> => {
  const [found] = await tx.recordsOfKind(shard, 'pegawai', owner);
  return found?.record.kind === 'pegawai' ? found.record : null;
};

/** Writes who rates a person into the record of a shard, where it does not say so already; makes the record where there is none. */
const tulisPenilai = async (
  tulis: (isi: Pick<Tulisan, 'kind' | 'body' | 'record' | 'base'>) => Promise<string>,
  lama: PegawaiRecord | null,
  { pemilik, isi }: { readonly pemilik: string; readonly isi: Pegawai },
): Promise<void> => {
  const body = { pemilik, isi };
  if (!lama) await tulis({ kind: 'pegawai.tetapkan', body });
  else if (lama.content.penilai?.id !== isi.penilai?.id)
    await tulis({ kind: 'pegawai.perbarui', body, record: lama.id, base: lama.head });
};

type Bina = {
  readonly pengawas: StoredAccount;
  readonly wilayah: string;
  readonly sekolah: string;
  /** By whose hand; the operator's own where it is left out. */
  readonly actor?: Actor;
};

const penilaiDari = ({ id, nama, jabatan }: StoredAccount): NonNullable<Pegawai['penilai']> => ({
  id,
  nama,
  jabatan,
});

const tulisDi = (
  rooms: AkunRooms,
  shard: string,
  {
    kepala,
    pengawas,
    actor,
  }: Pick<Bina, 'pengawas'> & { readonly kepala: PegawaiRecord; readonly actor: Actor },
): Promise<void> =>
  denganPena({ ...rooms, shard }, async (pena, tx) => {
    const dari = { actor, device: newId('s', rooms), pada: rooms.clock() };
    await tulisPenilai((isi) => pena.tulis({ ...dari, ...isi }), await pegawaiDi(tx, shard, kepala.owner), {
      pemilik: kepala.owner,
      isi: { ...kepala.content, penilai: penilaiDari(pengawas) },
    });
  });

/** Puts the head of one school under a pengawas; whoever was its atasan before is so no longer. */
export const binaSatu = async (
  rooms: AkunRooms,
  { pengawas, wilayah, sekolah, actor = operatorDari(rooms) }: Bina,
): Promise<Hasil<{ nama: string }>> => {
  const kepala = await denganPena({ ...rooms, shard: sekolah, lain: [wilayah] }, async (_, tx, di) => {
    const found = await kepalaDi(tx, sekolah);
    if (!found || found.owner === pengawas.id) return null;
    const meja = { rooms, tx, di };
    for (const hak of await tx.grantsIn(sekolah))
      if (hak.peran === 'atasan' && hak.account !== pengawas.id && berlaku(hak))
        await akhiriHak(meja, hak, actor);
    await beriHak(meja, pengawas.id, { shard: sekolah, view: 'keberatan', peran: 'atasan' }, { oleh: actor });
    await beriHak(meja, found.owner, { shard: wilayah, view: 'milik', peran: 'guru' }, { oleh: actor });
    return found;
  });
  if (!kepala)
    return tolak(`${sekolah.slice(4)} belum punya kepala sekolah. Tambahkan dengan pegawai tambah.`);
  await tulisDi(rooms, wilayah, { kepala, pengawas, actor });
  await tulisDi(rooms, sekolah, { kepala, pengawas, actor });
  return { ok: true, nama: namaLengkap(kepala.content) };
};

/**
 * Puts the heads of schools (`npsn`, with commas between) under a pengawas (`nip`): he rates them in the wilayah where he
 * is penilai, and decides on objections of their schools. What was done already is left alone, so it can be repeated.
 */
export const binaSekolah = async (
  rooms: AkunRooms,
  isian: Readonly<Record<string, string>>,
): Promise<Hasil<{ nama: string; kepala: readonly string[] }>> => {
  const { nip } = periksaNip(isian['nip'] ?? '');
  const dicari = await rooms.store.read(async (tx) => {
    const pengawas = await tx.accountByNip(nip);
    const hak = pengawas ? await tx.grantsOf(pengawas.id) : [];
    return { pengawas, wilayah: hak.find((one) => berlaku(one) && one.peran === 'penilai')?.shard };
  });
  const { pengawas, wilayah } = dicari;
  if (!pengawas || !wilayah) return tolak('Tidak ada penilai dengan NIP itu. Jalankan pegawai tambah dulu.');
  const kepala: string[] = [];
  for (const npsn of (isian['npsn'] ?? '').split(',').filter(Boolean)) {
    const done = await binaSatu(rooms, { pengawas, wilayah, sekolah: shardOf(npsn.trim()) });
    if (!done.ok) return done;
    kepala.push(done.nama);
  }
  return kepala.length > 0
    ? { ok: true, nama: pengawas.nama, kepala }
    : tolak('--npsn belum diisi: NPSN sekolah binaan, dipisah koma.');
};
