import type { SatuPegawai, TindakanPegawai } from '../../shared/protocol/index.ts';
import type { Pegawai } from '../../shared/records/index.ts';
import { aCommand, aSatker, SHARD } from './builders.ts';
import { buktikan } from './bukti.ts';
import type { Phone } from './phone.ts';
import { aServer, BU_LAIN, BUDI, PAK_TRISNO, type Person, SRI, type TestServer } from './server.ts';

export const SEKOLAH_LAIN = 'sek:20104523';
export const WILAYAH = 'sek:P0000001';

/** The admin of the instansi; she works in no school. */
export const BU_WATI: Person = {
  id: 'p_admin1',
  nip: '197106211998032001',
  nama: 'Wati',
  shard: WILAYAH,
  peran: 'admin',
};
/** The pengawas of the instansi. */
export const BU_HARTATI: Person = {
  id: 'p_awas01',
  nip: '197203141998032002',
  nama: 'Hartati',
  jabatan: 'Pengawas Sekolah',
  shard: WILAYAH,
  view: 'sekolah',
  peran: 'penilai',
};

export const dataOrang = (
  { nip, nama, jabatan = 'Guru Kelas' }: Person,
  penilai: Pegawai['penilai'] = null,
): Pegawai => ({
  ...{ nip, nama, gelarDepan: '', gelarBelakang: '', jenisKelamin: 'P', status: 'PNS' },
  ...{ golongan: 'III/c', jabatan, jenjang: 'Ahli Muda', penilai },
});

/** Two schools with their heads, two teachers, a pengawas and an admin, as an import and the command line leave them. */
export const anInstansi = async (): Promise<TestServer> => {
  const server = await aServer({ people: [SRI, BUDI, PAK_TRISNO, BU_LAIN, BU_HARTATI, BU_WATI] });
  const kepala = (person: Person) => ({ ...person, jabatan: 'Kepala Sekolah' });
  const trisno = { id: PAK_TRISNO.id, nama: PAK_TRISNO.nama, jabatan: 'Kepala Sekolah' };
  const lay = (shard: string, kind: string, pemilik: string, isi: unknown) => ({
    ...aCommand({ kind, shard, record: null, base: null, body: { pemilik, isi } }),
  });
  const commands = [
    lay(SEKOLAH_LAIN, 'satker.tetapkan', '', aSatker({ npsn: '20104523', nama: 'SDN 2 Arunika' })),
    lay(SHARD, 'pegawai.tetapkan', SRI.id, dataOrang(SRI, trisno)),
    lay(SHARD, 'pegawai.tetapkan', BUDI.id, dataOrang(BUDI, trisno)),
    lay(SHARD, 'pegawai.tetapkan', PAK_TRISNO.id, dataOrang(kepala(PAK_TRISNO))),
    lay(SEKOLAH_LAIN, 'pegawai.tetapkan', BU_LAIN.id, dataOrang(kepala(BU_LAIN))),
    lay(WILAYAH, 'pegawai.tetapkan', BU_HARTATI.id, dataOrang(BU_HARTATI)),
  ].map((command, i) => ({ ...command, number: i + 1 }));
  const sistem = { id: 'sistem', nama: 'Sistem', peran: ['sistem'] } as const;
  await server.ledger.submit({ actor: sistem, device: 's_awal', commands });
  return server;
};

/** An act of the admin's on a person, as her browser sends it: again after her password where she has to prove who she is. */
export const tindak = async (
  admin: Phone,
  { id }: Pick<Person, 'id'>,
  tindakan: TindakanPegawai,
): Promise<Response> => {
  const send = () =>
    admin.ask(
      `/api/staff/${id}`,
      { method: 'POST', body: JSON.stringify(tindakan) },
      { 'content-type': 'application/json' },
    );
  const answer = await send();
  const { code } = answer.ok ? { code: '' } : ((await answer.clone().json()) as { code: string });
  if (code !== 'bukti_diri' && code !== 'sesi_admin') return answer;
  if (!(await buktikan(admin)).ok) throw new Error('the proof was refused');
  return send();
};

/** The act, which must be taken; how the person stands then. */
export const jadi = async (
  admin: Phone,
  person: Pick<Person, 'id'>,
  tindakan: TindakanPegawai,
): Promise<SatuPegawai> => {
  const response = await tindak(admin, person, tindakan);
  if (response.status !== 200)
    throw new Error(`${tindakan.apa}: ${response.status} ${await response.text()}`);
  return (await response.json()) as SatuPegawai;
};
