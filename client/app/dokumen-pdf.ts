import type { DocumentRequest } from '../../shared/protocol/index.ts';
import { catatanAk } from '../store/index.ts';
import { fetchDocument, fetchTransport } from '../sync/index.ts';
import type { App } from './context.ts';

/** A document as PDF from the server; the person's own notes of angka kredit go along where it is her own document. */
export const muatPdf = async (
  { store, actor }: App,
  minta: Omit<DocumentRequest, 'ak'>,
): ReturnType<typeof fetchDocument> => {
  const { awal, baris } = await catatanAk(store);
  const ak = minta.pemilik === actor.id ? { awal, baris: [...baris] } : null;
  return fetchDocument(fetchTransport, { ...minta, ak });
};
