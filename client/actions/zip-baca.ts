/*
 * Reads a ZIP that somebody handed over, from its directory and piece by piece: nothing is believed that was not
 * counted. A directory may lie about sizes, name one file twice, point many names at the same bytes, or promise a few
 * bytes and inflate to gigabytes; each is refused before it costs memory (design: finding F11, bombs).
 */

/** Why a file is not read. */
export type SebabZip =
  | 'bukan_zip'
  | 'zip_besar'
  | 'zip_banyak'
  | 'zip_nama'
  | 'zip_rasio'
  | 'zip_sandi'
  | 'zip_rusak';

type Salah = { readonly ok: false; readonly sebab: SebabZip };
/** A file in a ZIP: where it lies, and what the directory says of it. */
type Isi = {
  readonly nama: string;
  readonly cara: number;
  readonly dikemas: number;
  readonly besar: number;
  readonly letak: number;
};
/** The files of a ZIP by name. */
export type DaftarZip = ReadonlyMap<string, Isi>;

/** What is read at the most: a year of a teacher is some 1,500 photos of 120 KB. */
export const BATAS_ZIP = {
  besar: 2 ** 30,
  jumlah: 20_000,
  nama: 200,
  rasio: 200,
  daftar: 8 * 2 ** 20,
} as const;

const [AKHIR, DAFTAR, BERKAS] = [0x06054b50, 0x02014b50, 0x04034b50];
const [PANJANG_AKHIR, PANJANG_DAFTAR, PANJANG_BERKAS] = [22, 46, 30];
/** The comment at the end of a ZIP has 64 KB at the most. */
const EKOR = 65_535 + PANJANG_AKHIR;
const ZIP64 = 0xffffffff;

const salah = (sebab: SebabZip): Salah => ({ ok: false, sebab });

const lihat = async (berkas: Blob, dari: number, sampai: number): Promise<DataView> =>
  new DataView(await berkas.slice(dari, sampai).arrayBuffer());

/** The end record, searched backwards: its own comment must reach to the very end of the file. */
const akhirZip = (ekor: DataView): number => {
  for (let at = ekor.byteLength - PANJANG_AKHIR; at >= 0; at -= 1)
    if (
      ekor.getUint32(at, true) === AKHIR &&
      at + PANJANG_AKHIR + ekor.getUint16(at + 20, true) === ekor.byteLength
    )
      return at;
  return -1;
};

/** Names lead nowhere but into the ZIP itself. */
const namaAman = (nama: string): boolean =>
  nama.length > 0 && !/[\\:\p{Cc}]|^\/|(^|\/)\.\.?(\/|$)/u.test(nama);

const satuIsi = (daftar: DataView, at: number): (Isi & { readonly langkah: number }) | Salah => {
  if (at + PANJANG_DAFTAR > daftar.byteLength || daftar.getUint32(at, true) !== DAFTAR)
    return salah('zip_rusak');
  const u16 = (geser: number): number => daftar.getUint16(at + geser, true);
  const u32 = (geser: number): number => daftar.getUint32(at + geser, true);
  const panjangNama = u16(28);
  const langkah = PANJANG_DAFTAR + panjangNama + u16(30) + u16(32);
  if (at + langkah > daftar.byteLength) return salah('zip_rusak');
  if (u16(8) & 1) return salah('zip_sandi');
  const bytes = new Uint8Array(daftar.buffer, daftar.byteOffset + at + PANJANG_DAFTAR, panjangNama);
  const nama = new TextDecoder().decode(bytes);
  if (panjangNama > BATAS_ZIP.nama || !namaAman(nama)) return salah('zip_nama');
  const isi = { nama, cara: u16(10), dikemas: u32(20), besar: u32(24), letak: u32(42) };
  if ([isi.dikemas, isi.besar, isi.letak].includes(ZIP64)) return salah('zip_besar');
  if (isi.cara !== 0 && isi.cara !== 8) return salah('zip_rusak');
  if (isi.cara === 0 && isi.dikemas !== isi.besar) return salah('zip_rusak');
  if (isi.besar > isi.dikemas * BATAS_ZIP.rasio + 1024) return salah('zip_rasio');
  return { ...isi, langkah };
};

const semuaIsi = (
  daftar: DataView,
  jumlah: number,
  muat: number,
): { ok: true; berkas: DaftarZip } | Salah => {
  const berkas = new Map<string, Isi>();
  let [at, dikemas] = [0, 0];
  for (let i = 0; i < jumlah; i += 1) {
    const satu = satuIsi(daftar, at);
    if ('sebab' in satu) return satu;
    const { langkah, ...isi } = satu;
    at += langkah;
    if (berkas.has(isi.nama)) return salah('zip_nama');
    // More than the file holds: names that share the same bytes.
    dikemas += isi.dikemas + PANJANG_BERKAS;
    if (dikemas > muat) return salah('zip_rusak');
    berkas.set(isi.nama, isi);
  }
  return { ok: true, berkas };
};

/** The directory of a ZIP, or why it is not trusted. Nothing is unpacked yet. */
export const bacaZip = async (berkas: Blob): Promise<{ ok: true; berkas: DaftarZip } | Salah> => {
  if (berkas.size > BATAS_ZIP.besar) return salah('zip_besar');
  if (berkas.size < PANJANG_AKHIR) return salah('bukan_zip');
  const awalEkor = Math.max(0, berkas.size - EKOR);
  const ekor = await lihat(berkas, awalEkor, berkas.size);
  const at = akhirZip(ekor);
  if (at < 0) return salah('bukan_zip');
  const [jumlah, panjang, letak] = [
    ekor.getUint16(at + 10, true),
    ekor.getUint32(at + 12, true),
    ekor.getUint32(at + 16, true),
  ];
  if (jumlah > BATAS_ZIP.jumlah || panjang > BATAS_ZIP.daftar) return salah('zip_banyak');
  if (letak + panjang > awalEkor + at) return salah('zip_rusak');
  return semuaIsi(await lihat(berkas, letak, letak + panjang), jumlah, berkas.size);
};

/** Unpacks until the size that was promised is reached; null where more or less comes. */
const kembangkan = async (bagian: Blob, besar: number): Promise<Uint8Array<ArrayBuffer> | null> => {
  const jadi = new Uint8Array(besar);
  const baca = bagian.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let terisi = 0;
  try {
    for (;;) {
      const { done, value } = await baca.read();
      if (done) return terisi === besar ? jadi : null;
      if (terisi + value.length > besar) {
        await baca.cancel();
        return null;
      }
      jadi.set(value, terisi);
      terisi += value.length;
    }
  } catch {
    // A stream that does not inflate: the file is damaged.
    return null;
  }
};

/** The bytes of one file, `paling` at the most; null where it is not there, too large, or not what the directory says. */
export const isiZip = async (
  berkas: Blob,
  daftar: DaftarZip,
  { nama, paling }: { readonly nama: string; readonly paling: number },
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const isi = daftar.get(nama);
  if (!isi || isi.besar > paling || isi.letak + PANJANG_BERKAS > berkas.size) return null;
  const kepala = await lihat(berkas, isi.letak, isi.letak + PANJANG_BERKAS);
  if (kepala.getUint32(0, true) !== BERKAS) return null;
  const dari = isi.letak + PANJANG_BERKAS + kepala.getUint16(26, true) + kepala.getUint16(28, true);
  if (dari + isi.dikemas > berkas.size) return null;
  const bagian = berkas.slice(dari, dari + isi.dikemas);
  return isi.cara === 8 ? kembangkan(bagian, isi.besar) : new Uint8Array(await bagian.arrayBuffer());
};
