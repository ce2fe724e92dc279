import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ATURAN_SKP,
  type KodeSkp,
  type KonteksSkp,
  periksaSkp,
  tolakanSkp,
} from '../../../shared/domain/index.ts';
import { type Indikator, type Rhk, Skp } from '../../../shared/records/index.ts';
import { GURU, idOf, KEPALA, skpData } from './builders.ts';
import { aKonteks, anRhk, aSkp, aSkpRecord } from './skp-builders.ts';

const kode = (skp: Skp, konteks: Partial<KonteksSkp> = {}): KodeSkp[] =>
  periksaSkp(skp, aKonteks(konteks)).map((temuan) => temuan.kode);
const ukuran = (part: Partial<Indikator>, pendekatan: Skp['pendekatan'] = 'kuantitatif'): KodeSkp[] =>
  kode(
    aSkp({ pendekatan, rhk: [anRhk({ indikator: [{ ...anRhk().indikator[0], ...part } as Indikator] })] }),
  );
const other = (part: Partial<Skp>, tahap: 'DRAF' | 'DIAJUKAN' | 'DIKEMBALIKAN' | 'DISETUJUI', id = idOf(7)) =>
  aSkpRecord({ id, content: aSkp(part), state: { tahap } });
const { periode: _, ...tanpaPeriode } = aSkp();
const { penilai: __, ...tanpaPenilai } = aSkp();
const paruh = (awal: string, akhir: string): Partial<Skp> => ({ periode: { awal, akhir } });

describe('an SKP that is complete', () => {
  it('has nothing said against it', () => {
    expect(periksaSkp(aSkp(), aKonteks())).toEqual([]);
  });

  it('may be half a year’s, after the post has changed', () => {
    expect(kode(aSkp(paruh('2026-07-01', '2026-12-31')), { hariIni: '2026-07-10' })).toEqual([]);
  });

  it('may be what the library lays, once the head’s RHK are chosen', () => {
    const rhk = skpData().rhk.map((one) => ({ ...one, intervensi: 'RHK kepala sekolah' }));
    expect(kode(aSkp({ rhk }))).toEqual([]);
  });
});

describe('each rule speaks', () => {
  it.each<[KodeSkp, Skp, Partial<KonteksSkp>]>([
    ['periode_kosong', tanpaPeriode, {}],
    ['periode_terbalik', aSkp(paruh('2026-06-01', '2026-05-31')), {}],
    ['periode_lain_tahun', aSkp(paruh('2025-12-31', '2026-12-31')), {}],
    ['periode_lain_tahun', aSkp(paruh('2026-01-01', '2027-01-01')), {}],
    ['periode_tumpuk', aSkp(), { lain: [other({}, 'DISETUJUI')] }],
    ['periode_tumpuk', aSkp(), { lain: [other(paruh('2026-12-31', '2026-12-31'), 'DIAJUKAN')] }],
    ['lewat_januari', aSkp(), { hariIni: '2026-02-01' }],
    ['lewat_januari', aSkp(), { hariIni: '2026-02-16', batas: () => '2026-02-15' }],
    ['penilai_kosong', tanpaPenilai, {}],
    ['penilai_kosong', aSkp({ penilai: { id: KEPALA, nama: ' ', nip: '', jabatan: '' } }), {}],
    ['penilai_diri', aSkp({ penilai: { id: GURU, nama: 'Sri', nip: '', jabatan: '' } }), {}],
    ['penilai_diri', aSkp({ penilai: { id: '', nama: 'Sri', nip: '198703122011012004', jabatan: '' } }), {}],
    ['penilai_lain', aSkp({ penilai: { id: 'p_plt', nama: 'Plt', nip: '', jabatan: 'Plt Kepala' } }), {}],
    ['tanpa_utama', aSkp({ rhk: [] }), {}],
    ['tanpa_utama', aSkp({ rhk: [anRhk({ jenis: 'tambahan' })] }), {}],
    ['rhk_kosong', aSkp({ rhk: [anRhk({ rhk: ' \n' })] }), {}],
    [
      'rhk_ganda',
      aSkp({ rhk: [anRhk(), anRhk({ kode: 'B', rhk: 'TERLAKSANANYA pembelajaran sesuai jadwal' })] }),
      {},
    ],
    ['kode_ganda', aSkp({ rhk: [anRhk(), anRhk({ rhk: 'Yang lain' })] }), {}],
    ['intervensi_kosong', aSkp({ rhk: [anRhk({ intervensi: null })] }), {}],
    ['rhk_tanpa_indikator', aSkp({ rhk: [anRhk({ indikator: [] })] }), {}],
    ['aksi_kosong', aSkp({ rhk: [anRhk({ rencanaAksi: [] })] }), {}],
    [
      'aksi_belum_ditulis',
      aSkp({ rhk: [anRhk({ rencanaAksi: [{ kode: 'A', nama: 'Mengajar', satuan: '' }] })] }),
      {},
    ],
    ['perilaku_kosong', aSkp({ perilaku: ['', ' '] }), {}],
    ['lampiran_kosong', aSkp({ lampiran: { dukungan: ['a'], skema: ['b'], konsekuensi: [] } }), {}],
    [
      'alasan_kosong',
      aSkp({ mengganti: idOf(7), rhk: [anRhk({ rhk: 'Baru' })] }),
      { lain: [other({}, 'DISETUJUI')] },
    ],
    ['tanpa_perubahan', aSkp({ mengganti: idOf(7), alasan: 'x' }), { lain: [other({}, 'DISETUJUI')] }],
  ])('%s', (expected, skp, konteks) => {
    expect(kode(skp, konteks)).toEqual([expected]);
  });

  it.each<[KodeSkp | null, Partial<Indikator>]>([
    ['indikator_kosong', { indikator: '' }],
    ['target_kosong', { target: '' }],
    ['target_nol', { target: '0' }],
    ['target_nol', { target: '0,0' }],
    ['target_nol', { target: '-3' }],
    ['target_tanpa_angka', { target: 'semua' }],
    ['satuan_kosong', { satuan: '' }],
    ['persen_lebih', { target: '101', satuan: 'persen' }],
    ['persen_lebih', { target: '100,5 %', satuan: '' }],
    [null, { target: '100', satuan: 'persen' }],
    [null, { target: '95 %', satuan: '' }],
    [null, { target: '1.000', satuan: 'lembar' }],
    [null, { target: '0,5', satuan: 'jam' }],
  ])('%s: a quantitative target %o', (expected, part) => {
    expect(ukuran(part)).toEqual(expected === null ? [] : [expected]);
  });

  it('a qualitative indicator tells its target in its own words', () => {
    expect(ukuran({ target: '', satuan: '' }, 'kualitatif')).toEqual([]);
    expect(ukuran({ indikator: '' }, 'kualitatif')).toEqual(['indikator_kosong']);
  });

  it('each rule of the table is one of these, and names its source', () => {
    const spoken = new Set([...Object.keys(ATURAN_SKP)]);
    expect(spoken.size).toBe(26);
    for (const [berat, dasar] of Object.values(ATURAN_SKP)) {
      expect(['tolak', 'peringatan']).toContain(berat);
      expect(dasar).toMatch(/PermenPANRB 6\/2022|Manual e-Kinerja BKN|Kebiasaan kepegawaian/);
    }
  });
});

describe('who is asked and when', () => {
  it('a head’s own RHK need serve nobody’s', () => {
    expect(
      kode(aSkp({ rhk: [anRhk({ intervensi: null })] }), { pegawai: { nip: '1', penilai: null } }),
    ).toEqual([]);
  });

  it('drafts, returned, deleted and replaced SKP take no days from others', () => {
    const replaced = [other({}, 'DISETUJUI'), other({ mengganti: idOf(7) }, 'DISETUJUI', idOf(8))];
    expect(kode(aSkp(), { lain: [other({}, 'DRAF'), other({}, 'DIKEMBALIKAN')] })).toEqual([]);
    expect(kode(aSkp(), { lain: [{ ...other({}, 'DIAJUKAN'), deleted: true }] })).toEqual([]);
    expect(
      kode(aSkp({ mengganti: idOf(8), alasan: 'x', rhk: [anRhk({ rhk: 'B' })] }), { lain: replaced }),
    ).toEqual([]);
    expect(
      kode(aSkp({ mengganti: idOf(7), alasan: 'x', rhk: [anRhk({ rhk: 'B' })] }), { lain: replaced }),
    ).toEqual(['periode_tumpuk']);
  });

  it('an SKP never stands in its own way', () => {
    expect(kode(aSkp(), { lain: [other({}, 'DIAJUKAN', idOf(1))] })).toEqual([]);
  });

  it('on the server lateness is no matter', () => {
    const { hariIni: _hari, ...konteks } = aKonteks();
    expect(periksaSkp(aSkp(), konteks)).toEqual([]);
  });

  it('the verdict names the first refusal and the number of its RHK, and none for a warning', () => {
    const skp = aSkp({ rhk: [anRhk(), anRhk({ kode: 'B', rhk: 'Lain', indikator: [], rencanaAksi: [] })] });
    expect(tolakanSkp(skp, aKonteks())).toEqual({
      ok: false,
      code: 'skp_salah',
      params: { sebab: 'rhk_tanpa_indikator', rhk: 2 },
    });
    expect(tolakanSkp(aSkp({ perilaku: [] }), aKonteks())).toBeNull();
  });
});

const teks = fc.constantFrom('', ' ', 'Melaksanakan pembelajaran', '24', '0', '95 %', '-1', 'persen');
const anyIndikator = fc.record({
  aspek: fc.constantFrom('kuantitas', 'kualitas', 'waktu', 'biaya'),
  indikator: teks,
  target: teks,
  satuan: teks,
});
const anyRhk = fc.record({
  kode: fc.constantFrom('A', 'B', 'C', 'D'),
  jenis: fc.constantFrom('utama', 'tambahan'),
  rhk: teks,
  intervensi: fc.option(teks),
  indikator: fc.array(anyIndikator, { maxLength: 3 }),
  rencanaAksi: fc.array(fc.record({ kode: fc.constantFrom('A', 'B'), nama: teks, satuan: teks }), {
    maxLength: 2,
  }),
});
const hari = fc.constantFrom(
  '2025-12-31',
  '2026-01-01',
  '2026-06-30',
  '2026-07-01',
  '2026-12-31',
  '2027-01-01',
);
const anySkp = fc.record(
  {
    tahun: fc.constantFrom(2025, 2026),
    pendekatan: fc.constantFrom('kuantitatif', 'kualitatif'),
    rhk: fc.array(anyRhk, { maxLength: 4 }),
    periode: fc.record({ awal: hari, akhir: hari }),
    penilai: fc.record({
      id: fc.constantFrom('', GURU, KEPALA),
      nama: teks,
      nip: fc.constant(''),
      jabatan: teks,
    }),
    perilaku: fc.array(teks, { maxLength: 7 }),
    mengganti: fc.constant(idOf(7)),
    alasan: teks,
  },
  { requiredKeys: ['tahun', 'pendekatan', 'rhk'] },
) as fc.Arbitrary<Skp>;

describe('whatever is typed', () => {
  it('the schema keeps it as a draft, and the rules answer with codes of their table, refusals first', () => {
    fc.assert(
      fc.property(anySkp, (skp) => {
        expect(Skp.safeParse(skp).success).toBe(true);
        const temuan = periksaSkp(skp, aKonteks({ lain: [other({}, 'DISETUJUI')] }));
        for (const { kode: satu, berat } of temuan) expect(ATURAN_SKP[satu][0]).toBe(berat);
        const berat = temuan.map((satu) => satu.berat);
        expect([...berat].sort().reverse()).toEqual(berat);
      }),
    );
  });

  it('what is refused stays refused where one more RHK is added, but for the missing utama', () => {
    fc.assert(
      fc.property(anySkp, anyRhk as fc.Arbitrary<Rhk>, (skp, one) => {
        const kuat = (isi: Skp): Set<KodeSkp> =>
          new Set(
            periksaSkp(isi, aKonteks())
              .filter(({ berat, kode: satu }) => berat === 'tolak' && satu !== 'tanpa_utama')
              .map((satu) => satu.kode),
          );
        const lebih = kuat({ ...skp, rhk: [...skp.rhk, one] });
        for (const satu of kuat(skp)) expect(lebih.has(satu)).toBe(true);
      }),
    );
  });

  it('of two whole periods at least one is refused exactly where they share a day', () => {
    fc.assert(
      fc.property(hari, hari, hari, hari, (a, b, c, d) => {
        const [kini, lain] = [paruh(a, b), paruh(c, d)].map((part) => aSkp(part));
        fc.pre(a <= b && c <= d && [a, b].every((satu) => satu.startsWith('2026')));
        const bertemu = c <= b && a <= d;
        expect(
          kode(kini as Skp, { lain: [other(lain as Skp, 'DISETUJUI')] }).includes('periode_tumpuk'),
        ).toBe(bertemu);
      }),
    );
  });
});
