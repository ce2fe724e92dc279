import type { ComponentType, VNode } from 'preact';
import { lazy, Route, Router } from 'preact-iso';
import { siapkanCadangan, siapkanTitipan } from '../actions/index.ts';
import { umum } from '../i18n/id/umum.ts';
import { EmptyState, LinkButton, Page, TopBar } from '../ui/index.ts';
import { type App, useApp } from './context.ts';
import { layar } from './layar.tsx';
import { Beranda, Catat, Siapkan } from './layar-awal.tsx';
import { muatDiam, saatSenggang } from './preload.ts';
import {
  Akses,
  CatatanAudit,
  Dasbor,
  Impor,
  Ketetapan,
  Pegawai,
  PolaBersama,
  PublikasiData,
  Sekolah,
  Sistem,
  Susunan,
  TindakanKendala,
  UsulanAdmin,
} from './routes-admin.ts';

const loaders = {
  banyak: () => import('../screens/guru/banyak.tsx').then(({ Banyak }) => Banyak),
  salin: () => import('../screens/guru/salin.tsx').then(({ Salin }) => Salin),
  kegiatan: () => import('../screens/guru/kegiatan.tsx').then(({ Kegiatan }) => Kegiatan),
  kalender: () => import('../screens/guru/kalender.tsx').then(({ Kalender }) => Kalender),
  dihapus: () => import('../screens/guru/baru-dihapus.tsx').then(({ BaruDihapus }) => BaruDihapus),
  detail: () => import('../screens/guru/detail.tsx').then(({ Detail }) => Detail),
  riwayat: () => import('../screens/guru/riwayat.tsx').then(({ Riwayat }) => Riwayat),
  riwayatSaya: () => import('../screens/guru/riwayat.tsx').then(({ RiwayatSaya }) => RiwayatSaya),
  duaVersi: () => import('../screens/guru/dua-versi.tsx').then(({ DuaVersi }) => DuaVersi),
  antrean: () => import('../screens/guru/antrean.tsx').then(({ Antrean }) => Antrean),
  titipan: () => import('../screens/guru/titipan.tsx').then(({ Titipan }) => Titipan),
  pola: () => import('../screens/guru/pola.tsx').then(({ PolaCepat }) => PolaCepat),
  skp: () => import('../screens/guru/skp.tsx').then(({ Skp }) => Skp),
  skpMulai: () => import('../screens/guru/skp-mulai.tsx').then(({ SkpMulai }) => SkpMulai),
  skpIsi: () => import('../screens/guru/skp-isi.tsx').then(({ SkpIsi }) => SkpIsi),
  skpLihat: () => import('../screens/guru/skp-lihat.tsx').then(({ SkpLihat }) => SkpLihat),
  evaluasi: () => import('../screens/guru/evaluasi.tsx').then(({ EvaluasiDaftar }) => EvaluasiDaftar),
  evaluasiSatu: () => import('../screens/guru/evaluasi-satu.tsx').then(({ EvaluasiSatu }) => EvaluasiSatu),
  praktik: () => import('../screens/guru/praktik.tsx').then(({ PraktikSaya }) => PraktikSaya),
  dataDiri: () => import('../screens/guru/data-diri.tsx').then(({ DataDiri }) => DataDiri),
  jadwal: () => import('../screens/guru/jadwal.tsx').then((m) => m.JadwalMengajar),
  beban: () => import('../screens/guru/beban.tsx').then(({ BebanSaya }) => BebanSaya),
  setahun: () => import('../screens/guru/setahun.tsx').then(({ SetahunSaya }) => SetahunSaya),
  dialogKarier: () => import('../screens/guru/dialog.tsx').then(({ DialogSaya }) => DialogSaya),
  portofolio: () => import('../screens/guru/portofolio.tsx').then(({ PortofolioSaya }) => PortofolioSaya),
  kendala: () => import('../screens/guru/kendala.tsx').then(({ KendalaSaya }) => KendalaSaya),
  akun: () => import('../screens/guru/akun.tsx').then(({ Akun }) => Akun),
  perangkat: () => import('../screens/guru/perangkat.tsx').then(({ Perangkat }) => Perangkat),
  pengingat: () => import('../screens/guru/pengingat.tsx').then(({ PengingatSetelan }) => PengingatSetelan),
  gantiSandi: () => import('../screens/guru/ganti-sandi.tsx').then(({ GantiSandi }) => GantiSandi),
  kunci: () => import('../screens/guru/kunci-aplikasi.tsx').then(({ KunciAplikasi }) => KunciAplikasi),
  kunciSandi: () =>
    import('../screens/guru/kunci-sandi.tsx').then(({ KunciSandiSetelan }) => KunciSandiSetelan),
  penyimpanan: () => import('../screens/guru/penyimpanan.tsx').then(({ Penyimpanan }) => Penyimpanan),
  bantuan: () => import('../screens/guru/bantuan.tsx').then(({ Bantuan }) => Bantuan),
  privasi: () => import('../screens/guru/privasi.tsx').then(({ Privasi }) => Privasi),
  umpan: () => import('../screens/guru/umpan.tsx').then(({ Umpan }) => Umpan),
  bagikan: () => import('../screens/guru/bagikan.tsx').then(({ Bagikan }) => Bagikan),
  angkaKredit: () => import('../screens/dokumen/angka-kredit.tsx').then(({ AngkaKredit }) => AngkaKredit),
  dokumen: () => import('../screens/dokumen/daftar.tsx').then(({ DokumenDaftar }) => DokumenDaftar),
  dokumenLihat: () => import('../screens/dokumen/lihat.tsx').then(({ DokumenLihat }) => DokumenLihat),
};
const wilayahLoaders = {
  sekolah: () => import('../screens/wilayah/sekolah.tsx').then(({ SekolahWilayah }) => SekolahWilayah),
  satu: () => import('../screens/wilayah/sekolah-satu.tsx').then(({ SekolahSatu }) => SekolahSatu),
};
const penilaiLoaders = {
  beranda: () => import('../screens/penilai/beranda.tsx').then(({ BerandaPenilai }) => BerandaPenilai),
  periksa: () => import('../screens/penilai/periksa.tsx').then(({ Periksa }) => Periksa),
  guru: () => import('../screens/penilai/guru.tsx').then(({ GuruDaftar }) => GuruDaftar),
  guruSatu: () => import('../screens/penilai/guru-satu.tsx').then(({ GuruSatu }) => GuruSatu),
  skpDaftar: () => import('../screens/penilai/skp-daftar.tsx').then(({ SkpDaftar }) => SkpDaftar),
  skpPeriksa: () => import('../screens/penilai/skp-periksa.tsx').then(({ SkpPeriksa }) => SkpPeriksa),
  skpBagikan: () => import('../screens/penilai/skp-bagikan.tsx').then(({ SkpBagikan }) => SkpBagikan),
  praktik: () => import('../screens/penilai/praktik.tsx').then(({ PraktikGuru }) => PraktikGuru),
  kalender: () =>
    import('../screens/penilai/kalender-sekolah.tsx').then(({ KalenderSekolah }) => KalenderSekolah),
  pola: () => import('../screens/penilai/pola-sekolah.tsx').then((m) => m.PolaSekolahLayar),
  dokumen: () => import('../screens/dokumen/semua.tsx').then(({ DokumenSemua }) => DokumenSemua),
  wawasan: () => import('../screens/penilai/wawasan.tsx').then(({ WawasanSekolah }) => WawasanSekolah),
  laporan: () =>
    import('../screens/penilai/wawasan-laporan.tsx').then(({ LaporanPekanIni }) => LaporanPekanIni),
  pemulihan: () => import('../screens/penilai/pemulihan.tsx').then(({ Pemulihan }) => Pemulihan),
  evaluasi: () => import('../screens/penilai/evaluasi.tsx').then(({ EvaluasiGuru }) => EvaluasiGuru),
  keberatan: () =>
    import('../screens/penilai/evaluasi-atasan.tsx').then(({ KeberatanAtasan }) => KeberatanAtasan),
};

const Banyak = layar(loaders.banyak);
const Salin = layar(loaders.salin);
const Kegiatan = layar(loaders.kegiatan);
const Kalender = layar(loaders.kalender);
const BaruDihapus = layar(loaders.dihapus);
const Detail = layar(loaders.detail);
const Riwayat = layar(loaders.riwayat);
const RiwayatSaya = layar(loaders.riwayatSaya);
const DuaVersi = layar(loaders.duaVersi);
const Antrean = layar(loaders.antrean);
const Titipan = layar(loaders.titipan);
const PolaCepat = layar(loaders.pola);
const Skp = layar(loaders.skp);
const SkpMulai = layar(loaders.skpMulai);
const SkpIsi = layar(loaders.skpIsi);
const SkpLihat = layar(loaders.skpLihat);
const EvaluasiDaftar = layar(loaders.evaluasi);
const EvaluasiSatu = layar(loaders.evaluasiSatu);
const PraktikSaya = layar(loaders.praktik);
const DataDiri = layar(loaders.dataDiri);
const JadwalMengajar = layar(loaders.jadwal);
const BebanSaya = layar(loaders.beban);
const SetahunSaya = layar(loaders.setahun);
const DialogSaya = layar(loaders.dialogKarier);
const PortofolioSaya = layar(loaders.portofolio);
const KendalaSaya = layar(loaders.kendala);
const Akun = layar(loaders.akun);
const Perangkat = layar(loaders.perangkat);
const PengingatSetelan = layar(loaders.pengingat);
const GantiSandi = layar(loaders.gantiSandi);
const KunciAplikasi = layar(loaders.kunci);
const KunciSandi = layar(loaders.kunciSandi);
const Penyimpanan = layar(loaders.penyimpanan);
const Bantuan = layar(loaders.bantuan);
const Privasi = layar(loaders.privasi);
const Bagikan = layar(loaders.bagikan);
const Umpan = layar(loaders.umpan);
const AngkaKredit = layar(loaders.angkaKredit);
const DokumenDaftar = layar(loaders.dokumen);
const DokumenLihat = layar(loaders.dokumenLihat);
const SekolahWilayah = layar(wilayahLoaders.sekolah);
const SekolahSatu = layar(wilayahLoaders.satu);
const BerandaPenilai = layar(penilaiLoaders.beranda);
const Periksa = layar(penilaiLoaders.periksa);
const GuruDaftar = layar(penilaiLoaders.guru);
const GuruSatu = layar(penilaiLoaders.guruSatu);
const SkpDaftar = layar(penilaiLoaders.skpDaftar);
const SkpPeriksa = layar(penilaiLoaders.skpPeriksa);
const SkpBagikan = layar(penilaiLoaders.skpBagikan);
const WawasanSekolah = layar(penilaiLoaders.wawasan);
const LaporanPekanIni = layar(penilaiLoaders.laporan);
const KalenderSekolah = layar(penilaiLoaders.kalender);
const PolaSekolah = layar(penilaiLoaders.pola);
const Pemulihan = layar(penilaiLoaders.pemulihan);
const DokumenSemua = layar(penilaiLoaders.dokumen);
const PraktikGuru = layar(penilaiLoaders.praktik);
const EvaluasiGuru = layar(penilaiLoaders.evaluasi);
const KeberatanAtasan = layar(penilaiLoaders.keberatan);

/** Has the screens at hand before they are asked for; a head's, SKP, evaluation, angka kredit, Pola, Isi banyak, Riwayat and the seal are in no precache: this keeps them for offline. What only the server can tell (Perangkat) is loaded when it is asked for. */
export const preloadRest = (app: App): void => {
  const { peran } = app;
  const jarang = [
    loaders.banyak,
    loaders.jadwal,
    loaders.bantuan,
    loaders.pengingat,
    loaders.riwayat,
    loaders.skp,
    loaders.evaluasiSatu,
    loaders.praktik,
    loaders.dataDiri,
    loaders.kendala,
    loaders.dokumenLihat,
    loaders.setahun,
  ];
  const wanted =
    peran === 'penilai'
      ? [...Object.values(penilaiLoaders), loaders.detail, Catat.preload, ...jarang]
      : [Catat.preload, loaders.kegiatan, loaders.detail, ...jarang];
  const logo = () => import('../screens/dokumen/muat.ts').then(({ siapkanLogo }) => siapkanLogo(app));
  const loads: readonly (() => Promise<unknown>)[] = [
    siapkanCadangan,
    loaders.bagikan,
    ...wanted,
    siapkanTitipan,
    logo,
  ];
  const next = (i: number): void => {
    const load = loads[i];
    if (load) saatSenggang(() => void muatDiam(load).then((datang) => datang && next(i + 1)));
  };
  next(0);
};

const TidakAda = () => (
  <Page title={umum.tidakAda.pendek} bar={<TopBar title={umum.tidakAda.pendek} />}>
    <EmptyState
      icon="search"
      text={`${umum.tidakAda.judul}. ${umum.tidakAda.isi}`}
      actions={
        <LinkButton kind="utama" href="/">
          {umum.aksi.keBeranda}
        </LinkButton>
      }
    />
  </Page>
);

/** The design system on one page, for whoever works on it: in development only. */
const Galeri = import.meta.env.DEV
  ? lazy(() => import('./galeri.tsx').then(({ Galeri: Layar }) => Layar))
  : TidakAda;

const HanyaPenilai = () => (
  <Page title={umum.tidakAda.pendek} bar={<TopBar title={umum.tidakAda.pendek} />}>
    <EmptyState
      icon="lock"
      text={umum.hanyaPenilai}
      actions={
        <LinkButton kind="utama" href="/">
          {umum.aksi.keBeranda}
        </LinkButton>
      }
    />
  </Page>
);

/** Every screen of a signed-in person. A head has a home of his own and keeps his own work under /saya. */
export const Layar = ({ onChange }: { onChange: (url: string) => void }): VNode => {
  const { peran, admin, mengimpor, memantau } = useApp();
  const penilai = peran === 'penilai';
  const adminRumah = mengimpor ? Dasbor : UsulanAdmin;
  const milikPenilai = (layar: ComponentType): ComponentType => (penilai ? layar : HanyaPenilai);
  const milikDinas = (layar: ComponentType): ComponentType => (mengimpor ? layar : TidakAda);
  const milikPemantau = (layar: ComponentType): ComponentType => (memantau ? layar : TidakAda);
  return (
    <Router onRouteChange={onChange}>
      <Route path="/" component={admin === 'saja' ? adminRumah : penilai ? BerandaPenilai : Beranda} />
      <Route path="/impor" component={milikDinas(Impor)} />
      <Route path="/usulan" component={admin === 'tidak' ? TidakAda : UsulanAdmin} />
      <Route path="/data-diri" component={DataDiri} />
      <Route path="/akses" component={admin === 'tidak' ? TidakAda : Akses} />
      <Route path="/dasbor" component={milikDinas(Dasbor)} />
      <Route path="/pegawai" component={milikDinas(Pegawai)} />
      <Route path="/susunan" component={milikDinas(Susunan)} />
      <Route path="/catatan-audit" component={admin === 'tidak' ? TidakAda : CatatanAudit} />
      <Route path="/ketetapan" component={milikDinas(Ketetapan)} />
      <Route path="/publikasi" component={milikDinas(PublikasiData)} />
      <Route path="/tindakan" component={milikDinas(TindakanKendala)} />
      <Route path="/sistem" component={milikDinas(Sistem)} />
      <Route path="/sekolah" component={admin === 'tidak' ? TidakAda : Sekolah} />
      <Route path="/pola-bersama" component={admin === 'tidak' ? TidakAda : PolaBersama} />
      <Route path="/saya" component={Beranda} />
      <Route path="/siapkan" component={Siapkan} />
      <Route path="/catat" component={Catat} />
      <Route path="/catat/banyak" component={Banyak} />
      <Route path="/catat/:draftId" component={Catat} />
      <Route path="/salin" component={Salin} />
      <Route path="/kegiatan" component={Kegiatan} />
      <Route path="/kegiatan/kalender" component={Kalender} />
      <Route path="/kegiatan/dihapus" component={BaruDihapus} />
      <Route path="/kegiatan/:id" component={Detail} />
      <Route path="/kegiatan/:id/versi" component={DuaVersi} />
      <Route path="/kegiatan/:id/riwayat" component={Riwayat} />
      <Route path="/antrean" component={Antrean} />
      <Route path="/titipan" component={Titipan} />
      <Route path="/pola" component={PolaCepat} />
      <Route path="/skp" component={Skp} />
      <Route path="/skp/mulai" component={SkpMulai} />
      <Route path="/skp/isi/:id" component={SkpIsi} />
      <Route path="/skp/lihat/:id" component={SkpLihat} />
      <Route path="/skp/bagikan" component={milikPenilai(SkpBagikan)} />
      <Route path="/evaluasi" component={EvaluasiDaftar} />
      <Route path="/evaluasi/:periode" component={EvaluasiSatu} />
      <Route path="/praktik" component={PraktikSaya} />
      <Route path="/setahun" component={SetahunSaya} />
      <Route path="/dialog-karier" component={DialogSaya} />
      <Route path="/portofolio" component={PortofolioSaya} />
      <Route path="/kendala" component={KendalaSaya} />
      <Route path="/observasi" component={milikPenilai(PraktikGuru)} />
      <Route path="/dokumen" component={DokumenDaftar} />
      <Route path="/dokumen/semua" component={milikPenilai(DokumenSemua)} />
      <Route path="/dokumen/:jenis" component={DokumenLihat} />
      <Route path="/angka-kredit" component={AngkaKredit} />
      <Route path="/akun" component={Akun} />
      <Route path="/akun/riwayat" component={RiwayatSaya} />
      <Route path="/akun/perangkat" component={Perangkat} />
      <Route path="/akun/sandi" component={GantiSandi} />
      <Route path="/akun/kunci" component={KunciAplikasi} />
      <Route path="/akun/kunci-sandi" component={KunciSandi} />
      <Route path="/akun/penyimpanan" component={Penyimpanan} />
      <Route path="/akun/pengingat" component={PengingatSetelan} />
      <Route path="/akun/jadwal" component={JadwalMengajar} />
      <Route path="/akun/beban" component={BebanSaya} />
      <Route path="/akun/privasi" component={Privasi} />
      <Route path="/bantuan" component={Bantuan} />
      <Route path="/umpan" component={Umpan} />
      <Route path="/bagikan" component={Bagikan} />
      <Route path="/periksa" component={milikPenilai(Periksa)} />
      <Route path="/periksa/skp" component={milikPenilai(SkpDaftar)} />
      <Route path="/periksa/skp/:id" component={milikPenilai(SkpPeriksa)} />
      <Route path="/guru" component={milikPenilai(GuruDaftar)} />
      <Route path="/guru/:owner" component={milikPenilai(GuruSatu)} />
      <Route path="/guru/:owner/rhk" component={milikPenilai(GuruSatu)} />
      <Route path="/penilaian" component={milikPenilai(EvaluasiGuru)} />
      <Route path="/keberatan" component={milikPenilai(KeberatanAtasan)} />
      <Route path="/keberatan/:id" component={milikPenilai(KeberatanAtasan)} />
      <Route path="/wawasan" component={milikPenilai(WawasanSekolah)} />
      <Route path="/wawasan/laporan" component={milikPenilai(LaporanPekanIni)} />
      <Route path="/wilayah" component={milikPemantau(SekolahWilayah)} />
      <Route path="/wilayah/:shard" component={milikPemantau(SekolahSatu)} />
      <Route path="/kalender-sekolah" component={milikPenilai(KalenderSekolah)} />
      <Route path="/pola-sekolah" component={milikPenilai(PolaSekolah)} />
      <Route path="/pemulihan" component={milikPenilai(Pemulihan)} />
      <Route path="/galeri" component={Galeri} />
      <Route default component={TidakAda} />
    </Router>
  );
};
