import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bertumpuk,
  blokMengajar,
  type EntriRingkas,
  jamDari,
  menit,
  tambahHari,
  tebak,
  uraianMengajar,
} from '../../../shared/domain/index.ts';
import { Entri, type Jadwal, type JamPelajaran, type Pola } from '../../../shared/records/index.ts';
import { anEntri, jadwalData, nipList, skpData } from './builders.ts';

const skp = skpData();
const SENIN = '2026-11-23';
const jam = (jamKe: number, mulai: string, selesai: string, part: Partial<JamPelajaran> = {}) => ({
  ...{ hari: 1, jamKe, mulai, selesai, mapel: 'Matematika', kelas: '5A' },
  ...part,
});
const jadwal: Jadwal = {
  pelajaran: [
    jam(4, '09:45', '10:20', { mapel: 'IPAS' }),
    jam(2, '08:05', '08:40'),
    jam(1, '07:30', '08:05'),
    jam(3, '08:40', '09:15', { mapel: 'IPAS' }),
    jam(5, '10:20', '10:55', { mapel: 'IPAS', kelas: '5B' }),
    jam(8, '12:20', '12:55'),
    jam(1, '07:30', '08:05', { mapel: 'PJOK', hari: 2 }),
  ],
};
const aPast = (part: Partial<EntriRingkas> = {}): EntriRingkas => ({
  ...anEntri({ rencanaAksi: 'GR-U-01' }),
  tanggal: '2026-11-16',
  ...part,
});
const piket = (part: Partial<EntriRingkas> = {}): EntriRingkas =>
  aPast({
    rhk: 'GR-T-03',
    rencanaAksi: 'GR-T-03',
    mulai: '06:45',
    selesai: '07:15',
    uraian: 'Piket gerbang pagi',
    realisasi: 1,
    satuan: 'hari',
    ...part,
  });
const ask = (part: Partial<Parameters<typeof tebak>[0]> = {}) =>
  tebak({ jadwal: null, skp, riwayat: [], pola: [], hariIni: SENIN, sekarang: '08:45', ...part });

describe('blokMengajar', () => {
  it('joins periods of one lesson that touch, also over a break', () => {
    expect(blokMengajar(jadwal, 1)).toEqual([
      { mulai: '07:30', selesai: '08:40', mapel: 'Matematika', kelas: '5A', jp: 2 },
      { mulai: '08:40', selesai: '10:20', mapel: 'IPAS', kelas: '5A', jp: 2 },
      { mulai: '10:20', selesai: '10:55', mapel: 'IPAS', kelas: '5B', jp: 1 },
      { mulai: '12:20', selesai: '12:55', mapel: 'Matematika', kelas: '5A', jp: 1 },
    ]);
  });

  it('knows no lesson without a timetable or on another day', () => {
    expect([blokMengajar(null, 1), blokMengajar(jadwal, 7)]).toEqual([[], []]);
  });

  it('counts every period of a week once', () => {
    for (const nip of nipList) {
      const week = jadwalData(nip);
      const total = [1, 2, 3, 4, 5, 6, 7]
        .flatMap((hari) => blokMengajar(week, hari))
        .reduce((sum, { jp }) => sum + jp, 0);
      expect(total).toBe(week.pelajaran.length);
    }
  });

  it('writes it as teachers do', () => {
    expect(
      [{ kelas: '5A' }, { kelas: '' }].map((part) =>
        uraianMengajar({ mulai: '', selesai: '', mapel: 'Matematika', jp: 1, ...part }),
      ),
    ).toEqual(['Mengajar Matematika kelas 5A', 'Mengajar Matematika']);
  });
});

describe('tebak', () => {
  it.each([
    ['the lesson that runs', '09:00', '08:40', '10:20'],
    ['the lesson that just ended', '11:20', '10:20', '10:55'],
    ['the lesson that ended a moment ago, while the next begins', '08:45', '07:30', '08:40'],
    ['the lesson that began ten minutes ago', '08:50', '08:40', '10:20'],
    ['the first lesson of the day in the evening', '20:00', '07:30', '08:40'],
    ['the next lesson in the early morning', '05:30', '07:30', '08:40'],
  ])('%s at %s', (_name, sekarang, mulai, selesai) => {
    expect(ask({ jadwal, sekarang })[0]).toMatchObject({ mulai, selesai, alasan: 'jadwal' });
  });

  it('fills a lesson in whole: RHK, rencana aksi, text, JP', () => {
    expect(ask({ jadwal, sekarang: '08:00' })[0]).toEqual({
      rhk: 'GR-U-01',
      rencanaAksi: 'GR-U-01',
      mulai: '07:30',
      selesai: '08:40',
      uraian: 'Mengajar Matematika kelas 5A',
      realisasi: 2,
      satuan: 'JP',
      alasan: 'jadwal',
    });
  });

  it('a lesson already recorded makes room for the next', () => {
    const riwayat = [aPast({ tanggal: SENIN, mulai: '08:40', selesai: '10:20' })];
    expect(ask({ jadwal, riwayat, sekarang: '10:15' })[0]).toMatchObject({
      mulai: '07:30',
      selesai: '08:40',
    });
  });

  it('a lesson counts for the rencana aksi that names its subject', () => {
    const kokurikuler = { pelajaran: [jam(1, '07:30', '08:05', { mapel: 'Kokurikuler' })] };
    expect(ask({ jadwal: kokurikuler, riwayat: [aPast()], sekarang: '08:00' })[0]).toMatchObject({
      rhk: 'GR-U-11',
    });
  });

  it('a lesson counts for what her lessons counted for before', () => {
    const own = {
      ...skp,
      rhk: [
        ...skp.rhk,
        { ...skp.rhk[0]!, kode: 'X', rencanaAksi: [{ kode: 'X-1', nama: 'Pendampingan', satuan: 'JP' }] },
      ],
    };
    expect(
      ask({ jadwal, skp: own, riwayat: [aPast({ rhk: 'X', rencanaAksi: 'X-1' })], sekarang: '08:00' })[0],
    ).toMatchObject({ rhk: 'X', rencanaAksi: 'X-1', alasan: 'jadwal' });
  });

  it('habits rank by how often, which weekday, which hour', () => {
    const rapat = piket({
      rhk: 'GR-T-06',
      rencanaAksi: 'GR-T-06',
      mulai: '13:00',
      selesai: '14:00',
      uraian: 'Rapat dewan guru',
    });
    const riwayat = [
      piket(),
      piket({ tanggal: '2026-11-09' }),
      rapat,
      { ...rapat, tanggal: '2026-11-09' },
      { ...rapat, tanggal: '2026-11-10' },
    ];
    expect(ask({ riwayat, sekarang: '07:00' })[0]).toMatchObject({
      rhk: 'GR-T-03',
      alasan: 'kebiasaan',
      uraian: 'Piket gerbang pagi',
      mulai: '06:45',
      selesai: '07:15',
      satuan: 'hari',
    });
    expect(ask({ riwayat, sekarang: '13:30' })[0]).toMatchObject({ rhk: 'GR-T-06' });
    const selasa = piket({ rhk: 'GR-T-02', rencanaAksi: 'GR-T-02', tanggal: '2026-11-17' });
    expect(ask({ riwayat: [selasa, piket()], sekarang: '07:00' })[0]).toMatchObject({ rhk: 'GR-T-03' });
  });

  it('what she did once is no habit', () => {
    expect(ask({ riwayat: [piket()] })[0]).toMatchObject({ rhk: 'GR-T-03', alasan: 'pernah' });
  });

  it.each([
    ['two Mondays', SENIN, [{}, { tanggal: '2026-11-09' }], 'kebiasaan'],
    ['a Saturday without any', '2026-11-28', [{}, { tanggal: '2026-11-09' }], 'pernah'],
    ['twice on one Monday', SENIN, [{}, { mulai: '07:20', selesai: '07:40' }], 'pernah'],
    [
      'one morning, one evening',
      SENIN,
      [{}, { tanggal: '2026-11-09', mulai: '19:00', selesai: '19:30' }],
      'pernah',
    ],
  ])('a habit of a weekday and hour is one of at least two such days: %s', (_, hariIni, entri, alasan) => {
    const riwayat = entri.map((part) => piket(part));
    expect(ask({ hariIni, riwayat, sekarang: '07:00' })[0]).toMatchObject({ rhk: 'GR-T-03', alasan });
  });

  it('a quick pattern of the hour is offered', () => {
    const pola: Pola = {
      nama: 'Piket',
      rhk: 'GR-T-03',
      rencanaAksi: 'GR-T-03',
      uraian: 'Piket gerbang',
      mulai: '06:45',
      selesai: '07:15',
      realisasi: 1,
      satuan: 'hari',
    };
    expect(ask({ pola: [pola], sekarang: '07:00' })[0]).toMatchObject({
      uraian: 'Piket gerbang',
      mulai: '06:45',
      alasan: 'pola',
    });
    expect(ask({ pola: [{ ...pola, mulai: null }], sekarang: '07:00' })[0]).toMatchObject({
      alasan: 'kosong',
    });
  });

  it('what she did this morning is not guessed again for the same time', () => {
    const riwayat = [
      piket({ tanggal: SENIN }),
      piket(),
      piket({ tanggal: '2026-11-09' }),
      aPast({ mulai: '07:30', selesai: '08:40' }),
    ];
    expect(ask({ riwayat, sekarang: '07:20' })[0]).toMatchObject({ rhk: 'GR-U-01' });
  });

  it('an RHK that the SKP of this year does not have is not guessed', () => {
    expect(ask({ riwayat: [piket({ rhk: 'LAMA', rencanaAksi: 'LAMA' })] })).toMatchObject([
      { rhk: null, alasan: 'kosong' },
    ]);
  });

  it('an empty phone gives a form with the last hour', () => {
    expect(ask({ skp: null, sekarang: '08:47' })).toEqual([
      {
        rhk: null,
        rencanaAksi: null,
        mulai: '07:45',
        selesai: '08:45',
        uraian: '',
        realisasi: 1,
        satuan: 'kegiatan',
        alasan: 'kosong',
      },
    ]);
    expect(ask({ skp: null, sekarang: '00:10' })[0]).toMatchObject({ mulai: '00:00', selesai: '01:00' });
  });

  const minutes = fc.integer({ min: 0, max: 1438 });
  const anyPast: fc.Arbitrary<EntriRingkas> = fc
    .record({
      hari: fc.integer({ min: 0, max: 60 }),
      a: minutes,
      lama: fc.integer({ min: 1, max: 300 }),
      rhk: fc.constantFrom('GR-U-01', 'GR-T-03', 'GR-U-06', 'LAMA', null),
      satuan: fc.constantFrom('JP', 'kegiatan'),
    })
    .map(({ hari, a, lama, rhk, satuan }) =>
      aPast({
        tanggal: tambahHari(SENIN, -hari),
        mulai: jamDari(a),
        selesai: jamDari(Math.min(1439, a + lama)),
        rhk,
        rencanaAksi: rhk,
        satuan,
      }),
    );

  it('guesses one to three different things, ready to save, outside every time already taken', () => {
    fc.assert(
      fc.property(
        fc.array(anyPast, { maxLength: 30 }),
        fc.boolean(),
        fc.boolean(),
        minutes,
        (riwayat, withJadwal, withSkp, saat) => {
          const guesses = ask({
            riwayat,
            jadwal: withJadwal ? jadwal : null,
            skp: withSkp ? skp : null,
            sekarang: jamDari(saat),
          });
          const taken = riwayat.filter(({ tanggal }) => tanggal === SENIN);
          expect(guesses.length).toBeGreaterThanOrEqual(1);
          expect(guesses.length).toBeLessThanOrEqual(3);
          expect(new Set(guesses.map(({ rhk, rencanaAksi }) => `${rhk} ${rencanaAksi}`)).size).toBe(
            guesses.length,
          );
          for (const { alasan, ...guess } of guesses) {
            expect(taken.filter((other) => bertumpuk(other, guess))).toEqual([]);
            expect(menit(guess.selesai)).toBeGreaterThan(menit(guess.mulai));
            if (alasan !== 'kosong') expect(Entri.safeParse({ ...anEntri(), ...guess }).success).toBe(true);
            if (withSkp) expect(guess.rhk).not.toBe('LAMA');
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('guesses three over 20,000 entries as well', () => {
    const riwayat = Array.from({ length: 20_000 }, (_, at) =>
      aPast({
        tanggal: tambahHari(SENIN, -Math.floor(at / 5)),
        rhk: `GR-U-0${at % 9}`,
        rencanaAksi: `A-${at % 30}`,
        mulai: jamDari(420 + (at % 5) * 60),
        selesai: jamDari(470 + (at % 5) * 60),
      }),
    );
    expect(ask({ riwayat, jadwal, skp: null })).toHaveLength(3);
  });
});
