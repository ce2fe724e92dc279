import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AMBANG,
  type BahanWawasan,
  type EntriSekolah,
  hariKerjaDi,
  hariTidakHadir,
  type IsianGuru,
  isianSekolah,
  jumlahIsian,
  type KendalaTercatat,
  ringkasBulan,
  SEBAB_KENDALA,
  sebaranRhk,
  tambahHari,
  tandaAwal,
  tanpaAbsen,
  trenPekan,
} from '../../../shared/domain/index.ts';
import type { Entri, EntriState } from '../../../shared/records/index.ts';
import { anEntri, anEntriRecord, aSatker, idOf } from './builders.ts';
import { aSkp } from './skp-builders.ts';

const ORANG = ['p_a', 'p_b', 'p_c'];
const AWAL = '2026-10-05';
const HARI = 42;
const SATKER = aSatker({
  kalender: [{ mulai: '2026-10-19', selesai: '2026-10-20', nama: 'Libur daerah', libur: true }],
});
let nomor = 0;
const entri = (
  owner: string,
  isi: Partial<Entri> = {},
  part: { tahap?: EntriState['tahap']; deleted?: boolean } = {},
): EntriSekolah => {
  nomor += 1;
  const { tahap = 'DIAJUKAN', deleted = false } = part;
  return {
    ...anEntriRecord({ id: idOf(nomor), owner, deleted, state: { tahap } }),
    content: anEntri({ uraian: `Mengajar pertemuan ke-${nomor}`, ...isi }),
  };
};
const kendala = (
  owner: string,
  sebab: KendalaTercatat['content']['sebab'],
  [mulai, selesai]: readonly [string, string],
  tahap = 'DILAPORKAN',
): KendalaTercatat => ({ owner, content: { sebab, mulai, selesai }, state: { tahap }, deleted: false });
const orang = (...ids: readonly string[]): BahanWawasan['orang'] =>
  ids.map((id) => ({ id, masa: [{ mulai: '', akhir: null }] }));
const bahan = (part: Partial<BahanWawasan> = {}): BahanWawasan => ({
  satker: SATKER,
  orang: orang(...ORANG),
  entri: [],
  kendala: [],
  ...part,
});

const anHari = fc.integer({ min: 0, max: HARI - 1 }).map((i) => tambahHari(AWAL, i));
const anOrang = fc.constantFrom(...ORANG);
const anEntriAcak = fc
  .record({
    owner: anOrang,
    tanggal: anHari,
    tahap: fc.constantFrom<EntriState['tahap']>('DIAJUKAN', 'DISETUJUI', 'DIKEMBALIKAN', 'DITARIK'),
    deleted: fc.boolean(),
  })
  .map(({ owner, tanggal, tahap, deleted }) => entri(owner, { tanggal }, { tahap, deleted }));
const aKendalaAcak = fc
  .record({
    owner: anOrang,
    sebab: fc.constantFrom(...SEBAB_KENDALA),
    mulai: anHari,
    lama: fc.integer({ min: 0, max: 9 }),
    tahap: fc.constantFrom('DILAPORKAN', 'DITANGGAPI', 'DITARIK'),
  })
  .map(({ owner, sebab, mulai, lama, tahap }) =>
    kendala(owner, sebab, [mulai, tambahHari(mulai, lama)], tahap),
  );
const aBahan = fc
  .record({
    entri: fc.array(anEntriAcak, { maxLength: 40 }),
    kendala: fc.array(aKendalaAcak, { maxLength: 6 }),
  })
  .map(bahan);
const RENTANG = { awal: AWAL, akhir: tambahHari(AWAL, HARI - 1) };

describe('how a school fills in', () => {
  it('counts working days by the school’s own calendar, whatever was filled in on other days', () => {
    const pekan = { awal: '2026-10-19', akhir: '2026-10-25' };
    expect(hariKerjaDi(pekan, SATKER)).toEqual(['2026-10-21', '2026-10-22', '2026-10-23']);
    const [a] = isianSekolah(bahan({ entri: [entri('p_a', { tanggal: '2026-10-24' })] }), pekan);
    expect(a).toMatchObject({ hariKerja: 3, terisi: 0, terakhir: '2026-10-24', kosongAkhir: [] });
  });

  it('takes days of illness and leave out, and no other kendala', () => {
    const pekan = { awal: '2026-10-12', akhir: '2026-10-16' };
    const cuti = kendala('p_a', 'CUTI', ['2026-10-12', '2026-10-13']);
    const sinyal = kendala('p_b', 'SINYAL', ['2026-10-12', '2026-10-16']);
    const ditarik = kendala('p_c', 'SAKIT', ['2026-10-12', '2026-10-16'], 'DITARIK');
    const isian = isianSekolah(bahan({ kendala: [cuti, sinyal, ditarik] }), pekan);
    expect(isian.map(({ hariKerja, tidakHadir }) => [hariKerja, tidakHadir])).toEqual([
      [3, 2],
      [5, 0],
      [5, 0],
    ]);
  });

  it('counts a day of illness on which she recorded something as a day that she worked', () => {
    const [a] = isianSekolah(
      bahan({
        entri: [entri('p_a', { tanggal: '2026-10-12' })],
        kendala: [kendala('p_a', 'SAKIT', ['2026-10-12', '2026-10-13'])],
      }),
      { awal: '2026-10-12', akhir: '2026-10-16' },
    );
    expect(a).toMatchObject({ hariKerja: 4, terisi: 1, tidakHadir: 1 });
  });

  it('agrees with the month of each person', () => {
    fc.assert(
      fc.property(aBahan, (acak) => {
        const oktober = { awal: '2026-10-01', akhir: '2026-10-31' };
        const absen = hariTidakHadir(acak.kendala);
        for (const satu of isianSekolah(acak, oktober)) {
          const milik = acak.entri.filter(({ owner }) => owner === satu.owner);
          const bulan = ringkasBulan('2026-10', milik, SATKER, oktober.akhir);
          const { hariKerja, terisi, kosong } = tanpaAbsen(bulan, absen.get(satu.owner) ?? new Set());
          expect({ hariKerja, terisi, kosong }).toEqual({
            hariKerja: satu.hariKerja,
            terisi: satu.terisi,
            kosong: satu.kosong,
          });
        }
      }),
    );
  });

  it('says since when somebody falls behind: the first empty working day after the last entry', () => {
    const isian = isianSekolah(bahan({ entri: [entri('p_a', { tanggal: '2026-10-13' })], kendala: [] }), {
      awal: '2026-10-12',
      akhir: '2026-10-22',
    });
    expect(isian[0]?.kosongAkhir).toEqual([
      '2026-10-14',
      '2026-10-15',
      '2026-10-16',
      '2026-10-21',
      '2026-10-22',
    ]);
    expect(isian[1]).toMatchObject({ terakhir: null });
    expect(isian[1]?.kosongAkhir[0]).toBe('2026-10-12');
  });

  it('adds up: days owed are days filled and days empty, and with those away every working day of the school', () => {
    fc.assert(
      fc.property(aBahan, (acak) => {
        const kerja = hariKerjaDi(RENTANG, SATKER);
        for (const satu of isianSekolah(acak, RENTANG)) {
          expect(satu.terisi + satu.kosong.length).toBe(satu.hariKerja);
          expect(satu.hariKerja + satu.tidakHadir).toBe(kerja.length);
          expect(satu.kosong.slice(satu.kosong.length - satu.kosongAkhir.length)).toEqual(satu.kosongAkhir);
          expect(satu.kosong.every((tanggal) => kerja.includes(tanggal))).toBe(true);
        }
      }),
    );
  });

  it('is the same in whatever order entries and kendala came, and with those that count nowhere left out', () => {
    fc.assert(
      fc.property(aBahan, (acak) => {
        const bersih = {
          ...acak,
          entri: acak.entri.filter(({ deleted, state }) => !deleted && state.tahap !== 'DITARIK').reverse(),
          kendala: acak.kendala.filter(({ state }) => state.tahap !== 'DITARIK').reverse(),
        };
        expect(isianSekolah(bersih, RENTANG)).toEqual(isianSekolah(acak, RENTANG));
      }),
    );
  });

  it('a day of leave more never makes anybody look worse, and touches nobody else', () => {
    fc.assert(
      fc.property(aBahan, aKendalaAcak, (acak, tambahan) => {
        const sebelum = isianSekolah(acak, RENTANG);
        const sesudah = isianSekolah({ ...acak, kendala: [...acak.kendala, tambahan] }, RENTANG);
        for (const [i, satu] of sesudah.entries()) {
          if (satu.owner !== tambahan.owner) expect(satu).toEqual(sebelum[i]);
          expect(satu.kosong.length).toBeLessThanOrEqual(sebelum[i]?.kosong.length ?? 0);
        }
      }),
    );
  });

  it('weeks add up to the whole stretch: days owed, days filled, days away', () => {
    fc.assert(
      fc.property(aBahan, (acak) => {
        const tren = trenPekan(acak, RENTANG.akhir, HARI / 7);
        expect(tren[0]?.awal).toBe(AWAL);
        expect(jumlahIsian(tren)).toEqual(jumlahIsian(isianSekolah(acak, RENTANG)));
      }),
    );
  });

  it('ends a week that is not over with the day that is asked for', () => {
    expect(
      trenPekan(bahan(), '2026-10-14', 2).map(({ awal, akhir, hariKerja }) => [awal, akhir, hariKerja]),
    ).toEqual([
      ['2026-10-05', '2026-10-11', 15],
      ['2026-10-12', '2026-10-14', 9],
    ]);
  });
});

const PEKAN = { awal: '2026-10-05', akhir: '2026-10-16' };
const tandaDari = (entriList: readonly EntriSekolah[], log: 'wajib' | 'opsional' | 'mati' = 'wajib') => {
  const isian = isianSekolah(bahan({ orang: orang('p_a'), entri: entriList }), PEKAN);
  return tandaAwal(isian, entriList, log).map(({ jenis, jumlah, dari }) => [jenis, jumlah, dari]);
};
const banyak = (jumlah: number, isi: Partial<Entri> = {}, tahap?: EntriState['tahap']): EntriSekolah[] =>
  Array.from({ length: jumlah }, (_, i) =>
    entri('p_a', { tanggal: tambahHari('2026-10-05', i % 5), ...isi }, tahap ? { tahap } : {}),
  );
const berbukti = { tautan: ['https://contoh.example/bukti'] };

describe('first signs of trouble', () => {
  it('nothing for days is one where the log is owed, later where it is welcome, never where it is off', () => {
    expect(tandaDari([])).toEqual([['kosong', 10, 10]]);
    expect(tandaDari([], 'opsional')).toEqual([['kosong', 10, 10]]);
    expect(tandaDari([], 'mati')).toEqual([]);
    expect(tandaDari([entri('p_a', { tanggal: '2026-10-13' })])).toEqual([['kosong', 3, 10]]);
    expect(tandaDari([entri('p_a', { tanggal: '2026-10-14' })])).toEqual([]);
    expect(tandaDari([entri('p_a', { tanggal: '2026-10-13' })], 'opsional')).toEqual([]);
  });

  it('returns that nobody mended are one from two on', () => {
    expect(tandaDari(banyak(1, berbukti, 'DIKEMBALIKAN'), 'mati')).toEqual([]);
    expect(tandaDari(banyak(2, berbukti, 'DIKEMBALIKAN'), 'mati')).toEqual([['dikembalikan', 2, 2]]);
  });

  it('missing evidence is one only among enough entries', () => {
    expect(tandaDari(banyak(AMBANG.entriCukup - 1), 'mati')).toEqual([]);
    expect(tandaDari(banyak(AMBANG.entriCukup), 'mati')).toEqual([['tanpa_bukti', 8, 8]]);
    expect(tandaDari([...banyak(8), ...banyak(3, berbukti)], 'mati')).toEqual([]);
  });

  it('the same text again and again is one, whatever its case and punctuation; texts of a lesson in between are none', () => {
    const sama = banyak(6, { ...berbukti, uraian: 'Mengajar Tematik kelas 3.' });
    const huruf = banyak(1, { ...berbukti, uraian: 'mengajar  tematik, kelas 3' });
    expect(tandaDari([...sama, ...huruf], 'mati')).toEqual([['teks_sama', 7, 7]]);
    expect(tandaDari([...sama, ...banyak(7, berbukti)], 'mati')).toEqual([]);
  });

  it('says which entries it means, the newest first, and since when', () => {
    const kembali = [
      entri('p_a', { tanggal: '2026-10-06' }, { tahap: 'DIKEMBALIKAN' }),
      entri('p_a', { tanggal: '2026-10-08' }, { tahap: 'DIKEMBALIKAN' }),
    ];
    const isian: IsianGuru[] = isianSekolah(bahan({ orang: orang('p_a'), entri: kembali }), PEKAN);
    expect(tandaAwal(isian, kembali, 'mati')).toEqual([
      {
        owner: 'p_a',
        jenis: 'dikembalikan',
        jumlah: 2,
        dari: 2,
        sejak: '2026-10-06',
        entri: [kembali[1]?.id, kembali[0]?.id],
      },
    ]);
  });
});

describe('the work over RHK', () => {
  const skp = (owner: string, ...rhk: readonly (readonly [string, string])[]) => ({
    owner,
    deleted: false,
    content: {
      ...aSkp(),
      rhk: rhk.map(
        ([kode, teks]) => ({ ...aSkp().rhk[0], kode, rhk: teks }) as ReturnType<typeof aSkp>['rhk'][number],
      ),
    },
  });

  it('is one where two people word it alike under other codes, and shows what nobody works on', () => {
    const skpList = [
      skp('p_a', ['X-1', 'Terlaksananya pembelajaran']),
      skp('p_b', ['Y-9', 'terlaksananya  pembelajaran.'], ['Y-2', 'Tersusunnya laporan']),
    ];
    const list = [
      entri('p_a', { rhk: 'X-1', tanggal: '2026-10-06' }, { tahap: 'DISETUJUI' }),
      entri('p_b', { rhk: 'Y-9', tanggal: '2026-10-07' }),
      entri('p_b', { rhk: null }),
      entri('p_b', { rhk: 'X-1' }),
      entri('p_b', { rhk: 'Y-2' }, { tahap: 'DITARIK' }),
    ];
    expect(sebaranRhk(list, skpList)).toEqual([
      {
        rhk: 'Terlaksananya pembelajaran',
        jumlah: 2,
        disetujui: 1,
        guru: 2,
        pemilik: 2,
        entri: [list[1]?.id, list[0]?.id],
      },
      { rhk: 'Tersusunnya laporan', jumlah: 0, disetujui: 0, guru: 0, pemilik: 1, entri: [] },
      { rhk: null, jumlah: 2, disetujui: 0, guru: 1, pemilik: 0, entri: [list[2]?.id, list[3]?.id] },
    ]);
  });

  it('reads a code in the SKP of the day: next year’s, with the same code, takes nothing of last year’s work', () => {
    const tahun = (satu: ReturnType<typeof skp>, banyak: number) => ({
      ...satu,
      content: {
        ...satu.content,
        tahun: banyak,
        periode: { awal: `${banyak}-01-01`, akhir: `${banyak}-12-31` },
      },
    });
    const skpList = [
      tahun(skp('p_a', ['GR-U-01', 'Terlaksananya pembelajaran']), 2026),
      tahun(skp('p_a', ['GR-U-01', 'Tersusunnya perangkat ajar']), 2027),
    ];
    const list = [
      entri('p_a', { rhk: 'GR-U-01', tanggal: '2026-12-21' }),
      entri('p_a', { rhk: 'GR-U-01', tanggal: '2027-01-04' }),
    ];
    const kata = (semua: typeof skpList) =>
      sebaranRhk(list, semua).map(({ rhk, entri: ids }) => [rhk, ids.join()]);
    const benar = [
      ['Terlaksananya pembelajaran', list[0]?.id],
      ['Tersusunnya perangkat ajar', list[1]?.id],
    ];
    expect(kata(skpList)).toEqual(benar);
    expect(kata([...skpList].reverse()).sort()).toEqual(benar);
  });

  it('shows nobody an RHK that a change of the SKP has taken out, and keeps the work that was done for it', () => {
    const dulu = {
      ...skp('p_a', ['X-1', 'Terlaksananya piket'], ['X-2', 'Terlaksananya lomba']),
      id: idOf(90),
    };
    const kini = skp('p_a', ['X-3', 'Terlaksananya pembelajaran']);
    const skpList = [dulu, { ...kini, content: { ...kini.content, mengganti: idOf(90) } }];
    const piket = entri('p_a', { rhk: 'X-1', tanggal: '2026-10-06' });
    expect(sebaranRhk([piket], skpList).map(({ rhk, jumlah, pemilik }) => [rhk, jumlah, pemilik])).toEqual([
      ['Terlaksananya piket', 1, 0],
      ['Terlaksananya pembelajaran', 0, 1],
    ]);
  });

  it('loses no entry that counts and counts none twice', () => {
    const skpList = ORANG.map((owner) => skp(owner, ['GR-U-01', 'Terlaksananya pembelajaran']));
    fc.assert(
      fc.property(aBahan, ({ entri: list }) => {
        const hidup = list.filter(({ deleted, state }) => !deleted && state.tahap !== 'DITARIK');
        const ids = sebaranRhk(list, skpList).flatMap((baris) => baris.entri);
        expect([...ids].sort()).toEqual(hidup.map(({ id }) => id).sort());
      }),
    );
  });
});
