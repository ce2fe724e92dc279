import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  denganKoreksi,
  halanganPutusan,
  isTempat,
  isTerbuka,
  JAM_SEKOLAH,
  langkahSetuju,
  periksaUsulan,
  rapiNilai,
} from '../../../shared/domain/index.ts';
import {
  BIDANG_PEGAWAI,
  Pegawai,
  type RecordOf,
  type Usulan,
  type UsulanState,
} from '../../../shared/records/index.ts';
import { ask, inAWord, recordOf } from './ask.ts';
import { aKepala, anActor, GURU, idOf, SHARD } from './builders.ts';

const NIP = '198703122011012004';
const NIP_BENAR = '198703122011012040';
const aPegawai = (part: Partial<Pegawai> = {}): Pegawai => ({
  ...{ nip: NIP, nama: 'Sri Wahyuni', gelarDepan: '', gelarBelakang: 'S.Pd.', jenisKelamin: 'P' },
  ...{ status: 'PNS', golongan: 'III/c', jabatan: 'Guru Kelas', jenjang: 'Ahli Muda', penilai: null },
  ...part,
});
const aUsulan = (part: Partial<Usulan> = {}): Usulan => ({
  ...{
    bidang: 'golongan',
    nilai: 'III/d',
    semula: 'III/c',
    bukti: 'SK 823/112 tanggal 1 Oktober 2026',
    tautan: [],
    foto: [],
  },
  ...part,
});
const aState = (part: Partial<UsulanState> = {}): UsulanState => ({
  ...{ tahap: 'DIAJUKAN', diajukan: 0, pada: 0 },
  ...part,
});
const aRecord = (part: Partial<RecordOf<'usulan'>> = {}): RecordOf<'usulan'> => ({
  ...{ shard: SHARD, id: idOf(1), kind: 'usulan', owner: GURU, head: idOf(1), state: aState() },
  ...{ content: aUsulan(), deleted: false, variants: [] },
  ...part,
});
const admin = (id = 'p_admin1') => anActor({ id, nama: 'Dewi', peran: ['admin', 'sistem'] });
const PENERUS = { id: 'p_admin1', nama: 'Dewi', catatan: '' };

const putus = (kind: string, record = aRecord(), actor = admin()) =>
  ask({
    record,
    command: { kind, record: record.id, base: record.head, body: { catatan: 'SK sudah dilihat' } },
    context: { actor },
  });
const ajukan = (body: Usulan, siblings: readonly RecordOf<'usulan'>[] = []) =>
  ask({
    record: null,
    command: { kind: 'usulan.ajukan', record: null, base: null, body },
    context: { siblings },
  });

describe('handing in', () => {
  it.each([
    ['a NIP of 17 digits', { bidang: 'nip', nilai: NIP.slice(1), semula: NIP }, 'usulan_salah'],
    [
      'a NIP with spaces between',
      { bidang: 'nip', nilai: '19870312 2011012040', semula: NIP },
      'usulan_salah',
    ],
    ['an empty name', { bidang: 'nama', nilai: '', semula: 'Sri' }, 'usulan_salah'],
    ['a status that no file has', { bidang: 'status', nilai: 'Tetap', semula: 'PNS' }, 'usulan_salah'],
    ['what stands there already', { nilai: 'III/c' }, 'usulan_sama'],
    ['evidence', { bukti: ' ' }, 'teks_kosong'],
    ['a link that is none', { tautan: ['javascript:alert(1)'] }, 'tautan_salah'],
    ['three links', { tautan: ['https://a.id', 'https://b.id', 'https://c.id'] }, 'tautan_banyak'],
  ] as const)('refuses %s', (_name, part, code) => {
    expect(inAWord(ajukan(aUsulan(part as Partial<Usulan>)))).toBe(code);
  });

  it('takes an emptied title, and a NIP in 18 digits', () => {
    expect(periksaUsulan(aUsulan({ bidang: 'gelarDepan', nilai: '', semula: 'Drs.' }))).toBeNull();
    expect(periksaUsulan(aUsulan({ bidang: 'nip', nilai: NIP_BENAR, semula: NIP }))).toBeNull();
    expect(rapiNilai('nip', ' 19870312 201101 2 040 ')).toBe(NIP_BENAR);
    expect(rapiNilai('nama', ' Sri  Wahyuni ')).toBe('Sri Wahyuni');
  });

  it('one at a time for a field, and any number for others', () => {
    expect(inAWord(ajukan(aUsulan(), [aRecord()]))).toBe('usulan_menunggu');
    expect(inAWord(ajukan(aUsulan({ bidang: 'nama', nilai: 'Sri W.', semula: 'Sri' }), [aRecord()]))).toBe(
      'DIAJUKAN',
    );
    expect(inAWord(ajukan(aUsulan(), [aRecord({ state: aState({ tahap: 'DITOLAK' }) })]))).toBe('DIAJUKAN');
  });
});

describe('deciding', () => {
  it.each(['usulan.teruskan', 'usulan.terima', 'usulan.tolak'])(
    '%s is the service’s alone, by an admin’s hand',
    (kind) => {
      for (const actor of [
        anActor(),
        aKepala(),
        anActor({ id: 'x', peran: ['admin'] }),
        anActor({ peran: ['sistem'] }),
      ])
        expect(inAWord(putus(kind, aRecord(), actor))).toBe('di_luar_wewenang');
    },
  );

  it('nobody decides on her own', () => {
    expect(inAWord(putus('usulan.terima', aRecord(), admin(GURU)))).toBe('usulan_sendiri');
  });

  it('a NIP needs two people, one after the other', () => {
    const content = aUsulan({ bidang: 'nip', nilai: NIP_BENAR, semula: NIP });
    const diteruskan = aRecord({ content, state: aState({ tahap: 'DITERUSKAN', penerus: PENERUS }) });
    expect(inAWord(putus('usulan.terima', aRecord({ content })))).toBe('orang_kedua');
    expect(inAWord(putus('usulan.terima', diteruskan))).toBe('orang_kedua');
    expect(inAWord(putus('usulan.terima', diteruskan, admin('p_admin2')))).toBe('DITERIMA');
  });

  it('a refusal says why, and who passed it on stays named', () => {
    const state = recordOf(
      putus('usulan.tolak', aRecord({ state: aState({ tahap: 'DITERUSKAN', penerus: PENERUS }) })),
    ).state;
    expect(state).toMatchObject({
      tahap: 'DITOLAK',
      oleh: 'Dewi',
      catatan: 'SK sudah dilihat',
      penerus: PENERUS,
    });
    const tanpa = ask({
      record: aRecord(),
      command: { kind: 'usulan.tolak', record: idOf(1), base: idOf(1), body: { catatan: '' } },
      context: { actor: admin() },
    });
    expect(inAWord(tanpa)).toBe('teks_kosong');
  });

  it('its owner takes it back while it waits, also on the version before it was passed on; nobody else does', () => {
    const diteruskan = aRecord({ head: idOf(5), state: aState({ tahap: 'DITERUSKAN', penerus: PENERUS }) });
    const tarik = (record: RecordOf<'usulan'>, actor = anActor()) =>
      ask({
        record,
        command: { kind: 'usulan.tarik', record: record.id, base: idOf(1), body: {} },
        context: { actor },
      });
    expect(recordOf(tarik(diteruskan)).state).toMatchObject({ tahap: 'DITARIK' });
    expect(inAWord(tarik(aRecord({ state: aState({ tahap: 'DITERIMA' }) })))).toBe('tahap_salah');
    expect(inAWord(tarik(aRecord(), aKepala()))).toBe('di_luar_wewenang');
  });

  it('a school’s admin has it first; after three days the instansi decides without him', () => {
    const putusan = (tingkat: 'sekolah' | 'instansi', part: object = {}) =>
      halanganPutusan({
        ...{ pemilik: GURU, bidang: 'golongan', state: aState(), tingkat, id: 'p_admin1' },
        ...{ adaAdminSekolah: true, now: 1 },
        ...part,
      });
    expect(putusan('sekolah')).toBeNull();
    expect(putusan('instansi')).toBe('menunggu_sekolah');
    expect(putusan('instansi', { adaAdminSekolah: false })).toBeNull();
    expect(putusan('instansi', { now: JAM_SEKOLAH * 3_600_000 })).toBeNull();
    expect(putusan('instansi', { state: aState({ tahap: 'DITERUSKAN', penerus: PENERUS }) })).toBeNull();
    expect(putusan('sekolah', { state: aState({ tahap: 'DITERUSKAN', penerus: PENERUS }) })).toBe(
      'tahap_salah',
    );
    expect(putusan('sekolah', { id: GURU })).toBe('usulan_sendiri');
  });
});

const bidang = fc.constantFrom(...BIDANG_PEGAWAI);
const teks = fc.stringMatching(/^[A-Za-z ./]{0,40}$/);

it('a correction changes its one field, is named as such, and what the file said of it is kept through any number of them', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(bidang, teks), { minLength: 1, maxLength: 8 }), (koreksi) => {
      const awal = aPegawai();
      const akhir = koreksi.reduce(
        (isi, [satu, nilai]) => denganKoreksi(isi, { bidang: satu, nilai }, '2026-11-20'),
        awal,
      );
      const disentuh = new Map(koreksi);
      for (const satu of BIDANG_PEGAWAI) {
        const asal = akhir.asal?.bidang[satu];
        if (!disentuh.has(satu)) expect([akhir[satu], asal]).toEqual([awal[satu], undefined]);
        else expect([akhir[satu], asal?.semula]).toEqual([disentuh.get(satu), awal[satu]]);
      }
      expect(akhir.penilai).toBe(awal.penilai);
    }),
  );
});

it('whatever the rules let in, the record can say, and whatever the steps, nobody decides on himself or a NIP alone', () => {
  fc.assert(
    fc.property(
      fc.record({
        ...{ bidang, nilai: fc.oneof(teks, fc.constantFrom('P', 'PNS', NIP_BENAR)) },
        langkah: fc.array(
          fc.record({
            kind: fc.constantFrom('usulan.teruskan', 'usulan.terima', 'usulan.tolak'),
            id: fc.constantFrom('p_admin1', 'p_admin2', GURU),
          }),
          { maxLength: 5 },
        ),
      }),
      ({ bidang: satu, nilai, langkah }) => {
        const content = aUsulan({ bidang: satu, nilai, semula: aPegawai()[satu] });
        if (periksaUsulan(content)) return;
        expect(
          Pegawai.safeParse(denganKoreksi(aPegawai(), { bidang: satu, nilai }, '2026-11-20')).success,
        ).toBe(true);
        let record = aRecord({ content });
        const yang: string[] = [];
        for (const { kind, id } of langkah) {
          const buka = isTerbuka(record.state);
          const decision = putus(kind, record, admin(id));
          if (decision.verdict !== 'ok') continue;
          expect(buka && id !== GURU).toBe(true);
          record = decision.record as RecordOf<'usulan'>;
          yang.push(id);
        }
        if (satu === 'nip' && record.state.tahap === 'DITERIMA') expect(new Set(yang).size).toBe(2);
      },
    ),
  );
});

it('a yes of the same person twice is no second person', () => {
  const state = aState({ tahap: 'DITERUSKAN', penerus: PENERUS });
  const ya = (id: string, tingkat: 'sekolah' | 'instansi', part: object = {}) =>
    langkahSetuju({ bidang: 'nip', state, tingkat, id, ...part });
  expect(ya('p_admin1', 'instansi')).toBe('orang_kedua');
  expect(ya('p_admin2', 'instansi')).toBe('terima');
  expect(ya('p_admin2', 'instansi', { state: aState() })).toBe('teruskan');
  expect(ya('p_admin2', 'instansi', { state: aState(), bidang: 'nama' })).toBe('terima');
  expect(ya('p_admin2', 'sekolah', { state: aState(), bidang: 'nama' })).toBe('teruskan');
});

it('a penilai or a school may be named in words, of three letters at least; neither is a field that a yes writes', () => {
  for (const bidang of ['penilai', 'sekolah'] as const) {
    const satu = (nilai: string) => periksaUsulan(aUsulan({ bidang, nilai, semula: 'Sutrisno' }))?.code;
    expect(satu('Ratna, M.Pd.')).toBeUndefined();
    expect(['Ra', ' Ratna', 'Sutrisno'].map(satu)).toEqual(['usulan_salah', 'usulan_salah', 'usulan_sama']);
    expect([isTempat(bidang), isTempat('nip')]).toEqual([true, false]);
    expect(rapiNilai(bidang, '  SD   Negeri 2 ')).toBe('SD Negeri 2');
  }
});
