import { type DataDihapus, hapusData, lihatHapus } from './retensi/hapus-data.ts';
import { jalankanRetensi, lewatMasa, type RetensiRooms, tabelRetensi } from './retensi/retensi.ts';

type Isian = Readonly<Record<string, string>>;
type Keluaran = { readonly kode: 0 | 1; readonly teks: string };

/** `retensi`: says what has outlived its term, and with `--lakukan` removes it. */
export const retensi = async (rooms: RetensiRooms, { lakukan }: Isian): Promise<Keluaran> => {
  const hitungan = await (lakukan === undefined ? lewatMasa(rooms) : jalankanRetensi(rooms));
  if (Object.keys(hitungan).length === 0)
    return { kode: 0, teks: 'Tidak ada yang melewati masa simpannya.\n' };
  const awal = lakukan === undefined ? 'Melewati masa simpan, belum dihapus:' : 'Dihapus:';
  const akhir = lakukan === undefined ? 'Tambahkan --lakukan untuk menghapusnya.\n' : '';
  return { kode: 0, teks: `${awal}\n${tabelRetensi(hitungan)}${akhir}` };
};

const TETAP = `Tetap, sebagai arsip kinerja (UU 43/2009), sampai masa retensi yang ditetapkan instansi: buku besar dan catatannya
(data pegawai, kegiatan, SKP, evaluasi, kendala, pesan), foto kegiatan yang dinilai, dokumen yang sudah terbit, dan
kunci umum HP-nya, yang membuktikan siapa menulis apa. Cadangan yang sudah dibuat memuat yang dihapus sampai paling
lama 12 bulan; data di HP dihapus pemiliknya: Akun, lalu Hapus data saya dari HP ini.
`;

const sebut = ({ foto, perangkat, sesi, kunci, bertugas }: DataDihapus): string =>
  [
    `${String(foto).padStart(8)}  foto yang tidak dipakai penilaian\n`,
    ...(bertugas
      ? []
      : [
          `${String(sesi).padStart(8)}  sesi\n${String(kunci).padStart(8)}  kunci sandi\n`,
          `${String(perangkat).padStart(8)}  nama HP\n          sandi, slip, pengingat, dan peramban yang dikenal\n`,
        ]),
  ].join('');

/** `data hapus`: says what of a person's data may go, and with `--lakukan` removes it. */
export const hapus = async (rooms: RetensiRooms, isian: Isian): Promise<Keluaran> => {
  const lakukan = isian['lakukan'] !== undefined;
  const hasil = await (lakukan ? hapusData(rooms, isian) : lihatHapus(rooms, isian));
  if (!hasil.ok) return { kode: 1, teks: `${hasil.kalimat}\n` };
  const masih = hasil.bertugas
    ? 'Masih bertugas: yang membuka akunnya tetap. Akhiri tugasnya dulu bila ia sudah tidak bekerja di sini.\n'
    : '';
  const akhir = lakukan ? '' : '\nBelum ada yang dihapus. Tambahkan --lakukan.\n';
  const awal = lakukan ? 'Dihapus' : 'Dapat dihapus';
  return { kode: 0, teks: `${awal} dari ${hasil.nama}:\n${sebut(hasil)}${masih}\n${TETAP}${akhir}` };
};
