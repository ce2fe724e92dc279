import {
  type BelumMasuk,
  isInstansi,
  type LostState,
  type OrangAkses,
  type Refusal,
  refuse,
  type SekolahAkses,
  shardOf,
} from '../../shared/protocol/index.ts';
import type { AdminAkses, AksesDicari, AksesMeja } from '../http/index.ts';
import { cutOff, lostState, markLost, passkeyShown, phonesOf, unmarkLost } from '../people/index.ts';
import type { ReadTx, StoredAccount, StoredActivation, StoredGrant } from '../store/index.ts';
import { sekolahDi, terbitkanSlip } from './aktivasi.ts';
import type { AkunRooms } from './akun.ts';
import { denganCatatan } from './catatan-akses.ts';

type Ya = { readonly ok: true };

const HALAMAN = 30;
/** People of one school: more than any has. */
const SESEKOLAH = 1000;
const LABEL = 80;

const hakKini = async (tx: ReadTx, account: string, now: number): Promise<readonly StoredGrant[]> =>
  (await tx.grantsOf(account)).filter(({ since, until }) => since <= now && (until === null || now < until));

/** Whoever decides on others needs two issuers: one alone could otherwise become him (trust.md 4.2). */
const perluDua = (hak: readonly StoredGrant[]): boolean => hak.some(({ peran }) => peran !== 'guru');

/** An admin of a school keeps its teachers' accounts and no others; one of an instansi everybody's (trust.md 3.2). */
const dalamJangkauan = ({ shard }: AdminAkses, hak: readonly StoredGrant[]): boolean =>
  !isInstansi(shard) ? !perluDua(hak) && hak.some((one) => one.shard === shard) : hak.length > 0;

/** The person, where she is the admin's to keep. */
const orangNya = async (
  tx: ReadTx,
  admin: AdminAkses,
  { id, now }: { readonly id: string; readonly now: number },
): Promise<{ readonly account: StoredAccount; readonly dua: boolean } | null> => {
  const account = await tx.accountById(id);
  if (!account || account.deactivatedAt !== null) return null;
  const hak = await hakKini(tx, id, now);
  return dalamJangkauan(admin, hak) ? { account, dua: perluDua(hak) } : null;
};

const slipDari = (slip: StoredActivation | null, admin: AdminAkses, now: number): OrangAkses['slip'] => {
  if (!slip || slip.usedAt !== null || slip.expiresAt <= now || slip.tries >= 5) return null;
  const { issuedAt, issuedBy, expiresAt, awaits, issuer, account } = slip;
  const menunggu = awaits === 1;
  const dapatSetuju = menunggu && issuer !== admin.id && account !== admin.id;
  return { terbit: issuedAt, sampai: expiresAt, oleh: issuedBy, menunggu, dapatSetuju };
};

/** What was refused is hers to read; what still waits after the mark was taken back is hers to answer. */
const untukAdmin = (hilang: LostState | null): LostState | null => {
  if (!hilang || hilang.ditarik) return null;
  const { ditolak: _, ...keadaan } = hilang;
  return keadaan;
};

const gambarkan = async (
  tx: ReadTx,
  { account, dua }: { readonly account: StoredAccount; readonly dua: boolean },
  { admin, now }: { readonly admin: AdminAkses; readonly now: number },
): Promise<OrangAkses> => {
  const { id, nama, nip, jabatan } = account;
  const perangkat: OrangAkses['perangkat'] = [];
  for (const [terbaru, ...lama] of await phonesOf(tx, id)) {
    if (!terbaru) continue;
    const hilang = await lostState(tx, terbaru.id);
    perangkat.push({
      ...{ id: terbaru.id, label: terbaru.label, revokedAt: terbaru.revokedAt },
      seenAt: Math.max(terbaru.seenAt, ...lama.map(({ seenAt }) => seenAt)),
      hilang: untukAdmin(hilang),
    });
  }
  const terakhir = perangkat.length > 0 ? Math.max(...perangkat.map(({ seenAt }) => seenAt)) : null;
  const kunciSandi = (await tx.passkeysOf(id)).map(passkeyShown);
  const sesi = (await tx.sessionsOf(id)).filter(({ expiresAt }) => expiresAt > now).length;
  return {
    ...{ id, nama, nip, jabatan, terakhir, perangkat, sesi, kunci: kunciSandi.length, kunciSandi },
    sekolah: await sekolahDi(tx, account),
    aktif: account.password !== '',
    dua,
    slip: slipDari(await tx.activationOf(id), admin, now),
  };
};

/** Whose place it is: who decides on objections of a school, or reads there, has hers elsewhere. */
const BEKERJA: readonly StoredGrant['peran'][] = ['guru', 'penilai', 'admin'];

/** Who works there and has never been seen on any phone; he himself is none, for nobody issues a slip to himself. */
const yangBelumMasuk = async (
  tx: ReadTx,
  admin: AdminAkses,
  { shard, now }: { readonly shard: string; readonly now: number },
): Promise<BelumMasuk['orang']> => {
  const found: BelumMasuk['orang'] = [];
  for (const { id } of await tx.peopleWith({ shard, find: '', now, from: 0, limit: SESEKOLAH })) {
    const satu = id === admin.id ? null : await orangNya(tx, admin, { id, now });
    const disini = (await hakKini(tx, id, now)).some(
      (hak) => hak.shard === shard && BEKERJA.includes(hak.peran),
    );
    if (!satu || !disini || (satu.account.password !== '' && (await tx.devicesOf(id)).length > 0)) continue;
    const { nama, nip, jabatan } = satu.account;
    const slip = slipDari(await tx.activationOf(id), admin, now);
    found.push({ id, nama, nip, jabatan, dua: satu.dua, slip });
  }
  return found;
};

const daftarSekolah = async (
  tx: ReadTx,
  { shard: milik }: AdminAkses,
): Promise<SekolahAkses['sekolah'][number][]> => {
  const shards = !isInstansi(milik) ? [milik] : await tx.shards();
  const found: SekolahAkses['sekolah'][number][] = [];
  for (const shard of shards)
    for (const { record } of await tx.recordsOfKind(shard, 'satker'))
      if (record.kind === 'satker') found.push({ npsn: record.content.npsn, nama: record.content.nama });
  return found.sort((a, b) => a.nama.localeCompare(b.nama));
};

const shardDicari = ({ shard }: AdminAkses, { npsn }: Pick<AksesDicari, 'npsn'>): string | null => {
  if (!isInstansi(shard)) return shard;
  return npsn === null ? null : shardOf(npsn);
};

/** The desk of accounts (trust.md 3.2, rows "Akun" and "Perangkat & sesi"); the rules stand here, HTTP only carries. */
export const createAksesMeja = (rooms: AkunRooms): AksesMeja => {
  const { store, clock } = rooms;
  const cari = (admin: AdminAkses, id: string) =>
    store.read((tx) => orangNya(tx, admin, { id, now: clock() }));
  return {
    sekolah: async (admin) => ({ sekolah: await store.read((tx) => daftarSekolah(tx, admin)) }),
    orang: (admin, dicari) =>
      store.read(async (tx) => {
        const now = clock();
        const siapa = { shard: shardDicari(admin, dicari), find: dicari.cari, now };
        const orang: OrangAkses[] = [];
        let [lanjut, lagi] = [dicari.mulai, true];
        // Who is none of his is passed over and counted all the same: the next page begins after the last who was looked at.
        while (lagi && orang.length < HALAMAN) {
          const found = await tx.peopleWith({ ...siapa, from: lanjut, limit: HALAMAN + 1 });
          const akhir = lanjut + found.length;
          for (const { id } of found) {
            if (orang.length === HALAMAN) break;
            lanjut += 1;
            const satu = await orangNya(tx, admin, { id, now });
            if (satu) orang.push(await gambarkan(tx, satu, { admin, now }));
          }
          lagi = lanjut < akhir || found.length > HALAMAN;
        }
        return { orang, lagi, lanjut };
      }),
    belumMasuk: async (admin, npsn) => {
      const shard = shardDicari(admin, { npsn }) ?? '';
      return { orang: await store.read((tx) => yangBelumMasuk(tx, admin, { shard, now: clock() })) };
    },
    terbitkan: async (admin, id) => {
      const satu = await cari(admin, id);
      if (!satu) return null;
      if (id === admin.id) return refuse('slip_sendiri');
      const slip = await terbitkanSlip(rooms, satu.account, { oleh: admin, menunggu: satu.dua });
      return { ok: true, ...slip, menunggu: satu.dua };
    },
    setujui: async (admin, id) => {
      if (!(await cari(admin, id))) return null;
      return denganCatatan<Ya | Refusal>(rooms, { pemilik: id, oleh: admin }, async (tx) => {
        const slip = await tx.activationOf(id);
        const kini = slipDari(slip, admin, clock());
        if (!slip || !kini?.menunggu) return { hasil: refuse('tahap_salah'), catat: null };
        if (!kini.dapatSetuju) return { hasil: refuse('slip_sendiri'), catat: null };
        await tx.putActivation({ ...slip, awaits: 0, secondedBy: admin.nama });
        return { hasil: { ok: true }, catat: { jenis: 'slip_setuju', keterangan: '' } };
      });
    },
    putuskan: async (admin, id, perangkat) => {
      if (!(await cari(admin, id))) return null;
      return denganCatatan(rooms, { pemilik: id, oleh: admin }, async (tx) => {
        const device = await tx.device(perangkat);
        if (!(await cutOff(tx, { account: id, id: perangkat, now: clock() })))
          return { hasil: null, catat: null };
        // A repeat changes nothing, and is no second line.
        const catat = device?.revokedAt === null;
        const keterangan = (device?.label ?? '').slice(0, LABEL);
        return { hasil: { ok: true }, catat: catat ? { jenis: 'perangkat', keterangan } : null };
      });
    },
    hilang: async (admin, id, { perangkat, hilang }) => {
      if (!(await cari(admin, id))) return null;
      return denganCatatan<Ya | Refusal | null>(rooms, { pemilik: id, oleh: admin }, async (tx) => {
        const which = { account: id, id: perangkat, now: clock() };
        const marked = await (hilang ? markLost(tx, which) : unmarkLost(tx, which));
        if (marked === null) return { hasil: null, catat: null };
        if (marked === 'terlambat') return { hasil: refuse('tahap_salah'), catat: null };
        const jenis = hilang ? 'hilang' : 'hilang_batal';
        const catat = marked.isNew ? ({ jenis, keterangan: marked.label.slice(0, LABEL) } as const) : null;
        return { hasil: { ok: true }, catat };
      });
    },
    akhiri: async (admin, id) => {
      if (!(await cari(admin, id))) return null;
      return denganCatatan(rooms, { pemilik: id, oleh: admin }, async (tx) => {
        const sesi = (await tx.sessionsOf(id)).length;
        await tx.removeSessionsOf(id);
        return { hasil: { ok: true, sesi }, catat: sesi > 0 ? { jenis: 'sesi', keterangan: '' } : null };
      });
    },
    cabutKunci: async (admin, id, kunci) => {
      if (!(await cari(admin, id))) return null;
      return denganCatatan(rooms, { pemilik: id, oleh: admin }, async (tx) => {
        const passkey = await tx.passkey(kunci);
        if (passkey?.account !== id) return { hasil: null, catat: null };
        await tx.removePasskey(kunci);
        return { hasil: { ok: true }, catat: { jenis: 'kunci_hapus', keterangan: passkey.nama } };
      });
    },
    sendiri: ({ id, nama }, kerja) => denganCatatan(rooms, { pemilik: id, oleh: { id, nama } }, kerja),
  };
};
