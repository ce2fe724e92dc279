import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buatXlsx } from '../../../client/actions/ekspor.ts';
import {
  type Bahan,
  berkasXlsx,
  csvDokumen,
  type Dokumen,
  dokumenAkumulasi,
  dokumenProgres,
  dokumenRekap,
  dokumenSkp,
  fotoDari,
  namaBerkasOrang,
  penilaiCetak,
  type Sumber,
  susunDokumen,
  type Tabel,
  teksSel,
} from '../../../shared/documents/index.ts';
import { akumulasiAk, barisBkn, KOLOM_BKN } from '../../../shared/domain/index.ts';
import { pecahTabel } from '../../../shared/domain/tabel-teks.ts';
import type { Pegawai, RecordOf, Skp } from '../../../shared/records/index.ts';
import { anEntri, anEntriRecord, aSatker, skpData } from './builders.ts';
import { aSkp, aSkpRecord } from './skp-builders.ts';

const skp = skpData();
const pegawai: Pegawai = {
  nip: '198605172010032001',
  nama: 'Kasiyem',
  gelarDepan: '',
  gelarBelakang: 'S.Pd.SD.',
  jenisKelamin: 'P',
  status: 'PNS',
  golongan: 'Penata Tk. I, III/d',
  jabatan: 'Guru Kelas',
  jenjang: 'Ahli Muda',
  penilai: { id: 'p_kepala', nama: 'Sutrisno, S.Pd.SD., M.Pd.', jabatan: 'Kepala Sekolah' },
};
const bahan: Bahan = {
  pegawai,
  penilai: penilaiCetak(pegawai, null),
  satker: aSatker(),
  tanggal: '2026-11-26',
};
const SHA = 'ab'.repeat(32);
const foto = { sha: SHA, size: 9, mime: 'image/webp' } as const;
const entri = (content: Parameters<typeof anEntri>[0], part: Partial<RecordOf<'entri'>> = {}) =>
  anEntriRecord({ content: anEntri(content), ...part });

const tabelDari = ({ bagian }: Dokumen, ke = 0): Tabel => {
  const tabel = bagian.flatMap((satu) => satu.tabel ?? [])[ke];
  if (!tabel) throw new Error('no such table');
  return tabel;
};
const isi = (dokumen: Dokumen, ke = 0): string[][] =>
  tabelDari(dokumen, ke).baris.map((baris) =>
    'kelompok' in baris ? [baris.kelompok] : baris.sel.map(teksSel),
  );
const judulKolom = (dokumen: Dokumen, ke = 0): string[] =>
  tabelDari(dokumen, ke).kolom.map(({ judul }) => judul);
const rekap = (entriList: ReturnType<typeof entri>[], denganFoto = true): Dokumen =>
  dokumenRekap(bahan, { bulan: '2026-11', entriList, skp, denganFoto });

describe('rekap kegiatan', () => {
  const list = [
    entri({ tanggal: '2026-11-24', uraian: 'Kedua', foto: [foto], tautan: ['https://a.example/1'] }),
    entri(
      { tanggal: '2026-11-23', uraian: 'Pertama', catatan: 'Dua murid izin' },
      { state: { tahap: 'DISETUJUI' } },
    ),
    entri({ tanggal: '2026-10-30', uraian: 'Bulan lalu' }),
    entri({ uraian: 'Dihapus' }, { deleted: true }),
    entri({ uraian: 'Ditarik' }, { state: { tahap: 'DITARIK' } }),
  ];

  it('lists what counts in the order in which it happened, word for word', () => {
    expect(isi(rekap(list))).toEqual([
      [
        '1',
        'Senin, 23 November 2026',
        '07.30-08.40',
        'Pertama\nDua murid izin',
        skp.rhk[0]?.rencanaAksi.find(({ kode }) => kode === 'GR-U-01.AJR')?.nama ?? skp.rhk[0]?.rhk,
        '2 JP',
        '',
        'Disetujui',
      ],
      [
        '2',
        'Selasa, 24 November 2026',
        '07.30-08.40',
        'Kedua',
        expect.any(String),
        '2 JP',
        '1 foto\nhttps://a.example/1',
        'Menunggu diperiksa',
      ],
    ]);
  });

  it('says how many working days are filled, and sums per RHK', () => {
    const dokumen = rekap(list);
    expect(dokumen.keterangan).toEqual(['Bulan: November 2026', '2 kegiatan, 2 dari 19 hari kerja terisi']);
    expect(isi(dokumen, 1)[0]).toEqual(['1', skp.rhk[0]?.rhk, '2', '1', '4 JP']);
  });

  it('shows each photo under its number where photos are wanted, and none where not', () => {
    expect(fotoDari(rekap(list))).toEqual([SHA]);
    expect(rekap(list).bagian.at(-1)?.foto).toEqual([
      { sha: SHA, keterangan: '2. Selasa, 24 November 2026: Kedua' },
    ]);
    expect(fotoDari(rekap(list, false))).toEqual([]);
  });

  it('an empty month says so', () => {
    const dokumen = rekap([]);
    expect(dokumen.bagian).toHaveLength(1);
    expect(tabelDari(dokumen).kosong).toBe('Tidak ada kegiatan pada bulan ini.');
  });
});

describe('SKP', () => {
  const dokumen = dokumenSkp(bahan, skp, { tahap: 'DISETUJUI' });

  it('has the columns of form A in order, A before B, and an RHK over the rows of its aspects', () => {
    expect(judulKolom(dokumen)).toEqual([
      'No',
      'Rencana Hasil Kerja Pimpinan yang Diintervensi',
      'Rencana Hasil Kerja',
      'Aspek',
      'Indikator Kinerja Individu',
      'Target',
    ]);
    const rows = isi(dokumen);
    expect(rows.filter((row) => row.length === 1)).toEqual([['A. UTAMA'], ['B. TAMBAHAN']]);
    const aspek = skp.rhk.reduce((sum, { indikator }) => sum + Math.max(1, indikator.length), 0);
    expect(rows).toHaveLength(aspek + 2);
    for (const { indikator, rhk } of skp.rhk)
      for (const ukuran of indikator)
        expect(
          rows.some((row) => row[4] === ukuran.indikator && row[5] === `${ukuran.target} ${ukuran.satuan}`),
          rhk,
        ).toBe(true);
  });

  it('no cell is lost and none stands twice: every row has six cells or fewer under a cell that reaches down', () => {
    let sisa = 0;
    for (const baris of tabelDari(dokumen).baris) {
      if ('kelompok' in baris) continue;
      expect(baris.sel).toHaveLength(6);
      const [nomor] = baris.sel;
      if (nomor === null) sisa -= 1;
      else {
        expect(sisa).toBe(0);
        sisa = (typeof nomor === 'object' ? nomor.baris : 1) - 1;
      }
    }
    expect(sisa).toBe(0);
  });

  it('the qualitative form has three columns and the measures as points', () => {
    const kualitatif = dokumenSkp(bahan, { ...skp, pendekatan: 'kualitatif' }, { tahap: 'DISETUJUI' });
    expect(judulKolom(kualitatif)).toHaveLength(3);
    const [ukuran] = skp.rhk[0]!.indikator;
    expect(isi(kualitatif)[1]?.[2]).toContain(`• ${ukuran!.indikator} (${ukuran!.target} ${ukuran!.satuan})`);
  });

  it('prints the seven values with what the head expects, and the lampiran with the same signatures', () => {
    const penuh = dokumenSkp(
      bahan,
      {
        ...skp,
        periode: { awal: '2026-07-01', akhir: '2026-12-31' },
        perilaku: ['Menjadi teladan pelayanan'],
        lampiran: { dukungan: ['Buku guru'], skema: ['Laporan bulanan'], konsekuensi: ['Pembinaan'] },
      },
      { tahap: 'DISETUJUI' },
    );
    expect(isi(penuh, 1)).toHaveLength(7);
    expect(isi(penuh, 1)[0]).toEqual([
      '1',
      expect.stringContaining('Berorientasi Pelayanan\n• Memahami'),
      'Menjadi teladan pelayanan',
    ]);
    expect(penuh.bagian.filter(({ bertanda }) => bertanda).map(({ judul }) => judul)).toEqual([
      'PERILAKU KERJA',
    ]);
    expect(penuh.bagian.flatMap(({ daftar }) => daftar ?? [])).toEqual([
      'Buku guru',
      'Laporan bulanan',
      'Pembinaan',
    ]);
    expect(penuh.keterangan).toContain('Periode penilaian: 1 Juli 2026 s.d. 31 Desember 2026');
  });

  it('a plan that is not agreed says so', () => {
    expect(dokumen.catatan).toEqual([]);
    expect(dokumenSkp(bahan, skp, { tahap: 'DRAF' }).catatan[0]).toContain('belum disetujui');
  });

  it('names the penilai of the SKP itself, who may be another than today, and his NIP as the school knows it', () => {
    const dulu = { id: 'p_dulu', nama: 'Warsito', nip: '196605261992032003', jabatan: 'Kepala Sekolah' };
    const lama = dokumenSkp(bahan, { ...skp, penilai: dulu }, { tahap: 'DISETUJUI' });
    expect(lama.identitas[1]?.baris.slice(0, 2)).toEqual([
      ['Nama', 'Warsito'],
      ['NIP', '19660526 199203 2 003'],
    ]);
    expect(lama.tanda[1]).toMatchObject({ nama: 'Warsito', nip: dulu.nip });
    const dibagikan = { ...dulu, id: 'p_kepala', nip: '196909131996041005' };
    expect(penilaiCetak(pegawai, null, [dulu, dibagikan])?.nip).toBe(dibagikan.nip);
    expect(penilaiCetak(pegawai, null, [dulu])?.nip).toBe('');
  });

  it('names both people as forms do; a NIP that is not known leaves its line', () => {
    expect(dokumen.identitas.map(({ baris }) => baris.map(([label]) => label))).toEqual([
      ['Nama', 'NIP', 'Pangkat/Gol. Ruang', 'Jabatan', 'Unit Kerja'],
      ['Nama', 'NIP', 'Pangkat/Gol. Ruang', 'Jabatan', 'Unit Kerja'],
    ]);
    expect(dokumen.tanda).toEqual([
      { peran: 'Pegawai yang Dinilai', tempatTanggal: '', nama: 'Kasiyem, S.Pd.SD.', nip: pegawai.nip },
      {
        peran: 'Pejabat Penilai Kinerja',
        tempatTanggal: 'Arunika, 26 November 2026',
        nama: 'Sutrisno, S.Pd.SD., M.Pd.',
        nip: '',
      },
    ]);
  });
});

describe('progres harian and akumulasi', () => {
  it('progres harian has BKN’s eight columns and rows, and its CSV nothing else', () => {
    const satu = entri({ uraian: '=1+1' });
    const dokumen = dokumenProgres(bahan, { bulan: '2026-11', entriList: [satu], skp });
    expect(judulKolom(dokumen)).toEqual([...KOLOM_BKN]);
    expect(isi(dokumen)).toEqual([barisBkn(satu.content, skp)]);
    const rows = pecahTabel(csvDokumen(dokumen).slice(1).replaceAll('\r\n', '\n').trimEnd(), ';');
    expect(rows[0]).toEqual([...KOLOM_BKN]);
    expect(rows[1]?.[4]).toBe("'=1+1");
  });

  it('akumulasi has the columns of the regulation, the last PAK first, the sum last, and says that it is an estimate', () => {
    const akumulasi = akumulasiAk(
      [{ tahun: 2024, bulanAwal: 1, bulanAkhir: 2, predikat: 'BAIK', jenjang: 'Ahli Muda' }],
      'Ahli Muda',
    );
    const dokumen = dokumenAkumulasi(bahan, { jenjang: 'Ahli Muda', awal: 5000, akumulasi });
    expect(judulKolom(dokumen)).toEqual([
      'Tahun',
      'Periodik (bulan)',
      'Predikat',
      'Prosentase',
      'Koefisien per tahun',
      'Angka kredit yang didapat',
    ]);
    expect(isi(dokumen)).toEqual([
      ['', '', 'PAK terakhir', '', '', '50,00'],
      ['2024', 'Januari-Februari', 'Baik', '100%', '25,00', '4,17'],
      ['', 'JUMLAH', '', '', '', '54,17'],
    ]);
    expect(dokumen.keterangan).toEqual(['PERKIRAAN, BUKAN PENETAPAN ANGKA KREDIT']);
    expect(dokumen.tanda).toHaveLength(1);
  });
});

describe('sheets', () => {
  const xml = (dokumen: Dokumen): string => berkasXlsx(dokumen)['xl/worksheets/sheet1.xml'] ?? '';

  it('an XLSX keeps a NIP as text, counts as numbers, and no text of a teacher as a formula', () => {
    const dokumen = rekap([entri({ uraian: '=HYPERLINK("http://jahat.example")', realisasi: 3 })]);
    expect(xml(dokumen)).toContain('<t xml:space="preserve">19860517 201003 2 001</t>');
    expect(xml(dokumen)).toContain('<v>1</v>');
    expect(xml(rekap([entri({ uraian: pegawai.nip })]))).toContain(`>${pegawai.nip}</t>`);
    expect(xml(rekap([entri({ uraian: '3 < 5 & 7 > 5' })]))).toContain('>3 &lt; 5 &amp; 7 &gt; 5</t>');
    expect(xml(dokumen)).not.toContain('<f>');
    expect(xml(dokumen)).toContain('=HYPERLINK(&quot;http://jahat.example&quot;)');
  });

  it('is well-formed XML for any text that an entry may hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (uraian) => {
        const sheet = xml(rekap([entri({ uraian })]));
        const inside = sheet.replace(/<[^<>]*>/g, '');
        expect(inside).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot);)/);
        expect([...inside].filter((letter) => letter < ' ' && letter !== '\n')).toEqual([]);
      }),
    );
  });

  it('is a zip that opens again', async () => {
    const files = unzipSync(new Uint8Array(await (await buatXlsx(rekap([]))).arrayBuffer()));
    expect(Object.keys(files).sort()).toEqual(Object.keys(berkasXlsx(rekap([]))).sort());
  });
});

it('the same records make the same description, down to the byte', () => {
  const once = (skpLain: Skp): string => JSON.stringify(dokumenSkp(bahan, skpLain, { tahap: 'DISETUJUI' }));
  expect(once(skp)).toBe(once(structuredClone(skp)));
});

describe('names of the files of many people', () => {
  it('are plain, tell whose and which document it is, and stay in their order', () => {
    expect(
      namaBerkasOrang(
        [
          { nama: 'Siti Nur’aini', nip: '198001012005011001' },
          { nama: 'Ni Made Ayu, S.Pd.', nip: '199001012015012002' },
        ],
        'rekap-2026-11',
      ),
    ).toEqual([
      'Siti-Nuraini_198001012005011001_rekap-2026-11.pdf',
      'Ni-Made-Ayu-S-Pd_199001012015012002_rekap-2026-11.pdf',
    ]);
  });

  it('are never two the same, nor anything but a plain file name', () => {
    const nama = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('Ani', 'ANI', 'ani-2', '../x', ''),
    );
    const nip = fc.constantFrom('198001012005011001', '199001012015012002');
    fc.assert(
      fc.property(fc.array(fc.record({ nama, nip }), { maxLength: 40 }), (orang) => {
        const jadi = namaBerkasOrang(orang, 'skp-2026');
        expect(new Set(jadi.map((satu) => satu.toLowerCase())).size).toBe(orang.length);
        for (const satu of jadi) expect(satu).toMatch(/^[A-Za-z0-9_-]{1,120}\.pdf$/);
      }),
    );
  });
});

describe('konversi of a year that was split by a mutation', () => {
  /** What one school holds of her: an SKP for its part of the year, and the yearly evaluation by its penilai. */
  const sekolah = (awal: string, akhir: string, predikat: 'BAIK' | 'SANGAT_BAIK'): Sumber => ({
    pegawai: async () => pegawai,
    satker: async () => aSatker(),
    entri: async () => [],
    skp: async () => [
      aSkpRecord({ content: aSkp({ periode: { awal, akhir } }), state: { tahap: 'DISETUJUI' } }),
    ],
    evaluasi: async () => [
      {
        content: {
          periode: { tahun: 2026, tipe: 'tahunan', angka: 1 },
          hasil: [],
          diri: { hasil: null, perilaku: null },
          refleksi: '',
        },
        state: { tahap: 'DITETAPKAN', predikat, pada: Date.UTC(2026, 11, 31) },
        deleted: false,
      },
    ],
    pimpinan: async () => [],
  });
  const konversi = async (sumber: Sumber): Promise<{ periode: string; ak: string }> => {
    const made = await susunDokumen(
      {
        ...{ jenis: 'konversi', pemilik: 'p', bulan: '2026-12', periode: '2026-A1' },
        ...{ denganFoto: false, tanggal: '2026-12-31', ak: null },
      },
      sumber,
    );
    if (!('dokumen' in made)) throw new Error(made.kurang);
    const periode = made.dokumen.keterangan.find((baris) => baris.startsWith('Periode')) ?? '';
    return { periode, ak: isi(made.dokumen)[0]?.[3] ?? '' };
  };

  it('is proportional in each school, by the months that its SKP covers', async () => {
    expect(await konversi(sekolah('2026-01-01', '2026-06-30', 'BAIK'))).toEqual({
      periode: 'Periode: Januari s.d. Juni 2026 (6 bulan)',
      ak: '12,50',
    });
    expect(await konversi(sekolah('2026-07-01', '2026-12-31', 'SANGAT_BAIK'))).toEqual({
      periode: 'Periode: Juli s.d. Desember 2026 (6 bulan)',
      ak: '18,75',
    });
  });

  it('gives no month twice and none to nobody, wherever in the year the day lies', async () => {
    const hari = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-30'), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(hari, async (saat) => {
        const tanggal = (geser: number): string =>
          new Date(saat.getTime() + geser * 86_400_000).toISOString().slice(0, 10);
        const bagian = await Promise.all(
          [sekolah('2026-01-01', tanggal(0), 'BAIK'), sekolah(tanggal(1), '2026-12-31', 'BAIK')].map((satu) =>
            konversi(satu).catch(() => ({ periode: '(0 bulan)', ak: '' })),
          ),
        );
        const bulan = bagian.map(({ periode }) => Number(/\((\d+) bulan\)/.exec(periode)?.[1]));
        expect(bulan.reduce((a, b) => a + b, 0)).toBe(12);
      }),
    );
  });
});
