import {
  DaftarUnit,
  HalamanPegawai,
  KeadaanOrganisasi,
  SatuPegawai,
  TambahPegawai,
  TindakanPegawai,
} from '../../shared/protocol/index.ts';
import { ADMIN, ADMIN_ACT, ALWAYS, BODY, GUARD, type Param, type RouteRow } from './route-row.ts';

const id: Param = { name: 'id', in: 'path', summary: 'Id of a person', required: true };
const MASA = ['masa_terbalik', 'masa_terbuka', 'masa_bertumpuk'] as const;

/** People and organisation; for anybody but an admin of an instansi these do not exist. */
export const staffRows: readonly RouteRow[] = [
  {
    method: 'get',
    path: '/api/staff',
    summary: 'A page of people, by name',
    session: true,
    params: [
      {
        name: 'show',
        in: 'query',
        summary: 'Which people: aktif, kepala, tanpaPenilai, belumMasuk, akanBerubah, tidakAktif',
      },
      { name: 'find', in: 'query', summary: 'Part of a name, NIP, NPSN or name of a school' },
      { name: 'unit', in: 'query', summary: 'Only those of this unit' },
      { name: 'from', in: 'query', summary: 'People to pass over' },
    ],
    answers: {
      200: { summary: 'At most 50 people, and how many each filter holds', schema: HalamanPegawai },
    },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'post',
    path: '/api/staff',
    summary: 'Adds a person by hand',
    session: true,
    body: { type: 'application/json', schema: TambahPegawai },
    answers: { 201: { summary: 'Her id' } },
    problems: [...GUARD, ...ADMIN_ACT, ...BODY, ...MASA, 'tidak_ada', 'nip_dipakai'],
  },
  {
    method: 'get',
    path: '/api/staff/:id',
    summary: 'A person: data, penilai, assignments',
    session: true,
    params: [id],
    answers: { 200: { summary: 'Everything but her work', schema: SatuPegawai } },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'post',
    path: '/api/staff/:id',
    summary: 'One act on a person: data, move, retirement, assignment, penilai, taking back',
    session: true,
    params: [id],
    body: { type: 'application/json', schema: TindakanPegawai },
    answers: { 200: { summary: 'How she stands now', schema: SatuPegawai } },
    problems: [
      ...[...GUARD, ...ADMIN_ACT, ...BODY, ...MASA],
      ...(['tidak_ada', 'di_luar_wewenang', 'menilai_diri', 'nip_dipakai'] as const),
      ...(['tidak_bertugas', 'sudah_berlaku', 'tahap_salah'] as const),
    ],
  },
  {
    method: 'get',
    path: '/api/units',
    summary: 'Schools and wilayah, by name, each with its head',
    session: true,
    answers: { 200: { summary: 'All of them', schema: DaftarUnit } },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'get',
    path: '/api/organisation',
    summary: 'What awaits the admin: findings, last import, who never signed in, last copy',
    session: true,
    answers: { 200: { summary: 'Counts, and at most 200 findings', schema: KeadaanOrganisasi } },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
];
