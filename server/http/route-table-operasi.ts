import type { RouteRow } from './route-row.ts';

/** For those who watch over the service. */
export const operasiRows: readonly RouteRow[] = [
  {
    method: 'get',
    path: '/readyz',
    summary:
      'Whether the service takes and keeps what phones send: database read and written, room on the disk',
    session: false,
    answers: {
      200: { summary: 'It does', type: 'application/json' },
      503: { summary: 'It does not, and which part', type: 'application/json' },
    },
    problems: [],
  },
  {
    method: 'get',
    path: '/status',
    summary: 'The same for people: what works now, in words',
    session: false,
    answers: { 200: { summary: 'The page, in Indonesian', type: 'text/html' } },
    problems: [],
  },
  {
    method: 'get',
    path: '/metrics',
    summary:
      'Figures in the text format of Prometheus; only with the token of the configuration, absent without one',
    session: false,
    params: [{ name: 'Authorization', in: 'header', summary: '`Bearer` and the token', required: true }],
    answers: {
      200: { summary: 'The figures', type: 'text/plain' },
      401: { summary: 'Another token, or none' },
    },
    problems: ['tidak_ada'],
  },
];
