import type { DocumentRequest } from '../../shared/protocol/index.ts';
import { catatanAk } from '../store/index.ts';
import { fetchDocument, fetchTransport } from '../sync/index.ts';
import type { App } from './context.ts';

/** A request with the person's own notes of angka kredit where it is her own document. */
export const denganAk = async (
  { store, actor }: App,
  minta: Omit<DocumentRequest, 'ak'>,
): Promise<DocumentRequest> => {
  const { awal, baris } = await catatanAk(store);
  return { ...minta, ak: minta.pemilik === actor.id ? { awal, baris: [...baris] } : null };
};

/** A document as PDF from the server; the person's own notes of angka kredit go along where it is her own document. */
export const muatPdf = async (
  app: App,
  minta: Omit<DocumentRequest, 'ak'>,
): ReturnType<typeof fetchDocument> => fetchDocument(fetchTransport, await denganAk(app, minta));
