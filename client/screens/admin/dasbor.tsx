import { useEffect } from 'preact/hooks';
import type { KeadaanOrganisasi } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { daftarUsulan } from '../../app/usulan.ts';
import { tandaUsulan } from '../../app/usulan-tanda.ts';
import { angka } from '../../i18n/format.ts';
import { pegawai as words } from '../../i18n/id/pegawai.ts';
import { umum } from '../../i18n/id/umum.ts';
import { usulan as kataUsulan } from '../../i18n/id/usulan.ts';
import { Banner, EmptyState, type IconName, ListRow, Page, Section, TopBar } from '../../ui/index.ts';
import { useOrganisasi } from './susunan.tsx';
import './pegawai.css';

type Hal = { readonly icon: IconName; readonly judul: string; readonly isi: string; readonly href: string };

/** What there is to do, the most pressing first; nothing of it is counted where there is none. */
const menunggu = (
  { jumlahTemuan, impor, belumMasuk, akanBerubah }: KeadaanOrganisasi,
  usulan: number,
): Hal[] => {
  const salah = (impor?.bermasalah ?? 0) + (impor?.ditolak ?? 0);
  const berkas = impor ? words.imporIsi(impor.berkas, impor.pada) : '';
  const semua: (Hal & { readonly banyak: number })[] = [
    {
      banyak: usulan,
      ...{ icon: 'clipboard-check', judul: kataUsulan.admin.menungguKeputusan(usulan) },
      ...{ isi: words.usulanIsi, href: '/usulan' },
    },
    {
      banyak: jumlahTemuan,
      ...{
        icon: 'triangle-alert',
        judul: words.temuanBanyak(jumlahTemuan),
        isi: words.temuanIsi,
        href: '/susunan',
      },
    },
    { banyak: salah, icon: 'cloud-upload', judul: words.imporSalah(salah), isi: berkas, href: '/impor' },
    {
      banyak: impor?.hilang ?? 0,
      ...{ icon: 'search', judul: words.imporHilang(impor?.hilang ?? 0), isi: berkas, href: '/impor' },
    },
    {
      banyak: belumMasuk,
      ...{ icon: 'user', judul: words.belumMasukBanyak(belumMasuk), isi: words.belumMasukIsi },
      href: '/pegawai?saring=belumMasuk',
    },
    {
      banyak: akanBerubah,
      ...{ icon: 'clock', judul: words.akanBerubahBanyak(akanBerubah), isi: words.akanBerubahIsi },
      href: '/pegawai?saring=akanBerubah',
    },
  ];
  return semua.filter(({ banyak }) => banyak > 0);
};

const Ringkasan = ({ keadaan }: { keadaan: KeadaanOrganisasi }) => (
  <Section title={words.ringkasan}>
    <p>
      <b>{angka(keadaan.pegawai)}</b> {words.jumlahPegawai} · <b>{angka(keadaan.unit)}</b> {words.jumlahUnit}
    </p>
    <p class="redup">{words.cadangan(keadaan.cadangan)}</p>
  </Section>
);

const ORANG = [
  { href: '/pegawai', icon: 'users', judul: words.judul, isi: words.pegawaiIsi },
  { href: '/susunan', icon: 'target', judul: words.susunan, isi: words.susunanIsi },
  { href: '/impor', icon: 'cloud-upload', judul: words.impor, isi: words.imporKet },
] as const;

const KANTOR = [
  { href: '/sekolah', icon: 'book', judul: words.sekolah, isi: words.sekolahIsi },
  { href: '/ketetapan', icon: 'calendar', judul: words.ketetapan, isi: words.ketetapanIsi },
  { href: '/pola-bersama', icon: 'star', judul: words.pola, isi: words.polaIsi },
  { href: '/tindakan', icon: 'message', judul: words.kendala, isi: words.kendalaIsi },
  { href: '/publikasi', icon: 'share', judul: words.publikasi, isi: words.publikasiIsi },
  { href: '/catatan-audit', icon: 'eye', judul: words.catatan, isi: words.catatanIsi },
  { href: '/sistem', icon: 'cloud-upload', judul: words.sistem, isi: words.sistemIsi },
] as const;

const Jalan = ({ judul, list }: { judul: string; list: readonly Hal[] }) => (
  <Section title={judul}>
    <ul class="daftar">
      {list.map(({ icon, judul: nama, isi, href }) => (
        <li key={href}>
          <ListRow leading={icon} title={nama} meta={isi} href={href} />
        </li>
      ))}
    </ul>
  </Section>
);

/** A01: what awaits the admin of an instansi. */
export const Dasbor = () => {
  const { admin } = useApp();
  const { keadaan, salah } = useOrganisasi();
  const usulan = tandaUsulan.value;
  useEffect(() => void daftarUsulan(), []);
  const hal = keadaan ? menunggu(keadaan, usulan?.count ?? 0) : [];
  const bar = (
    <TopBar
      title={words.beranda}
      back={admin === 'juga' ? { href: '/akun', label: umum.aksi.kembali } : undefined}
    />
  );
  return (
    <Page title={words.beranda} bar={bar} busy={keadaan === null && salah === null}>
      {salah && <Banner tone="peringatan">{salah}</Banner>}
      {keadaan && usulan && hal.length === 0 && <EmptyState icon="check-check" text={words.tenang} />}
      {hal.length > 0 && (
        <Section title={words.menunggu}>
          <ul class="daftar">
            {hal.map(({ icon, judul, isi, href }) => (
              <li key={judul}>
                <ListRow leading={icon} title={judul} meta={isi} href={href} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <ul class="daftar">
        <li>
          <ListRow leading="eye" title={words.wilayah} meta={words.wilayahKet} href="/wilayah" />
        </li>
      </ul>
      {keadaan && <Ringkasan keadaan={keadaan} />}
      <Jalan judul={words.orang} list={ORANG} />
      <Jalan judul={words.kantor} list={KANTOR} />
    </Page>
  );
};
