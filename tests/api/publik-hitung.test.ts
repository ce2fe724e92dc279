import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kumpulkanBulan } from '../../server/insight/kumpul.ts';
import { jenisKerja } from '../../shared/publik/index.ts';
import type { Entri } from '../../shared/records/index.ts';
import { aCommand, anEntri, KEPALA } from '../support/builders.ts';
import { HARI_KERJA, tambahSekolah } from '../support/publik.ts';
import { aServer, type TestServer } from '../support/server.ts';

const NPSN = '20000301';
const SHARD = `sek:${NPSN}`;
const JAM = 3_600_000;
const MINGGU = 7 * 24 * JAM;
const GURU = ['p_301_0', 'p_301_1', 'p_301_2'];

const LANGKAH = ['setujui', 'kembalikan', 'bukaLagi', 'ubah', 'hapus', 'pulihkan', 'tarik'] as const;
const kisah = fc.record({
  guru: fc.constantFrom(...GURU),
  hari: fc.integer({ min: 1, max: 31 }),
  aksi: fc.constantFrom('AJR', 'PRK', null),
  langkah: fc.array(fc.tuple(fc.constantFrom(...LANGKAH), fc.integer({ min: 1, max: 300 })), {
    maxLength: 4,
  }),
});
type Kisah = typeof kisah extends fc.Arbitrary<infer T> ? T : never;

const tanggal = (hari: number): string => `2026-10-${String(hari).padStart(2, '0')}`;
const isi = ({ hari, aksi }: Kisah): Entri => anEntri({ tanggal: tanggal(hari), rencanaAksi: aksi });

/** Plays what a teacher and her head did with one entry; what the rules refuse leaves no trace. */
const mainkan = async (server: TestServer, satu: Kisah, nomor: number): Promise<void> => {
  let pada = Date.parse(`${tanggal(satu.hari)}T05:00:00Z`);
  let urut = 0;
  const kirim = async (kind: string, body: unknown, record: string | null): Promise<string | null> => {
    const isKepala = /setujui|kembalikan|bukaLagi/.test(kind);
    const [oleh, peran] = isKepala ? [KEPALA, 'penilai' as const] : [satu.guru, 'guru' as const];
    const stored = record && (await server.store.read((tx) => tx.record(SHARD, record)));
    const base = stored ? stored.record.head : null;
    urut += 1;
    const [handled] = await server.ledger.submit({
      actor: { id: oleh, nama: oleh, peran: [peran] },
      device: `d_${peran}${nomor}`,
      receivedAt: pada,
      commands: [{ ...aCommand({ kind, shard: SHARD, record, base, body }), number: urut }],
    });
    return handled?.verdict.r === 'ok' ? handled.id : null;
  };
  const id = await kirim('entri.catat', isi(satu), null);
  for (const [verba, jam] of satu.langkah) {
    pada += jam * JAM;
    const body = verba === 'kembalikan' ? { alasan: 'Lengkapi.' } : verba === 'ubah' ? isi(satu) : {};
    await kirim(`entri.${verba}`, body, id);
  }
};

type Dihitung = {
  owner: string;
  tanggal: string;
  aksi: string | null;
  dihapus: boolean;
  ditarik: boolean;
  tiba: number;
  putus: number | null;
};

/** The same figures from the ledger alone, line by line, as somebody would reckon them by hand. */
const hitungTangan = async (server: TestServer, pada: number) => {
  const lines = await server.store.read((tx) => tx.ledgerLines(SHARD, 0, 10_000));
  const entri = new Map<string, Dihitung>();
  for (const { content, actor, receivedAt, device, number, hash } of lines) {
    const { kind } = content;
    if (!kind.startsWith('entri.')) continue;
    const id = content.record ?? `${device}.${number}.${hash}`;
    if (kind === 'entri.catat') {
      const { tanggal: hari, rencanaAksi } = content.body as Entri;
      entri.set(id, {
        owner: actor.id,
        tanggal: hari,
        aksi: rencanaAksi,
        dihapus: false,
        ditarik: false,
        tiba: receivedAt,
        putus: null,
      });
    }
    const satu = entri.get(id);
    if (!satu) continue;
    // What was deleted comes back as handed in; bringing back what is there leaves it as it is, withdrawn or not.
    if (kind === 'entri.hapus') satu.dihapus = true;
    if (kind === 'entri.pulihkan' && satu.dihapus) [satu.dihapus, satu.ditarik] = [false, false];
    if (kind === 'entri.tarik') satu.ditarik = true;
    if (kind === 'entri.ubah' || kind === 'entri.ajukan') satu.ditarik = false;
    if (kind === 'entri.setujui' || kind === 'entri.kembalikan') satu.putus ??= receivedAt;
  }
  const punya = (id: string) =>
    [...entri.values()].filter(({ dihapus, ditarik, owner }) => !dihapus && !ditarik && owner === id);
  return GURU.map((id) => {
    const milik = punya(id);
    const terisi = HARI_KERJA.filter((hari) => milik.some((satu) => satu.tanggal === tanggal(hari))).length;
    const tepat = milik.filter(({ tiba, putus }) => putus !== null && putus - tiba <= MINGGU).length;
    const lewat = milik.filter(({ tiba, putus }) => (putus ?? pada) - tiba > MINGGU).length;
    const ajar = milik.filter(({ aksi }) => jenisKerja(aksi) === 'melaksanakan').length;
    return { terisi: terisi / HARI_KERJA.length, tepat, lewat, ajar, milik: milik.length };
  });
};

test('figures by query are those of a recount from the ledger, line by line', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(kisah, { minLength: 1, maxLength: 12 }), async (cerita) => {
      const server = await aServer({ people: [] });
      await tambahSekolah(server, { npsn: NPSN, nama: 'SD Contoh', hari: [[], [], []] });
      for (const [i, satu] of cerita.entries()) await mainkan(server, satu, i);
      const pada = server.clock.now();
      const dihitung = await kumpulkanBulan(server.store, { periode: '2026-10', pada });
      const tangan = await hitungTangan(server, pada);
      const kira = (list: readonly (readonly number[])[]) => list.map((a) => a.map((x) => x.toFixed(9)));
      expect(kira(dihitung('pengisian')[0]?.orang ?? [])).toEqual(
        kira(tangan.map(({ terisi }) => [terisi, 1 - terisi])),
      );
      expect(kira(dihitung('periksa')[0]?.orang ?? [])).toEqual(
        kira(
          tangan
            .filter(({ tepat, lewat }) => tepat + lewat > 0)
            .map(({ tepat, lewat }) => [tepat / (tepat + lewat), lewat / (tepat + lewat)]),
        ),
      );
      expect((dihitung('jenis')[0]?.orang ?? []).map((a) => a[1]?.toFixed(9))).toEqual(
        tangan.filter(({ milik }) => milik > 0).map(({ ajar, milik }) => (ajar / milik).toFixed(9)),
      );
    }),
    { numRuns: 8 },
  );
});
