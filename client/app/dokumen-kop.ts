import { type Dokumen, type KopDokumen, teksTanpaKop } from '../../shared/documents/index.ts';
import type { DocumentRequest } from '../../shared/protocol/index.ts';
import { ingatKopTerbit, kopTerbitOf } from '../store/index.ts';
import { fetchKopTerbit, fetchTransport, type Transport } from '../sync/index.ts';
import type { App } from './context.ts';
import { denganAk } from './dokumen-pdf.ts';

type Minta = Omit<DocumentRequest, 'ak'>;

/**
 * The letterhead that a document was issued with: at once as this phone remembers it, null where it does not, and then as
 * the service says, which is remembered for when there is no network. A letterhead of later never stands over it.
 */
export const kopTerbit = async (
  app: Pick<App, 'store' | 'actor' | 'latihan'>,
  { minta, dokumen }: { readonly minta: Minta; readonly dokumen: Dokumen },
  {
    tampil,
    transport = fetchTransport,
  }: {
    readonly tampil: (kop: KopDokumen | null) => void;
    readonly transport?: Transport;
  },
): Promise<void> => {
  const isi = `${minta.pemilik} ${teksTanpaKop(dokumen)}`;
  tampil(await kopTerbitOf(app.store, isi));
  if (app.latihan) return;
  const jawaban = await fetchKopTerbit(transport, await denganAk(app as App, minta));
  if (!jawaban.ok || !jawaban.isi.kop) return;
  const kop = jawaban.isi.kop as KopDokumen;
  await ingatKopTerbit(app.store, isi, kop);
  tampil(kop);
};
