import { SatuPantau, TabelSekolah } from '../../shared/protocol/index.ts';
import { ADMIN, ALWAYS, type RouteRow } from './route-row.ts';

const HEADERS = ['ETag'];

/** Schools from above: for a pengawas, an admin of a school, and one of an instansi. */
export const insightRows: readonly RouteRow[] = [
  {
    method: 'get',
    path: '/api/insight',
    summary:
      'The schools that the asker is over: filling, answers, what waits, causes, who falls behind, as numbers',
    session: true,
    answers: {
      200: { summary: 'The table', schema: TabelSekolah, headers: HEADERS },
      304: { summary: 'Nothing has changed' },
    },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'get',
    path: '/api/insight/:shard',
    summary: 'One of them with its people: since when each falls behind, and how much of hers waits',
    session: true,
    params: [{ name: 'shard', in: 'path', summary: 'Shard of the school', required: true }],
    answers: {
      200: { summary: 'The school', schema: SatuPantau, headers: HEADERS },
      304: { summary: 'Nothing has changed' },
    },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
];
