import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hariTertutup,
  isTidakHadir,
  periksaTanggal,
  periksaTindakan,
  rencanaTindakan,
  SEBAB_KENDALA,
  SEBAB_TERSEBUT,
  tambahHari,
  tanggapanDari,
} from '../../../shared/domain/index.ts';
import {
  CARA_TINDAKAN,
  type Kendala,
  type KendalaState,
  type RecordOf,
  type Satker,
} from '../../../shared/records/index.ts';
import { aSatker } from '../../support/builders.ts';
import { GURU, idOf, SHARD } from './builders.ts';

const HARI_INI = '2026-11-24';
const kendala = (
  isi: Partial<Kendala> = {},
  { owner = GURU, nomor = 1, state = { tahap: 'DILAPORKAN' } as KendalaState } = {},
): RecordOf<'kendala'> => ({
  ...{ shard: SHARD, id: idOf(nomor), kind: 'kendala', owner, head: idOf(nomor), state },
  content: {
    ...{ sebab: 'SINYAL', mulai: '2026-11-02', selesai: '2026-11-23', catatan: '', dari: owner },
    ...isi,
  },
  deleted: false,
  variants: [],
});
const satkerDengan = (part: Partial<Satker> = {}): Satker => aSatker({ batasIsianHari: 7, ...part });
const rencana = (
  isi: Partial<Parameters<typeof rencanaTindakan>[0]>,
  list: readonly RecordOf<'kendala'>[],
  { satker = satkerDengan(), muat = 500 } = {},
) =>
  rencanaTindakan(
    { sebab: 'SINYAL', cara: 'TANGGAL', tanggal: null, teks: '', ...isi },
    { satker, kendala: list, hariIni: HARI_INI, muat },
  );

/** The school and the kendala as they stand once a plan was written. */
const sesudah = (
  satker: Satker,
  list: readonly RecordOf<'kendala'>[],
  { isi, jadi }: { isi: Parameters<typeof rencanaTindakan>[0]; jadi: ReturnType<typeof rencana> },
) => ({
  satker: {
    ...satker,
    bulanTerkunci: satker.bulanTerkunci.filter((bulan) => !jadi.bulan.includes(bulan)),
    tanggalDibuka: [...satker.tanggalDibuka, ...jadi.buka],
  },
  list: list.map((satu) =>
    jadi.kendala.includes(satu)
      ? {
          ...satu,
          state: {
            tahap: 'DITANGGAPI' as const,
            tanggapan: [
              ...(satu.state.tanggapan ?? []),
              { ...tanggapanDari(isi), oleh: 'Wati', pada: 0, tindakan: 's_satu' },
            ],
          },
        }
      : satu,
  ),
});

const isiAcak = fc.record({
  sebab: fc.constantFrom(...SEBAB_TERSEBUT),
  cara: fc.constantFrom(...CARA_TINDAKAN),
  tanggal: fc.constant(null),
  teks: fc.constantFrom('', 'Modem dikirim'),
});
const kendalaAcak = fc
  .array(
    fc.record({
      owner: fc.constantFrom('p_a', 'p_b', 'p_c'),
      sebab: fc.constantFrom(...SEBAB_KENDALA),
      mulai: fc.integer({ min: -60, max: 3 }),
      lama: fc.integer({ min: 0, max: 30 }),
      tahap: fc.constantFrom('DILAPORKAN' as const, 'DITARIK' as const),
    }),
    { maxLength: 8 },
  )
  .map((semua) =>
    semua.map(({ owner, sebab, mulai, lama, tahap }, i) =>
      kendala(
        { sebab, mulai: tambahHari(HARI_INI, mulai), selesai: tambahHari(HARI_INI, mulai + lama) },
        { owner, nomor: i + 1, state: { tahap } },
      ),
    ),
  );
const satkerAcak = fc
  .record({
    batas: fc.constantFrom(null, 3, 7, 31),
    terkunci: fc.subarray(['2026-09', '2026-10', '2026-11']),
  })
  .map(({ batas, terkunci }) => satkerDengan({ batasIsianHari: batas, bulanTerkunci: terkunci }));

describe('an act of the instansi about a cause', () => {
  it('never touches illness, leave, another cause, or a kendala that was taken back', () => {
    fc.assert(
      fc.property(isiAcak, kendalaAcak, satkerAcak, (isi, list, satker) => {
        const jadi = rencana(isi, list, { satker });
        for (const { content, state } of jadi.kendala) {
          expect(isTidakHadir(content.sebab)).toBe(false);
          expect([content.sebab, state.tahap === 'DITARIK']).toEqual([isi.sebab, false]);
        }
        const kena = list.filter(({ content }) => content.sebab === isi.sebab);
        for (const { pemilik, tanggal } of jadi.buka)
          expect(
            kena.some(
              ({ owner, content }) =>
                owner === pemilik && content.mulai <= tanggal && tanggal <= content.selesai,
            ),
          ).toBe(true);
      }),
    );
  });

  it('opens what its author may then fill in, and said again it writes nothing', () => {
    fc.assert(
      fc.property(isiAcak, kendalaAcak, satkerAcak, (isi, list, satker) => {
        const jadi = rencana(isi, list, { satker });
        const kini = sesudah(satker, list, { isi, jadi });
        for (const { pemilik, tanggal } of jadi.buka)
          expect(
            periksaTanggal(tanggal, {
              hariIni: HARI_INI,
              satker: kini.satker,
              saat: 'isi',
              pemilik,
            }).filter(({ berat }) => berat === 'tolak'),
          ).toEqual([]);
        const lagi = rencana(isi, kini.list, { satker: kini.satker });
        expect(lagi).toEqual({ kendala: [], buka: [], bulan: [], penuh: 0 });
      }),
    );
  });

  it('never pushes out what others have opened: where there is no room the oldest dates go without', () => {
    const lain = Array.from({ length: 4 }, (_, i) => ({ pemilik: 'p_lain', tanggal: `2026-08-0${i + 1}` }));
    const satker = satkerDengan({ tanggalDibuka: lain });
    const { hari } = hariTertutup(kendala(), { satker, hariIni: HARI_INI });
    const jadi = rencana({}, [kendala()], { satker, muat: 6 });
    expect(jadi.buka.map(({ tanggal }) => tanggal)).toEqual([hari.at(-1), hari.at(-2)]);
    expect(jadi.penuh).toBe(hari.length - 2);
    expect(rencana({}, [kendala()], { satker, muat: 4 })).toMatchObject({ kendala: [], buka: [] });
  });

  it('opens a locked month only where it is told to, and then the dates in it that are past the limit', () => {
    const satker = satkerDengan({ bulanTerkunci: ['2026-10'] });
    const lama = kendala({ mulai: '2026-10-29', selesai: '2026-11-03' });
    expect(rencana({}, [lama], { satker })).toMatchObject({ bulan: [] });
    expect(rencana({}, [lama], { satker }).buka.map(({ tanggal }) => tanggal)).toEqual([
      '2026-11-03',
      '2026-11-02',
      '2026-11-01',
    ]);
    const jadi = rencana({ cara: 'BULAN' }, [lama], { satker });
    expect(jadi.bulan).toEqual(['2026-10']);
    expect(jadi.buka).toHaveLength(6);
  });

  it('touches as many teachers as the table above the school counts: what ended four weeks ago is over', () => {
    const akhir = tambahHari(HARI_INI, -28);
    const isi = { cara: 'JAWABAN', teks: 'Modem dikirim' } as const;
    expect(rencana(isi, [kendala({ mulai: '2026-10-01', selesai: akhir })]).kendala).toHaveLength(1);
    const lewat = kendala({ mulai: '2026-10-01', selesai: tambahHari(akhir, -1) });
    expect(rencana(isi, [lewat]).kendala).toEqual([]);
    expect(rencana(isi, [kendala({ mulai: '2026-11-25', selesai: '2026-11-26' })]).kendala).toEqual([]);
  });

  it('does not take a head’s answer for its own', () => {
    const jawaban = { cara: 'JAWABAN', tanggal: null, teks: 'Modem dikirim' } as const;
    const dijawab = (tindakan: object) =>
      kendala(
        {},
        {
          state: { tahap: 'DITANGGAPI', tanggapan: [{ ...jawaban, oleh: 'Trisno', pada: 0, ...tindakan }] },
        },
      );
    expect(rencana(jawaban, [dijawab({})]).kendala).toHaveLength(1);
    expect(rencana(jawaban, [dijawab({ tindakan: 's_satu' })]).kendala).toEqual([]);
  });

  it.each([
    [{ cara: 'KUNJUNGAN', tanggal: null, teks: '' }, 'tanggal'],
    [{ cara: 'KUNJUNGAN', tanggal: '2026-11-23', teks: '' }, 'tanggal'],
    [{ cara: 'KUNJUNGAN', tanggal: '2028-01-01', teks: '' }, 'tanggal'],
    [{ cara: 'KUNJUNGAN', tanggal: HARI_INI, teks: '' }, undefined],
    [{ cara: 'JAWABAN', tanggal: null, teks: '  ' }, 'teks'],
    [{ cara: 'TANGGAL', tanggal: null, teks: '' }, undefined],
  ] as const)('%o is wrong in %s', (isi, bidang) => {
    expect(periksaTindakan(isi, HARI_INI)?.params['bidang']).toBe(bidang);
  });

  it('names every cause but illness and leave', () => {
    expect(SEBAB_TERSEBUT).toEqual(SEBAB_KENDALA.filter((sebab) => !isTidakHadir(sebab)));
  });
});
