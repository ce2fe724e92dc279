import {
  type BahanPengingat,
  bulanDari,
  type EntriTercatat,
  hariTidakHadir,
  type KendalaTercatat,
  ringkasBulan,
  tambahBulan,
  tanggalPada,
  tanpaAbsen,
} from '../../shared/domain/index.ts';
import type { Satker } from '../../shared/records/index.ts';
import { type AccountStore, getMeta, type RecordRow } from './database.ts';
import { saatIni } from './jam.ts';
import { sejakBertugas } from './sejak-bertugas.ts';
import { isTerhitung, jumlahTertinggal } from './tertinggal.ts';

const ZONA = 'Asia/Jakarta';

/** Of these rows only what stays readable behind the app lock is read: a reminder comes while it is shut. */
const isEntri = ({ kind, hapus }: RecordRow): boolean => kind === 'entri' && hapus === 0;

const terhitung = ({ tanggal, tahap }: RecordRow): EntriTercatat =>
  ({ content: { tanggal }, state: { tahap }, deleted: false }) as EntriTercatat;

/** Days on which she was ill or on leave; null where some of what she told lies sealed, so that any day may be one. */
type Absen = { readonly hari: ReadonlySet<string> | null; readonly belumTerkirim: boolean };

const absenDari = async ({ db }: AccountStore, saya: string): Promise<Absen> => {
  const rows = (
    await db.records
      .where('[kind+owner+tanggal]')
      .between(['kendala', saya, ''], ['kendala', saya, '9'])
      .toArray()
  ).filter(isTerhitung);
  if (!rows.every(({ visible }: Partial<RecordRow>) => visible))
    return { hari: null, belumTerkirim: rows.some(({ lokal }) => lokal !== 'bersih') };
  const kendala = rows.map(({ visible }) => visible as KendalaTercatat);
  return { hari: hariTidakHadir(kendala).get(saya) ?? new Set(), belumTerkirim: false };
};

/**
 * What a reminder is made from, read from this phone's own data: what has not been sent counts as recorded. Null before the
 * phone has its person, or where she neither records nor rates. `now` is epoch ms. Behind the app lock her illness and leave
 * cannot be read: then no day before today is held against her, and today only where the service knows what she told.
 */
export const bahanPengingat = async (store: AccountStore, now: number): Promise<BahanPengingat | null> => {
  const { db } = store;
  const saya = await getMeta(db, 'saya');
  const penilai = saya?.grants.find(({ peran }) => peran === 'penilai');
  const grant = saya?.grants.find(({ peran }) => peran === 'guru') ?? penilai;
  if (!saya || !grant) return null;
  const [school] = await db.records
    .where('[shard+kind]')
    .equals([(penilai ?? grant).s, 'satker'])
    .toArray();
  const satker = (school?.visible.content as Satker | undefined) ?? null;
  const hariIni = tanggalPada(await saatIni(store, () => now), satker?.zona ?? ZONA);
  const bulan = bulanDari(hariIni);
  const dari = satker?.batasIsianHari === null ? bulan : tambahBulan(bulan, -1);
  const milik = (
    await db.records
      .where('[kind+owner+tanggal]')
      .between(['entri', saya.id, `${dari}-00`], ['entri', saya.id, hariIni], true, true)
      .toArray()
  )
    .filter(isEntri)
    .map(terhitung);
  const absen = await absenDari(store, saya.id);
  const sejak = await sejakBertugas(store, { shard: grant.s, saya: saya.id });
  const kosong = [...new Set([dari, bulan])].flatMap(
    (satu) => tanpaAbsen(ringkasBulan(satu, milik, satker, hariIni), absen.hari ?? new Set(), sejak).kosong,
  );
  const bertahap = (tahap: string): Promise<RecordRow[]> =>
    db.records.where('[kind+tahap]').equals(['entri', tahap]).toArray();
  return {
    hariIni,
    log: satker?.logHarian ?? 'opsional',
    batasIsianHari: satker?.batasIsianHari ?? null,
    terisi: !kosong.includes(hariIni),
    tidakHadir: absen.hari?.has(hariIni) ?? absen.belumTerkirim,
    kosong: absen.hari ? kosong.filter((tanggal) => tanggal < hariIni) : [],
    dikembalikan: (await bertahap('DIKEMBALIKAN')).filter((row) => isEntri(row) && row.owner === saya.id)
      .length,
    menunggu: penilai
      ? (await bertahap('DIAJUKAN'))
          .filter((row) => isEntri(row) && row.owner !== saya.id && row.shard === penilai.s)
          .map(({ tanggal }) => tanggal)
      : [],
    tertinggal: penilai
      ? await jumlahTertinggal(store, { shard: penilai.s, satker, hariIni })
      : { jumlah: 0, baru: 0 },
  };
};
