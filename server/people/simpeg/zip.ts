import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { BATAS, BerkasTakTerbaca } from './batas.ts';

/** An opened ZIP: its parts by name, each read as a stream that stops at the limits. */
export type Zip = {
  readonly bagian: ReadonlyMap<string, Entry>;
  /** Chunks of a part; throws where it unpacks to more than it may. */
  readonly alir: (nama: string) => AsyncIterable<Uint8Array>;
};

const rusak = (cause?: unknown): BerkasTakTerbaca => new BerkasTakTerbaca('xlsx_rusak', { cause });

const buka = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true },
      (fault, zip) => (fault ? reject(rusak(fault)) : resolve(zip)),
    ),
  );

type Batas = {
  readonly terbuka: number;
  readonly bagian: number;
  readonly nisbah: number;
};

const daftar = (zip: ZipFile, { bagian: most }: Batas): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const bagian = new Map<string, Entry>();
    zip.on('error', (fault: Error) => reject(rusak(fault)));
    zip.on('end', () => resolve(bagian));
    zip.on('entry', (entry: Entry) => {
      if (bagian.size >= most) return reject(rusak());
      bagian.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });

const buatAlir = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) =>
    zip.openReadStream(entry, (fault, stream) => (fault ? reject(rusak(fault)) : resolve(stream))),
  );

/** Opens a ZIP in memory. yauzl stops where a part is longer than it says; size and ratio are ours to watch. */
export const bukaZip = async (bytes: Uint8Array, batas: Batas = BATAS): Promise<Zip> => {
  const zip = await buka(bytes);
  const bagian = await daftar(zip, batas);
  let terbuka = 0;
  async function* alir(nama: string): AsyncIterable<Uint8Array> {
    const entry = bagian.get(nama);
    if (!entry) throw rusak();
    let dari = 0;
    const most = Math.max(entry.compressedSize, 1024) * batas.nisbah;
    try {
      for await (const potong of (await buatAlir(zip, entry)) as AsyncIterable<Uint8Array>) {
        dari += potong.length;
        terbuka += potong.length;
        if (dari > most || terbuka > batas.terbuka) throw new BerkasTakTerbaca('terlalu_besar');
        yield potong;
      }
    } catch (cause) {
      throw cause instanceof BerkasTakTerbaca ? cause : rusak(cause);
    }
  }
  return { bagian, alir };
};
