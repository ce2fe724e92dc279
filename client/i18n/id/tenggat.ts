import type { Tenggat } from '../../../shared/domain/index.ts';
import { tanggalPanjang } from '../format.ts';
import { evaluasi } from './evaluasi.ts';

/** Words of what is still to be done of a year. */
export const tenggat = {
  dekat: 'Batas yang dekat',
  judul: 'Tenggat berikutnya',
  kosong: 'Tidak ada yang perlu dikerjakan saat ini.',
  unduh: 'Simpan ke kalender HP',
  unduhKet:
    'Berkas .ics dengan pengingat. Menyimpannya lagi nanti memperbarui yang lama, tidak menggandakan.',
  namaBerkas: 'tenggat-e-kinerja.ics',
  nama: (satu: Tenggat): string => {
    if (satu.jenis === 'skp') return `Ajukan SKP ${satu.tahun}`;
    const periode = evaluasi.periode(satu.periode);
    return satu.jenis === 'evaluasi' ? `Isi evaluasi ${periode}` : `Batas keberatan ${periode}`;
  },
  masa: ({ awal, akhir }: Pick<Tenggat, 'awal' | 'akhir'>, hariIni: string): string =>
    awal > hariIni
      ? `Mulai ${tanggalPanjang(awal)}, sampai ${tanggalPanjang(akhir)}`
      : `Sampai ${tanggalPanjang(akhir)}`,
  keterangan: 'Buka aplikasi e-Kinerja. Bisa tanpa internet.',
} as const;
