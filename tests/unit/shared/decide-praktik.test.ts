import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, type DecisionContext, decide, registry } from '../../../shared/commands/index.ts';
import type { Praktik, PraktikState, RecordOf } from '../../../shared/records/index.ts';
import { aCommand, aContext, aKepala, anActor, GURU, idOf, SHARD } from './builders.ts';
import { aPraktik, OBSERVASI } from './praktik-builders.ts';

type Tahap = PraktikState['tahap'];
const TAHAP: readonly Tahap[] = [
  'PERSIAPAN',
  'DIAJUKAN',
  'DIJADWALKAN',
  'DIOBSERVASI',
  'DITINDAKLANJUTI',
  'SELESAI',
];
const aRecord = (
  tahap: Tahap = 'PERSIAPAN',
  part: Partial<RecordOf<'praktik'>> = {},
): RecordOf<'praktik'> => ({
  shard: SHARD,
  id: idOf(1),
  kind: 'praktik',
  owner: GURU,
  head: idOf(1),
  state: { tahap },
  content: aPraktik(),
  deleted: false,
  variants: [],
  ...part,
});
const ADA = { ada: true, sah: true, memadai: true, catatan: '' };
const BODY: Readonly<Record<string, unknown>> = {
  'praktik.kembalikan': { alasan: 'Targetnya belum terukur' },
  'praktik.jadwalkan': { tanggal: '2026-11-12', mulai: '07:30' },
  'praktik.amati': OBSERVASI,
  'praktik.konfirmasi': { kode: 'KSP', hasil: ADA },
};
const HEADS = Object.keys(BODY);

type Asked = {
  readonly kind: string;
  readonly record?: RecordOf<'praktik'> | null;
  readonly body?: unknown;
  readonly base?: string;
  readonly actor?: Actor;
  readonly context?: Partial<DecisionContext>;
};
const ask = ({ kind, record = aRecord(), body = BODY[kind] ?? {}, base, actor, context = {} }: Asked) =>
  decide(
    {
      command: aCommand({
        kind,
        record: record?.id ?? null,
        base: base ?? record?.head ?? null,
        body: body as object,
      }),
      record,
      baseKnown: true,
    },
    aContext({ actor: actor ?? (HEADS.includes(kind) ? aKepala() : anActor()), ...context }),
  );
const word = (decision: ReturnType<typeof ask>): string => {
  if (decision.verdict === 'no') return decision.refusal.code;
  if (decision.verdict !== 'ok') return decision.verdict;
  return decision.same ? 'sama' : decision.record.state.tahap;
};
const recordIn = (decision: ReturnType<typeof ask>): RecordOf<'praktik'> => {
  if (decision.verdict !== 'ok') throw new Error(JSON.stringify(decision));
  return decision.record as RecordOf<'praktik'>;
};

/** Where each step leads from each stage; everything else is `tahap_salah`. */
const LANGKAH: Readonly<Record<string, Partial<Record<Tahap, string>>>> = {
  'praktik.ajukan': { PERSIAPAN: 'DIAJUKAN', DIAJUKAN: 'sama', DIJADWALKAN: 'sama' },
  'praktik.tarik': {
    PERSIAPAN: 'sama',
    DIAJUKAN: 'PERSIAPAN',
    DITINDAKLANJUTI: 'DIOBSERVASI',
    SELESAI: 'DITINDAKLANJUTI',
  },
  'praktik.kembalikan': {
    DIAJUKAN: 'PERSIAPAN',
    DIJADWALKAN: 'PERSIAPAN',
    DITINDAKLANJUTI: 'DIOBSERVASI',
    SELESAI: 'DITINDAKLANJUTI',
  },
  'praktik.jadwalkan': { DIAJUKAN: 'DIJADWALKAN', DIJADWALKAN: 'DIJADWALKAN' },
  'praktik.amati': { DIAJUKAN: 'DIOBSERVASI', DIJADWALKAN: 'DIOBSERVASI', DIOBSERVASI: 'DIOBSERVASI' },
  'praktik.tindakLanjut': { DIOBSERVASI: 'DITINDAKLANJUTI', DITINDAKLANJUTI: 'sama' },
  'praktik.selesai': { DITINDAKLANJUTI: 'SELESAI', SELESAI: 'sama' },
};

describe('the cycle of observation', () => {
  it.each(Object.entries(LANGKAH))('%s leads where it may and nowhere else', (kind, steps) => {
    for (const tahap of TAHAP)
      expect({ tahap, ke: word(ask({ kind, record: aRecord(tahap) })) }).toEqual({
        tahap,
        ke: steps[tahap] ?? 'tahap_salah',
      });
  });

  it('goes from preparation to reflection, by her and her head in turn', () => {
    let record = recordIn(ask({ kind: 'praktik.susun', record: null, body: aPraktik() }));
    const jejak: string[] = [record.state.tahap];
    for (const kind of [
      'praktik.ajukan',
      'praktik.jadwalkan',
      'praktik.amati',
      'praktik.tindakLanjut',
      'praktik.selesai',
    ]) {
      record = recordIn(ask({ kind, record }));
      jejak.push(record.state.tahap);
    }
    expect(jejak).toEqual(TAHAP);
    expect(record.state).toMatchObject({
      jadwal: { tanggal: '2026-11-12', mulai: '07:30' },
      observasi: { hasil: OBSERVASI.hasil },
    });
  });

  it('one a year: a second one of the same year is refused', () => {
    const siblings = [aRecord()];
    expect(word(ask({ kind: 'praktik.susun', record: null, body: aPraktik(), context: { siblings } }))).toBe(
      'sudah_ada',
    );
    expect(
      word(
        ask({ kind: 'praktik.susun', record: null, body: aPraktik({ tahun: 2027 }), context: { siblings } }),
      ),
    ).toBe('PERSIAPAN');
  });

  it('what is handed in says something', () => {
    const kosong = aPraktik({ persiapan: { ...aPraktik().persiapan, targetGuru: ' ' } });
    expect(word(ask({ kind: 'praktik.ajukan', record: aRecord('PERSIAPAN', { content: kosong }) }))).toBe(
      'praktik_kosong',
    );
    const tanpa = aPraktik({
      tindakLanjut: { ...aPraktik().tindakLanjut, tujuan: '' },
      refleksi: { ...aPraktik().refleksi, perubahan: '' },
    });
    const at = (tahap: Tahap) => aRecord(tahap, { content: tanpa });
    expect(word(ask({ kind: 'praktik.tindakLanjut', record: at('DIOBSERVASI') }))).toBe('praktik_kosong');
    expect(word(ask({ kind: 'praktik.selesai', record: at('DITINDAKLANJUTI') }))).toBe('praktik_kosong');
  });

  it('an observation says of every behaviour what was seen, and not before its day', () => {
    const record = aRecord('DIJADWALKAN');
    const body = (part: object) => ({ ...OBSERVASI, ...part });
    expect(word(ask({ kind: 'praktik.amati', record, body: body({ hasil: [] }) }))).toBe('observasi_kurang');
    expect(word(ask({ kind: 'praktik.amati', record, body: body({ tanggal: '2026-12-30' }) }))).toBe(
      'tanggal_masa_depan',
    );
    expect(
      word(ask({ kind: 'praktik.jadwalkan', record, body: { tanggal: '2027-01-05', mulai: '07:00' } })),
    ).toBe('isi_salah');
  });

  it('nobody observes, schedules, gives back or confirms for himself', () => {
    const diri = aKepala({ id: GURU });
    for (const kind of HEADS) expect(word(ask({ kind, actor: diri }))).toBe('menilai_diri');
    for (const kind of HEADS) expect(word(ask({ kind, actor: anActor() }))).toBe('di_luar_wewenang');
  });

  it('a day that she had agreed on is gone with the return, and stays when a later step comes back', () => {
    const jadwal = { tanggal: '2026-11-12', mulai: '07:30', oleh: 'Hartati', pada: 1 };
    const back = (tahap: Tahap) =>
      recordIn(ask({ kind: 'praktik.kembalikan', record: aRecord(tahap, { state: { tahap, jadwal } }) }))
        .state;
    expect(back('DIJADWALKAN').jadwal).toBeUndefined();
    expect(back('SELESAI').jadwal).toEqual(jadwal);
  });
});

describe('the documents of the cycle', () => {
  const BAGIAN = {
    fokus: { ...aPraktik().fokus, nama: 'Disiplin positif' },
    persiapan: { ...aPraktik().persiapan, upaya: 'Membaca modul' },
    tindakLanjut: { ...aPraktik().tindakLanjut, dukungan: 'Rekan sejawat' },
    refleksi: { ...aPraktik().refleksi, dampak: 'Lebih tenang' },
  } satisfies Partial<Praktik>;
  const MILIKNYA: Readonly<Record<Tahap, readonly string[]>> = {
    PERSIAPAN: ['fokus', 'persiapan'],
    DIAJUKAN: [],
    DIJADWALKAN: [],
    DIOBSERVASI: ['tindakLanjut'],
    DITINDAKLANJUTI: ['refleksi'],
    SELESAI: [],
  };

  it('each is hers while its step is hers, and stands afterwards', () => {
    for (const tahap of TAHAP)
      for (const [bagian, isi] of Object.entries(BAGIAN)) {
        const body = { ...aPraktik(), [bagian]: isi };
        expect({
          tahap,
          bagian,
          ke: word(ask({ kind: 'praktik.ubah', record: aRecord(tahap), body })),
        }).toEqual({
          tahap,
          bagian,
          ke: MILIKNYA[tahap].includes(bagian) ? tahap : 'tahap_salah',
        });
      }
  });

  it('ways of learning and the list of documents are hers at any stage', () => {
    for (const tahap of TAHAP) {
      const body = aPraktik({
        upaya: [{ kode: 'SEJAWAT', nama: 'Observasi sejawat', refleksi: 'Belajar mengatur kelompok' }],
        dokumen: [...aPraktik().dokumen, { kode: 'PIKET', nama: 'Jadwal piket' }],
      });
      expect(word(ask({ kind: 'praktik.ubah', record: aRecord(tahap), body }))).toBe(tahap);
    }
  });

  it('a text on an older version stays beside the newer one', () => {
    const body = { ...aPraktik(), persiapan: BAGIAN.persiapan };
    expect(word(ask({ kind: 'praktik.ubah', body, base: idOf(0) }))).toBe('beda');
  });

  it('a document that was confirmed is neither dropped nor renamed until that is taken back, and no two share a code', () => {
    const record = recordIn(ask({ kind: 'praktik.konfirmasi', record: aRecord('SELESAI') }));
    const [ksp = { kode: '', nama: '' }, hadir = { kode: '', nama: '' }] = aPraktik().dokumen;
    const ubah = (dokumen: Praktik['dokumen'], pada = record) =>
      word(ask({ kind: 'praktik.ubah', record: pada, body: aPraktik({ dokumen }) }));
    expect(ubah([hadir])).toBe('terkunci');
    expect(ubah([{ ...ksp, nama: 'Surat tugas' }, hadir])).toBe('terkunci');
    expect(ubah([hadir, ksp])).toBe('SELESAI');
    expect(ubah([ksp, { ...ksp, nama: 'Yang lain' }])).toBe('isi_salah');
    expect(ubah([hadir], aRecord('SELESAI'))).toBe('SELESAI');
  });

  it('a confirmation is of one document, the last word on each holds, and it can be taken back', () => {
    const satu = recordIn(ask({ kind: 'praktik.konfirmasi', record: aRecord('SELESAI') }));
    expect(satu.state.dokumen).toMatchObject({ KSP: ADA });
    const dua = recordIn(
      ask({
        kind: 'praktik.konfirmasi',
        record: satu,
        body: { kode: 'HADIR', hasil: { ...ADA, sah: false } },
      }),
    );
    expect(dua.state.dokumen).toMatchObject({ KSP: ADA, HADIR: { sah: false } });
    expect(word(ask({ kind: 'praktik.konfirmasi', record: dua }))).toBe('sama');
    const lepas = recordIn(
      ask({ kind: 'praktik.konfirmasi', record: dua, body: { kode: 'KSP', hasil: null } }),
    );
    expect(Object.keys(lepas.state.dokumen ?? {})).toEqual(['HADIR']);
    expect(word(ask({ kind: 'praktik.konfirmasi', body: { kode: 'ASING', hasil: ADA } }))).toBe('tidak_ada');
  });
});

it('whatever is sent in whatever order, what was observed and what a closed step says never change by her hand', () => {
  const HERS = ['praktik.ubah', 'praktik.ajukan', 'praktik.tarik', 'praktik.tindakLanjut', 'praktik.selesai'];
  const step = fc.record({
    kind: fc.constantFrom(...HERS),
    teks: fc.constantFrom('', 'satu', 'dua'),
    bagian: fc.constantFrom('fokus', 'persiapan', 'tindakLanjut', 'refleksi'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const oleh = { oleh: 'Hartati', pada: 1 };
      let record = aRecord('DIOBSERVASI', {
        state: { tahap: 'DIOBSERVASI', observasi: { ...OBSERVASI, ...oleh } },
      });
      const { observasi } = record.state;
      for (const { kind, teks, bagian } of steps) {
        const { content } = record;
        const body =
          kind === 'praktik.ubah'
            ? { ...content, [bagian]: { ...content[bagian as 'persiapan'], upaya: teks } }
            : {};
        const decision = ask({ kind, record, body });
        if (decision.verdict === 'ok') record = decision.record as RecordOf<'praktik'>;
        expect(record.state.observasi).toEqual(observasi);
        expect(record.content.fokus).toEqual(aPraktik().fokus);
        expect(record.content.persiapan).toEqual(aPraktik().persiapan);
      }
    }),
  );
});

it('every verb of the teachers’ flow is in the registry', () => {
  const kinds = [...registry.keys()].filter((kind) => kind.startsWith('praktik.'));
  expect(kinds).toHaveLength(11);
});
