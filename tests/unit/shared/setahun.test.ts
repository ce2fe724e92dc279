import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BahanMasukan,
  type BahanTahun,
  type KendalaTercatat,
  type LangkahRiwayat,
  masukan,
  ringkasMasukan,
  SEBAB_KENDALA,
  setahun,
  tambahHari,
} from '../../../shared/domain/index.ts';
import { jenisKerja } from '../../../shared/publik/index.ts';
import type { Entri, EntriState, RecordOf } from '../../../shared/records/index.ts';
import { anEntri, anEntriRecord, aSatker, GURU, idOf, KEPALA } from './builders.ts';
import { aPraktik } from './praktik-builders.ts';
import { aSkp } from './skp-builders.ts';

let nomor = 0;
const entri = (
  isi: Partial<Entri> = {},
  part: { id?: string; state?: EntriState; deleted?: boolean } = {},
): RecordOf<'entri'> => {
  nomor += 1;
  const { id = idOf(nomor), state = { tahap: 'DISETUJUI' }, deleted = false } = part;
  return anEntriRecord({ id, state, deleted, content: anEntri(isi) });
};
const kendala = (
  sebab: KendalaTercatat['content']['sebab'],
  mulai: string,
  selesai = mulai,
  tahap = 'DILAPORKAN',
): KendalaTercatat => ({ owner: GURU, content: { sebab, mulai, selesai }, state: { tahap }, deleted: false });
const bahan = (part: Partial<BahanTahun> = {}): BahanTahun => ({
  tahun: 2026,
  hariIni: '2026-11-27',
  mulai: '2026-01-01',
  entri: [],
  kendala: [],
  skp: [],
  evaluasi: [],
  satker: aSatker(),
  jenjang: 'Ahli Pertama',
  jenisDari: jenisKerja,
  ...part,
});

const anHari = fc.integer({ min: -40, max: 420 }).map((i) => tambahHari('2026-01-01', i));
const anEntriAcak = fc
  .record({
    tanggal: anHari,
    tahap: fc.constantFrom<EntriState['tahap']>('DIAJUKAN', 'DISETUJUI', 'DIKEMBALIKAN', 'DITARIK'),
    rhk: fc.constantFrom(null, 'GR-U-01', 'TIDAK-ADA'),
    satuan: fc.constantFrom('JP', 'jp ', 'dokumen'),
    realisasi: fc.integer({ min: 1, max: 9 }),
    deleted: fc.boolean(),
    berbukti: fc.boolean(),
  })
  .map(({ tahap, deleted, berbukti, ...isi }) =>
    entri({ ...isi, tautan: berbukti ? ['https://contoh.id/a'] : [] }, { state: { tahap }, deleted }),
  );
const anKendala = fc
  .record({
    sebab: fc.constantFrom(...SEBAB_KENDALA),
    mulai: anHari,
    hari: fc.integer({ min: 0, max: 40 }),
    tahap: fc.constantFrom('DILAPORKAN', 'DITARIK'),
  })
  .map(({ sebab, mulai, hari, tahap }) => kendala(sebab, mulai, tambahHari(mulai, hari), tahap));
const aTahun = fc
  .record({ entri: fc.array(anEntriAcak, { maxLength: 30 }), kendala: fc.array(anKendala, { maxLength: 5 }) })
  .map((part) => bahan({ ...part, skp: [skp()] }));
const skp = () => ({
  id: idOf(900),
  content: aSkp({ tahun: 2026, periode: { awal: '2026-01-01', akhir: '2026-12-31' } }),
  state: { tahap: 'DISETUJUI' as const },
  deleted: false,
});
const jumlah = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

describe('a year of one person', () => {
  it('adds up: months, RHK, kinds and stages all tell the same entries', () =>
    fc.assert(
      fc.property(aTahun, (isi) => {
        const tahun = setahun(isi);
        const terhitung = isi.entri.filter(
          ({ content, state, deleted }) =>
            !deleted && state.tahap !== 'DITARIK' && content.tanggal.startsWith('2026-'),
        );
        expect(tahun.kegiatan).toBe(terhitung.length);
        expect(jumlah(tahun.rhk.map(({ kegiatan }) => kegiatan))).toBe(tahun.kegiatan);
        expect(jumlah(tahun.jenis.map(([, kegiatan]) => kegiatan))).toBe(tahun.kegiatan);
        expect(tahun.disetujui + tahun.menunggu + tahun.dikembalikan).toBe(tahun.kegiatan);
        expect(jumlah(tahun.rhk.map(({ berbukti }) => berbukti))).toBe(tahun.berbukti);
        const sampaiKini = terhitung.filter(({ content }) => content.tanggal <= '2026-11-30');
        expect(jumlah(tahun.bulan.map(({ kegiatan }) => kegiatan))).toBe(sampaiKini.length);
        for (const { volume, kegiatan } of tahun.rhk)
          expect(jumlah(volume.map(([, banyak]) => banyak))).toBeGreaterThanOrEqual(kegiatan);
      }),
    ));

  it('every working day is filled, explained, empty, or one on which she was away', () =>
    fc.assert(
      fc.property(aTahun, (isi) => {
        const kosongSaja = setahun({ ...isi, entri: [], kendala: [] });
        for (const [i, bulan] of setahun(isi).bulan.entries()) {
          expect(bulan.terisi + bulan.terjelaskan + bulan.kosong).toBe(bulan.hariKerja);
          expect(bulan.hariKerja + bulan.tidakHadir).toBe(kosongSaja.bulan[i]?.hariKerja);
        }
      }),
    ));

  it('a reported kendala never makes a day count against her, and never hides one that she filled', () =>
    fc.assert(
      fc.property(aTahun, anKendala, (isi, lagi) => {
        const [dulu, kini] = [setahun(isi), setahun({ ...isi, kendala: [...isi.kendala, lagi] })];
        for (const [i, bulan] of kini.bulan.entries()) {
          expect(bulan.kosong).toBeLessThanOrEqual(dulu.bulan[i]?.kosong ?? 0);
          expect(bulan.terisi).toBe(dulu.bulan[i]?.terisi);
        }
      }),
    ));

  it('takes the days on which she was away out, but for those that she filled in', () => {
    const isi = bahan({
      mulai: '2026-11-02',
      entri: [entri({ tanggal: '2026-11-02' }), entri({ tanggal: '2026-11-10' })],
      kendala: [kendala('SAKIT', '2026-11-09', '2026-11-13'), kendala('SINYAL', '2026-11-16', '2026-11-17')],
    });
    expect(setahun(isi).bulan).toMatchObject([
      { hariKerja: 16, terisi: 2, terjelaskan: 2, kosong: 12, tidakHadir: 4 },
    ]);
  });

  it('asks for no day before her first entry ever', () => {
    const isi = bahan({ mulai: '2026-10-15', entri: [entri({ tanggal: '2026-10-15' })] });
    expect(setahun(isi).bulan.map(({ bulan, hariKerja, terisi }) => [bulan, hariKerja, terisi])).toEqual([
      ['2026-10', 12, 1],
      ['2026-11', 20, 0],
    ]);
    expect(setahun({ ...isi, tahun: 2025 }).bulan).toEqual([]);
    expect(setahun({ ...isi, mulai: null }).bulan).toEqual([]);
  });

  it('names the causes in days of this year, each day of a cause once', () => {
    const { sebab } = setahun(
      bahan({
        kendala: [
          kendala('SAKIT', '2025-12-30', '2026-01-02'),
          kendala('SAKIT', '2026-01-02', '2026-01-03'),
          kendala('SINYAL', '2026-02-02'),
          kendala('HP', '2026-03-02', '2026-03-09', 'DITARIK'),
        ],
      }),
    );
    expect(sebab).toEqual([
      ['SAKIT', 3],
      ['SINYAL', 1],
    ]);
  });

  it('the same words under two SKP are one RHK, and units add up whatever their case', () => {
    const lama = skp();
    const kata = lama.content.rhk[0]?.rhk ?? '';
    const baru = {
      ...skp(),
      id: idOf(901),
      content: aSkp({
        tahun: 2026,
        periode: { awal: '2026-07-01', akhir: '2026-12-31' },
        rhk: [{ ...(lama.content.rhk[0] as (typeof lama.content.rhk)[number]), kode: 'BARU-1' }],
      }),
    };
    const awal = {
      ...lama,
      content: { ...lama.content, periode: { awal: '2026-01-01', akhir: '2026-06-30' } },
    };
    const { rhk } = setahun(
      bahan({
        skp: [awal, baru],
        entri: [
          entri({
            tanggal: '2026-02-02',
            rhk: lama.content.rhk[0]?.kode ?? null,
            satuan: 'JP',
            realisasi: 2,
          }),
          entri({ tanggal: '2026-08-03', rhk: 'BARU-1', satuan: 'jp', realisasi: 3 }),
          entri({ tanggal: '2026-08-03', rhk: null }),
        ],
      }),
    );
    expect(rhk).toMatchObject([
      { rhk: kata, kegiatan: 2, volume: [['JP', 5]] },
      { rhk: null, kegiatan: 1 },
    ]);
  });

  it('what a final result of the year earns is reckoned, a month’s result is only told, and no draft is', () => {
    const evaluasi = (tipe: 'bulanan' | 'tahunan', angka: number, tahap: 'DITETAPKAN' | 'DIAJUKAN') => ({
      content: {
        periode: { tahun: 2026, tipe, angka },
        hasil: [],
        diri: { hasil: null, perilaku: null },
        refleksi: '',
      },
      state: { tahap, predikat: 'BAIK' as const },
      deleted: false,
    });
    const { hasil } = setahun(
      bahan({
        evaluasi: [
          evaluasi('tahunan', 1, 'DITETAPKAN'),
          evaluasi('bulanan', 10, 'DITETAPKAN'),
          evaluasi('bulanan', 11, 'DIAJUKAN'),
        ],
      }),
    );
    expect(hasil.map(({ periode, konversi }) => [periode.tipe, konversi?.ak ?? null])).toEqual([
      ['bulanan', null],
      ['tahunan', 1250],
    ]);
    expect(
      setahun(bahan({ jenjang: '', evaluasi: [evaluasi('tahunan', 1, 'DITETAPKAN')] })).hasil,
    ).toMatchObject([{ konversi: null }]);
  });
});

const HARI = 86_400_000;
const AWAL = Date.UTC(2026, 0, 1);
const ID = idOf(1);
const langkah = (kind: string, hari: number, part: Partial<LangkahRiwayat> = {}): LangkahRiwayat => ({
  record: ID,
  kind,
  pada: AWAL + hari * HARI,
  oleh: 'Sutrisno',
  teks: 'Tambah fotonya',
  tentang: null,
  sendiri: kind !== 'entri.kembalikan' && kind !== 'entri.bukaLagi' && kind !== 'entri.setujui',
  ...part,
});
const pesan = (n: number, dari: string, tentang: string | null, dibaca = false) => ({
  id: idOf(n),
  content: { tentang, teks: `Pesan ${n}`, dari, dariNama: dari === GURU ? 'Sri Wahyuni' : 'Sutrisno' },
  state: dibaca ? { tahap: 'DIBACA' as const, pada: AWAL + 9 * HARI } : { tahap: 'TERKIRIM' as const },
});
const terima = (part: Partial<BahanMasukan> = {}): BahanMasukan => ({
  saya: GURU,
  dari: AWAL,
  sampai: AWAL + 365 * HARI,
  entri: [],
  pesan: [],
  evaluasi: [],
  praktik: [],
  riwayat: [],
  ...part,
});
const pada = (tahap: EntriState['tahap'], deleted = false) =>
  entri({}, { id: ID, deleted, state: { tahap, alasan: 'Tambah fotonya', oleh: 'Sutrisno', pada: AWAL } });

describe('feedback received', () => {
  it('a return says when it was mended and that it stands approved now', () => {
    expect(
      masukan(
        terima({
          entri: [pada('DISETUJUI')],
          riwayat: [langkah('entri.setujui', 9), langkah('entri.ubah', 7), langkah('entri.kembalikan', 5)],
        }),
      ),
    ).toMatchObject([
      {
        jenis: 'pengembalian',
        cara: 'diperbaiki',
        pada: AWAL + 5 * HARI,
        ditindak: AWAL + 7 * HARI,
        disetujui: true,
      },
    ]);
  });

  it('one that this phone mended without a network yet is mended, at a moment that nobody has said', () => {
    const [satu] = masukan(terima({ entri: [pada('DIAJUKAN')], riwayat: [langkah('entri.kembalikan', 5)] }));
    expect(satu).toMatchObject({ cara: 'diperbaiki', ditindak: null, disetujui: false });
  });

  it('returned twice, each has its own answer; taken back by the head, it is no feedback any more', () => {
    const dua = [
      langkah('entri.kembalikan', 1),
      langkah('entri.ubah', 2),
      langkah('entri.kembalikan', 3, { teks: 'Jamnya juga' }),
    ];
    expect(masukan(terima({ entri: [pada('DIKEMBALIKAN')], riwayat: dua }))).toMatchObject([
      { cara: 'diperbaiki', teks: 'Tambah fotonya' },
      { cara: null, teks: 'Jamnya juga' },
    ]);
    const dibuka = [langkah('entri.kembalikan', 1), langkah('entri.bukaLagi', 2)];
    expect(masukan(terima({ entri: [pada('DIAJUKAN')], riwayat: dibuka }))).toEqual([]);
  });

  it('without any history what waits for her is known all the same, once', () => {
    const kini = terima({ entri: [pada('DIKEMBALIKAN')] });
    expect(masukan(kini)).toMatchObject([{ cara: null, teks: 'Tambah fotonya', oleh: 'Sutrisno' }]);
    expect(masukan({ ...kini, riwayat: [langkah('entri.kembalikan', 1)] })).toHaveLength(1);
    expect(ringkasMasukan(masukan(kini))).toEqual({ diterima: 1, ditindak: 0, belum: 1 });
  });

  it('a message is answered by her next word in the same thread; reading alone is not acting', () => {
    const list = masukan(
      terima({
        pesan: [
          pesan(2, KEPALA, ID, true),
          pesan(3, KEPALA, null, true),
          pesan(4, GURU, ID),
          pesan(5, KEPALA, ID),
        ],
        riwayat: [
          langkah('umpan.tulis', 2, { record: idOf(2), sendiri: false }),
          langkah('umpan.tulis', 6, { record: idOf(4) }),
        ],
      }),
    );
    expect(list.map(({ id, cara, ditindak }) => [id, cara, ditindak])).toEqual([
      [idOf(2), 'dijawab', AWAL + 6 * HARI],
      [idOf(3), 'dibaca', AWAL + 9 * HARI],
      [idOf(5), null, null],
    ]);
    expect(ringkasMasukan(list)).toEqual({ diterima: 3, ditindak: 1, belum: 0 });
  });

  it('an observation is acted on by its dokumen tindak lanjut, and words in a result are read', () => {
    const observasi = {
      oleh: 'Sutrisno',
      pada: AWAL + HARI,
      tanggal: '2026-01-02',
      hasil: [],
      catatan: 'Beri waktu tunggu',
    };
    const praktik = (tahap: 'DIOBSERVASI' | 'DITINDAKLANJUTI') =>
      ({ id: idOf(7), content: aPraktik(), state: { tahap, observasi }, deleted: false }) as const;
    const nilai = {
      hasil: null,
      perilaku: null,
      umpan: [{ kode: 'GR-U-01', teks: 'Teruskan' }],
      catatan: 'Terima kasih',
    };
    const evaluasi = {
      id: idOf(8),
      content: {
        periode: { tahun: 2026, tipe: 'bulanan' as const, angka: 10 },
        hasil: [{ kode: 'GR-U-01', rhk: 'Terlaksananya pembelajaran', kegiatan: 1, ukuran: [] }],
        diri: { hasil: null, perilaku: null },
        refleksi: '',
      },
      state: { tahap: 'DITETAPKAN' as const, nilai, pada: AWAL + 2 * HARI, dibaca: AWAL + 3 * HARI },
      deleted: false,
    };
    const kata = (tahap: 'DIOBSERVASI' | 'DITINDAKLANJUTI') =>
      masukan(terima({ praktik: [praktik(tahap)], evaluasi: [evaluasi] })).map(({ teks, cara }) => [
        teks,
        cara,
      ]);
    expect(kata('DIOBSERVASI')).toEqual([
      ['Beri waktu tunggu', null],
      ['Terlaksananya pembelajaran: Teruskan', 'dibaca'],
      ['Terima kasih', 'dibaca'],
    ]);
    expect(kata('DITINDAKLANJUTI')[0]).toEqual(['Beri waktu tunggu', 'ditindaklanjuti']);
  });

  it('whatever order lines come in, the same is told, and nothing of another year', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom(
              'entri.kembalikan',
              'entri.ubah',
              'entri.setujui',
              'entri.hapus',
              'entri.bukaLagi',
            ),
            record: fc.constantFrom(idOf(1), idOf(2)),
          }),
          { maxLength: 12 },
        ),
        fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
        (lines, acak) => {
          const riwayat = lines.map(({ kind, record }, i) => langkah(kind, 350 + i * 3, { record }));
          const isi = terima({ entri: [pada('DIAJUKAN')], riwayat });
          const terbalik = [...riwayat].sort((a, b) => (acak[a.pada % 12] ?? 0) - (acak[b.pada % 12] ?? 0));
          const list = masukan(isi);
          expect(masukan({ ...isi, riwayat: terbalik })).toEqual(list);
          for (const { pada: saat, ditindak } of list) {
            expect(saat === null || saat < isi.sampai).toBe(true);
            if (saat !== null && ditindak !== null) expect(ditindak).toBeGreaterThan(saat);
          }
        },
      ),
    ));
});
