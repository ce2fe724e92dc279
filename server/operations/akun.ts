import {
  kalenderAwal,
  namaLengkap,
  periksaNip,
  tanggalPada,
  ZONA_TERDEPAN,
} from '../../shared/domain/index.ts';
import { shardOf } from '../../shared/protocol/index.ts';
import { Pegawai, Satker } from '../../shared/records/index.ts';
import { generatePassphrase, keepPassword, removePasskeysOf } from '../people/index.ts';
import type { ReadTx, StoredRecord, WriteTx } from '../store/index.ts';
import { catatAkta, operatorDari } from './catatan-akses.ts';
import { beriHak } from './hak.ts';
import { denganPena, type Pena } from './pena.ts';
import { type AkunRooms, newId } from './ruang.ts';
import { tulisSatker } from './warisan.ts';

export { type AkunRooms, newId } from './ruang.ts';

/** What was done, or a sentence that says why not and what to change. */
export type Hasil<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly kalimat: string };
/** Says why not, and what to change. */
export const tolak = (kalimat: string): { ok: false; kalimat: string } => ({ ok: false, kalimat });

type Isian = Readonly<Record<string, string>>;

const ZONA: Readonly<Record<string, Satker['zona']>> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
};

const satkerDari = (
  { npsn = '', nama = '', kabupaten = '', zona = 'WIB', hari = '5' }: Isian,
  hariIni: string,
): Hasil<{ satker: Satker }> => {
  const { data, error } = Satker.safeParse({
    npsn,
    nama,
    kabupaten,
    zona: ZONA[zona.toUpperCase()] ?? zona,
    hariKerja: Array.from({ length: hari === '6' ? 6 : 5 }, (_, i) => i + 1),
    logHarian: 'opsional',
    batasIsianHari: 31,
    kalender: kalenderAwal(hariIni),
    bulanTerkunci: [],
    tanggalDibuka: [],
  });
  if (data) return { ok: true, satker: data };
  const bidang = String(error?.issues[0]?.path[0] ?? '');
  return tolak(`--${bidang} belum benar. NPSN delapan angka, nama tidak kosong, zona WIB, WITA, atau WIT.`);
};

/** Lays down a school with its zone and working days; its calendar begins with the public holidays. */
export const tambahSekolah = async (rooms: AkunRooms, isian: Isian): Promise<Hasil<{ satker: Satker }>> => {
  const dibaca = satkerDari(isian, tanggalPada(rooms.clock(), 'Asia/Jakarta'));
  if (!dibaca.ok) return dibaca;
  const { satker } = dibaca;
  const shard = shardOf(satker.npsn);
  return denganPena({ ...rooms, shard }, async (pena, tx) => {
    if ((await tx.recordsOfKind(shard, 'satker')).length > 0)
      return tolak(`Sekolah dengan NPSN ${satker.npsn} sudah ada.`);
    const dari = { actor: operatorDari(rooms), device: newId('s', rooms), pada: rooms.clock() };
    await tulisSatker({ ...dari, tx, pena: () => pena }, shard, satker);
    return { ok: true, satker };
  });
};

type Peran = 'guru' | 'penilai';
type Baru = { readonly pegawai: Pegawai; readonly peran: Peran; readonly shard: string };

const pegawaiDari = (isian: Isian): Hasil<Baru> => {
  const { peran = '', npsn = '', nama = '' } = isian;
  const { nip, jenis, salah } = periksaNip(isian['nip'] ?? '');
  if (peran !== 'guru' && peran !== 'penilai') return tolak('--peran harus guru atau penilai.');
  if (salah) return tolak('--nip harus 18 angka.');
  const { data } = Pegawai.safeParse({
    nip,
    nama,
    gelarDepan: isian['gelar-depan'] ?? '',
    gelarBelakang: isian['gelar-belakang'] ?? '',
    jenisKelamin: nip[14] === '2' ? 'P' : 'L',
    status: jenis,
    golongan: isian['golongan'] ?? '',
    jabatan: isian['jabatan'] ?? (peran === 'penilai' ? 'Kepala Sekolah' : 'Guru'),
    jenjang: isian['jenjang'] ?? '',
    penilai: null,
  });
  return data
    ? { ok: true, pegawai: data, peran, shard: shardOf(npsn) }
    : tolak('--nama tidak boleh kosong atau terlalu panjang.');
};

const penilaiDi = async (tx: ReadTx, shard: string): Promise<Pegawai['penilai']> => {
  for (const { record } of await tx.recordsOfKind(shard, 'pegawai')) {
    if (record.kind !== 'pegawai') continue;
    const grants = await tx.grantsOf(record.owner);
    if (
      !grants.some(
        ({ shard: where, peran, until }) => where === shard && peran === 'penilai' && until === null,
      )
    )
      continue;
    return { id: record.owner, nama: namaLengkap(record.content), jabatan: record.content.jabatan };
  }
  return null;
};

/** Teachers who were there before their head get to know who reviews their work. */
const perkenalkan = async (
  penilai: NonNullable<Pegawai['penilai']>,
  lama: readonly StoredRecord[],
  tulis: (record: StoredRecord['record'], isi: Pegawai) => Promise<string>,
): Promise<void> => {
  for (const { record } of lama)
    if (record.kind === 'pegawai' && record.content.penilai === null && record.owner !== penilai.id)
      await tulis(record, { ...record.content, penilai });
};

const tulisPegawai = async (
  rooms: AkunRooms,
  { tulis }: Pena,
  tx: WriteTx,
  { id, baru }: { id: string; baru: Baru },
): Promise<void> => {
  const { pegawai, peran, shard } = baru;
  const dari = { actor: operatorDari(rooms), device: newId('s', rooms), pada: rooms.clock() };
  const lama = await tx.recordsOfKind(shard, 'pegawai');
  const penilai = peran === 'guru' ? await penilaiDi(tx, shard) : null;
  const dasar = { dari: 'tangan', pada: tanggalPada(dari.pada, ZONA_TERDEPAN) } as const;
  const isi: Pegawai = { ...pegawai, penilai, asal: { dasar, bidang: {} } };
  await tulis({ ...dari, kind: 'pegawai.tetapkan', body: { pemilik: id, isi } });
  if (peran !== 'penilai') return;
  await perkenalkan({ id, nama: namaLengkap(pegawai), jabatan: pegawai.jabatan }, lama, (record, isi) =>
    tulis({
      ...dari,
      kind: 'pegawai.perbarui',
      body: { pemilik: record.owner, isi },
      record: record.id,
      base: record.head,
    }),
  );
};

/** Adds a person to a school with an account and a role; the passphrase is known at this moment only. */
export const tambahPegawai = async (
  rooms: AkunRooms,
  isian: Isian,
): Promise<Hasil<{ nama: string; nip: string; sandi: string }>> => {
  const dibaca = pegawaiDari(isian);
  if (!dibaca.ok) return dibaca;
  const { pegawai, peran, shard } = dibaca;
  const { nip, jabatan } = pegawai;
  const nama = namaLengkap(pegawai);
  const sandi = generatePassphrase(rooms.random);
  const password = await rooms.passwords.hash(sandi);
  return denganPena({ ...rooms, shard }, async (pena, tx, di) => {
    if ((await tx.recordsOfKind(shard, 'satker')).length === 0)
      return tolak('Sekolah dengan NPSN itu belum ada. Jalankan sekolah tambah dulu.');
    if (await tx.accountByNip(nip)) return tolak(`NIP ${nip} sudah punya akun.`);
    const [id, now] = [newId('p', rooms), rooms.clock()];
    await tx.putAccount({
      ...{ id, nip, nama, jabatan, password, createdAt: now, deactivatedAt: null, nipLama: null },
    });
    const hak = { shard, view: peran === 'penilai' ? 'sekolah' : 'milik', peran } as const;
    await beriHak({ rooms, tx, di }, id, hak, { akunBaru: true });
    await tulisPegawai(rooms, pena, tx, { id, baru: dibaca });
    return { ok: true, nama, nip, sandi };
  });
};

/** A new passphrase for a person who forgot hers; all her sessions end and her passkeys are gone, nothing on her phone is touched. */
export const sandiBaru = async (
  rooms: AkunRooms,
  isian: Isian,
): Promise<Hasil<{ nama: string; nip: string; sandi: string }>> => {
  const sandi = generatePassphrase(rooms.random);
  const password = await rooms.passwords.hash(sandi);
  const { nip } = periksaNip(isian['nip'] ?? '');
  return denganPena({ ...rooms, shard: '' }, async (_, tx, di) => {
    const account = await tx.accountByNip(nip);
    if (!account) return tolak('Tidak ada akun dengan NIP itu.');
    await keepPassword(tx, account, { password, now: rooms.clock() });
    await tx.removeSessionsOf(account.id);
    const hilang = await removePasskeysOf(tx, account.id);
    const akta = [{ jenis: 'sandi' as const, keterangan: '' }, ...hilang];
    await catatAkta({ rooms, tx, di }, { pemilik: account.id, oleh: operatorDari(rooms) }, akta);
    return { ok: true, nama: account.nama, nip, sandi };
  });
};
