import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../shared/commands/index.ts';
import { halanganPolaSekolah, polaTampil, polaUntukSkp } from '../../../shared/domain/index.ts';
import {
  type AnyRecord,
  POLA_SEKOLAH_TERBANYAK,
  PolaSekolah,
  type RecordOf,
  type Skp,
} from '../../../shared/records/index.ts';
import { aCommand, aContext, anActor, GURU, KEPALA } from './builders.ts';
import { aSkp } from './skp-builders.ts';

const UPACARA: PolaSekolah = {
  ...{ nama: 'Upacara', rhk: null, rencanaAksi: 'UPC', rencana: 'Upacara, apel, pembiasaan' },
  ...{ uraian: 'Upacara bendera', mulai: '07:00', selesai: '07:45', realisasi: 1, satuan: 'kegiatan' },
};
const ASAL = 'd_dinas.1.AAAAAAAAAAA';

const skp = (kode: string, nama: string): Skp => {
  const [rhk] = aSkp().rhk;
  return aSkp({ rhk: [{ ...rhk!, kode: 'GR-T-03', rencanaAksi: [{ kode, nama, satuan: 'kegiatan' }] }] });
};

const rekam = (id: string, content: AnyRecord['content'], part: Partial<AnyRecord> = {}): RecordOf<'pola'> =>
  ({
    ...{ shard: 'sek:12345678', id, kind: 'pola', owner: '', head: id, state: { tahap: 'TETAP' } },
    ...{ content, deleted: false, variants: [], ...part },
  }) as RecordOf<'pola'>;

describe('a shared pattern in the SKP of one teacher', () => {
  it.each([
    ['the code of the catalogue', skp('UPC', 'Apel'), 'GR-T-03', 'UPC'],
    ['that code with its RHK before it', skp('GR-T-03.UPC', 'Apel'), 'GR-T-03', 'GR-T-03.UPC'],
    ['the words where she has a code of her own', skp('A1', ' upacara, APEL,  pembiasaan'), 'GR-T-03', 'A1'],
    ['nothing where her SKP knows neither', skp('AJR', 'Mengajar'), null, null],
    ['nothing where she has no SKP', null, null, null],
  ])('finds its rencana aksi by %s', (_name, isi, rhk, rencanaAksi) => {
    expect(polaUntukSkp(UPACARA, isi)).toEqual({
      ...{ nama: 'Upacara', uraian: 'Upacara bendera', mulai: '07:00', selesai: '07:45' },
      ...{ realisasi: 1, satuan: 'kegiatan', rhk, rencanaAksi },
    });
  });

  it('names only what stands in her SKP, whatever was shared', () => {
    const kode = fc.constantFrom('UPC', 'AJR', 'A1', null);
    const nama = fc.constantFrom('', 'Apel', 'Mengajar');
    fc.assert(
      fc.property(
        kode,
        nama,
        fc.constantFrom('UPC', 'GR-T-03.AJR', 'B2'),
        nama,
        (hint, rencana, punya, aksi) => {
          const isi = skp(punya, aksi || 'Lain');
          const hasil = polaUntukSkp({ ...UPACARA, rencanaAksi: hint, rencana }, isi);
          const ada = isi.rhk.some(
            (satu) =>
              satu.kode === hasil.rhk &&
              satu.rencanaAksi.some(({ kode: lain }) => lain === hasil.rencanaAksi),
          );
          expect(ada || (hasil.rhk === null && hasil.rencanaAksi === null)).toBe(true);
        },
      ),
    );
  });

  it('stands behind her own, says whose it is, and is gone where she hid it', () => {
    const { rencana: _, ...milikku } = { ...UPACARA, nama: 'Piket' };
    const tampil = polaTampil(
      {
        saya: [rekam('s', milikku, { owner: GURU })],
        sekolah: [rekam('a', UPACARA), rekam('b', { ...UPACARA, asal: ASAL }), rekam('c', UPACARA)],
        sembunyi: new Set(['c']),
      },
      null,
    );
    expect(tampil.map(({ id, dari }) => [id, dari])).toEqual([
      ['s', 'saya'],
      ['a', 'sekolah'],
      ['b', 'dinas'],
    ]);
  });
});

describe('what may be shared', () => {
  it.each([
    ['hours the wrong way round', { mulai: '08:00', selesai: '07:00' }, 'jam_terbalik'],
    ['an end that is the beginning', { mulai: '08:00', selesai: '08:00' }, 'jam_terbalik'],
    ['one hour without the other', { mulai: '08:00', selesai: null }, 'jam_terbalik'],
    ['no hours', { mulai: null, selesai: null }, null],
  ])('%s', (_name, part, code) => {
    expect(halanganPolaSekolah({ ...UPACARA, ...part }, [], null)?.code ?? null).toBe(code);
  });

  it('is full at its limit; retired ones, those of the instansi and a changed one itself take no room', () => {
    const penuh = Array.from({ length: POLA_SEKOLAH_TERBANYAK }, (_, i) => rekam(`r${i}`, UPACARA));
    expect(halanganPolaSekolah(UPACARA, penuh, null)).toMatchObject({ code: 'pola_penuh' });
    expect(halanganPolaSekolah(UPACARA, penuh, 'r1')).toBeNull();
    expect(halanganPolaSekolah({ ...UPACARA, asal: ASAL }, penuh, null)).toBeNull();
    expect(
      halanganPolaSekolah(UPACARA, [...penuh.slice(1), rekam('x', UPACARA, { deleted: true })], null),
    ).toBeNull();
  });

  it.each([
    ['an RHK, which is a teacher’s own', { rhk: 'GR-U-01' }],
    ['no name', { nama: '' }],
    ['a name of 41 letters', { nama: 'a'.repeat(41) }],
    ['words that nobody asked for', { catatan: '' }],
  ])('no pattern is read that has %s', (_name, part) => {
    expect(PolaSekolah.safeParse({ ...UPACARA, ...part }).success).toBe(false);
  });
});

describe('who changes what a school shares', () => {
  const word = (
    kind: string,
    record: AnyRecord | null,
    body: unknown,
    peran: 'guru' | 'penilai' | 'sistem',
  ) => {
    const actor = anActor({ id: peran === 'guru' ? GURU : KEPALA, peran: [peran] });
    const command = aCommand({ kind, record: record?.id ?? null, base: record?.head ?? null, body });
    const hasil = decide({ command, record, baseKnown: true }, aContext({ actor }));
    return hasil.verdict === 'no'
      ? hasil.refusal.code
      : hasil.verdict === 'ok' && hasil.same
        ? 'sama'
        : hasil.verdict;
  };
  const milik = rekam('k', UPACARA, { shard: aCommand({}).shard });
  const dinas = rekam('d', { ...UPACARA, asal: ASAL }, { shard: milik.shard });
  const guru = rekam('g', UPACARA, { shard: milik.shard, owner: GURU });

  it.each([
    ['a head shares', word('polaSekolah.tambah', null, UPACARA, 'penilai'), 'ok'],
    ['a head changes', word('polaSekolah.ubah', milik, { ...UPACARA, nama: 'Apel' }, 'penilai'), 'ok'],
    ['a head retires', word('polaSekolah.pensiunkan', milik, {}, 'penilai'), 'ok'],
    [
      'a second tap changes nothing',
      word('polaSekolah.pensiunkan', { ...milik, deleted: true }, {}, 'penilai'),
      'sama',
    ],
    [
      'a retired one comes back',
      word('polaSekolah.ubah', { ...milik, deleted: true }, UPACARA, 'penilai'),
      'ok',
    ],
    [
      'a head forges none of the instansi',
      word('polaSekolah.tambah', null, { ...UPACARA, asal: ASAL }, 'penilai'),
      'di_luar_wewenang',
    ],
    [
      'a head does not touch one of the instansi',
      word('polaSekolah.ubah', dinas, UPACARA, 'penilai'),
      'di_luar_wewenang',
    ],
    [
      'a head does not touch a teacher’s own',
      word('polaSekolah.ubah', guru, UPACARA, 'penilai'),
      'di_luar_wewenang',
    ],
    ['nor does the service', word('polaSekolah.pensiunkan', guru, {}, 'sistem'), 'di_luar_wewenang'],
    ['a teacher does not touch the school’s', word('pola.hapus', milik, {}, 'guru'), 'di_luar_wewenang'],
    ['a teacher shares nothing', word('polaSekolah.tambah', null, UPACARA, 'guru'), 'di_luar_wewenang'],
    ['a teacher hides one', word('pola.sembunyikan', null, { pola: ASAL }, 'guru'), 'ok'],
  ])('%s', (_name, got, wanted) => expect(got).toBe(wanted));
});
