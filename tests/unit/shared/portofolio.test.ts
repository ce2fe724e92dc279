import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, decide } from '../../../shared/commands/index.ts';
import { menyebutHasil, portofolioBoleh, portofolioPublik } from '../../../shared/domain/index.ts';
import { Portofolio, type RecordOf, type Satker } from '../../../shared/records/index.ts';
import {
  aCommand,
  aContext,
  aKepala,
  anActor,
  anEntri,
  anEntriRecord,
  aSatker,
  GURU,
  idOf,
  SHARD,
} from './builders.ts';

const KODE = 'abcdefghijklmnopqrstuvwxyz';
const SHA = 'a'.repeat(64);
const aPortofolio = (part: Partial<Portofolio> = {}): Portofolio => ({
  nama: 'Bu Sri',
  sebutan: 'Guru kelas 5',
  pengantar: 'Saya mengajar di kaki gunung.',
  tampilSekolah: true,
  dicari: false,
  butir: [
    {
      entri: idOf(1),
      judul: 'Pojok baca',
      teks: 'Murid memilih sendiri bukunya.',
      foto: [{ sha: SHA, keterangan: 'Rak buku dari bambu', izin: true }],
    },
  ],
  ...part,
});
const record = (
  part: Partial<RecordOf<'portofolio'>> = {},
  isi: Partial<Portofolio> = {},
): RecordOf<'portofolio'> => ({
  shard: SHARD,
  id: idOf(1),
  kind: 'portofolio',
  owner: GURU,
  head: idOf(1),
  state: { tahap: 'DRAF', pada: 0 },
  content: { ...aPortofolio(isi), kode: KODE },
  deleted: false,
  variants: [],
  ...part,
});
const DIBUKA = aSatker({ portofolio: { instansi: true, sekolah: true } });

type Asked = {
  readonly kind: string;
  readonly record?: RecordOf<'portofolio' | 'satker' | 'dialog'> | null;
  readonly body?: object;
  readonly actor?: Actor;
  readonly satker?: Satker;
  readonly siblings?: readonly RecordOf<'portofolio' | 'dialog'>[];
};
const ask = ({ kind, record: pada = null, body = {}, actor = anActor(), satker = DIBUKA, siblings }: Asked) =>
  decide(
    {
      command: aCommand({ kind, record: pada?.id ?? null, base: pada?.head ?? null, body }),
      record: pada as never,
      baseKnown: true,
    },
    aContext({ actor, satker, ...(siblings ? { siblings: siblings as never } : {}) }),
  );
const word = (decision: ReturnType<typeof ask>): string => {
  if (decision.verdict === 'no') return decision.refusal.code;
  if (decision.verdict !== 'ok') return decision.verdict;
  return decision.same ? 'sama' : decision.record.state.tahap;
};

describe('a portfolio', () => {
  it('is public only by publishing it whole, never by a change on the side', () => {
    expect(word(ask({ kind: 'portofolio.susun', body: { ...aPortofolio(), kode: KODE } }))).toBe('DRAF');
    expect(word(ask({ kind: 'portofolio.ubah', record: record(), body: aPortofolio() }))).toBe('DRAF');
    expect(word(ask({ kind: 'portofolio.terbitkan', record: record(), body: aPortofolio() }))).toBe('TERBIT');
    const terbit = record({ state: { tahap: 'TERBIT', pada: 0 } });
    expect(word(ask({ kind: 'portofolio.ubah', record: terbit, body: aPortofolio() }))).toBe('tahap_salah');
    expect(word(ask({ kind: 'portofolio.tarik', record: terbit }))).toBe('DITARIK');
    expect(word(ask({ kind: 'portofolio.tarik', record: record() }))).toBe('sama');
    expect(word(ask({ kind: 'portofolio.hapus', record: terbit }))).toBe('DITARIK');
  });

  it('keeps its address for good, whatever is written into it', () => {
    const lain = { ...aPortofolio(), kode: 'zzzzzzzzzzzzzzzzzzzzzzzzzz' };
    expect(word(ask({ kind: 'portofolio.terbitkan', record: record(), body: lain }))).toBe('isi_salah');
    const terbit = ask({ kind: 'portofolio.terbitkan', record: record(), body: aPortofolio() });
    expect(terbit).toMatchObject({ record: { content: { kode: KODE } } });
    for (const kode of ['', 'pendek', KODE.toUpperCase(), `${KODE}a`, '../../../../../../etc/passwd'])
      expect(word(ask({ kind: 'portofolio.susun', body: { ...aPortofolio(), kode } }))).toBe('isi_salah');
  });

  it('is one a person; a deleted one makes room for another address', () => {
    const susun = (siblings: RecordOf<'portofolio'>[]) =>
      word(ask({ kind: 'portofolio.susun', body: { ...aPortofolio(), kode: KODE }, siblings }));
    expect(susun([record()])).toBe('sudah_ada');
    expect(susun([record({ deleted: true })])).toBe('DRAF');
  });

  it('is published only where instansi and school both allow it, and taken back everywhere', () => {
    for (const [instansi, sekolah] of [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ] as const) {
      const satker = aSatker({ portofolio: { instansi, sekolah } });
      expect(portofolioBoleh(satker)).toBe(instansi && sekolah);
      const terbit = ask({ kind: 'portofolio.terbitkan', record: record(), body: aPortofolio(), satker });
      expect(word(terbit)).toBe(instansi && sekolah ? 'TERBIT' : 'portofolio_ditutup');
      const tarik = record({ state: { tahap: 'TERBIT', pada: 0 } });
      expect(word(ask({ kind: 'portofolio.tarik', record: tarik, satker }))).toBe('DITARIK');
    }
    expect(portofolioBoleh(aSatker())).toBe(false);
    expect(portofolioBoleh(null)).toBe(false);
  });

  it('never without the owner’s word for each photo, and never with a NIP in any text', () => {
    const tanpa = (izin: unknown) =>
      Portofolio.safeParse({
        ...aPortofolio(),
        butir: [{ ...aPortofolio().butir[0], foto: [{ sha: SHA, keterangan: 'Rak buku', izin }] }],
      }).success;
    expect([true, false, undefined, 'ya'].map(tanpa)).toEqual([true, false, false, false]);
    const butir = aPortofolio().butir[0];
    if (!butir) throw new Error('no piece');
    for (const nip of [
      '198703122011012004',
      '19870312 201101 2 004',
      '1987-0312-2011-0120-04',
      '１９８７０３１２２０１１０１２００４',
    ])
      for (const isi of [
        aPortofolio({ nama: nip }),
        aPortofolio({ sebutan: `Guru, ${nip}` }),
        aPortofolio({ pengantar: `NIP saya ${nip}.` }),
        aPortofolio({ butir: [{ ...butir, judul: nip }] }),
        aPortofolio({ butir: [{ ...butir, teks: `(${nip})` }] }),
        aPortofolio({ butir: [{ ...butir, foto: [{ sha: SHA, keterangan: nip, izin: true }] }] }),
      ])
        expect(word(ask({ kind: 'portofolio.terbitkan', record: record(), body: isi }))).toBe('nip_terlihat');
  });

  it('shows of any entry set only approved, living entries of its owner, and photos that they still name', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            owner: fc.constantFrom(GURU, 'p_lain'),
            tahap: fc.constantFrom(
              'DIAJUKAN' as const,
              'DISETUJUI' as const,
              'DIKEMBALIKAN' as const,
              'DITARIK' as const,
            ),
            deleted: fc.boolean(),
            berfoto: fc.boolean(),
            ada: fc.boolean(),
          }),
          { maxLength: 12 },
        ),
        (list) => {
          const foto = { sha: SHA, size: 9, mime: 'image/jpeg' as const };
          const semua = list.map(({ owner, tahap, deleted, berfoto }, i) =>
            anEntriRecord({
              id: idOf(i + 1),
              owner,
              deleted,
              state: { tahap },
              content: anEntri({ foto: berfoto ? [foto] : [], uraian: 'Rahasia murid A' }),
            }),
          );
          const ada = new Map(semua.flatMap((satu, i) => (list[i]?.ada ? [[satu.id, satu] as const] : [])));
          const butir = semua.map(({ id }) => ({ ...aPortofolio().butir[0], entri: id, judul: id }));
          const publik = portofolioPublik(aPortofolio({ butir: butir as Portofolio['butir'] }), {
            owner: GURU,
            sekolah: 'SD Contoh',
            entri: (id) => ada.get(id),
          });
          const boleh = semua.filter(
            ({ id, owner, state, deleted }) =>
              ada.has(id) && owner === GURU && state.tahap === 'DISETUJUI' && !deleted,
          );
          expect(publik.butir.map(({ judul }) => judul)).toEqual(boleh.map(({ id }) => id));
          expect(publik.butir.map(({ foto: tampil }) => tampil.length)).toEqual(
            boleh.map(({ content }) => content.foto.length),
          );
          expect(JSON.stringify(publik)).not.toContain('Rahasia');
          expect(JSON.stringify(publik)).not.toContain(GURU);
        },
      ),
    ));

  it('says to her where her words speak of a result', () => {
    expect(menyebutHasil(aPortofolio())).toBe(false);
    expect(menyebutHasil(aPortofolio({ pengantar: 'Predikat saya Sangat Baik.' }))).toBe(true);
  });
});

describe('who may open and close portfolios at a school', () => {
  const satker = (isi: Partial<Satker> = {}): RecordOf<'satker'> => ({
    ...(record() as unknown as RecordOf<'satker'>),
    kind: 'satker',
    owner: '',
    state: { tahap: 'TETAP' },
    content: aSatker(isi),
  });
  const sistem = anActor({ id: 'sistem', peran: ['sistem'] });
  it('the instansi opens; the school cannot open what the instansi has not, and each keeps its own word', () => {
    const dibuka = ask({
      kind: 'portofolio.izinkan',
      record: satker(),
      body: { boleh: true },
      actor: sistem,
    });
    expect(dibuka).toMatchObject({ record: { content: { portofolio: { instansi: true, sekolah: true } } } });
    const ditutup = ask({
      kind: 'portofolio.atur',
      record: satker({ portofolio: { instansi: true, sekolah: true } }),
      body: { boleh: false },
      actor: aKepala(),
    });
    expect(ditutup).toMatchObject({
      record: { content: { portofolio: { instansi: true, sekolah: false } } },
    });
    const sendiri = ask({
      kind: 'portofolio.atur',
      record: satker(),
      body: { boleh: true },
      actor: aKepala(),
    });
    expect(sendiri).toMatchObject({ same: true });
    expect(
      word(ask({ kind: 'portofolio.izinkan', record: satker(), body: { boleh: true }, actor: aKepala() })),
    ).toBe('di_luar_wewenang');
  });
});

describe('the page for the talk about one’s career', () => {
  const isi = {
    tahun: 2026,
    pilihan: [{ entri: idOf(2), kalimat: 'Murid lebih berani bertanya' }],
    belajar: '',
  };
  const dialog = {
    ...record(),
    kind: 'dialog',
    state: { tahap: 'TETAP' },
    content: isi,
  } as unknown as RecordOf<'dialog'>;
  it('is one a year, the owner’s alone, and stays in its year', () => {
    expect(word(ask({ kind: 'dialog.susun', body: isi, siblings: [] }))).toBe('TETAP');
    expect(word(ask({ kind: 'dialog.susun', body: isi, siblings: [dialog] }))).toBe('sudah_ada');
    expect(word(ask({ kind: 'dialog.susun', body: { ...isi, tahun: 2027 }, siblings: [dialog] }))).toBe(
      'TETAP',
    );
    expect(word(ask({ kind: 'dialog.ubah', record: dialog, body: { ...isi, belajar: 'Numerasi' } }))).toBe(
      'TETAP',
    );
    expect(word(ask({ kind: 'dialog.ubah', record: dialog, body: { ...isi, tahun: 2025 } }))).toBe(
      'isi_salah',
    );
    expect(word(ask({ kind: 'dialog.ubah', record: dialog, body: isi, actor: aKepala() }))).toBe(
      'di_luar_wewenang',
    );
  });
});
