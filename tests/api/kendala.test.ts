import { describe, expect, test } from 'vitest';
import { verifyLedger } from '../../server/ledger/index.ts';
import { aCommand, GURU, SHARD } from '../support/builders.ts';
import { aServer, BUDI, PAK_TRISNO, SRI } from '../support/server.ts';
import { phoneOf } from './signed-in.ts';

const lapor = (part: object = {}) =>
  aCommand({
    kind: 'kendala.lapor',
    shard: SHARD,
    record: null,
    base: null,
    body: { guru: GURU, sebab: 'SAKIT', mulai: '2026-11-23', selesai: '2026-11-24', catatan: '', ...part },
  });
const pada = (kind: string, record: string, body: unknown = {}, base = record) =>
  aCommand({ kind, shard: SHARD, record, base, body });

describe('a kendala’s way', () => {
  test('from her phone to the head’s and no colleague’s, and his answer back', async () => {
    const server = await aServer();
    const [sri, budi, kepala] = await Promise.all([SRI, BUDI, PAK_TRISNO].map((who) => phoneOf(server, who)));
    if (!sri || !budi || !kepala) throw new Error('no phone');
    const id = await sri.add(lapor());
    await sri.syncAll();
    await kepala.syncAll();
    await budi.syncAll();
    expect(kepala.records.get(id)).toMatchObject({ o: GURU, b: { sebab: 'SAKIT', dari: GURU } });
    expect(budi.records.has(id)).toBe(false);
    const tanggapan = { cara: 'KUNJUNGAN', tanggal: '2026-11-25', teks: 'Saya bawakan obat' };
    await kepala.add(pada('kendala.tanggapi', id, tanggapan));
    await kepala.syncAll();
    await sri.syncAll();
    expect(sri.records.get(id)).toMatchObject({
      st: { tahap: 'DITANGGAPI', tanggapan: [{ ...tanggapan, oleh: 'Sutrisno' }] },
    });
    expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
  });

  test('withdrawn on one phone and answered on another meanwhile: both are kept, and neither undoes the other', async () => {
    const server = await aServer();
    const [sri, kepala] = [await phoneOf(server, SRI), await phoneOf(server, PAK_TRISNO)];
    const id = await sri.add(lapor({ sebab: 'SINYAL' }));
    await sri.syncAll();
    await kepala.syncAll();
    await kepala.add(pada('kendala.tanggapi', id, { cara: 'DIKETAHUI', tanggal: null, teks: '' }));
    await sri.add(pada('kendala.tarik', id));
    await kepala.syncAll();
    await sri.syncAll();
    expect(sri.verdicts.get(2)).toMatchObject({ r: 'ok' });
    expect(sri.records.get(id)).toMatchObject({
      st: { tahap: 'DITARIK', tanggapan: [{ cara: 'DIKETAHUI' }] },
    });
  });

  test('an illness that the head noted reaches her, and she may take it back', async () => {
    const server = await aServer();
    const [sri, kepala] = [await phoneOf(server, SRI), await phoneOf(server, PAK_TRISNO)];
    const id = await kepala.add(lapor());
    await kepala.add(lapor({ sebab: 'SIBUK' }));
    await kepala.syncAll();
    expect(kepala.verdicts.get(2)).toMatchObject({ r: 'no', code: 'di_luar_wewenang' });
    await sri.syncAll();
    expect(sri.records.get(id)).toMatchObject({ o: GURU, b: { sebab: 'SAKIT', dari: PAK_TRISNO.id } });
    await sri.add(pada('kendala.tarik', id));
    await sri.syncAll();
    expect(sri.records.get(id)).toMatchObject({ st: { tahap: 'DITARIK' } });
  });
});
