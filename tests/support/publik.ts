import { tanggalBulan } from '../../shared/domain/index.ts';
import type { Entri, Pegawai } from '../../shared/records/index.ts';
import { aCommand, anEntri, aSatker, KEPALA } from './builders.ts';
import type { TestServer } from './server.ts';

const HARI = 86_400_000;
const SISTEM = { id: 'sistem', nama: 'Sistem', peran: ['sistem' as const] };

/** A school of the public's world: `hari[i]` are the days of October on which its i-th teacher recorded something. */
export type Sekolah = {
  readonly npsn: string;
  readonly nama: string;
  readonly kabupaten?: string;
  readonly hari: readonly (readonly number[])[];
  /** Days until the head answers; null for never. */
  readonly periksa?: number | null;
};

const BULAN = '2026-10';
const AKSI = ['AJR', 'PRK', 'ASF', 'PKT'];

const aPegawai = (nip: string, nama: string): Pegawai => ({
  ...{ nip, nama, gelarDepan: '', gelarBelakang: '', jenisKelamin: 'P', status: 'PNS', golongan: '' },
  ...{ jabatan: 'Guru Kelas', jenjang: '', penilai: { id: KEPALA, nama: 'Sutrisno', jabatan: 'Kepala' } },
});

/** All working days of October 2026, by day of the month. */
export const HARI_KERJA: readonly number[] = tanggalBulan(BULAN)
  .map((tanggal) => Number(tanggal.slice(8)))
  .filter((hari) => ![0, 6].includes(new Date(`${BULAN}-${String(hari).padStart(2, '0')}`).getUTCDay()));

const tanggalKe = (hari: number): string => `${BULAN}-${String(hari).padStart(2, '0')}`;
const jam = (hari: number): number => Date.parse(`${tanggalKe(hari)}T05:00:00Z`);

const isiGuru = async (
  server: TestServer,
  { npsn, periksa = 2 }: Sekolah,
  { id, hari }: { readonly id: string; readonly hari: readonly number[] },
): Promise<void> => {
  const shard = `sek:${npsn}`;
  let nomor = 0;
  for (const satu of hari) {
    nomor += 1;
    const isi: Partial<Entri> = {
      tanggal: tanggalKe(satu),
      rencanaAksi: AKSI[satu % AKSI.length] ?? null,
      uraian: `Rahasia ${id} tanggal ${satu}`,
    };
    const [catat] = await server.ledger.submit({
      actor: { id, nama: `Guru ${id}`, peran: ['guru'] },
      device: `d_${id}`,
      receivedAt: jam(satu),
      commands: [
        {
          ...aCommand({ kind: 'entri.catat', shard, record: null, base: null, body: anEntri(isi) }),
          number: nomor,
        },
      ],
    });
    if (catat?.verdict.r !== 'ok') throw new Error(JSON.stringify(catat?.verdict));
    if (periksa === null) continue;
    const [putus] = await server.ledger.submit({
      actor: { id: KEPALA, nama: 'Sutrisno', peran: ['penilai'] },
      device: `d_kepala_${id}`,
      receivedAt: jam(satu) + periksa * HARI,
      commands: [
        {
          ...aCommand({ kind: 'entri.setujui', shard, record: catat.id, base: catat.id, body: {} }),
          number: nomor,
        },
      ],
    });
    if (putus?.verdict.r !== 'ok') throw new Error(JSON.stringify(putus?.verdict));
  }
};

/** Lays a school down with its teachers, and what they recorded in October 2026. */
export const tambahSekolah = async (server: TestServer, sekolah: Sekolah): Promise<void> => {
  const { npsn, nama, kabupaten = 'Kabupaten Arunika', hari } = sekolah;
  const shard = `sek:${npsn}`;
  const guru = hari.map((_, i) => ({
    id: `p_${npsn.slice(-3)}_${i}`,
    nip: `19870312${npsn.slice(-3)}201${String(i).padStart(4, '0')}`,
  }));
  const isi = [
    { kind: 'satker.tetapkan', body: { pemilik: '', isi: aSatker({ npsn, nama, kabupaten }) } },
    ...guru.map(({ id, nip }) => ({
      kind: 'pegawai.tetapkan',
      body: { pemilik: id, isi: aPegawai(nip, `Guru ${id}`) },
    })),
  ];
  for (const { id, nip } of guru) await server.addPerson({ id, nip, nama: `Guru ${id}`, shard });
  const done = await server.ledger.submit({
    actor: SISTEM,
    device: `d_sis${npsn}`,
    commands: isi.map((satu, i) => ({
      ...aCommand({ ...satu, shard, record: null, base: null }),
      number: i + 1,
    })),
  });
  for (const { verdict } of done) if (verdict.r !== 'ok') throw new Error(JSON.stringify(verdict));
  for (const [i, { id }] of guru.entries()) await isiGuru(server, sekolah, { id, hari: hari[i] ?? [] });
};

/** Chooses what is public and publishes what is due. */
export const buka = async (server: TestServer, isian: Readonly<Record<string, string>> = {}) => {
  const { aturPublikasi } = await import('../../server/operations/publikasi.ts');
  const rooms = { store: server.store, clock: server.clock.now };
  const bawaan = { tabel: 'pengisian,periksa,jenis,predikat', nama: 'Dinas Contoh', sejak: '2026-09' };
  const done = await aturPublikasi(rooms, { ...bawaan, ...isian });
  if (!done.ok) throw new Error(done.kalimat);
  return done;
};
