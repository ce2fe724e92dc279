import { setImmediate as giliran } from 'node:timers/promises';
import type { Actor } from '../../../shared/commands/index.ts';
import {
  halanganPutusan,
  isTerbuka,
  langkahSetuju,
  namaLengkap,
  type Putusan,
  type Tingkat,
} from '../../../shared/domain/index.ts';
import {
  isInstansi,
  type PutusanUsulan,
  type Refusal,
  refuse,
  type UsulanTampil,
} from '../../../shared/protocol/index.ts';
import type { BidangUsulan, Pegawai, RecordOf } from '../../../shared/records/index.ts';
import type { AdminUsulan, UsulanMeja } from '../../http/index.ts';
import type { ReadTx } from '../../store/index.ts';
import { type AkunRooms, newId } from '../akun.ts';
import { denganPena, type Pena, type Tulisan } from '../pena.ts';
import { type TulisDi, tulisKoreksi } from './koreksi.ts';

type Rooms = Pick<AkunRooms, 'store' | 'clock' | 'randomBytes'>;
type UsulanRecord = RecordOf<'usulan'>;

/** Schools read at a time: between them others get their turn. */
const SEKALI = 20;
/** So many are shown at once; the next come when these are decided. */
const TERBANYAK = 200;

/** The server writes in the admin's name: what a phone of his sends has no such right. */
const tangan = ({ id, nama }: AdminUsulan): Actor => ({ id, nama, peran: ['admin', 'sistem'] });

/** Where an admin stands towards a shard; null where it is none of his. The instansi is above all of this service. */
const tingkatDi = ({ hak }: AdminUsulan, shard: string): Tingkat | null => {
  if (hak.some(isInstansi)) return 'instansi';
  return hak.includes(shard) ? 'sekolah' : null;
};

const putusanAtas = async (
  tx: ReadTx,
  { shard, owner, content, state }: UsulanRecord,
  { id, tingkat, now }: Pick<Putusan, 'id' | 'tingkat' | 'now'>,
): Promise<Putusan> => {
  const adaAdminSekolah =
    !isInstansi(shard) &&
    (await tx.grantsIn(shard)).some(
      ({ account, peran, since, until }) =>
        peran === 'admin' && account !== owner && since <= now && (until === null || now < until),
    );
  return { pemilik: owner, bidang: content.bidang, state, tingkat, id, adaAdminSekolah, now };
};

/** What is held now of what the usulan is about. */
const kiniDari = (orang: Pegawai, bidang: BidangUsulan, sekolah: string): string => {
  if (bidang === 'sekolah') return sekolah;
  return bidang === 'penilai' ? (orang.penilai?.nama ?? '') : orang[bidang];
};

const tampil = async (tx: ReadTx, record: UsulanRecord, putusan: Putusan): Promise<UsulanTampil> => {
  const { shard, owner, content, state } = record;
  const [pegawai] = await tx.recordsOfKind(shard, 'pegawai', owner);
  const [satker] = await tx.recordsOfKind(shard, 'satker');
  const orang = pegawai?.record.kind === 'pegawai' ? pegawai.record.content : null;
  const { bidang, nilai, bukti, tautan, foto } = content;
  const sekolah = satker?.record.kind === 'satker' ? satker.record.content.nama : '';
  return {
    ...{ id: record.id, shard, dilihat: record.head, bidang, nilai, bukti, tautan: [...tautan] },
    ...{ foto: [...foto], pemilik: owner },
    nama: orang ? namaLengkap(orang) : '',
    nip: orang?.nip ?? '',
    sekolah,
    kini: orang && kiniDari(orang, bidang, sekolah),
    diajukan: state.diajukan,
    penerus: state.penerus ? { nama: state.penerus.nama, catatan: state.penerus.catatan } : null,
    halangan: halanganPutusan(putusan),
    langkah: langkahSetuju(putusan),
  };
};

const diSatuSekolah = async (
  tx: ReadTx,
  admin: AdminUsulan,
  { shard, now }: { readonly shard: string; readonly now: number },
): Promise<UsulanTampil[]> => {
  const tingkat = tingkatDi(admin, shard);
  const list: UsulanTampil[] = [];
  for (const { record } of tingkat ? await tx.recordsOfKind(shard, 'usulan') : []) {
    if (record.kind !== 'usulan' || !tingkat || !isTerbuka(record.state)) continue;
    if (tingkat === 'sekolah' && record.state.tahap === 'DITERUSKAN') continue;
    list.push(await tampil(tx, record, await putusanAtas(tx, record, { id: admin.id, tingkat, now })));
  }
  return list;
};

type Meja = Pick<Tulisan, 'actor' | 'pada'> & {
  readonly shard: string;
  readonly pena: Pena;
  readonly lain: (shard: string) => Pena;
};

/** One pen a shard, each with a device id of its own: commands of a device are numbered through. */
const tulisDi = ({ shard, pena, lain, actor, pada }: Meja, rooms: Rooms): TulisDi => {
  const baru = (one: Pena) => ({ one, device: newId('s', rooms) });
  const pens = new Map([[shard, baru(pena)]]);
  return async (di, isi) => {
    const pen = pens.get(di) ?? baru(lain(di));
    pens.set(di, pen);
    await pen.one.tulis({ actor, device: pen.device, pada, ...isi });
  };
};

/** What a decision does, or why it may not be. It lands only on what its author saw (I14). */
const langkahDari = (
  { head }: UsulanRecord,
  putusan: Putusan,
  { dilihat, setuju, catatan }: PutusanUsulan,
): 'teruskan' | 'terima' | 'tolak' | Refusal => {
  if (head !== dilihat) return refuse('tahap_salah');
  const halangan = halanganPutusan(putusan);
  if (halangan) return refuse(halangan);
  if (!setuju) return catatan.trim().length < 5 ? refuse('teks_pendek', { bidang: 'catatan' }) : 'tolak';
  const langkah = langkahSetuju(putusan);
  return langkah === 'orang_kedua' ? refuse(langkah) : langkah;
};

/** Lays out the desk where admins find what waits for them. Everything is read anew each time; nothing is kept here. */
export const createUsulanMeja = (rooms: Rooms): UsulanMeja => {
  const { store, clock } = rooms;

  const daftar: UsulanMeja['daftar'] = async (admin) => {
    const semua = await store.read((tx) => tx.shards());
    const shards = semua.filter((shard) => tingkatDi(admin, shard) !== null);
    const list: UsulanTampil[] = [];
    for (let at = 0; at < shards.length; at += SEKALI) {
      const bagian = shards.slice(at, at + SEKALI);
      const now = clock();
      const found = await store.read((tx) =>
        Promise.all(bagian.map((shard) => diSatuSekolah(tx, admin, { shard, now }))),
      );
      list.push(...found.flat());
      await giliran();
    }
    return { list: list.sort((a, b) => a.diajukan - b.diajukan).slice(0, TERBANYAK) };
  };

  const putuskan = (admin: AdminUsulan, id: string, wanted: PutusanUsulan) => {
    const { shard, catatan } = wanted;
    const tingkat = tingkatDi(admin, shard);
    if (!tingkat) return Promise.resolve(refuse('tidak_ada'));
    return denganPena({ ...rooms, shard }, async (pena, tx, lain) => {
      const now = clock();
      const found = (await tx.record(shard, id))?.record;
      const record = found?.kind === 'usulan' ? found : null;
      if (!record) return refuse('tidak_ada');
      const langkah = langkahDari(
        record,
        await putusanAtas(tx, record, { id: admin.id, tingkat, now }),
        wanted,
      );
      if (typeof langkah !== 'string') return langkah;
      const tulis = tulisDi({ shard, pena, lain, actor: tangan(admin), pada: now }, rooms);
      const gagal = langkah === 'terima' ? await tulisKoreksi({ tx, tulis, pada: now }, record) : null;
      if (gagal) return gagal;
      const isi = { kind: `usulan.${langkah}`, body: { catatan } };
      await tulis(shard, { ...isi, record: record.id, base: record.head });
      return { ok: true } as const;
    });
  };

  return { daftar, putuskan };
};
