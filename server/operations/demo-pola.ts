import type { Entri, Pola, Skp } from '../../shared/records/index.ts';

/** Short names that people would give to what they record again and again. */
const NAMA: Readonly<Record<string, string>> = {
  AJR: 'Mengajar',
  UPC: 'Upacara pagi',
  PKT: 'Piket harian',
  EKS: 'Ekstrakurikuler',
  ASF: 'Kuis di kelas',
  NIL: 'Isi rapor',
  KOK: 'Kokurikuler',
  LIT: 'Literasi pagi',
  KKG: 'Pertemuan KKG',
  RPT: 'Rapat',
  KOR: 'Koreksi tugas',
  WAL: 'Wali kelas',
};

/** Quick patterns of a teacher: her three most frequent activities; a lesson takes its time from the timetable. */
export const polaGuru = (entri: readonly Entri[], skp: Skp): Pola[] => {
  const perAksi = new Map<string, Entri[]>();
  for (const satu of entri) {
    const kunci = `${satu.rhk} ${satu.rencanaAksi}`;
    perAksi.set(kunci, [...(perAksi.get(kunci) ?? []), satu]);
  }
  const tersering = [...perAksi.values()]
    .filter(({ length }) => length > 1)
    .sort((a, b) => b.length - a.length);
  return tersering.slice(0, 3).flatMap(([satu]) => {
    const rhk = skp.rhk.find(({ kode }) => kode === satu?.rhk);
    const aksi = rhk?.rencanaAksi.find(({ kode }) => kode === satu?.rencanaAksi);
    if (!satu || !aksi) return [];
    const mengajar = aksi.kode === 'AJR';
    return [
      {
        nama: NAMA[aksi.kode] ?? aksi.nama.slice(0, 40),
        rhk: satu.rhk,
        rencanaAksi: satu.rencanaAksi,
        uraian: aksi.nama,
        mulai: mengajar ? null : satu.mulai,
        selesai: mengajar ? null : satu.selesai,
        realisasi: mengajar ? 2 : 1,
        satuan: aksi.satuan,
      },
    ];
  });
};
