import type { ComponentProps } from 'preact';
import type { App } from '../../app/context.ts';
import { caraPasang, pasang, terpasang } from '../../app/install.ts';
import { akun as words } from '../../i18n/id/akun.ts';
import { beban } from '../../i18n/id/beban.ts';
import { detail } from '../../i18n/id/guru.ts';
import { titip } from '../../i18n/id/titip.ts';
import { umum } from '../../i18n/id/umum.ts';
import { ListRow, Section } from '../../ui/index.ts';

type Baris = ComponentProps<typeof ListRow>;
type Kelompok = { readonly judul: string; readonly baris: readonly (Baris | false)[] };

const kerja = (app: App): Kelompok => {
  const { unsent, refused } = app.engine.status.value;
  const belum = unsent + refused;
  const mencatat = app.admin !== 'saja';
  return {
    judul: words.kerja,
    baris: [
      {
        leading: 'cloud-upload',
        title: words.antrean,
        href: '/antrean',
        ...(belum > 0 ? { trailing: <b>{belum}</b> } : {}),
      },
      { leading: 'users', title: titip.halaman, href: '/titipan' },
      app.peran === 'penilai' && { leading: 'target', title: words.skpSaya, href: '/skp' },
      mencatat && { leading: 'calendar', title: words.jadwal, meta: words.jadwalIsi, href: '/akun/jadwal' },
      { leading: 'star', title: words.pola, href: '/pola' },
      { leading: 'message', title: detail.umpan, href: '/umpan' },
      { leading: 'clock', title: words.pengingat, meta: words.pengingatIsi, href: '/akun/pengingat' },
      { leading: 'zap', title: beban.judul, meta: beban.ket, href: '/akun/beban' },
      mencatat && { leading: 'calendar', title: words.setahun, meta: words.setahunIsi, href: '/setahun' },
      { leading: 'book', title: words.dokumen, meta: words.dokumenIsi, href: '/dokumen' },
      { leading: 'trash', title: words.baruDihapus, href: '/kegiatan/dihapus' },
    ],
  };
};

const urusanSekolah = (app: App): Kelompok => {
  const kepala = app.peran === 'penilai';
  const admin = app.admin !== 'tidak';
  return {
    judul: words.urusanSekolah,
    baris: [
      app.mengimpor && { leading: 'users', title: words.admin, meta: words.adminIsi, href: '/dasbor' },
      app.mengimpor && { leading: 'cloud-upload', title: words.impor, meta: words.imporIsi, href: '/impor' },
      app.admin === 'juga' &&
        !app.mengimpor && { leading: 'eye', title: words.wilayah, meta: words.wilayahIsi, href: '/wilayah' },
      admin && { leading: 'users', title: words.akses, meta: words.aksesIsi, href: '/akses' },
      admin && { leading: 'book', title: words.sekolah, meta: words.sekolahIsi, href: '/sekolah' },
      admin && { leading: 'eye', title: words.catatan, meta: words.catatanIsi, href: '/catatan-audit' },
      admin && { leading: 'clipboard-check', title: words.usulan, meta: words.usulanIsi, href: '/usulan' },
      kepala && {
        leading: 'calendar',
        title: words.kalenderSekolah,
        meta: words.kalenderSekolahIsi,
        href: '/kalender-sekolah',
      },
      kepala && {
        leading: 'star',
        title: words.polaSekolah,
        meta: words.polaSekolahIsi,
        href: '/pola-sekolah',
      },
    ],
  };
};

const keamanan = (app: App): Kelompok => ({
  judul: words.keamanan,
  baris: [
    app.admin !== 'saja' && {
      leading: 'user',
      title: words.dataDiri,
      meta: words.dataDiriIsi,
      href: '/data-diri',
    },
    { leading: 'smartphone', title: words.perangkat, meta: words.perangkatIsi, href: '/akun/perangkat' },
    !app.latihan && { leading: 'lock', title: words.kunci, meta: words.kunciIsi, href: '/akun/kunci' },
    { leading: 'pencil-line', title: words.gantiSandi, meta: words.gantiSandiIsi, href: '/akun/sandi' },
    (app.peran === 'penilai' || app.admin !== 'tidak') && {
      leading: 'lock',
      title: words.kunciSandi,
      meta: words.kunciSandiIsi,
      href: '/akun/kunci-sandi',
    },
    { leading: 'clock', title: words.riwayat, meta: words.riwayatIsi, href: '/akun/riwayat' },
    { leading: 'smartphone', title: words.penyimpanan, href: '/akun/penyimpanan' },
  ],
});

const lainnya = (): Kelompok => ({
  judul: umum.aksi.lainnya,
  baris: [
    { leading: 'eye', title: words.privasi, meta: words.privasiIsi, href: '/akun/privasi' },
    { leading: 'help', title: words.bantuan, meta: words.bantuanIsi, href: '/bantuan' },
    caraPasang.value === 'tanya' &&
      !terpasang() && { leading: 'plus-square', title: words.pasang, onClick: () => void pasang() },
  ],
});

/** Everything else that there is, by what it is for. */
export const DaftarAkun = ({ app }: { app: App }) =>
  [kerja(app), urusanSekolah(app), keamanan(app), lainnya()].map(({ judul, baris }) => {
    const ada = baris.filter((satu): satu is Baris => satu !== false);
    if (ada.length === 0) return null;
    return (
      <Section key={judul} title={judul}>
        <ul class="daftar">
          {ada.map((satu) => (
            <li key={satu.title}>
              <ListRow {...satu} />
            </li>
          ))}
        </ul>
      </Section>
    );
  });
