import { KopTerbit } from '../../shared/documents/index.ts';
import type { DocumentRequest } from '../../shared/protocol/index.ts';
import { readAnswer, type Trouble } from './answer.ts';
import { ask, jsonOf } from './ask.ts';
import type { Transport } from './transport.ts';

/** A month with many photos takes the server some seconds, and a slow line some more. */
const PATIENCE = 120_000;

/** Has the server make a document; the PDF, or what went wrong. */
export const fetchDocument = async (
  transport: Transport,
  request: DocumentRequest,
): Promise<{ readonly ok: true; readonly pdf: Blob } | Trouble> => {
  const incoming = await transport({
    method: 'POST',
    path: '/api/documents',
    headers: { 'content-type': 'application/json' },
    body: new TextEncoder().encode(JSON.stringify(request)),
    timeout: PATIENCE,
  });
  if (incoming.kind === 'jawaban' && incoming.response.headers.get('content-type') === 'application/pdf')
    return { ok: true, pdf: await incoming.response.blob() };
  const read = await readAnswer(incoming);
  return read.ok ? { ok: false, code: 'server_diam', floor: 0 } : read;
};

/** Asks for the letterhead that a document was issued with; null where it was not. */
export const fetchKopTerbit = (transport: Transport, request: DocumentRequest) => {
  const { headers, body } = jsonOf(request);
  return ask(
    transport,
    { method: 'POST', path: '/api/documents', headers: { ...headers, accept: 'application/json' }, body },
    KopTerbit,
  );
};
