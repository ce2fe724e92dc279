import { type EntriTercatat, ringkasBulan, ringkasRhk, TAHAP_ENTRI } from '../domain/index.ts';
import type { Entri } from '../records/entri.ts';
import type { Skp } from '../records/skp.ts';
import { type Bahan, bulanSurat, hariSurat, identitas, kop, tandaTangan } from './bahan.ts';
import type { Baris, Dokumen, FotoDokumen } from './dokumen.ts';

/** A month's entries and what they are held against; the photos are left out where they are not wanted. */
export type BahanRekap = {
  readonly bulan: string;
  readonly entriList: readonly EntriTercatat[];
  readonly skp: Skp | null;
  readonly denganFoto: boolean;
};

/** Entries that count: not deleted, not withdrawn, in the order in which they happened. */
export const entriBerlaku = (list: readonly EntriTercatat[], bulan: string): EntriTercatat[] =>
  list
    .filter(
      ({ content, state, deleted }) =>
        !deleted && state.tahap !== 'DITARIK' && content.tanggal.startsWith(`${bulan}-`),
    )
    .sort(
      (a, b) =>
        a.content.tanggal.localeCompare(b.content.tanggal) ||
        a.content.mulai.localeCompare(b.content.mulai) ||
        a.content.uraian.localeCompare(b.content.uraian),
    );

const jam = (waktu: string): string => waktu.replace(':', '.');

const bukti = ({ foto, tautan }: Entri): string =>
  [foto.length > 0 ? `${foto.length} foto` : '', ...tautan].filter(Boolean).join('\n');

const rencana = ({ rhk, rencanaAksi }: Entri, skp: Skp | null): string => {
  const milik = skp?.rhk.find(({ kode }) => kode === rhk);
  return milik?.rencanaAksi.find(({ kode }) => kode === rencanaAksi)?.nama ?? milik?.rhk ?? '';
};

const barisEntri = ({ content, state }: EntriTercatat, nomor: number, skp: Skp | null): Baris => ({
  sel: [
    String(nomor),
    hariSurat(content.tanggal),
    `${jam(content.mulai)}-${jam(content.selesai)}`,
    [content.uraian, content.catatan].filter(Boolean).join('\n'),
    rencana(content, skp),
    `${content.realisasi} ${content.satuan}`,
    bukti(content),
    TAHAP_ENTRI[state.tahap],
  ],
});

const KOLOM = [
  { judul: 'No', lebar: 4, rata: 'tengah' },
  { judul: 'Hari, tanggal', lebar: 13 },
  { judul: 'Jam', lebar: 9 },
  { judul: 'Kegiatan', lebar: 28 },
  { judul: 'Rencana aksi', lebar: 20 },
  { judul: 'Realisasi', lebar: 9 },
  { judul: 'Bukti dukung', lebar: 9 },
  { judul: 'Status', lebar: 8 },
] as const;

const perRhk = (skp: Skp, entriList: readonly EntriTercatat[]): Baris[] =>
  ringkasRhk(skp, entriList).map(({ kode, jumlah, disetujui, volume }, i) => ({
    sel: [
      String(i + 1),
      skp.rhk.find((rhk) => rhk.kode === kode)?.rhk ?? kode,
      String(jumlah),
      String(disetujui),
      Object.entries(volume)
        .map(([satuan, banyak]) => `${banyak} ${satuan}`)
        .join('\n'),
    ],
  }));

const fotoBulan = (entriList: readonly EntriTercatat[]): FotoDokumen[] =>
  entriList.flatMap(({ content: { foto, tanggal, uraian } }, i) =>
    foto.map(({ sha }) => ({ sha, keterangan: `${i + 1}. ${hariSurat(tanggal)}: ${uraian}` })),
  );

/** Rekap kegiatan of one month: every entry that counts, sums per RHK, and the photos if wanted. */
export const dokumenRekap = (bahan: Bahan, { bulan, entriList, skp, denganFoto }: BahanRekap): Dokumen => {
  const berlaku = entriBerlaku(entriList, bulan);
  const { hariKerja, terisi } = ringkasBulan(bulan, berlaku, bahan.satker, bahan.tanggal);
  const terkunci = bahan.satker?.bulanTerkunci.includes(bulan) ?? false;
  const foto = denganFoto ? fotoBulan(berlaku) : [];
  return {
    jenis: 'rekap',
    ...kop(bahan),
    judul: 'REKAPITULASI KEGIATAN BULANAN',
    keterangan: [
      `Bulan: ${bulanSurat(bulan)}`,
      `${berlaku.length} kegiatan, ${terisi} dari ${hariKerja} hari kerja terisi`,
    ],
    identitas: identitas(bahan),
    bagian: [
      {
        judul: null,
        tabel: {
          kolom: KOLOM,
          baris: berlaku.map((entri, i) => barisEntri(entri, i + 1, skp)),
          kosong: 'Tidak ada kegiatan pada bulan ini.',
        },
      },
      ...(skp && berlaku.length > 0
        ? [
            {
              judul: 'RINGKASAN PER RENCANA HASIL KERJA',
              tabel: {
                kolom: [
                  { judul: 'No', lebar: 5, rata: 'tengah' as const },
                  { judul: 'Rencana hasil kerja', lebar: 55 },
                  { judul: 'Kegiatan', lebar: 11, rata: 'kanan' as const },
                  { judul: 'Disetujui', lebar: 11, rata: 'kanan' as const },
                  { judul: 'Realisasi', lebar: 18 },
                ],
                baris: perRhk(skp, berlaku),
                kosong: '',
              },
            },
          ]
        : []),
      ...(foto.length > 0 ? [{ judul: 'FOTO KEGIATAN', foto }] : []),
    ],
    tanda: tandaTangan(bahan),
    catatan: [],
    sah: terkunci,
    arah: 'rebah',
    tanggal: bahan.tanggal,
  };
};
