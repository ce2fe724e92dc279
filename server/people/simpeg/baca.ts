import type { LembarMentah } from '../../../shared/simpeg/index.ts';
import { BATAS, BerkasTakTerbaca } from './batas.ts';
import { bacaCsv } from './csv.ts';
import { bacaXlsx } from './xlsx.ts';

const mulai = (bytes: Uint8Array, awal: readonly number[]): boolean =>
  awal.every((byte, i) => bytes[i] === byte);

/** Reads a file by what its bytes say, whatever it is called: ZIP is XLSX, anything that is text is CSV. */
export const bacaBerkas = async (bytes: Uint8Array): Promise<LembarMentah[]> => {
  if (bytes.length > BATAS.berkas) throw new BerkasTakTerbaca('terlalu_besar');
  if (mulai(bytes, [0x50, 0x4b, 0x03, 0x04])) return bacaXlsx(bytes);
  // OLE2: an old .xls, or an XLSX with a password, which is wrapped in one.
  if (mulai(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new BerkasTakTerbaca(
      Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'xlsx_terkunci' : 'xls_lama',
    );
  return bacaCsv(bytes);
};
