import { expect, test } from 'vitest';
import { kopTerbit } from '../../../client/app/dokumen-kop.ts';
import { muatDokumen } from '../../../client/screens/dokumen/muat.ts';
import { fetchDocument, type Transport } from '../../../client/sync/index.ts';
import type { Dokumen, KopDokumen } from '../../../shared/documents/index.ts';
import { aCommand, aSatker, SHARD } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, SRI, type TestServer } from '../../support/server.ts';
import { aSkp } from '../shared/skp-builders.ts';

const MINTA = {
  ...({ jenis: 'skp', pemilik: SRI.id, bulan: '2026-11', periode: null, denganFoto: false } as const),
};
const { nama, kabupaten } = aSatker();
const KOP = { nama, kabupaten, alamat: 'Jalan Baru 9', telepon: '', kop: ['Dinas Pendidikan'] };
const PEGAWAI = {
  ...{ nip: SRI.nip, nama: SRI.nama, gelarDepan: '', gelarBelakang: 'S.Pd.', jenisKelamin: 'P' },
  ...{ status: 'PNS', golongan: 'III/c', jabatan: 'Guru Kelas', jenjang: 'Ahli Muda', penilai: null },
};
const tanpaInternet: Transport = async () => ({ kind: 'putus', dekat: true });

const tulis = async (server: TestServer, number: number, kind: string, body: unknown): Promise<void> => {
  const [satker] = await server.store.read((tx) => tx.recordsOfKind(SHARD, 'satker'));
  const pada = kind.startsWith('satker') ? satker?.record : undefined;
  await server.ledger.submit({
    actor: { id: 'sistem', nama: 'Sistem', peran: ['sistem'] },
    device: 'd_sistem9',
    commands: [
      {
        ...aCommand({ kind, shard: SHARD, record: pada?.id ?? null, base: pada?.head ?? null }),
        ...{ body, number },
      },
    ],
  });
};

test('a phone shows an issued document under the letterhead that it was issued with, and without a network as well', async () => {
  const server = await aServer();
  await tulis(server, 3, 'pegawai.tetapkan', { pemilik: SRI.id, isi: PEGAWAI });
  await tulis(server, 1, 'skp.tetapkan', { pemilik: SRI.id, isi: aSkp({ tahun: 2026 }) });
  const phone = await aReadyPhone(server, SRI);
  const app = { ...phone.acting, latihan: false } as unknown as Parameters<typeof muatDokumen>[0];
  const muat = async (): Promise<Dokumen> => {
    const found = await muatDokumen(app, { ...MINTA, tanggal: '2026-11-24' });
    if (!('dokumen' in found)) throw new Error(JSON.stringify(found));
    return found.dokumen;
  };
  const tampil = async (transport: Transport): Promise<(readonly string[] | null)[]> => {
    const seen: (KopDokumen | null)[] = [];
    const minta = { ...MINTA, kertas: 'A4' as const };
    await kopTerbit(app, { minta, dokumen: await muat() }, { tampil: (kop) => seen.push(kop), transport });
    return seen.map((kop) => kop?.kop ?? null);
  };
  const lama = await muat();
  expect(lama.sah).toBe(true);
  expect(await tampil((phone as FakePhone).line.transport)).toEqual([null]);
  const pdf = await fetchDocument(phone.line.transport, { ...MINTA, kertas: 'A4', ak: null });
  expect(pdf.ok).toBe(true);
  await tulis(server, 2, 'satker.identitas', KOP);
  await phone.run();
  expect((await muat()).kop).toContain('DINAS PENDIDIKAN');
  expect(await tampil(tanpaInternet)).toEqual([null]);
  expect(await tampil(phone.line.transport)).toEqual([null, lama.kop]);
  expect(await tampil(tanpaInternet)).toEqual([lama.kop]);
});
