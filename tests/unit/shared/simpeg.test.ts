import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BarisDiperiksa,
  bacaTanggalSimpeg,
  KELAS,
  periksaSimpeg,
  rapikan,
  rencanakan,
} from '../../../shared/simpeg/index.ts';
import { dengan, SEKOLAH_KECIL } from '../../support/simpeg.ts';

const HARI = '2026-11-26';
const periksa = (tabel: readonly (readonly string[])[]) =>
  periksaSimpeg([{ nama: 'A', baris: tabel.map((sel, i) => ({ nomor: i + 1, sel })) }], { hariIni: HARI })
    .baris;
const kelas = (baris: BarisDiperiksa | undefined) => baris?.salah.map((satu) => satu.kelas);

test('a sound file has no fault', () => {
  expect(periksa(SEKOLAH_KECIL).map(kelas)).toEqual([[], [], []]);
});

test.each([
  ['Tanggal Lahir', '13-03-1987', 'tgl-lahir-beda-nip', '12-03-1987'],
  ['Tanggal Lahir', '31-02-1987', 'tanggal-mustahil', '12-03-1987'],
  ['Tanggal Lahir', 'kemarin', 'tanggal-tak-terbaca', null],
  ['JK', 'L', 'jk-beda-nip', 'P'],
  ['JK', '?', 'jk-tak-dikenal', null],
  ['Status', 'PPPK', 'status-beda-nip', null],
  ['NPSN', '69999999', 'npsn-tak-dikenal', '69000001'],
  ['NPSN', '', 'npsn-kosong', '69000001'],
  ['NIP Atasan', '', 'atasan-kosong', '197001011995011001'],
  ['NIP Atasan', '197001011995011009', 'atasan-tidak-ada', '197001011995011001'],
  ['NIP Atasan', '198703122011012004', 'atasan-siklus', '197001011995011001'],
  ['Unit Kerja', '#N/A', 'sel-rumus', 'SD Negeri 1 Uji'],
  ['Nama', 'Sri\u00A0Wahyuni', 'spasi-tak-tampak', 'Sri Wahyuni'],
])('%s of "%s" is %s, and what is proposed is %s', (kolom, nilai, dicari, usul) => {
  const baris = periksa(dengan(2, kolom, nilai))[1];
  expect(baris?.salah).toMatchObject([{ kelas: dicari, usul }]);
  expect(baris?.ditolak).toBe(false);
});

test('a ring of three heads is reported on all of them where nobody points down the line', () => {
  const kepala = (nip: string, nama: string, atasan: string) => [
    nip,
    '',
    nama,
    '',
    'L',
    'PNS',
    'Kepala Sekolah',
    'SD X',
    '69000001',
    atasan,
  ];
  const nip = ['197001011995011001', '197101011995011001', '197201011995011001'];
  const hasil = periksa([
    SEKOLAH_KECIL[0] ?? [],
    kepala(nip[0] ?? '', 'Abc', nip[1] ?? ''),
    kepala(nip[1] ?? '', 'Def', nip[2] ?? ''),
    kepala(nip[2] ?? '', 'Ghi', nip[0] ?? ''),
  ]);
  expect(hasil.map(kelas)).toEqual([['atasan-siklus'], ['atasan-siklus'], ['atasan-siklus']]);
});

test('a date reads the same in every spelling of it', () => {
  const tanggal = fc.date({ min: new Date('1940-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
  const BULAN = [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ];
  fc.assert(
    fc.property(tanggal, (saat) => {
      const iso = saat.toISOString().slice(0, 10);
      const [tahun = '', bulan = '', hari = ''] = iso.split('-');
      const seri = String(Math.floor(saat.getTime() / 86_400_000) + 25_569);
      const ejaan = [
        iso,
        `${hari}-${bulan}-${tahun}`,
        `${Number(hari)}/${Number(bulan)}/${tahun}`,
        `${hari} ${BULAN[Number(bulan) - 1]} ${tahun}`,
        seri,
      ];
      expect(ejaan.map(bacaTanggalSimpeg)).toEqual(ejaan.map(() => iso));
    }),
  );
});

test('tidying a cell twice is tidying it once, and nothing invisible is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (teks) => {
      const sekali = rapikan(teks);
      expect(rapikan(sekali)).toBe(sekali);
      expect(sekali).not.toMatch(/[\p{Cc}\u00A0\u200B-\u200F\uFEFF]/u);
    }),
  );
});

test('no row is passed over in silence, whatever stands in it, and every fault has a name', () => {
  const sel = fc.oneof(
    fc.constantFrom('', ' ', '-', '#N/A', 'PNS', 'L', '12-03-1987', ...SEKOLAH_KECIL.flat()),
    fc.string(),
  );
  const baris = fc.array(fc.array(sel, { minLength: 10, maxLength: 10 }), { maxLength: 12 });
  fc.assert(
    fc.property(baris, (isi) => {
      const hasil = periksa([SEKOLAH_KECIL[0] ?? [], ...isi]);
      const dilihat = new Set(hasil.map(({ nomor }) => nomor));
      // Rows above a better row of headers may be titles; the header row itself says nothing.
      expect(isi.filter((_, i) => !dilihat.has(i + 2)).length).toBeLessThanOrEqual(1);
      for (const { salah } of hasil) for (const satu of salah) expect(KELAS).toContain(satu.kelas);
    }),
  );
});

test('two rows become one person only where their names agree, and never two accounts with one NIP', () => {
  const orang = fc.constantFrom(...SEKOLAH_KECIL.slice(1));
  const campur = fc.array(
    fc.tuple(orang, orang).map(([a, b]) => [a[0] ?? '', b[1] ?? '', b[2] ?? '', ...b.slice(3)]),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(campur, (isi) => {
      const hasil = periksa([SEKOLAH_KECIL[0] ?? [], ...isi]);
      const baru = hasil.filter(({ ditolak, samaDengan }) => !ditolak && samaDengan === null);
      const nip = baru.flatMap((satu) => satu.nip ?? []);
      expect(new Set(nip).size).toBe(nip.length);
      for (const { samaDengan, nilai } of hasil) {
        const pemilik = samaDengan && hasil.find(({ nomor }) => nomor === samaDengan.nomor);
        if (pemilik) expect(nilai?.nama).toBe(pemilik.nilai?.nama);
      }
    }),
  );
});

test('a correction that was accepted survives the next import, which shows that it disagrees', () => {
  const dari = (tabel: readonly (readonly string[])[]) =>
    periksaSimpeg([{ nama: 'A', baris: tabel.map((sel, i) => ({ nomor: i + 1, sel })) }], { hariIni: HARI });
  const nomor = () => '';
  const awal = rencanakan(dari(SEKOLAH_KECIL), { lama: new Map(), nomor });
  const lama = new Map(
    awal.baris.flatMap(({ nip, isi, baris }) =>
      isi
        ? [
            [
              nip,
              {
                npsn: baris.npsn,
                isi,
                nipPenilai: null,
                dikoreksi: new Map([['jabatan', 'Guru Agama']] as const),
              },
            ] as const,
          ]
        : [],
    ),
  );
  const rencana = rencanakan(dari(dengan(2, 'Jabatan', 'Guru Agama')), { lama, nomor });
  expect(rencana.baris[1]).toMatchObject({
    tindakan: 'changed',
    isi: { jabatan: 'Guru Kelas' },
    beda: [],
    ditahan: [{ bidang: 'jabatan', sebelum: 'Guru Kelas', sesudah: 'Guru Agama', dibetulkan: true }],
    sepakat: [],
  });
  // A file that agrees has the field back: from then on it may change it again.
  const sepakat = rencanakan(dari(SEKOLAH_KECIL), { lama, nomor });
  expect(sepakat.baris[1]).toMatchObject({
    tindakan: 'changed',
    beda: [],
    ditahan: [],
    sepakat: ['jabatan'],
  });
});
