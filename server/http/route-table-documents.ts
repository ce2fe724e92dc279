import { DocumentRequest } from '../../shared/protocol/index.ts';
import { ALWAYS, BODY, GUARD, type RouteRow, SESSION } from './route-row.ts';

/** Routes of documents: made for those who may, checked by anybody. */
export const documentRows: readonly RouteRow[] = [
  {
    method: 'post',
    path: '/api/documents',
    summary:
      'A document as PDF, made from the records of the service; what stands is frozen under a code. Where JSON is asked for: only the letterhead it was issued with',
    session: true,
    body: { type: 'application/json', schema: DocumentRequest },
    answers: { 200: { summary: 'The PDF', type: 'application/pdf', headers: ['Kinerja-Kode'] } },
    problems: [...GUARD, ...SESSION, ...BODY, 'tidak_ada', 'dokumen_kurang'],
  },
  {
    method: 'get',
    path: '/cek',
    summary: 'Where the code of a document is typed in',
    session: false,
    params: [{ name: 'kode', in: 'query', summary: 'The code, as somebody typed it' }],
    answers: {
      200: { summary: 'The page, in Indonesian', type: 'text/html' },
      404: { summary: 'No such code', type: 'text/html' },
    },
    problems: [...ALWAYS],
  },
  {
    method: 'get',
    path: '/cek/:code',
    summary:
      'Whether a document was issued here: kind, office, period, dates; nothing of what it says of a person',
    session: false,
    params: [{ name: 'code', in: 'path', summary: 'The code that is printed on it', required: true }],
    answers: {
      200: { summary: 'It was', type: 'text/html' },
      404: { summary: 'No such code', type: 'text/html' },
    },
    problems: [...ALWAYS],
  },
];
