import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { sumberServer } from '../../server/documents/sumber.ts';
import { readDemoFoto } from '../../server/operations/demo-data.ts';
import { NAMA_PREDIKAT } from '../../shared/documents/akumulasi.ts';
import { type Dokumen, susunDokumen, teksSel, tulisKode } from '../../shared/documents/index.ts';
import { kodePeriode } from '../../shared/domain/index.ts';
import type { DocumentRequest } from '../../shared/protocol/index.ts';
import { aCommand, anEntri, SHARD, shaOf } from '../support/builders.ts';
import type { Phone } from '../support/phone.ts';
import type { TestServer } from '../support/server.ts';
import { aSkp } from '../unit/shared/skp-builders.ts';
import { expectProblem, phoneOf } from './signed-in.ts';
import { aKabupaten, ORANG, SEMUA, type Siapa } from './wewenang/orang.ts';
import { type Berkas, isiSekolah, NILAI } from './wewenang/perintah.ts';

const FOTO = readDemoFoto('papan-tulis.jpg');
const RUJUKAN = { sha: shaOf(FOTO), size: FOTO.length, mime: 'image/jpeg' as const };

const minta = (part: Partial<DocumentRequest> = {}): DocumentRequest => ({
  jenis: 'skp',
  pemilik: ORANG.sri.id,
  bulan: '2026-11',
  periode: null,
  denganFoto: true,
  kertas: 'A4',
  ak: null,
  ...part,
});
const AK: NonNullable<DocumentRequest['ak']> = {
  awal: 5000,
  baris: [{ tahun: 2025, bulanAwal: 1, bulanAkhir: 12, predikat: 'BAIK', jenjang: 'Ahli Muda' }],
};

type Dunia = {
  readonly server: TestServer;
  readonly phones: Readonly<Record<Siapa, Phone>>;
  readonly berkas: Berkas;
};

/** The school of the matrix, with an SKP in force. */
const aDunia = async (): Promise<Dunia> => {
  const server = await aKabupaten();
  const signedIn = await Promise.all(SEMUA.map((siapa) => phoneOf(server, ORANG[siapa])));
  const phones = Object.fromEntries(SEMUA.map((siapa, i) => [siapa, signedIn[i]])) as Record<Siapa, Phone>;
  const berkas = await isiSekolah(server, phones, RUJUKAN);
  await server.files.keep(ORANG.sri.id, RUJUKAN.sha, FOTO);
  await server.ledger.submit({
    actor: { id: 'sistem', nama: 'Sistem', peran: ['sistem'] },
    device: 'd_sistem3',
    commands: [
      {
        ...aCommand({ kind: 'skp.tetapkan', shard: SHARD, record: null, base: null }),
        body: { pemilik: ORANG.sri.id, isi: aSkp() },
        number: 1,
      },
    ],
  });
  return { server, phones, berkas };
};

const ask = (phone: Phone, request: unknown): Promise<Response> =>
  phone.ask(
    '/api/documents',
    { method: 'POST', body: JSON.stringify(request) },
    { 'content-type': 'application/json' },
  );

const rapi = (teks: string): string => teks.replace(/[\u200b\s]+/g, '');

const textOf = async (response: Response): Promise<{ text: string; pages: number }> => {
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
  const { text, totalPages } = await extractText(pdf, { mergePages: true });
  return { text: rapi(text), pages: totalPages };
};

/** Every word that the description holds, in its order. */
const semuaTeks = ({ kop, judul, keterangan, identitas, bagian, tanda, catatan }: Dokumen): string[] => [
  ...kop,
  judul,
  ...keterangan,
  ...identitas.flatMap((blok) => [blok.judul, ...blok.baris.flat()]),
  ...bagian.flatMap((satu) => [
    satu.judul ?? '',
    ...(satu.tabel?.kolom.map((kolom) => kolom.judul) ?? []),
    ...(satu.tabel?.baris.flatMap((baris) =>
      'kelompok' in baris ? [baris.kelompok] : baris.sel.map((sel) => teksSel(sel)),
    ) ?? []),
    ...(satu.daftar ?? []),
    ...(satu.foto?.map(({ keterangan: isi }) => isi) ?? []),
  ]),
  ...tanda.flatMap(({ peran, tempatTanggal, nama }) => [peran, tempatTanggal, nama]),
  ...catatan,
];

const HASIL = [
  {
    kode: 'GR-U-01',
    rhk: 'Terlaksananya pembelajaran',
    kegiatan: 1,
    ukuran: [{ indikator: 'Jumlah jam', target: '24 JP', realisasi: '24 JP' }],
  },
];
const PERIODE = { tetap: '2026-B11', draf: '2026-B10' } as const;

describe('a year served under two SKP', () => {
  test('is rated by its parts, and each part counts for its months in angka kredit', async () => {
    const { server, phones } = await aDunia();
    const bagian = [
      {
        awal: '2025-01-01',
        akhir: '2025-06-30',
        predikat: 'DI_ATAS',
        bulan: 'Januari s.d. Juni 2025 (6 bulan)',
        ak: '18,75',
      },
      {
        awal: '2025-07-01',
        akhir: '2025-12-31',
        predikat: 'SESUAI',
        bulan: 'Juli s.d. Desember 2025 (6 bulan)',
        ak: '12,50',
      },
    ] as const;
    await server.ledger.submit({
      actor: { id: 'sistem', nama: 'Sistem', peran: ['sistem'] },
      device: 'd_sistem4',
      commands: bagian.map(({ awal, akhir }, i) => ({
        ...aCommand({ kind: 'skp.tetapkan', shard: SHARD, record: null, base: null }),
        body: { pemilik: ORANG.sri.id, isi: aSkp({ tahun: 2025, periode: { awal, akhir } }) },
        number: i + 1,
      })),
    });
    const texts: string[] = [];
    for (const { awal, akhir, predikat, bulan, ak } of bagian) {
      const periode = { tahun: 2025, tipe: 'tahunan', angka: 1, bagian: { awal, akhir } } as const;
      const kode = kodePeriode(periode);
      const isi = { periode, hasil: HASIL, diri: { hasil: null, perilaku: null }, refleksi: '' };
      const id = await phones.sri.add(
        aCommand({ kind: 'evaluasi.susun', shard: SHARD, record: null, base: null, body: isi }),
      );
      await phones.sri.syncAll();
      const on = async (phone: Phone, kind: string, body: unknown): Promise<void> => {
        await phone.syncAll();
        await phone.add(
          aCommand({ kind, shard: SHARD, record: id, base: phone.records.get(id)?.head ?? id, body }),
        );
        await phone.syncAll();
      };
      await on(phones.sri, 'evaluasi.kirim', {});
      await on(phones.trisno, 'evaluasi.tetapkan', { ...NILAI, hasil: predikat, perilaku: predikat });
      const { text } = await textOf(await ask(phones.sri, minta({ jenis: 'konversi', periode: kode })));
      for (const word of [bulan, ak]) expect(text).toContain(rapi(word));
      texts.push(text);
    }
    expect(texts[0]).not.toBe(texts[1]);
  });
});

describe('a document as PDF', () => {
  test('says on paper what the records say, to the last word, whatever its kind', async () => {
    const { server, phones } = await aDunia();
    for (const request of [
      minta({ jenis: 'rekap' }),
      minta({ jenis: 'progres' }),
      minta(),
      minta({ kertas: 'F4' }),
      minta({ jenis: 'evaluasi', periode: PERIODE.tetap }),
      minta({ jenis: 'evaluasi', periode: PERIODE.draf }),
      minta({ jenis: 'penilaian', periode: PERIODE.tetap }),
      minta({ jenis: 'konversi', periode: PERIODE.tetap }),
      minta({ jenis: 'akumulasi', ak: AK }),
      minta({ jenis: 'penetapan', ak: AK }),
    ]) {
      const { text } = await textOf(await ask(phones.sri, request));
      const made = await server.store.read((tx) =>
        susunDokumen({ ...request, tanggal: '2026-11-23' }, sumberServer(tx, SHARD)),
      );
      if (!('dokumen' in made)) throw new Error(`${request.jenis}: ${made.kurang}`);
      const hilang = semuaTeks(made.dokumen).filter((teks) => !text.includes(rapi(teks)));
      expect([request.jenis, hilang]).toEqual([request.jenis, []]);
      expect(text).toContain('Halaman1dari');
      expect(text.includes('Periksakeasliandokumenini')).toBe(made.dokumen.sah);
    }
  });

  test('a draft says so on its page and bears no code; what stands bears one, the same each time', async () => {
    const { phones } = await aDunia();
    const draf = await ask(phones.sri, minta({ jenis: 'evaluasi', periode: PERIODE.draf }));
    expect(draf.headers.get('kinerja-kode')).toBeNull();
    expect((await textOf(draf)).text).toContain('RANCANGAN');
    const [satu, dua] = [await ask(phones.sri, minta()), await ask(phones.trisno, minta({ kertas: 'F4' }))];
    const kode = satu.headers.get('kinerja-kode') ?? '';
    expect(kode).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/);
    expect(dua.headers.get('kinerja-kode')).toBe(kode);
    expect((await textOf(satu)).text).toContain(rapi(`Kode ${tulisKode(kode)}`));
  });

  test('the objection, its explanation and the decision stand in the document of the evaluation', async () => {
    const { server, phones, berkas } = await aDunia();
    const stored = await server.store.read((tx) => tx.record(SHARD, berkas['keberatan'] ?? ''));
    await phones.hartati.syncAll();
    await phones.hartati.add(
      aCommand({
        kind: 'keberatan.putuskan',
        shard: SHARD,
        record: berkas['keberatan'] ?? '',
        base: stored?.record.head ?? '',
        body: { hasil: 'DI_ATAS', perilaku: 'DI_ATAS', alasan: 'Bukti sudah diperiksa bersama' },
      }),
    );
    await phones.hartati.syncAll();
    const { text } = await textOf(
      await ask(phones.sri, minta({ jenis: 'penilaian', periode: PERIODE.tetap })),
    );
    expect(text).toContain(rapi('Bukti sudah diperiksa bersama'));
    expect(text).toContain(rapi(`Predikat sebelum keputusan: ${NAMA_PREDIKAT.BAIK}`));
    expect(text).toContain(rapi('SANGAT BAIK'));
  });

  test('a year split by a mutation counts each part by its months, and the akumulasi shows both', async () => {
    const { phones } = await aDunia();
    const bagian = { tahun: 2025, jenjang: 'Ahli Muda' } as const;
    const ak: NonNullable<DocumentRequest['ak']> = {
      awal: 5000,
      baris: [
        { ...bagian, bulanAwal: 7, bulanAkhir: 12, predikat: 'SANGAT_BAIK' },
        { ...bagian, bulanAwal: 1, bulanAkhir: 6, predikat: 'BAIK' },
      ],
    };
    const { text } = await textOf(await ask(phones.sri, minta({ jenis: 'akumulasi', ak })));
    // 6/12 x 100% x 25 and 6/12 x 150% x 25, in the order of time, upon the 50 that she had.
    expect(text).toMatch(/2025Januari-JuniBaik100%25,0012,50.*2025Juli-DesemberSangatBaik150%25,0018,75/i);
    expect(text).toContain('JUMLAH81,25');
  });

  test('words of any kind and length end in a document, never in an error', async () => {
    const { phones } = await aDunia();
    const uraian = ['=HYPERLINK("x")', 'مرحبا', '👩‍🏫', 'Mengajar', 'x'.repeat(300)].join(' ');
    await phones.sri.add(
      aCommand({
        kind: 'entri.catat',
        shard: SHARD,
        record: null,
        base: null,
        body: anEntri({ uraian, mulai: '13:00', selesai: '14:00' }),
      }),
    );
    await phones.sri.syncAll();
    const { text } = await textOf(await ask(phones.sri, minta({ jenis: 'rekap' })));
    expect(text).toContain('=HYPERLINK("x")');
    expect(text).toContain('x'.repeat(300));
  });

  test.each([
    ['skp', { bulan: '2019-01' }, 'skp'],
    ['evaluasi', { periode: '2026-B03' }, 'evaluasi'],
    ['konversi', { periode: PERIODE.draf }, 'evaluasi'],
    ['akumulasi', { ak: null }, 'angka_kredit'],
  ] as const)('where something is missing for %s it says what', async (jenis, part, sebab) => {
    const { phones } = await aDunia();
    const problem = await expectProblem(await ask(phones.sri, minta({ jenis, ...part })), 'dokumen_kurang');
    expect(problem.params).toEqual({ sebab });
  });

  test('what is no request is refused, and names what is wrong', async () => {
    const { phones } = await aDunia();
    for (const part of [{ jenis: 'ijazah' }, { bulan: '2026-13' }, { shard: SHARD }, { kertas: 'A3' }])
      await expectProblem(await ask(phones.sri, { ...minta(), ...part }), 'isi_salah');
  });
});

describe('whose documents', () => {
  test('of Sri’s only she and who rates her are given any; to all others she does not exist', async () => {
    const { phones } = await aDunia();
    const answers = SEMUA.map(async (siapa) => [siapa, (await ask(phones[siapa], minta())).status]);
    const lain = {
      budi: 404,
      hartati: 404,
      ratna: 404,
      andi: 404,
      yanti: 404,
      tata: 404,
      joko: 404,
      wawan: 404,
    };
    expect(Object.fromEntries(await Promise.all(answers))).toEqual({ sri: 200, trisno: 200, ...lain });
  });

  test('another’s notes of angka kredit are nobody’s to make a document of', async () => {
    const { phones } = await aDunia();
    await expectProblem(await ask(phones.trisno, minta({ jenis: 'akumulasi', ak: AK })), 'dokumen_kurang');
  });

  test('a person who is not there is answered as one who may not be seen', async () => {
    const { phones } = await aDunia();
    await expectProblem(await ask(phones.trisno, minta({ pemilik: 'p_tidakada' })), 'tidak_ada');
  });
});

describe('the page that checks a code', () => {
  const periksa = async ({ server }: Dunia, kode: string) => {
    const response = await server.request(`/cek/${kode}`);
    return { status: response.status, page: await response.text() };
  };

  test('says for ever what a code stands for, and nothing about the person', async () => {
    const dunia = await aDunia();
    const request = minta({ jenis: 'evaluasi', periode: PERIODE.tetap });
    const kode = (await ask(dunia.phones.sri, request)).headers.get('kinerja-kode') ?? '';
    for (const typed of [kode, tulisKode(kode).toLowerCase(), encodeURIComponent(` ${kode} `)]) {
      const { status, page } = await periksa(dunia, typed);
      expect(status).toBe(200);
      expect(page).toContain('Dokumen ini sah');
      expect(page).toContain('Evaluasi Kinerja Pegawai');
      for (const rahasia of [ORANG.sri.nip, 'Wahyuni', 'Baik', 'BAIK', 'Sesuai'])
        expect(page).not.toContain(rahasia);
    }
    const stored = await dunia.server.store.read((tx) => tx.record(SHARD, dunia.berkas['keberatan'] ?? ''));
    const buka = { kind: 'evaluasi.bukaLagi', body: { alasan: 'Ada bukti baru' } };
    const tetapkan = { kind: 'evaluasi.tetapkan', body: { ...NILAI, hasil: 'DI_ATAS' } };
    await dunia.phones.trisno.syncAll();
    let base = stored?.record.head ?? '';
    for (const { kind, body } of [buka, tetapkan]) {
      const record = dunia.berkas['keberatan'] ?? '';
      base = await dunia.phones.trisno.add(aCommand({ kind, shard: SHARD, record, base, body }));
      await dunia.phones.trisno.syncAll();
    }
    dunia.server.clock.forward(86_400_000);
    const baru = (await ask(dunia.phones.sri, request)).headers.get('kinerja-kode') ?? '';
    expect(baru).not.toBe(kode);
    const { status, page } = await periksa(dunia, kode);
    expect([status, page.includes('Dokumen ini sah'), page.includes('versi yang lebih baru')]).toEqual([
      200,
      true,
      true,
    ]);
    expect((await periksa(dunia, baru)).page).not.toContain('versi yang lebih baru');
  });

  test('a code that was never issued, or is none, says what to do', async () => {
    const dunia = await aDunia();
    expect(await periksa(dunia, 'K7M29QWX3TRFP')).toMatchObject({
      status: 404,
      page: expect.stringContaining('tidak dikenal'),
    });
    for (const typed of ['x', '%3Cscript%3Ealert(1)%3C%2Fscript%3E', '0'.repeat(4000)]) {
      const { status, page } = await periksa(dunia, typed);
      expect(status).toBe(404);
      expect(page).not.toContain('<script>');
    }
  });
});
