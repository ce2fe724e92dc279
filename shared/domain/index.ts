export * from './alur.ts';
export * from './angka-kredit.ts';
export * from './aturan-ak.ts';
export * from './baca-jadwal.ts';
export * from './baca-kalender.ts';
export * from './baca-sel.ts';
export * from './beban.ts';
export * from './beban-lapor.ts';
export * from './beda-skp.ts';
export * from './berakhlak.ts';
export * from './bertugas.ts';
export * from './bkn.ts';
export * from './bulan-dinilai.ts';
export * from './entri-sama.ts';
export * from './ics.ts';
export * from './istilah.ts';
export * from './jadwal-hari.ts';
export * from './jadwal-susun.ts';
export * from './jam.ts';
export * from './jam-server.ts';
export * from './kalender.ts';
export * from './kalender-sekolah.ts';
export * from './keberatan.ts';
export * from './kendala.ts';
export * from './kunci-aplikasi.ts';
export * from './laporan-pekan.ts';
export * from './libur-nasional.ts';
export * from './masa-simpan.ts';
export * from './masukan.ts';
export * from './nama.ts';
export * from './nip.ts';
export * from './pengingat.ts';
export * from './penugasan.ts';
export * from './periksa-entri.ts';
export * from './periksa-skp.ts';
export * from './periode.ts';
export * from './pola-sekolah.ts';
export * from './portofolio.ts';
export * from './portofolio-publik.ts';
export * from './praktik.ts';
export * from './predikat.ts';
export * from './pustaka-rhk.ts';
export * from './realisasi.ts';
export {
  type EntriTercatat,
  hariDitagih,
  type RingkasBulan,
  type RingkasHari,
  ringkasBulan,
  tanpaAbsen,
} from './ringkas.ts';
export * from './ringkas-rhk.ts';
export * from './salin.ts';
export * from './saran-uraian.ts';
export * from './sebaran-predikat.ts';
export * from './sebaran-rhk.ts';
export * from './setahun.ts';
export * from './skp-berlaku.ts';
export * from './susunan.ts';
export * from './tanda.ts';
export * from './tanda-awal.ts';
export * from './tanggal.ts';
export * from './tarik-evaluasi.ts';
export * from './tebak.ts';
export * from './tebak-pekan.ts';
export * from './teks-polos.ts';
export * from './tempelan.ts';
export * from './tenggat.ts';
export * from './tindakan-kendala.ts';
export * from './usulan.ts';
export * from './wawasan.ts';
