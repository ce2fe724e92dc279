import { readFile, stat } from 'node:fs/promises';
import { BATAS_CADANGAN, bacaCadangan, type Cadangan } from './baca.ts';
import {
  type Dilihat,
  type Dimasukkan,
  type Ditolak,
  lihatCadangan,
  masukkanCadangan,
  type RuangCadangan,
} from './masukkan.ts';

type Keluaran = { readonly kode: 0 | 1; readonly teks: string };
type Isian = Readonly<Record<string, string>>;
type Baris = readonly [jumlah: number, kata: string];

const gagal = (kalimat: string): Keluaran => ({ kode: 1, teks: `${kalimat}\n` });
const tabel = (baris: readonly Baris[]): string =>
  baris
    .filter(([jumlah]) => jumlah > 0)
    .map(([jumlah, kata]) => `${String(jumlah).padStart(8)}  ${kata}\n`)
    .join('');

/** The same reason once, with how often it stands. */
const sebutDitolak = (list: readonly Ditolak[]): string => {
  const kali = new Map<string, number>();
  for (const { apa, sebab } of list) {
    const kata = `${apa}: ${sebab}`;
    kali.set(kata, (kali.get(kata) ?? 0) + 1);
  }
  return kali.size === 0
    ? ''
    : `Ditolak:\n${tabel([...kali].map(([kata, jumlah]) => [jumlah, `kali ${kata}`]))}`;
};

const pada = (saat: number): string =>
  new Intl.DateTimeFormat('id-ID', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Jakarta',
  }).format(saat);

const isiBerkas = ({ isi, cargo }: Cadangan, { pemilik, seen }: Dilihat): string => {
  const isian = seen.reduce((sum, { commands }) => sum + commands, 0);
  const milik = pemilik?.nama ?? `${isi.pemilik?.nama ?? 'tidak disebut'} (menurut berkasnya saja)`;
  return `Cadangan dari HP milik ${milik}, dibuat ${pada(isi.dibuat)} WIB menurut jam HP itu:\n${tabel([
    [isian, 'isian bertanda tangan'],
    [cargo.photos.length, 'foto'],
    [Math.max(0, isi.isian.length - isian), 'isian tanpa tanda tangan: hanya dapat dibaca, di isi.json'],
    [isi.draf.length, 'draf yang belum disimpan: hanya dapat dibaca, di isi.json'],
    [isi.rancanganSkp.length, 'rancangan SKP: hanya dapat dibaca, di isi.json'],
  ])}`;
};

const hasilnya = (
  { baru, sudah, ditahan, menunggu, foto, ditolak }: Dimasukkan,
  cadangan: Cadangan,
): string => {
  const kurang = cadangan.cargo.photos.length - foto;
  return `\n${tabel([
    [baru, 'isian masuk sekarang'],
    [sudah, 'isian sudah ada sebelumnya'],
    [ditahan, 'isian menunggu jawaban pemiliknya: HP ini ditandai hilang'],
    [menunggu, 'isian menunggu isian lain yang tidak ada di berkas ini'],
    [foto, 'foto tersimpan'],
    [ditahan > 0 ? 0 : kurang, 'foto belum tersimpan'],
  ])}${sebutDitolak(ditolak)}`;
};

const bacaBerkas = async (berkas: string): Promise<Uint8Array | string> => {
  try {
    if ((await stat(berkas)).size > BATAS_CADANGAN.berkas)
      return `${berkas} terlalu besar untuk sebuah cadangan HP.`;
    return await readFile(berkas);
  } catch {
    return `${berkas} tidak dapat dibaca.`;
  }
};

/** `cadangan masukkan BERKAS.zip`: takes in what a phone could not send; with `--lihat` it only says what is in there. */
export const cadanganMasukkan = async (rooms: RuangCadangan, isian: Isian): Promise<Keluaran> => {
  const { berkas, lihat } = isian;
  if (berkas === undefined) return gagal('Sebutkan berkasnya: cadangan masukkan BERKAS.zip');
  const bytes = await bacaBerkas(berkas);
  if (typeof bytes === 'string') return gagal(bytes);
  const dibaca = await bacaCadangan(bytes);
  if (!dibaca.ok) return gagal(dibaca.kalimat);
  const { cadangan } = dibaca;
  const dilihat = await lihatCadangan(rooms, cadangan);
  const awal = isiBerkas(cadangan, dilihat);
  const { pemilik } = dilihat;
  if (lihat !== undefined)
    return {
      kode: dilihat.ditolak.length > 0 ? 1 : 0,
      teks: `${awal}${sebutDitolak(dilihat.ditolak)}Belum ada yang dimasukkan.\n`,
    };
  if (!pemilik)
    return gagal(
      `${awal}${sebutDitolak(dilihat.ditolak)}Tidak ada yang dimasukkan: tidak ada kiriman yang tanda tangannya cocok dengan HP yang dikenal layanan.`,
    );
  const hasil = await masukkanCadangan(rooms, cadangan, { ...dilihat, pemilik });
  const fotoKurang = hasil.ditahan === 0 && hasil.foto < cadangan.cargo.photos.length;
  return {
    kode: hasil.ditolak.length > 0 || fotoKurang ? 1 : 0,
    teks: `${awal}${hasilnya(hasil, cadangan)}`,
  };
};
