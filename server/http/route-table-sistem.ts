import { KeadaanSistem } from '../../shared/protocol/index.ts';
import { ADMIN, ALWAYS, GUARD, type RouteRow } from './route-row.ts';

/** The state of the service; for anybody but an admin of an instansi these do not exist. */
export const sistemRows: readonly RouteRow[] = [
  {
    method: 'get',
    path: '/api/system',
    summary: 'What works now, room on the disk, copies, ledgers, queues, version',
    session: true,
    answers: { 200: { summary: 'Found out by trying', schema: KeadaanSistem } },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'post',
    path: '/api/system/copy',
    summary: 'Begins a verified copy; how far it is stands in GET /api/system',
    session: true,
    answers: { 202: { summary: 'It has begun, or one is being made already' } },
    problems: [...GUARD, ...ADMIN, 'tidak_ada'],
  },
];
