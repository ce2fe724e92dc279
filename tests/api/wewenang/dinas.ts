import { SHARD_INSTANSI } from '../../../server/operations/instansi.ts';
import { aCommand } from '../../support/builders.ts';
import type { Phone } from '../../support/phone.ts';
import type { TestServer } from '../../support/server.ts';
import { SEKOLAH_KECIL } from '../../support/simpeg.ts';
import type { Siapa } from './orang.ts';
import { IMPOR } from './perintah.ts';

export const CSV = new TextEncoder().encode(SEKOLAH_KECIL.map((satu) => satu.join(';')).join('\r\n'));
export const OCTETS = { 'content-type': 'application/octet-stream' };

/** Waits until the file on the desk has been read. */
export const tuntas = async (admin: Phone, id: string): Promise<void> => {
  for (;;) {
    const { tahap } = (await (await admin.ask(`/api/simpeg/${id}`)).json()) as { tahap: string };
    if (tahap === 'siap') return;
    if (tahap !== 'membaca') throw new Error(`the file is ${tahap}`);
    await new Promise(setImmediate);
  }
};

/** Lays an import of the district's down, and a file on its desk that is ready to be applied. */
export const isiDinas = async (
  { ledger }: TestServer,
  { wawan }: Readonly<Record<Siapa, Phone>>,
): Promise<{ readonly unggahan: string; readonly impor: string }> => {
  const impor = aCommand({
    kind: 'impor.mulai',
    shard: SHARD_INSTANSI,
    record: null,
    base: null,
    body: IMPOR,
  });
  await ledger.submit({
    actor: { id: 'sistem', nama: 'Sistem', peran: ['sistem'] },
    device: 's_impor',
    commands: [{ ...impor, number: 1 }],
  });
  const laid = await wawan.ask('/api/simpeg?name=pegawai.csv', { method: 'POST', body: CSV }, OCTETS);
  const { id } = (await laid.json()) as { id: string };
  await tuntas(wawan, id);
  const { list } = (await (await wawan.ask('/api/simpeg')).json()) as { list: readonly { id: string }[] };
  return { unggahan: id, impor: list[0]?.id ?? '' };
};
