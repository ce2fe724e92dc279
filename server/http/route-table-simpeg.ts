import {
  DaftarImpor,
  DilanjutkanImpor,
  DiurungkanImpor,
  HalamanImpor,
  KeadaanImpor,
  PadankanKolom,
  TerapkanImpor,
} from '../../shared/protocol/index.ts';
import { ADMIN, ADMIN_ACT, ALWAYS, BODY, GUARD, type Param, type RouteRow } from './route-row.ts';

const id: Param = {
  name: 'id',
  in: 'path',
  summary: 'Id of an uploaded file, or of an import',
  required: true,
};
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Import of personnel data; for anybody but an admin of an instansi these do not exist. */
export const simpegRows: readonly RouteRow[] = [
  {
    method: 'get',
    path: '/api/simpeg',
    summary: 'Imports of the instansi, the last first',
    session: true,
    answers: {
      200: { summary: 'What was imported when, and whether it can be undone', schema: DaftarImpor },
    },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'post',
    path: '/api/simpeg',
    summary: 'Takes a CSV or XLSX of personnel data and begins to read it; nothing is written',
    session: true,
    params: [
      { name: 'name', in: 'query', summary: 'Name of the file' },
      {
        name: 'source',
        in: 'query',
        summary: 'Where it comes from; columns are matched as at the last file of it',
      },
    ],
    body: { type: 'application/octet-stream' },
    answers: { 202: { summary: 'It is being read; its id' } },
    problems: [...GUARD, ...ADMIN, 'tidak_ada', 'jenis_isi', 'sandian_isi', 'terlalu_besar', 'impor_sibuk'],
  },
  {
    method: 'get',
    path: '/api/simpeg/:id',
    summary: 'How far an uploaded file is, and what it would do',
    session: true,
    params: [id],
    answers: { 200: { summary: 'Stage, progress, counts, columns', schema: KeadaanImpor } },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'get',
    path: '/api/simpeg/:id/rows',
    summary: 'A page of its rows, with faults and what differs',
    session: true,
    params: [
      id,
      {
        name: 'show',
        in: 'query',
        summary: 'Which rows: semua, baru, berubah, sama, bermasalah, ditolak, hilang',
      },
      { name: 'find', in: 'query', summary: 'Part of a name, NIP or NPSN' },
      { name: 'from', in: 'query', summary: 'Rows to pass over' },
    ],
    answers: { 200: { summary: 'At most 50 rows', schema: HalamanImpor } },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'get',
    path: '/api/simpeg/:id/faults.xlsx',
    summary: 'The faulty rows as a file to be sent back; no cell is a formula',
    session: true,
    params: [id],
    answers: { 200: { summary: 'The file', type: XLSX } },
    problems: [...ALWAYS, ...ADMIN_ACT, 'tidak_ada'],
  },
  {
    method: 'put',
    path: '/api/simpeg/:id/columns',
    summary: 'Matches headers with columns and reads the file again',
    session: true,
    params: [id],
    body: { type: 'application/json', schema: PadankanKolom },
    answers: { 202: { summary: 'It is being read again' } },
    problems: [...GUARD, ...ADMIN, ...BODY, 'tidak_ada', 'tahap_salah'],
  },
  {
    method: 'post',
    path: '/api/simpeg/:id/apply',
    summary: 'Applies what the file would do, but for rows that are left out',
    session: true,
    params: [id],
    body: { type: 'application/json', schema: TerapkanImpor },
    answers: { 202: { summary: 'It is being written' } },
    problems: [...GUARD, ...ADMIN_ACT, ...BODY, 'tidak_ada', 'tahap_salah', 'impor_sibuk', 'perlu_yakin'],
  },
  {
    method: 'post',
    path: '/api/simpeg/:id/continue',
    summary: 'Goes on with an import that broke off, named by its record',
    session: true,
    params: [id],
    answers: { 202: { summary: 'It is being written; which upload says how far', schema: DilanjutkanImpor } },
    problems: [...GUARD, ...ADMIN_ACT, 'tidak_ada', 'tahap_salah', 'impor_sibuk'],
  },
  {
    method: 'delete',
    path: '/api/simpeg/:id',
    summary: 'Takes an import back, within seven days; puts an uploaded file away',
    session: true,
    params: [id],
    answers: { 200: { summary: 'How many people are as before, and who stays', schema: DiurungkanImpor } },
    problems: [...GUARD, ...ADMIN_ACT, 'tidak_ada', 'impor_sibuk', 'lewat_urung'],
  },
];
