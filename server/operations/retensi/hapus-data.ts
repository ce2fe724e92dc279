import type { Akses } from '../../../shared/records/index.ts';
import { removePasskeysOf } from '../../people/index.ts';
import { holdAccount, type ReadTx, type StoredAccount, type WriteTx } from '../../store/index.ts';
import { type Hasil, newId, tolak } from '../akun.ts';
import { operatorDari, rumahAkun } from '../catatan-akses.ts';
import { denganPena } from '../pena.ts';
import { type Berfoto, buangFoto, type Foto, rumahNya } from './foto.ts';
import type { RetensiRooms } from './retensi.ts';

/*
 * Removes a person's data at her wish (UU 27/2022 pasal 8), as far as they may go. What may not: lines of the ledger and the
 * records that follow from them, issued documents, and the public halves of her phones' keys, without which nobody could
 * check who wrote what. They are the archive of her performance; the instansi sets how long that lasts (UU 43/2009).
 *
 *   she works here still   photos that no judged work needs: of entries that she deleted, of usulan that came to nothing
 *   she has left           besides: whatever opens her account, names of her phones, slips, reminders, known browsers
 *   with a day             besides: photos of entries up to that day, once the instansi's schedule lets them go
 */

type Isian = Readonly<Record<string, string>>;

/** What goes, or went. */
export type DataDihapus = {
  readonly nama: string;
  /** Whether she still holds a right: then what opens her account stays. */
  readonly bertugas: boolean;
  readonly foto: number;
  readonly perangkat: number;
  readonly sesi: number;
  readonly kunci: number;
};

type Permintaan = { readonly akun: StoredAccount; readonly sampai: string; readonly bertugas: boolean };

const TANGGAL = /^\d{4}-\d{2}-\d{2}$/;

const bolehPergi =
  (sampai: string) =>
  (record: Berfoto): boolean =>
    record.kind === 'entri'
      ? record.deleted || record.content.tanggal <= sampai
      : record.state.tahap === 'DITOLAK' || record.state.tahap === 'DITARIK';

const fotoNya = async (tx: ReadTx, { akun, sampai }: Permintaan): Promise<Foto[]> => {
  const [boleh, sha] = [bolehPergi(sampai), new Set<string>()];
  for (const shard of await rumahNya(tx, akun.id))
    for (const kind of ['entri', 'usulan'] as const)
      for (const { record } of await tx.recordsOfKind(shard, kind, akun.id))
        if ((record.kind === 'entri' || record.kind === 'usulan') && boleh(record))
          for (const foto of record.content.foto) sha.add(foto.sha);
  const ada: Foto[] = [];
  for (const satu of sha) if (await tx.photo(akun.id, satu)) ada.push({ owner: akun.id, sha: satu });
  return ada;
};

const permintaanDari = async (
  tx: ReadTx,
  { nip = '', 'foto-sampai': sampai = '' }: Isian,
  now: number,
): Promise<Permintaan | string> => {
  if (sampai !== '' && !TANGGAL.test(sampai)) return 'Isi --foto-sampai dengan tanggal, misalnya 2020-12-31.';
  const akun = (await tx.accountByNip(nip)) ?? (await tx.accountByNipLama(nip));
  if (!akun) return `Tidak ada akun dengan NIP ${nip || '(kosong)'}.`;
  const hak = await tx.grantsOf(akun.id);
  return { akun, sampai, bertugas: hak.some(({ until }) => until === null || until > now) };
};

const hitung = async (tx: ReadTx, permintaan: Permintaan): Promise<DataDihapus> => {
  const { akun, bertugas } = permintaan;
  const foto = (await fotoNya(tx, permintaan)).length;
  if (bertugas) return { nama: akun.nama, bertugas, foto, perangkat: 0, sesi: 0, kunci: 0 };
  const [perangkat, sesi, kunci] = await Promise.all([
    tx.devicesOf(akun.id),
    tx.sessionsOf(akun.id),
    tx.passkeysOf(akun.id),
  ]);
  const bernama = perangkat.filter(({ label }) => label !== '').length;
  return { nama: akun.nama, bertugas, foto, perangkat: bernama, sesi: sesi.length, kunci: kunci.length };
};

const tutupAkun = async (tx: WriteTx, akun: StoredAccount, now: number): Promise<void> => {
  await tx.removeSessionsOf(akun.id);
  await removePasskeysOf(tx, akun.id);
  await tx.removeTracesOf(akun.id);
  for (const phone of await tx.devicesOf(akun.id))
    await tx.putDevice({ ...phone, label: '', revokedAt: phone.revokedAt ?? now });
  await tx.putAccount({ ...akun, password: '', deactivatedAt: akun.deactivatedAt ?? now });
};

/** Where the line stands: where she reads her history, and for somebody who has left where she worked last. */
const rumahTerakhir = async (tx: ReadTx, id: string, now: number): Promise<string | null> => {
  const kini = await rumahAkun(tx, id, now);
  if (kini) return kini;
  const dulu = [...(await tx.grantsOf(id))].sort((a, b) => (b.until ?? 0) - (a.until ?? 0));
  return dulu[0]?.shard ?? null;
};

const keterangan = ({ foto, perangkat, sesi, kunci }: DataDihapus): string =>
  `foto ${foto}, perangkat ${perangkat}, sesi ${sesi}, kunci sandi ${kunci}`;

/** Says what would go; nothing is written. */
export const lihatHapus = (rooms: RetensiRooms, isian: Isian): Promise<Hasil<DataDihapus>> =>
  rooms.store.read(async (tx) => {
    const permintaan = await permintaanDari(tx, isian, rooms.clock());
    return typeof permintaan === 'string'
      ? tolak(permintaan)
      : { ok: true, ...(await hitung(tx, permintaan)) };
  });

/** Removes it and says so in the ledger. Done again it finds what was left, and says nothing where nothing was. */
export const hapusData = async (rooms: RetensiRooms, isian: Isian): Promise<Hasil<DataDihapus>> => {
  const now = rooms.clock();
  const permintaan = await rooms.store.read((tx) => permintaanDari(tx, isian, now));
  if (typeof permintaan === 'string') return tolak(permintaan);
  const list = await rooms.store.read((tx) => fotoNya(tx, permintaan));
  // Photos first, each by itself: broken off here, the same command finds the rest, and the line tells of what is left.
  const foto = await buangFoto(rooms, list, bolehPergi(permintaan.sampai));
  const { id } = permintaan.akun;
  return denganPena({ ...rooms, shard: '', nama: [holdAccount(id)] }, async (_, tx, di) => {
    const akun = await tx.accountById(id);
    if (!akun) return tolak('Akunnya sudah tidak ada.');
    const dihapus = { ...(await hitung(tx, { ...permintaan, akun })), foto };
    if (!dihapus.bertugas) await tutupAkun(tx, akun, now);
    const shard = await rumahTerakhir(tx, id, now);
    const ada = foto + dihapus.perangkat + dihapus.sesi + dihapus.kunci > 0;
    if (shard && ada) {
      const actor = operatorDari(rooms);
      const isi: Akses = {
        jenis: 'hapus_data',
        keterangan: keterangan(dihapus),
        oleh: actor.nama,
        pada: now,
      };
      await di(shard).tulis({
        ...{ actor, device: newId('s', rooms), kind: 'akses.catat' },
        ...{ body: { pemilik: id, isi }, pada: now },
      });
    }
    return { ok: true, ...dihapus };
  });
};
