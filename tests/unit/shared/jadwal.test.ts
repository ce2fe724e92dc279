import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bacaJadwal,
  blokMengajar,
  gantiPelajaran,
  jamDari,
  lepasPelajaran,
  masukkanPelajaran,
  type Pelajaran,
  pelajaranHari,
  periksaJadwal,
  salinHariJadwal,
} from '../../../shared/domain/index.ts';
import { type AnyRecord, Jadwal, type JamPelajaran } from '../../../shared/records/index.ts';
import { ask, inAWord } from './ask.ts';
import { aKepala, anActor, GURU, jadwalData, nipList, SHARD } from './builders.ts';

const jam = (
  hari: number,
  mulai: string,
  selesai: string,
  isi: Partial<JamPelajaran> = {},
): JamPelajaran => ({
  ...{ hari, jamKe: 1, mulai, selesai, mapel: 'Matematika', kelas: '5A' },
  ...isi,
});
const pelajaran = (part: Partial<Pelajaran> = {}): Pelajaran => ({
  ...{ hari: 1, mulai: '07:30', selesai: '08:40', mapel: 'Matematika', kelas: '5A', jp: 2 },
  ...part,
});
const singkat = (all: readonly JamPelajaran[]): string[] =>
  all.map(({ hari, mulai, selesai, mapel, kelas }) => `${hari} ${mulai}-${selesai} ${mapel} ${kelas}`);

/** A lesson of whole 5 minutes, long enough for its JP. */
const aPelajaran = fc
  .record({
    hari: fc.integer({ min: 1, max: 6 }),
    dari: fc.integer({ min: 72, max: 150 }),
    jp: fc.integer({ min: 1, max: 4 }),
  })
  .map(
    ({ hari, dari, jp }): Pelajaran =>
      pelajaran({ hari, jp, mulai: jamDari(dari * 5), selesai: jamDari(dari * 5 + jp * 35) }),
  );

describe('what a timetable cannot be', () => {
  it('names a period that ends before it begins, and both of two that share a minute', () => {
    const lain = jam(1, '07:30', '08:05');
    const [terbalik, tumpuk] = [jam(2, '09:00', '09:00'), jam(1, '08:00', '08:35', { kelas: '5B' })];
    expect(periksaJadwal({ pelajaran: [lain, terbalik, tumpuk] })).toEqual([
      { kode: 'jam_terbalik', jam: terbalik, lain: terbalik },
      { kode: 'bertumpuk', jam: tumpuk, lain },
    ]);
  });

  it('lets periods touch, and the same hour be on another day', () => {
    const rapat = [jam(1, '07:30', '08:05'), jam(1, '08:05', '08:40'), jam(2, '07:30', '08:05')];
    expect(periksaJadwal({ pelajaran: rapat })).toEqual([]);
    for (const nip of nipList) expect(periksaJadwal(jadwalData(nip))).toEqual([]);
  });
});

describe('writing a timetable', () => {
  it('a lesson of two JP is two periods, read as one again', () => {
    const all = masukkanPelajaran([], pelajaran(), [1, 3]);
    expect(singkat(all)).toEqual([
      '1 07:30-08:05 Matematika 5A',
      '1 08:05-08:40 Matematika 5A',
      '3 07:30-08:05 Matematika 5A',
      '3 08:05-08:40 Matematika 5A',
    ]);
    expect(pelajaranHari(all, 3)).toEqual([pelajaran({ hari: 3 })]);
  });

  it('numbers the periods of a day as they follow, never above what the record can hold', () => {
    const all = masukkanPelajaran(
      masukkanPelajaran([], pelajaran(), [1]),
      pelajaran({ mulai: '09:00', selesai: '09:35', jp: 1 }),
      [1],
    );
    expect(all.map(({ jamKe }) => jamKe)).toEqual([1, 2, 3]);
    const penuh = masukkanPelajaran([], pelajaran({ mulai: '05:00', selesai: '21:00', jp: 24 }), [1]);
    expect(Jadwal.safeParse({ pelajaran: penuh }).success).toBe(true);
  });

  it('what was put in and taken out again leaves the week as it was', () => {
    fc.assert(
      fc.property(fc.array(aPelajaran, { maxLength: 6 }), aPelajaran, (lain, satu) => {
        const semula = lain.reduce<JamPelajaran[]>(
          (all, one) => masukkanPelajaran(all, { ...one, kelas: '6' }, [one.hari]),
          [],
        );
        const berisi = masukkanPelajaran(semula, satu, [satu.hari]);
        const utuh = blokMengajar({ pelajaran: berisi }, satu.hari).some(
          ({ jp, kelas }) => jp === satu.jp && kelas === satu.kelas,
        );
        expect(utuh || periksaJadwal({ pelajaran: berisi }).length > 0).toBe(true);
        expect(Jadwal.safeParse({ pelajaran: berisi }).success).toBe(true);
        expect(lepasPelajaran(berisi, satu)).toEqual(semula);
      }),
    );
  });

  it('another class leaves a break between the periods where it was; another hour splits them anew', () => {
    const semula = [jam(1, '07:30', '08:05'), jam(1, '08:20', '08:55')];
    const satu = pelajaran({ selesai: '08:55' });
    expect(singkat(gantiPelajaran(semula, satu, { satu: { ...satu, kelas: '5C' }, hari: [1] }))).toEqual([
      '1 07:30-08:05 Matematika 5C',
      '1 08:20-08:55 Matematika 5C',
    ]);
    expect(singkat(gantiPelajaran(semula, satu, { satu: { ...satu, selesai: '08:40' }, hari: [4] }))).toEqual(
      ['4 07:30-08:05 Matematika 5A', '4 08:05-08:40 Matematika 5A'],
    );
  });

  it('a day copied twice is there once, and what stood on the other day stays', () => {
    const semula = [jam(1, '07:30', '08:05'), jam(2, '10:00', '10:35', { mapel: 'IPAS' })];
    const sekali = salinHariJadwal(semula, 1, [2, 5]);
    expect(singkat(sekali)).toEqual([
      '1 07:30-08:05 Matematika 5A',
      '2 07:30-08:05 Matematika 5A',
      '2 10:00-10:35 IPAS 5A',
      '5 07:30-08:05 Matematika 5A',
    ]);
    expect(salinHariJadwal(sekali, 1, [2, 5])).toEqual(sekali);
  });
});

describe('a timetable out of a spreadsheet', () => {
  it.each([
    ['in order', 'Senin\t07.30\t08.05\t5A\tMatematika'],
    ['both hours in one cell', 'Senin\t07.30 - 08.05\tKelas 5A\tMatematika'],
    ['under a header, in any order', 'Mata Pelajaran;Kelas;Hari;Waktu\nMatematika;5A;SENIN;7:30–8:05'],
    [
      'with a number column',
      'No\tHari\tJam ke-\tMulai\tSelesai\tKelas\tMapel\n1\tSenin\t1\t07.30\t08.05\t5A\tMatematika',
    ],
  ])('is read %s', (_nama, teks) => {
    expect(bacaJadwal(teks)).toEqual({ pelajaran: [jam(1, '07:30', '08:05')], salah: [] });
  });

  it('a merged day counts for the rows below it, "Jum’at" is a day, and JP part a row', () => {
    const { pelajaran: dibaca, salah } = bacaJadwal(
      'Jum’at\t07.30\t08.40\t5A\tMatematika\t2\n\t09.00\t09.35\t5B\tIPAS',
    );
    expect(salah).toEqual([]);
    expect(singkat(dibaca)).toEqual([
      '5 07:30-08:05 Matematika 5A',
      '5 08:05-08:40 Matematika 5A',
      '5 09:00-09:35 IPAS 5B',
    ]);
  });

  it('names what cannot be read, and reads the rest', () => {
    const teks = [
      'Senen\t07.30\t08.05\t5A\tMatematika',
      'Selasa\tpagi\t08.05\t5A\tMatematika',
      'Selasa\t08.05\t07.30\t5A\tMatematika',
      'Selasa\t07.30\t08.05\t5A\t',
      'Selasa\t07.30\t08.05\t5A\tIPAS',
    ].join('\n');
    const { pelajaran: dibaca, salah } = bacaJadwal(teks);
    expect(singkat(dibaca)).toEqual(['2 07:30-08:05 IPAS 5A']);
    expect(salah).toEqual([
      { nomor: 1, bidang: 'hari', isi: 'Senen' },
      { nomor: 2, bidang: 'mulai', isi: 'pagi' },
      { nomor: 3, bidang: 'selesai', isi: '07.30' },
      { nomor: 4, bidang: 'mapel', isi: '' },
    ]);
  });

  it('a week of the demo school comes back from its own rows', () => {
    for (const nip of nipList) {
      const { pelajaran: semula } = jadwalData(nip);
      const teks = semula
        .map(({ hari, mulai, selesai, kelas, mapel }) => [hari, mulai, selesai, kelas, mapel].join('\t'))
        .join('\n');
      expect(singkat(bacaJadwal(teks).pelajaran).sort()).toEqual(singkat(semula).sort());
    }
  });

  it('never throws, and what it reads the record can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (teks) => {
        const dibaca = bacaJadwal(teks);
        expect(Jadwal.safeParse({ pelajaran: dibaca.pelajaran }).success).toBe(true);
      }),
    );
  });
});

describe('who writes a timetable', () => {
  const isi = { pelajaran: [jam(1, '07:30', '08:05')] };
  const record = (tahap: 'TETAP' | 'SENDIRI') =>
    ({
      ...{ shard: SHARD, id: 'd_abcdef.1.AAAAAAAAAAA', kind: 'jadwal', owner: GURU },
      ...{ head: 'd_abcdef.1.AAAAAAAAAAA', state: { tahap }, content: isi, deleted: false, variants: [] },
    }) as unknown as AnyRecord;
  const susun = (body: object, actor = anActor()) =>
    inAWord(
      ask({
        record: null,
        command: { kind: 'jadwal.susun', record: null, base: null, body },
        context: { actor },
      }),
    );
  const ubah = (tahap: 'TETAP' | 'SENDIRI', { body = isi, actor = anActor(), base = '' } = {}) => {
    const lama = record(tahap);
    const command = { kind: 'jadwal.ubah', record: lama.id, base: base || lama.head, body };
    return inAWord(ask({ record: lama, command, context: { actor } }));
  };

  it('its teacher, and a head his own; what the school has set stays the school’s', () => {
    expect(susun(isi)).toBe('SENDIRI');
    expect(susun(isi, aKepala())).toBe('SENDIRI');
    expect(susun({ pelajaran: [] })).toBe('SENDIRI');
    expect(ubah('SENDIRI')).toBe('SENDIRI');
    expect(ubah('SENDIRI', { actor: aKepala() })).toBe('di_luar_wewenang');
    expect(ubah('TETAP')).toBe('di_luar_wewenang');
  });

  it('the last of two phones wins', () => {
    expect(ubah('SENDIRI', { base: 'd_lain.7.AAAAAAAAAAA' })).toBe('SENDIRI');
  });

  it('no timetable that cannot be gets in', () => {
    expect(susun({ pelajaran: [jam(1, '08:05', '07:30')] })).toBe('jam_terbalik');
    const tumpuk = { pelajaran: [jam(1, '07:30', '08:05'), jam(1, '08:00', '08:35')] };
    expect(susun(tumpuk)).toBe('bertumpuk');
    expect(ubah('SENDIRI', { body: tumpuk })).toBe('bertumpuk');
    expect(susun({ pelajaran: [jam(1, '07:30', '08:05', { mapel: '' })] })).toBe('teks_kosong');
    expect(susun({ pelajaran: Array.from({ length: 81 }, () => jam(1, '07:30', '08:05')) })).toBe(
      'isi_salah',
    );
  });
});
