import { cleanText, type Skp } from '../../shared/records/index.ts';

const bersih = (teks: string): string => cleanText(teks).trim();
const terisi = (...teks: readonly string[]): boolean => teks.some((satu) => satu.trim() !== '');
const butir = (daftar: readonly string[]): string[] => daftar.map(bersih).filter((satu) => satu !== '');

const rapiRhk = ({ intervensi, ...one }: Skp['rhk'][number]): Skp['rhk'][number] => ({
  ...one,
  rhk: bersih(one.rhk),
  intervensi: bersih(intervensi ?? '') || null,
  indikator: one.indikator
    .filter(({ indikator, target, satuan }) => terisi(indikator, target, satuan))
    .map(({ aspek, indikator, target, satuan }) => ({
      aspek,
      indikator: bersih(indikator),
      target: bersih(target),
      satuan: bersih(satuan),
    })),
  rencanaAksi: one.rencanaAksi
    .filter(({ nama, satuan }) => terisi(nama, satuan))
    .map(({ kode, nama, satuan }) => ({ kode, nama: bersih(nama), satuan: bersih(satuan) })),
});

/** What a person typed, as it is stored: without spaces at the ends, empty rows and half a period. */
export const rapiSkp = ({ periode, penilai, perilaku, lampiran, alasan, ...isi }: Skp): Skp => ({
  ...isi,
  rhk: isi.rhk.map(rapiRhk),
  ...(periode?.awal && periode.akhir ? { periode } : {}),
  ...(penilai && terisi(penilai.nama)
    ? {
        penilai: {
          id: penilai.id,
          nama: bersih(penilai.nama),
          nip: bersih(penilai.nip),
          jabatan: bersih(penilai.jabatan),
        },
      }
    : {}),
  ...(perilaku ? { perilaku: perilaku.map(bersih) } : {}),
  ...(lampiran
    ? {
        lampiran: {
          dukungan: butir(lampiran.dukungan),
          skema: butir(lampiran.skema),
          konsekuensi: butir(lampiran.konsekuensi),
        },
      }
    : {}),
  ...(terisi(alasan ?? '') ? { alasan: bersih(alasan ?? '') } : {}),
});
