import { shardOf } from '../../shared/protocol/index.ts';
import { type AktaAkses, cleanText, Insiden } from '../../shared/records/index.ts';
import type { ReadTx, StoredAccount } from '../store/index.ts';
import { type AkunRooms, type Hasil, tolak } from './akun.ts';
import { catatAkta, operatorDari, rumahAkun } from './catatan-akses.ts';
import { denganPena } from './pena.ts';

/*
 * Notice of a failure of protection (UU 27/2022 pasal 46): within three times 24 hours, in writing, to each person concerned,
 * with what was disclosed, when and how, and what is done about it. It goes into the ledger where she reads her history, comes
 * to her phone with everything else of hers, and into a letter for whoever has none.
 */

const BATAS = 72 * 3_600_000;
const HALAMAN = 500;
const JUDUL = 80;
const BAGIAN = ['data', 'kejadian', 'penanganan', 'kontak'] as const;

type Isian = Readonly<Record<string, string>>;
type Orang = Pick<StoredAccount, 'id' | 'nip' | 'nama'>;

/** What was told to whom; `lewat`: more than three times 24 hours after it was known. */
export type Diberitahu = {
  readonly orang: readonly Orang[];
  /** Those of them who find it in the app; the others hold no right anywhere and have only the letter. */
  readonly diAplikasi: number;
  readonly lewat: boolean;
  readonly surat: string;
};

const bertugas = async (tx: ReadTx, shard: string | null, now: number): Promise<StoredAccount[]> => {
  const semua: StoredAccount[] = [];
  for (;;) {
    const found = await tx.peopleWith({ shard, find: '', now, from: semua.length, limit: HALAMAN });
    semua.push(...found);
    if (found.length < HALAMAN) return semua;
  }
};

/** Everybody concerned, each once; a NIP that nobody has, or a school without anybody, stops it: nobody may be left out by a slip. */
const yangKena = async (tx: ReadTx, { semua, npsn, nip }: Isian, now: number): Promise<Orang[] | string> => {
  if (semua === 'true') return bertugas(tx, null, now);
  const orang = new Map<string, Orang>();
  for (const satu of (npsn ?? '').split(',').filter(Boolean)) {
    const found = await bertugas(tx, shardOf(satu), now);
    if (found.length === 0) return `Tidak ada orang di sekolah dengan NPSN ${satu}.`;
    for (const akun of found) orang.set(akun.id, akun);
  }
  for (const satu of (nip ?? '').split(',').filter(Boolean)) {
    const akun = (await tx.accountByNip(satu)) ?? (await tx.accountByNipLama(satu));
    if (!akun) return `Tidak ada akun dengan NIP ${satu}.`;
    orang.set(akun.id, akun);
  }
  return [...orang.values()];
};

const baca = (isian: Isian): Insiden | string => {
  const bersih = Object.fromEntries(BAGIAN.map((nama) => [nama, cleanText(isian[nama] ?? '').trim()]));
  const { data, error } = Insiden.safeParse(bersih);
  return data ?? `--${String(error?.issues[0]?.path[0] ?? 'data')} wajib diisi, paling banyak 2.000 huruf.`;
};

const tanggal = (ms: number): string =>
  `${new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Jakarta' }).format(ms)} WIB`;

/** The letter to one person. */
const suratUntuk = (
  { nama, nip }: Orang,
  { isi, pada, diketahui }: { readonly isi: Insiden; readonly pada: number; readonly diketahui: number },
): string => `PEMBERITAHUAN KEGAGALAN PELINDUNGAN DATA PRIBADI
(UU 27/2022 pasal 46)

Kepada ${nama}
NIP ${nip}
${tanggal(pada)}

1. Data pribadi Anda yang terungkap
${isi.data}

2. Kapan dan bagaimana terungkap (diketahui ${tanggal(diketahui)})
${isi.kejadian}

3. Upaya penanganan dan pemulihan
${isi.penanganan}

Pertanyaan: ${isi.kontak}
`;

/** Writes the notice to everybody concerned, all of them or nobody. */
export const beritahuInsiden = async (rooms: AkunRooms, isian: Isian): Promise<Hasil<Diberitahu>> => {
  const isi = baca(isian);
  if (typeof isi === 'string') return tolak(isi);
  const pada = rooms.clock();
  const diketahui = Date.parse(isian['diketahui'] ?? '');
  if (Number.isNaN(diketahui) || diketahui > pada)
    return tolak('Isi --diketahui dengan saat diketahui, misalnya 2026-11-25T08:00+07:00.');
  if ((isian['semua'] === 'true') === Boolean(isian['npsn'] ?? isian['nip']))
    return tolak(
      'Sebutkan siapa yang terdampak: --semua, atau --npsn 12345678 dan --nip 18ANGKA, dipisah koma.',
    );
  return denganPena({ ...rooms, shard: '' }, async (_, tx, di) => {
    const orang = await yangKena(tx, isian, pada);
    if (typeof orang === 'string') return tolak(orang);
    if (orang.length === 0) return tolak('Belum ada orang yang dapat diberi tahu.');
    const akta: AktaAkses = {
      jenis: 'insiden',
      keterangan: isi.data.replaceAll('\n', ' ').slice(0, JUDUL),
      insiden: isi,
    };
    let diAplikasi = 0;
    for (const { id: pemilik } of orang) {
      await catatAkta({ rooms, tx, di }, { pemilik, oleh: operatorDari(rooms) }, [akta]);
      if (await rumahAkun(tx, pemilik, pada)) diAplikasi += 1;
    }
    const surat = orang.map((satu) => suratUntuk(satu, { isi, pada, diketahui })).join('\f\n');
    return { ok: true, orang, diAplikasi, lewat: pada - diketahui > BATAS, surat };
  });
};
