import { setImmediate as giliran } from 'node:timers/promises';
import { type Berumur, batasSimpan, MASA_SIMPAN } from '../../../shared/domain/index.ts';
import { isInstansi } from '../../../shared/protocol/index.ts';
import type { Akses } from '../../../shared/records/index.ts';
import type { Overdue } from '../../store/index.ts';
import { type AkunRooms, newId } from '../akun.ts';
import { operatorDari } from '../catatan-akses.ts';
import { denganPena, SISTEM } from '../pena.ts';
import { buangFoto, buangTerputus, type FotoRooms, fotoGugur, isGugur } from './foto.ts';

/*
 * Removes what has outlived its term (`shared/domain/masa-simpan.ts`). Done again it finds nothing; broken off, the next time
 * does the rest. Nothing here touches the ledger, its records, or a photo that one of them needs.
 */

export type RetensiRooms = AkunRooms & FotoRooms;
/** How many of each kind; only those of which there were any. */
export type Hitungan = Readonly<Partial<Record<Berumur, number>>>;

/** Rows by the name that the store has for them; photos and files have ways of their own. */
const BARIS = {
  sesi: 'sessions',
  percobaan: 'throttles',
  peramban: 'knownBrowsers',
  slip: 'activations',
  pengingat: 'reminders',
  antrean: 'queues',
  lapor: 'burdenReports',
  lihat: 'views',
} as const satisfies Partial<Record<Berumur, Overdue>>;
type Baris = keyof typeof BARIS;

const barisList = Object.keys(BARIS) as Baris[];
const adaSaja = (hitungan: Partial<Record<Berumur, number>>): Hitungan =>
  Object.fromEntries(Object.entries(hitungan).filter(([, banyak]) => banyak > 0));

/** What there is of it now; nothing is written. */
export const lewatMasa = async (rooms: RetensiRooms): Promise<Hitungan> => {
  const { store, clock } = rooms;
  const now = clock();
  const hitungan: Partial<Record<Berumur, number>> = {};
  for (const apa of barisList)
    hitungan[apa] = await store.read((tx) => tx.overdue(BARIS[apa], batasSimpan(apa, now)));
  hitungan.fotoUsulan = (await fotoGugur(rooms, batasSimpan('fotoUsulan', now))).length;
  const terputus = batasSimpan('fotoTerputus', now);
  hitungan.fotoTerputus = (
    await store.read((tx) => tx.unfinishedPhotos(terputus, Number.MAX_SAFE_INTEGER))
  ).length;
  return adaSaja(hitungan);
};

const hapusBaris = async ({ store, clock }: RetensiRooms, apa: Baris): Promise<number> => {
  const before = batasSimpan(apa, clock());
  for (let semua = 0; ; ) {
    const kali = await store.write((tx) => tx.removeOverdue(BARIS[apa], before));
    semua += kali;
    if (kali === 0) return semua;
    await giliran();
  }
};

const BATAS_KETERANGAN = 80;
/** "sesi 12, lihat 340": what a ledger line says of it. */
export const ringkasHitungan = (hitungan: Hitungan): string =>
  Object.entries(hitungan)
    .map(([apa, banyak]) => `${apa} ${banyak}`)
    .join(', ')
    .slice(0, BATAS_KETERANGAN);

/**
 * A line in the instansi's ledger, where its admins read what was done. Without an instansi, or where nothing was removed
 * but what comes and goes each day, the service's log alone tells of it.
 */
const catat = async (rooms: RetensiRooms, hitungan: Hitungan): Promise<void> => {
  const { sesi: _sesi, percobaan: _percobaan, ...lain } = hitungan;
  if (Object.keys(lain).length === 0) return;
  const shard = (await rooms.store.read((tx) => tx.shards())).find(isInstansi);
  if (!shard) return;
  const actor = rooms.operator === undefined ? SISTEM : operatorDari(rooms);
  const pada = rooms.clock();
  const isi: Akses = { jenis: 'retensi', keterangan: ringkasHitungan(hitungan), oleh: actor.nama, pada };
  await denganPena({ ...rooms, shard }, (pena) =>
    pena.tulis({
      ...{ actor, device: newId('s', rooms), kind: 'akses.catat' },
      ...{ body: { pemilik: SISTEM.id, isi }, pada },
    }),
  );
};

/** Removes all that has outlived its term and says in the ledger how much; what came to be removed, by kind. */
export const jalankanRetensi = async (rooms: RetensiRooms): Promise<Hitungan> => {
  const hitungan: Partial<Record<Berumur, number>> = {};
  for (const apa of barisList) hitungan[apa] = await hapusBaris(rooms, apa);
  const gugur = batasSimpan('fotoUsulan', rooms.clock());
  hitungan.fotoUsulan = await buangFoto(rooms, await fotoGugur(rooms, gugur), (record) =>
    isGugur(record, gugur),
  );
  hitungan.fotoTerputus = await buangTerputus(rooms, batasSimpan('fotoTerputus', rooms.clock()));
  const hasil = adaSaja(hitungan);
  await catat(rooms, hasil);
  return hasil;
};

/** What each kind is called, for whoever sits at the command line. */
export const KATA_BERUMUR: Readonly<Record<Berumur, string>> = {
  sesi: 'sesi yang sudah berakhir',
  percobaan: 'penghitung salah sandi',
  peramban: 'peramban yang lama tidak dipakai masuk',
  slip: 'slip aktivasi yang tidak berlaku lagi',
  pengingat: 'alamat pengingat HP yang diputus',
  antrean: 'laporan isian tertahan dari HP yang lama diam',
  lapor: 'tanda pekan ikut dihitung bebannya',
  lihat: 'catatan siapa melihat milik siapa',
  fotoUsulan: 'foto bukti usulan yang ditolak atau ditarik',
  fotoTerputus: 'foto yang tidak pernah selesai terkirim',
  barisSalah: 'berkas baris impor yang perlu diperbaiki',
};

/** A table of it: how many, what, after how many days. */
export const tabelRetensi = (hitungan: Hitungan): string =>
  Object.entries(hitungan)
    .map(([apa, banyak]) => {
      const satu = apa as Berumur;
      return `${String(banyak).padStart(8)}  ${KATA_BERUMUR[satu]} (${MASA_SIMPAN[satu]} hari)\n`;
    })
    .join('');
