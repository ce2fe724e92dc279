import { describe, expect, it } from 'vitest';
import { hariPekan, type KonteksEntri, periksaEntri, type Temuan } from '../../../shared/domain/index.ts';
import { Entri } from '../../../shared/records/index.ts';
import { anEntri, aSatker, catatan, entriData, GURU, kegiatan, satkerData, skpData } from './builders.ts';

const aKonteks = (part: Partial<KonteksEntri> = {}): KonteksEntri => ({
  hariIni: '2026-11-23',
  saat: 'isi',
  satker: aSatker(),
  pemilik: GURU,
  lain: [],
  rhk: ['GR-U-01'],
  ...part,
});
const said = (entri: Partial<Entri>, konteks: Partial<KonteksEntri> = {}): string[] =>
  periksaEntri(anEntri(entri), aKonteks(konteks)).map(({ kode, berat }) => `${berat} ${kode}`);
const lain = (part: Partial<Entri>): KonteksEntri['lain'] => [{ id: 'e1', ...anEntri(part) }];

/** What is special, the entry, what it is judged against, and what the rules say of it. */
type Row = [string, Partial<Entri>, Partial<KonteksEntri>, string[]];
const NOVEMBER = aSatker({ bulanTerkunci: ['2026-11'] });
const TIGA_HARI = aSatker({ batasIsianHari: 3 });
const LIBUR = aSatker({
  kalender: [{ mulai: '2026-11-23', selesai: '2026-11-23', nama: 'Libur daerah', libur: true }],
});

const rows: Row[] = [
  ['nothing special', {}, {}, []],
  ['today', { tanggal: '2026-11-23' }, {}, []],
  ['tomorrow', { tanggal: '2026-11-24' }, {}, ['tolak tanggal_masa_depan']],
  ['tomorrow, on the server', { tanggal: '2026-11-24' }, { saat: 'terima' }, ['tolak tanggal_masa_depan']],
  [
    'next year, without a school record',
    { tanggal: '2027-01-01' },
    { satker: null },
    ['tolak tanggal_masa_depan'],
  ],
  ['a locked month', {}, { satker: NOVEMBER }, ['tolak bulan_terkunci']],
  ['a locked month, on the server', {}, { satker: NOVEMBER, saat: 'terima' }, ['tolak bulan_terkunci']],
  ['the month before a locked one', { tanggal: '2026-10-30' }, { satker: NOVEMBER }, []],
  ['three days old, limit three', { tanggal: '2026-11-20' }, { satker: TIGA_HARI }, []],
  ['four days old, limit three', { tanggal: '2026-11-19' }, { satker: TIGA_HARI }, ['tolak lewat_batas']],
  [
    'four days old, and has stood there already',
    { tanggal: '2026-11-19' },
    { satker: TIGA_HARI, tanggalSemula: '2026-11-19' },
    [],
  ],
  [
    'four days old, moved there from another day',
    { tanggal: '2026-11-19' },
    { satker: TIGA_HARI, tanggalSemula: '2026-11-20' },
    ['tolak lewat_batas'],
  ],
  ['four days old, on the server', { tanggal: '2026-11-19' }, { satker: TIGA_HARI, saat: 'terima' }, []],
  ['a year old, no limit', { tanggal: '2025-11-24' }, {}, []],
  [
    'opened again for her',
    { tanggal: '2026-11-19' },
    { satker: { ...TIGA_HARI, tanggalDibuka: [{ pemilik: GURU, tanggal: '2026-11-19' }] } },
    [],
  ],
  [
    'opened again for all',
    { tanggal: '2026-11-19' },
    { satker: { ...TIGA_HARI, tanggalDibuka: [{ pemilik: '', tanggal: '2026-11-19' }] } },
    [],
  ],
  [
    'opened for another',
    { tanggal: '2026-11-19' },
    { satker: { ...TIGA_HARI, tanggalDibuka: [{ pemilik: 'p_lain', tanggal: '2026-11-19' }] } },
    ['tolak lewat_batas'],
  ],
  [
    'another date opened',
    { tanggal: '2026-11-19' },
    { satker: { ...TIGA_HARI, tanggalDibuka: [{ pemilik: GURU, tanggal: '2026-11-18' }] } },
    ['tolak lewat_batas'],
  ],
  [
    'opened, but the month is locked',
    { tanggal: '2026-11-19' },
    { satker: { ...NOVEMBER, tanggalDibuka: [{ pemilik: GURU, tanggal: '2026-11-19' }] } },
    ['tolak bulan_terkunci'],
  ],
  ['a Sunday', { tanggal: '2026-11-22' }, {}, ['peringatan bukan_hari_kerja']],
  [
    'a Saturday of a six-day school',
    { tanggal: '2026-11-21' },
    { satker: aSatker({ hariKerja: [1, 2, 3, 4, 5, 6] }) },
    [],
  ],
  ['a holiday', {}, { satker: LIBUR }, ['peringatan hari_libur']],
  [
    'hours that have not begun',
    { mulai: '09:00', selesai: '10:00' },
    { sekarang: '08:59' },
    ['peringatan jam_belum_tiba'],
  ],
  ['hours under way', { mulai: '08:59', selesai: '10:00' }, { sekarang: '08:59' }, []],
  ['the same hours of another day', { tanggal: '2026-11-20' }, { sekarang: '02:37' }, []],
  ['hours ahead, on the server', { mulai: '23:00', selesai: '23:30' }, { saat: 'terima' }, []],
  ['one minute', { mulai: '07:30', selesai: '07:31' }, {}, []],
  ['no minute', { mulai: '07:30', selesai: '07:30' }, {}, ['tolak jam_terbalik']],
  ['ends before it begins', { mulai: '07:30', selesai: '07:29' }, {}, ['tolak jam_terbalik']],
  ['ten hours', { mulai: '07:00', selesai: '17:00' }, {}, []],
  ['ten hours and a minute', { mulai: '07:00', selesai: '17:01' }, {}, ['peringatan lama_janggal']],
  ['no RHK while an SKP stands', { rhk: null }, {}, ['tolak rhk_kosong']],
  ['no RHK and no SKP', { rhk: null }, { rhk: [] }, []],
  ['no RHK, on the server', { rhk: null }, { saat: 'terima' }, []],
  ['an RHK of another SKP', { rhk: 'GR-U-99' }, {}, ['peringatan rhk_asing']],
  ['another entry that touches', {}, { lain: lain({ mulai: '08:40', selesai: '09:15' }) }, []],
  [
    'another entry that overlaps by a minute',
    {},
    { lain: lain({ mulai: '08:39', selesai: '09:15' }) },
    ['peringatan bertumpuk'],
  ],
  ['another day at the same time', {}, { lain: lain({ tanggal: '2026-11-20' }) }, []],
  ['the same again', {}, { lain: lain({}) }, ['peringatan kembar']],
  [
    'the same but for case and points',
    {},
    { lain: lain({ uraian: 'MENGAJAR  matematika, kelas 5A.' }) },
    ['peringatan kembar'],
  ],
  ['the same text a minute later', {}, { lain: lain({ selesai: '08:41' }) }, ['peringatan bertumpuk']],
  ['39 JP', { realisasi: 39 }, {}, []],
  ['40 JP', { realisasi: 40 }, {}, ['peringatan volume_janggal']],
  ['40 sheets', { realisasi: 40, satuan: 'lembar' }, {}, []],
  [
    'refusals stand before warnings',
    { tanggal: '2026-11-22', mulai: '09:00', realisasi: 99 },
    {},
    ['tolak jam_terbalik', 'peringatan bukan_hari_kerja', 'peringatan volume_janggal'],
  ],
];

describe('periksaEntri', () => {
  it.each(rows)('%s', (_name, entri, konteks, expected) => {
    expect(said(entri, konteks)).toEqual(expected);
  });

  it('names the other entry by id and time, its text shortened by letters', () => {
    const uraian = '🧑'.repeat(60);
    const [temuan] = periksaEntri(anEntri(), aKonteks({ lain: lain({ uraian, mulai: '08:00' }) }));
    expect(temuan).toEqual({
      kode: 'bertumpuk',
      berat: 'peringatan',
      bidang: 'mulai',
      params: { id: 'e1', mulai: '08:00', selesai: '08:40', uraian: `${'🧑'.repeat(40)}…` },
    });
  });
});

describe('the half year of a school', () => {
  const satker = satkerData();
  const rhk = skpData().rhk.map(({ kode }) => kode);
  const judge = (index: number, others: readonly number[] = []): Temuan[] =>
    periksaEntri(
      entriData(kegiatan[index]!),
      aKonteks({
        hariIni: '2026-12-31',
        satker,
        rhk,
        lain: others.map((other) => ({ id: String(other), ...entriData(kegiatan[other]!) })),
      }),
    );
  const found = (kode: string): number[] =>
    kegiatan.flatMap((_row, index) => (judge(index).some((temuan) => temuan.kode === kode) ? [index] : []));
  const weekend = (index: number): boolean => hariPekan(kegiatan[index]!.tanggal) > 5;

  /** Every pair of one teacher on one day that the rules call `kode`, first index first. */
  const pairs = (kode: string): [number, number][] =>
    kegiatan.flatMap((a, i) =>
      kegiatan.flatMap((b, j): [number, number][] =>
        i < j &&
        a.nip === b.nip &&
        a.tanggal === b.tanggal &&
        judge(j, [i]).some((temuan) => temuan.kode === kode)
          ? [[i, j]]
          : [],
      ),
    );
  /** Pairs of a list of groups; `keep` says which of them. */
  const inGroups = (groups: readonly (number | readonly number[])[]): [number, number][] =>
    groups.flatMap((group) =>
      (group as number[]).flatMap((i) =>
        (group as number[]).filter((j) => i < j).map((j): [number, number] => [i, j]),
      ),
    );
  const asText = (list: readonly [number, number][]): string[] => [...new Set(list.map(String))].sort();

  it('tells every overlap and no other', () => {
    const doubled = asText(inGroups([...(catatan.duplikatPersis ?? []), ...(catatan.duplikatMirip ?? [])]));
    const listed = asText(catatan.bentrokWaktu as unknown as [number, number][]);
    expect(asText(pairs('bertumpuk'))).toEqual(listed.filter((pair) => !doubled.includes(pair)));
  });

  it('tells every doubled entry, exact or nearly so, and no other', () => {
    expect(asText(pairs('kembar'))).toEqual(
      asText(inGroups([...(catatan.duplikatPersis ?? []), ...(catatan.duplikatMirip ?? [])])),
    );
  });

  it('tells every weekend, every holiday and no other day', () => {
    expect(found('bukan_hari_kerja')).toEqual(catatan.akhirPekan);
    expect(found('hari_libur')).toEqual(
      [...(catatan.hariLibur as number[]), ...(catatan.masaLiburSekolah as number[])].sort((a, b) => a - b),
    );
    expect(found('hari_libur').filter(weekend)).toEqual([]);
  });

  it('tells every entry that ends before it begins', () => {
    expect(found('jam_terbalik')).toEqual(catatan.selesaiTidakSesudahMulai);
  });

  it('tells every absurd volume; zero and fractions are no entry at all', () => {
    const unreadable = kegiatan.flatMap((row, index) =>
      Entri.safeParse(entriData(row)).error?.issues.some(({ path }) => path[0] === 'realisasi')
        ? [index]
        : [],
    );
    expect([...found('volume_janggal'), ...unreadable].sort((a, b) => a - b)).toEqual(catatan.volumeJanggal);
  });

  it('tells every entry without an RHK', () => {
    expect(found('rhk_kosong')).toEqual(catatan.tanpaRhk);
  });

  it('lets work at night pass', () => {
    const known = new Set([
      ...(catatan.volumeJanggal ?? []),
      ...(catatan.tanpaRhk ?? []),
      ...(catatan.selesaiTidakSesudahMulai ?? []),
    ]);
    const night = (catatan.malamHari as number[]).filter((index) => !known.has(index));
    expect([night.length, night.flatMap((index) => judge(index))]).toEqual([17, []]);
  });

  it('accepts every text of it as typed', () => {
    const refused = kegiatan.flatMap((row, index) =>
      Entri.safeParse(entriData(row)).success ? [] : [index],
    );
    expect(refused).toEqual([]);
  });
});
