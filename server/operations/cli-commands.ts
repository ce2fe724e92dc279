import { parseArgs } from 'node:util';
import { compareWithLedger, verifyLedger } from '../ledger/index.ts';
import type { Store } from '../store/index.ts';
import { type AkunRooms, type Hasil, sandiBaru, tambahPegawai, tambahSekolah } from './akun.ts';

/** Help, as `npm run akun -- --help` prints it. */
export const BANTUAN = `Pemakaian: npm run akun -- PERINTAH [isian]

  sekolah tambah  --npsn 12345678 --nama "SD Negeri 1 Contoh" [--kabupaten NAMA] [--zona WIB|WITA|WIT] [--hari 5|6]
  pegawai tambah  --npsn 12345678 --nip 18ANGKA --nama NAMA --peran guru|penilai
                  [--gelar-depan Dra.] [--gelar-belakang S.Pd.] [--jabatan NAMA] [--golongan NAMA] [--jenjang NAMA]
  pegawai sandi   --nip 18ANGKA      membuat sandi baru; semua sesi orang itu berakhir
  ledger verify                      menghitung ulang rantai semua sekolah
  ledger rebuild                     memutus ulang semua perintah dan membandingkannya dengan yang tersimpan

Sandi hanya ditampilkan sekali. Hentikan layanan lebih dulu: data hanya dapat dibuka satu proses.
`;

const OPTIONS = Object.fromEntries(
  [
    'npsn',
    'nama',
    'kabupaten',
    'zona',
    'hari',
    'nip',
    'peran',
    'gelar-depan',
    'gelar-belakang',
    'jabatan',
    'golongan',
    'jenjang',
  ].map((name) => [name, { type: 'string' as const }]),
);

type Keluaran = { readonly kode: 0 | 1 | 2; readonly teks: string };
const gagal = (kalimat: string): Keluaran => ({ kode: 1, teks: `${kalimat}\n` });

const akunSiap = (hasil: Hasil<{ nama: string; nip: string; sandi: string }>): Keluaran =>
  hasil.ok
    ? {
        kode: 0,
        teks: `${hasil.nama}\n  NIP    ${hasil.nip}\n  Sandi  ${hasil.sandi}\n\nSandi ini tidak ditampilkan lagi. Serahkan langsung kepada orangnya.\n`,
      }
    : gagal(hasil.kalimat);

const periksaRantai = async (store: Store): Promise<Keluaran> => {
  const found = await verifyLedger(store);
  return found.ok
    ? { kode: 0, teks: `Rantai utuh: ${found.lines} baris.\n` }
    : {
        kode: 2,
        teks: `Rantai rusak di ${found.shard} baris ${found.n} (${found.fault}). Jangan ubah apa pun; pulihkan dari cadangan.\n`,
      };
};

const bandingkan = async (store: Store): Promise<Keluaran> => {
  const shards = await store.read((tx) => tx.shards());
  const berbeda = (await Promise.all(shards.map((shard) => compareWithLedger(store, shard)))).flat();
  if (berbeda.length === 0)
    return { kode: 0, teks: `Semua catatan sesuai dengan buku besar di ${shards.length} sekolah.\n` };
  const baris = berbeda.slice(0, 20).map(({ shard, id, what }) => `  ${shard} ${id} ${what}`);
  return { kode: 2, teks: `${berbeda.length} catatan berbeda dari buku besar:\n${baris.join('\n')}\n` };
};

const sekolah = async (rooms: AkunRooms, isian: Readonly<Record<string, string>>): Promise<Keluaran> => {
  const hasil = await tambahSekolah(rooms, isian);
  return hasil.ok
    ? { kode: 0, teks: `${hasil.satker.nama} (NPSN ${hasil.satker.npsn}) sudah ditambahkan.\n` }
    : gagal(hasil.kalimat);
};

type Perintah = { readonly kata: string; readonly isian: Readonly<Record<string, string>> };

const bacaPerintah = (argv: readonly string[]): Perintah | null => {
  try {
    const { positionals, values } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
    const isian = Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    return { kata: positionals.join(' '), isian: Object.fromEntries(isian) as Record<string, string> };
  } catch {
    // Node's own words for an unknown option are English and name our internals.
    return null;
  }
};

/** Runs one command of the line; code 0 done, 1 refused with a sentence, 2 the ledger is not sound. */
export const jalankan = async (rooms: AkunRooms, argv: readonly string[]): Promise<Keluaran> => {
  const perintah = bacaPerintah(argv);
  switch (perintah?.kata) {
    case 'sekolah tambah':
      return sekolah(rooms, perintah.isian);
    case 'pegawai tambah':
      return akunSiap(await tambahPegawai(rooms, perintah.isian));
    case 'pegawai sandi':
      return akunSiap(await sandiBaru(rooms, perintah.isian));
    case 'ledger verify':
      return periksaRantai(rooms.store);
    case 'ledger rebuild':
      return bandingkan(rooms.store);
    default:
      return gagal(`Perintah atau isian tidak dikenal.\n\n${BANTUAN}`);
  }
};
