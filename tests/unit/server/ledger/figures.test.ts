import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareFigures,
  countMissingFigures,
  recountFigures,
  submit,
} from '../../../../server/ledger/index.ts';
import type { Store } from '../../../../server/store/index.ts';
import { tanggalPada } from '../../../../shared/domain/index.ts';
import type { Jumlah } from '../../../../shared/pantau/index.ts';
import { type CommandContent, commandId } from '../../../../shared/protocol/index.ts';
import { aCatat, aCommand, GURU, KEPALA, SHARD } from '../../../support/builders.ts';
import { MONDAY_MORNING } from '../../../support/clock.ts';
import { aRandom } from '../../../support/random.ts';
import { aSchool, OTHER_GURU } from './school.ts';

const HARI = 86_400_000;

/** One thing that somebody does: to which of the records so far, on how old a version of it, how long after the last. */
const langkah = fc.record({
  apa: fc.constantFrom(
    ...([
      'catat',
      'catat',
      'catat',
      'ubah',
      'hapus',
      'setujui',
      'setujui',
      'kembalikan',
      'bukaLagi',
    ] as const),
    ...(['lapor', 'tanggapi', 'tarik'] as const),
  ),
  guru: fc.constantFrom(GURU, OTHER_GURU),
  pada: fc.nat({ max: 20 }),
  usang: fc.nat({ max: 2 }),
  tanggal: fc.constantFrom('2026-11-18', '2026-11-19', '2026-11-20'),
  sebab: fc.constantFrom('SAKIT', 'SINYAL'),
  selang: fc.constantFrom(0, HARI / 2, 3 * HARI),
});
type Langkah = typeof langkah extends fc.Arbitrary<infer T> ? T : never;

const isiDari = (
  shard: string,
  { tanggal, guru, sebab }: Langkah,
  record: string | null,
  base: string | null,
) => {
  const entri = aCatat({ tanggal, uraian: `Mengajar pada ${tanggal}` }).body;
  const kendala = { guru, sebab, mulai: tanggal, selesai: '2026-11-20', catatan: '' };
  const isi: Readonly<Record<Langkah['apa'], CommandContent>> = {
    catat: aCommand({ kind: 'entri.catat', shard, record: null, base: null, body: entri }),
    lapor: aCommand({ kind: 'kendala.lapor', shard, record: null, base: null, body: kendala }),
    ubah: aCommand({ kind: 'entri.ubah', shard, record, base, body: entri }),
    hapus: aCommand({ kind: 'entri.hapus', shard, record, base, body: {} }),
    setujui: aCommand({ kind: 'entri.setujui', shard, record, base, body: {} }),
    bukaLagi: aCommand({ kind: 'entri.bukaLagi', shard, record, base, body: {} }),
    kembalikan: aCommand({
      ...{ kind: 'entri.kembalikan', shard, record, base },
      body: { alasan: 'Foto kurang jelas' },
    }),
    tanggapi: aCommand({
      ...{ kind: 'kendala.tanggapi', shard, record, base },
      body: { cara: 'DIKETAHUI', tanggal: null, teks: '' },
    }),
    tarik: aCommand({ kind: 'kendala.tarik', shard, record, base, body: {} }),
  };
  return isi;
};

const KEPALA_SAJA = ['setujui', 'kembalikan', 'bukaLagi', 'tanggapi'];
const BARU = ['catat', 'lapor'];

/** Plays steps; whatever the rules refuse is refused. Gives how many were accepted. */
const mainkan = async (store: Store, daftar: readonly Langkah[], shard = SHARD): Promise<number> => {
  const random = aRandom();
  const versi = new Map<string, { kind: string; owner: string; ids: string[] }>();
  const parts = {
    ...{ store, clock: () => MONDAY_MORNING, randomBytes: random.bytes },
    onFault: (cause: unknown): never => {
      throw cause;
    },
  };
  let [kini, diterima] = [MONDAY_MORNING, 0];
  for (const [i, satu] of daftar.entries()) {
    kini += satu.selang;
    const jenis = ['lapor', 'tanggapi', 'tarik'].includes(satu.apa) ? 'kendala' : 'entri';
    const ada = [...versi].filter(([, { kind }]) => kind === jenis);
    const [record, isi] =
      (BARU.includes(satu.apa) ? undefined : ada[satu.pada % Math.max(1, ada.length)]) ?? [];
    if (!isi && !BARU.includes(satu.apa)) continue;
    const base = isi?.ids[Math.max(0, isi.ids.length - 1 - satu.usang)] ?? null;
    const oleh = KEPALA_SAJA.includes(satu.apa) ? KEPALA : (isi?.owner ?? satu.guru);
    const [done] = await submit(parts, {
      actor: { id: oleh, nama: oleh, peran: oleh === KEPALA ? ['penilai'] : ['guru'] },
      device: `d_${shard.slice(-6)}`,
      receivedAt: kini,
      commands: [{ ...isiDari(shard, satu, record ?? null, base)[satu.apa], number: i + 1 }],
    });
    if (done?.verdict.r !== 'ok' && done?.verdict.r !== 'beda') continue;
    diterima += 1;
    if (isi) isi.ids.push(done.id);
    else versi.set(done.id, { kind: jenis, owner: oleh, ids: [done.id] });
  }
  return diterima;
};

/** The sums as anybody would count them by hand: records one by one, answers by walking the ledger. */
const hitungTangan = (store: Store, shard: string): Promise<Jumlah[]> =>
  store.read(async (tx) => {
    const lines = await tx.ledgerLines(shard, 0, 10_000);
    const tiba = new Map(
      lines.map(({ device, number, hash, receivedAt, content }) => [
        commandId(device, number, hash),
        { receivedAt, base: content.base },
      ]),
    );
    const sums = new Map<string, Jumlah>();
    const tambah = (apa: Jumlah['apa'], hari: string, siapa: string): void => {
      const nilai = (sums.get(`${apa}${hari}${siapa}`)?.nilai ?? 0) + 1;
      sums.set(`${apa}${hari}${siapa}`, { apa, hari, siapa, nilai });
    };
    for (const { record } of await tx.changedRecords({ shard, afterN: 0, owners: null, limit: 10_000 })) {
      if (record.deleted || record.state.tahap === 'DITARIK') continue;
      if (record.kind === 'kendala') {
        const { sebab, mulai, selesai } = record.content;
        tambah('kendala', mulai, `${sebab} ${selesai} ${record.owner}`);
        if (record.state.tahap === 'DILAPORKAN') tambah('tunggu', mulai, `kendala ${record.owner}`);
      }
      if (record.kind !== 'entri') continue;
      const { tahap, pada = 0 } = record.state;
      tambah('terisi', record.content.tanggal, record.owner);
      if (tahap === 'DIAJUKAN') {
        const tibanya = tanggalPada(tiba.get(record.head)?.receivedAt ?? 0, 'Asia/Jakarta');
        tambah('tunggu', record.content.tanggal, `entri ${record.owner} ${tibanya}`);
      } else {
        const dijawab = tiba.get(tiba.get(record.head)?.base ?? '')?.receivedAt ?? pada;
        tambah('periksa', tanggalPada(pada, 'Asia/Jakarta'), String(Math.floor((pada - dijawab) / HARI)));
      }
    }
    return [...sums.values()];
  });

const urut = (list: readonly Jumlah[]): Jumlah[] =>
  [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
const tersimpan = (store: Store, shard = SHARD) => store.read((tx) => tx.allFigures(shard));

describe('sums that the ledger keeps', () => {
  test('whatever is done in whatever order, they are what counting by hand gives, and counting anew changes nothing', async () => {
    const { store } = await aSchool();
    let [terbanyak, ke] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(langkah, { minLength: 4, maxLength: 30 }), async (daftar) => {
        ke += 1;
        const shard = `sek:${20_200_000 + ke}`;
        terbanyak = Math.max(terbanyak, await mainkan(store, daftar, shard));
        const kept = urut(await tersimpan(store, shard));
        expect(kept).toEqual(urut(await hitungTangan(store, shard)));
        expect(await compareFigures(store, shard)).toBe(0);
        await recountFigures(store, shard);
        expect(urut(await tersimpan(store, shard))).toEqual(kept);
      }),
      { numRuns: 25 },
    );
    expect(terbanyak).toBeGreaterThan(8);
  });

  test('a wrong one is noticed, and made right from the records', async () => {
    const { store } = await aSchool();
    const catat = (tanggal: Langkah['tanggal']): Langkah => ({
      ...{ apa: 'catat', guru: GURU, pada: 0, usang: 0, tanggal, sebab: 'SINYAL', selang: 0 },
    });
    await mainkan(store, [catat('2026-11-18'), catat('2026-11-19')]);
    const benar = urut(await tersimpan(store));
    await store.write((tx) =>
      tx.addFigure({ shard: SHARD, apa: 'terisi', hari: '2026-11-18', siapa: GURU, nilai: 4 }),
    );
    expect(await compareFigures(store, SHARD)).toBe(1);
    await recountFigures(store, SHARD);
    expect(urut(await tersimpan(store))).toEqual(benar);
  });

  test('a shard of a database from before them is counted once, and another time nothing is left to count', async () => {
    const { store } = await aSchool();
    await mainkan(store, [
      { apa: 'catat', guru: GURU, pada: 0, usang: 0, tanggal: '2026-11-18', sebab: 'SAKIT', selang: 0 },
    ]);
    const benar = urut(await tersimpan(store));
    await store.write(async (tx) => {
      await tx.removeFiguresOf(SHARD);
      await tx.putFigureVersion({ shard: SHARD, version: 0 });
    });
    expect(await countMissingFigures(store)).toBe(1);
    expect(urut(await tersimpan(store))).toEqual(benar);
    expect(await countMissingFigures(store)).toBe(0);
  });
});
