import type { Actor } from '../../shared/commands/index.ts';
import { formatNip, periksaNip, tanggalPada } from '../../shared/domain/index.ts';
import { shardOf } from '../../shared/protocol/index.ts';
import { activationCode, CODE_BYTES, printedCode } from '../people/index.ts';
import type { ReadTx, StoredAccount } from '../store/index.ts';
import { type AkunRooms, type Hasil, tolak } from './akun.ts';
import { denganCatatan, OPERATOR, operatorDari } from './catatan-akses.ts';

const HARI = 86_400_000;
/** Days that a slip holds (trust.md 4.2). */
const BERLAKU = 14;

/** One slip: whose it is, where she works, the code as it is printed, and until when (epoch ms). */
export type Slip = {
  readonly nama: string;
  readonly nip: string;
  readonly sekolah: string;
  readonly kode: string;
  readonly sampai: number;
};

/** Midnight after the day of an instant, in the westernmost zone: a slip holds to the end of the day that it names. */
const akhirHari = (saat: number): number => Date.parse(`${tanggalPada(saat, 'Asia/Jakarta')}T23:59:59+07:00`);

/** Name of the school where she works; empty where there is none. */
export const sekolahDi = async (tx: ReadTx, { id }: StoredAccount): Promise<string> => {
  for (const { shard, until } of await tx.grantsOf(id)) {
    const [found] = until === null ? await tx.recordsOfKind(shard, 'satker') : [];
    if (found?.record.kind === 'satker') return found.record.content.nama;
  }
  return '';
};

/** Everybody of a school whose account has no password yet. */
const belumAktif = async (tx: ReadTx, npsn: string): Promise<StoredAccount[]> => {
  const shard = shardOf(npsn);
  const owners = new Set((await tx.recordsOfKind(shard, 'pegawai')).map(({ record }) => record.owner));
  const found: StoredAccount[] = [];
  for (const owner of owners) {
    const account = await tx.accountById(owner);
    if (account && account.password === '' && account.deactivatedAt === null) found.push(account);
  }
  return found.sort((a, b) => a.nama.localeCompare(b.nama));
};

const dicari = (
  { store }: AkunRooms,
  { nip, npsn }: Readonly<Record<string, string>>,
): Promise<Hasil<{ akun: readonly StoredAccount[] }>> =>
  store.read(async (tx) => {
    if ((nip === undefined) === (npsn === undefined))
      return tolak('Sebutkan --nip satu orang, atau --npsn satu sekolah.');
    if (nip !== undefined) {
      const account = await tx.accountByNip(periksaNip(nip).nip);
      if (!account) return tolak('Tidak ada akun dengan NIP itu.');
      return account.deactivatedAt === null
        ? { ok: true, akun: [account] }
        : tolak('Akun itu sudah dinonaktifkan.');
    }
    const akun = await belumAktif(tx, npsn ?? '');
    return akun.length > 0
      ? { ok: true, akun }
      : tolak('Tidak ada akun yang menunggu aktivasi di sekolah itu. Untuk sandi yang lupa, pakai --nip.');
  });

/** By whom a slip is issued, and whether it waits for a second issuer. */
type Penerbit = { readonly oleh: Pick<Actor, 'id' | 'nama'>; readonly menunggu: boolean };

/**
 * Issues one slip; the one before is void. The code leaves here and nowhere else: only its hash is kept, and the ledger says
 * who issued it.
 */
export const terbitkanSlip = async (
  rooms: AkunRooms,
  account: StoredAccount,
  { oleh, menunggu }: Penerbit,
): Promise<Slip> => {
  const kode = activationCode(rooms.randomBytes(CODE_BYTES));
  const hash = await rooms.passwords.hash(kode);
  const now = rooms.clock();
  const sampai = akhirHari(now + BERLAKU * HARI);
  const sekolah = await denganCatatan(rooms, { pemilik: account.id, oleh }, async (tx) => {
    await tx.putActivation({
      ...{ account: account.id, hash, issuedAt: now, issuedBy: oleh.nama, expiresAt: sampai },
      ...{ tries: 0, usedAt: null, secondedBy: null, awaits: menunggu ? 1 : 0 },
      issuer: oleh.id === OPERATOR ? null : oleh.id,
    });
    return { hasil: await sekolahDi(tx, account), catat: { jenis: 'slip', keterangan: '' } };
  });
  return { nama: account.nama, nip: account.nip, sekolah, kode: printedCode(kode), sampai };
};

/**
 * Issues activation slips: for one person, also one who forgot her password, or for all of a school who have none yet. A
 * new slip voids the one before. The code is shown here and nowhere else: only its hash is kept.
 */
export const terbitkanKode = async (
  rooms: AkunRooms,
  isian: Readonly<Record<string, string>>,
): Promise<Hasil<{ slip: readonly Slip[] }>> => {
  const found = await dicari(rooms, isian);
  if (!found.ok) return found;
  const slip: Slip[] = [];
  for (const account of found.akun)
    slip.push(await terbitkanSlip(rooms, account, { oleh: operatorDari(rooms), menunggu: false }));
  return { ok: true, slip };
};

const tanggal = (saat: number): string =>
  new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'Asia/Jakarta' }).format(saat);

/** A slip in a terminal. */
export const teksSlip = ({ nama, nip, sekolah, kode, sampai }: Slip): string =>
  `${nama}${sekolah && `, ${sekolah}`}\n  NIP   ${formatNip(nip)}\n  Kode  ${kode}   (sampai ${tanggal(sampai)}, sekali pakai)\n`;

const aman = (teks: string): string => teks.replace(/[&<>"']/g, (huruf) => `&#${huruf.charCodeAt(0)};`);

/** Slips to be cut apart, as one page that any browser prints; `alamat` is where the service is reached, empty where it is not known. */
export const halamanSlip = (slip: readonly Slip[], alamat: string): string => `<!doctype html>
<html lang="id"><meta charset="utf-8"><title>Slip aktivasi e-Kinerja Luring</title>
<style>
body{font:12pt/1.4 system-ui,sans-serif;margin:0}
section{break-inside:avoid;border:1px dashed #555;margin:6mm;padding:5mm}
h1{font-size:13pt;margin:0 0 2mm}p{margin:1mm 0}
code{font:700 18pt/1.6 ui-monospace,monospace;letter-spacing:.06em}
</style>
${slip
  .map(
    ({ nama, nip, sekolah, kode, sampai }) => `<section><h1>${aman(nama)}</h1>
<p>${aman(sekolah)} · NIP ${aman(formatNip(nip))}</p>
<p><code>${aman(kode)}</code></p>
<p>Buka ${aman(alamat || 'aplikasi e-Kinerja Luring')}, tulis NIP, lalu kode ini sebagai sandi. Aplikasi meminta Anda membuat sandi sendiri.</p>
<p>Berlaku sampai ${aman(tanggal(sampai))}, sekali pakai. Jangan diberikan kepada orang lain, juga kepada atasan Anda.</p></section>`,
  )
  .join('\n')}
</html>
`;
