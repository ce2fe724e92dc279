import * as z from 'zod/mini';
import { type Cargo, type CarriedPhoto, type Envelope, LIMITS } from '../../../shared/protocol/index.ts';
import { BerkasTakTerbaca, bukaZip, type Zip } from '../../people/index.ts';
import { type Hasil, tolak } from '../akun.ts';

const MIB = 1024 * 1024;

/** What a rescue file may be at most. A full queue of 5,000 is about 25 MB of text; the rest is photos. */
export const BATAS_CADANGAN = {
  /** Bytes of the file as it comes. */
  berkas: 512 * MIB,
  /** Bytes of all parts that are read, unpacked. */
  terbuka: 512 * MIB,
  bagian: 10_000,
  /** The phone stores its parts as they are; whoever packs them again reaches about 20. */
  nisbah: 50,
} as const;

/** Only these names are read, and none of them becomes a path. */
const AMPLOP = /^amplop-([1-9]\d{0,3})\.json$/;
const FOTO = /^foto\/([0-9a-f]{64})\.(?:jpg|webp)$/;
/** Bytes of one part: a request or a photo, and some more, so that one that is too large is refused by itself. */
const MOST = {
  isi: 64 * MIB,
  amplop: 4 * LIMITS.requestBytes,
  foto: 4 * LIMITS.fotoBytes,
  tanda: 256,
} as const;

const Isi = z.object({
  pemilik: z.nullish(z.object({ nama: z.string().check(z.maxLength(200)) })),
  dibuat: z.int(),
  isian: z.array(z.unknown()),
  draf: z.array(z.unknown()),
  /** Absent from files of older phones. */
  rancanganSkp: z._default(z.array(z.unknown()), []),
});
/** The part for people; nobody signed it, so nothing is written by it. */
export type Isi = z.infer<typeof Isi>;

/** A rescue file, taken apart; nothing of what it holds has been believed yet. */
export type Cadangan = { readonly isi: Isi; readonly cargo: Cargo; readonly nama: readonly string[] };

const bagian = async (zip: Zip, nama: string, most: number): Promise<Uint8Array<ArrayBuffer>> => {
  const potongan: Uint8Array[] = [];
  let panjang = 0;
  for await (const potong of zip.alir(nama)) {
    panjang += potong.length;
    if (panjang > most) throw new BerkasTakTerbaca('terlalu_besar');
    potongan.push(potong);
  }
  return new Uint8Array(Buffer.concat(potongan));
};

const bacaIsi = async (zip: Zip): Promise<Isi | null> => {
  if (!zip.bagian.has('isi.json')) return null;
  const text = new TextDecoder().decode(await bagian(zip, 'isi.json', MOST.isi));
  try {
    return Isi.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

/** Envelopes in the order of their numbers; one without its signature is kept, and refused as one that nobody signed. */
const bacaAmplop = async (zip: Zip): Promise<{ nama: string; amplop: Envelope }[]> => {
  const nomor = [...zip.bagian.keys()].flatMap((nama) => AMPLOP.exec(nama)?.[1] ?? []);
  const hasil: { nama: string; amplop: Envelope }[] = [];
  for (const satu of nomor.sort((a, b) => Number(a) - Number(b))) {
    const [nama, tanda] = [`amplop-${satu}.json`, `amplop-${satu}.tanda`];
    const bytes = await bagian(zip, nama, MOST.amplop);
    const kata = zip.bagian.has(tanda) ? await bagian(zip, tanda, MOST.tanda) : new Uint8Array();
    hasil.push({ nama, amplop: { bytes, tanda: new TextDecoder().decode(kata).trim() } });
  }
  return hasil;
};

const bacaFoto = async (zip: Zip): Promise<CarriedPhoto[]> => {
  const foto = new Map<string, CarriedPhoto>();
  for (const nama of zip.bagian.keys()) {
    const sha = FOTO.exec(nama)?.[1];
    if (sha !== undefined) foto.set(sha, { sha, bytes: await bagian(zip, nama, MOST.foto) });
  }
  return [...foto.values()];
};

const BUKAN =
  'Ini bukan cadangan dari HP. Minta berkas e-kinerja-cadangan-….zip yang disimpan dari Belum terkirim.';

/** Takes a rescue file apart, in memory and within the limits; a sentence where it is none. */
export const bacaCadangan = async (bytes: Uint8Array): Promise<Hasil<{ cadangan: Cadangan }>> => {
  try {
    const zip = await bukaZip(bytes, BATAS_CADANGAN);
    const isi = await bacaIsi(zip);
    if (!isi) return tolak(BUKAN);
    const amplop = await bacaAmplop(zip);
    const cargo = { envelopes: amplop.map((satu) => satu.amplop), photos: await bacaFoto(zip) };
    return { ok: true, cadangan: { isi, cargo, nama: amplop.map(({ nama }) => nama) } };
  } catch (cause) {
    if (!(cause instanceof BerkasTakTerbaca)) throw cause;
    return tolak(
      cause.sebab === 'terlalu_besar'
        ? 'Isi berkas ini jauh lebih besar daripada cadangan HP mana pun. Tidak ada yang dibaca.'
        : BUKAN,
    );
  }
};
