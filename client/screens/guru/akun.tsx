import { useState } from 'preact/hooks';
import { formatNip, namaLengkap } from '../../../shared/domain/index.ts';
import { type App, useApp, usePintu } from '../../app/context.ts';
import { caraPasang, pasang, terpasang } from '../../app/install.ts';
import { pilihSkala, pilihTema, SKALA, skalaKini, temaKini } from '../../app/theme.ts';
import { akun as words } from '../../i18n/id/akun.ts';
import { beban } from '../../i18n/id/beban.ts';
import { detail } from '../../i18n/id/guru.ts';
import { titip } from '../../i18n/id/titip.ts';
import { umum } from '../../i18n/id/umum.ts';
import { getSetting, pegawaiOf, satkerOf, setSetting, useLive } from '../../store/index.ts';
import { Button, Card, ListRow, Page, Section, Segmented, Toggle, TopBar } from '../../ui/index.ts';
import { HapusDataDialog, KeluarDialog } from './akun-keluar.tsx';
import './guru.css';
import './lain.css';

const Profil = ({ app }: { app: App }) => {
  const orang = useLive(async () => {
    const [pegawai, satker] = await Promise.all([
      pegawaiOf(app.store, app.actor.id),
      satkerOf(app.store, app.shard),
    ]);
    return { pegawai: pegawai?.content, satker: satker?.content };
  }, [app.store]);
  const { pegawai, satker } = orang ?? {};
  return (
    <Card class="profil">
      <h2>{pegawai ? namaLengkap(pegawai) : app.account.nama}</h2>
      <p>{[pegawai?.jabatan ?? app.account.jabatan, satker?.nama].filter(Boolean).join(' · ')}</p>
      <dl class="rincian">
        <dt>{words.nip}</dt>
        <dd>{formatNip(app.account.nip)}</dd>
        {pegawai?.penilai && (
          <>
            <dt>{words.penilai}</dt>
            <dd>{pegawai.penilai.nama}</dd>
          </>
        )}
      </dl>
    </Card>
  );
};

/** The next text size in a direction; the same at the ends. */
const langkahSkala = (kini: number, arah: 1 | -1): number => {
  const bigger =
    arah === 1 ? SKALA.find((one) => one > kini) : [...SKALA].reverse().find((one) => one < kini);
  return bigger ?? kini;
};

const Tampilan = () => {
  const [tema, setTema] = useState(temaKini);
  const [skala, setSkala] = useState(skalaKini);
  const ganti = (arah: 1 | -1): void => {
    const next = langkahSkala(skala, arah);
    pilihSkala(next);
    setSkala(next);
  };
  return (
    <Section title={words.tampilan}>
      <div class="tumpuk">
        <div class="field">
          <span class="label">{words.tema}</span>
          <Segmented
            name="tema"
            label={words.tema}
            value={tema}
            onValue={(next) => {
              pilihTema(next);
              setTema(next);
            }}
            options={[
              { value: 'hp', label: words.temaPilihan.hp },
              { value: 'terang', label: words.temaPilihan.terang },
              { value: 'gelap', label: words.temaPilihan.gelap },
            ]}
          />
        </div>
        <div class="field">
          <span class="label">{words.ukuranTeks}</span>
          <div class="skala">
            <Button
              kind="tonal"
              icon="minus"
              aria-label={words.kecilkan}
              disabled={skala <= SKALA[0]}
              onClick={() => ganti(-1)}
            />
            <output aria-live="polite">{words.ukuranNilai(skala)}</output>
            <Button
              kind="tonal"
              icon="plus"
              aria-label={words.besarkan}
              disabled={langkahSkala(skala, 1) === skala}
              onClick={() => ganti(1)}
            />
          </div>
        </div>
      </div>
    </Section>
  );
};

const useSetelan = (app: App) =>
  useLive(
    async () => ({
      wifiSaja: await getSetting(app.registry, 'wifiSaja'),
      kamera: await getSetting(app.registry, 'kameraAplikasi'),
    }),
    [app.registry],
  );

const DataDanKamera = ({ app }: { app: App }) => {
  const setelan = useSetelan(app);
  return (
    <>
      <Section title={words.hematData}>
        <Toggle
          id="wifi-saja"
          label={words.wifiSaja}
          hint={words.wifiSajaIsi}
          checked={setelan?.wifiSaja ?? false}
          onValue={(on) => void setSetting(app.registry, 'wifiSaja', on)}
        />
      </Section>
      <Section title={words.kamera}>
        <Segmented
          name="kamera"
          label={words.kamera}
          value={setelan?.kamera ? 'aplikasi' : 'hp'}
          onValue={(next) => void setSetting(app.registry, 'kameraAplikasi', next === 'aplikasi')}
          options={[
            { value: 'hp', label: words.kameraPilihan.hp },
            { value: 'aplikasi', label: words.kameraPilihan.aplikasi },
          ]}
        />
        <p class="redup">{words.kameraIsi}</p>
      </Section>
    </>
  );
};

const Lainnya = ({ app }: { app: App }) => {
  const { unsent, refused } = app.engine.status.value;
  const belum = unsent + refused;
  return (
    <Section title={umum.aksi.lainnya}>
      <ul class="daftar">
        <li>
          <ListRow
            leading="cloud-upload"
            title={words.antrean}
            href="/antrean"
            trailing={belum > 0 ? <b>{belum}</b> : undefined}
          />
        </li>
        <li>
          <ListRow leading="users" title={titip.halaman} href="/titipan" />
        </li>
        <li>
          <ListRow leading="clock" title={words.pengingat} meta={words.pengingatIsi} href="/akun/pengingat" />
        </li>
        <li>
          <ListRow leading="smartphone" title={words.penyimpanan} href="/akun/penyimpanan" />
        </li>
        {app.mengimpor && (
          <>
            <li>
              <ListRow leading="users" title={words.admin} meta={words.adminIsi} href="/dasbor" />
            </li>
            <li>
              <ListRow leading="cloud-upload" title={words.impor} meta={words.imporIsi} href="/impor" />
            </li>
          </>
        )}
        {app.admin === 'juga' && !app.mengimpor && (
          <li>
            <ListRow leading="eye" title={words.wilayah} meta={words.wilayahIsi} href="/wilayah" />
          </li>
        )}
        {app.admin !== 'tidak' && (
          <>
            <li>
              <ListRow leading="users" title={words.akses} meta={words.aksesIsi} href="/akses" />
            </li>
            <li>
              <ListRow leading="book" title={words.sekolah} meta={words.sekolahIsi} href="/sekolah" />
            </li>
            <li>
              <ListRow leading="eye" title={words.catatan} meta={words.catatanIsi} href="/catatan-audit" />
            </li>
            <li>
              <ListRow leading="clipboard-check" title={words.usulan} meta={words.usulanIsi} href="/usulan" />
            </li>
          </>
        )}
        {app.admin !== 'saja' && (
          <li>
            <ListRow leading="user" title={words.dataDiri} meta={words.dataDiriIsi} href="/data-diri" />
          </li>
        )}
        <li>
          <ListRow
            leading="smartphone"
            title={words.perangkat}
            meta={words.perangkatIsi}
            href="/akun/perangkat"
          />
        </li>
        {!app.latihan && (
          <li>
            <ListRow leading="lock" title={words.kunci} meta={words.kunciIsi} href="/akun/kunci" />
          </li>
        )}
        <li>
          <ListRow
            leading="pencil-line"
            title={words.gantiSandi}
            meta={words.gantiSandiIsi}
            href="/akun/sandi"
          />
        </li>
        {(app.peran === 'penilai' || app.admin !== 'tidak') && (
          <li>
            <ListRow
              leading="lock"
              title={words.kunciSandi}
              meta={words.kunciSandiIsi}
              href="/akun/kunci-sandi"
            />
          </li>
        )}
        <li>
          <ListRow leading="clock" title={words.riwayat} meta={words.riwayatIsi} href="/akun/riwayat" />
        </li>
        {app.admin !== 'saja' && (
          <li>
            <ListRow leading="calendar" title={words.jadwal} meta={words.jadwalIsi} href="/akun/jadwal" />
          </li>
        )}
        <li>
          <ListRow leading="zap" title={beban.judul} meta={beban.ket} href="/akun/beban" />
        </li>
        {app.admin !== 'saja' && (
          <li>
            <ListRow leading="calendar" title={words.setahun} meta={words.setahunIsi} href="/setahun" />
          </li>
        )}
        <li>
          <ListRow leading="star" title={words.pola} href="/pola" />
        </li>
        <li>
          <ListRow leading="message" title={detail.umpan} href="/umpan" />
        </li>
        <li>
          <ListRow leading="trash" title={words.baruDihapus} href="/kegiatan/dihapus" />
        </li>
        <li>
          <ListRow leading="book" title={words.dokumen} meta={words.dokumenIsi} href="/dokumen" />
        </li>
        {app.peran === 'penilai' && (
          <li>
            <ListRow leading="target" title={words.skpSaya} href="/skp" />
          </li>
        )}
        {app.peran === 'penilai' && (
          <li>
            <ListRow
              leading="calendar"
              title={words.kalenderSekolah}
              meta={words.kalenderSekolahIsi}
              href="/kalender-sekolah"
            />
          </li>
        )}
        {app.peran === 'penilai' && (
          <li>
            <ListRow
              leading="star"
              title={words.polaSekolah}
              meta={words.polaSekolahIsi}
              href="/pola-sekolah"
            />
          </li>
        )}
        <li>
          <ListRow leading="eye" title={words.privasi} meta={words.privasiIsi} href="/akun/privasi" />
        </li>
        <li>
          <ListRow leading="help" title={words.bantuan} meta={words.bantuanIsi} href="/bantuan" />
        </li>
        {caraPasang.value === 'tanya' && !terpasang() && (
          <li>
            <ListRow leading="plus-square" title={words.pasang} onClick={() => void pasang()} />
          </li>
        )}
      </ul>
    </Section>
  );
};

const Keluar = ({ app }: { app: App }) => {
  const { keluar } = usePintu();
  const [tanya, setTanya] = useState<'keluar' | 'hapus' | null>(null);
  if (app.latihan)
    return (
      <Section title={umum.latihan.judul}>
        <p>{umum.latihan.isi}</p>
        <Button kind="utama" icon="log-out" block onClick={() => void keluar()}>
          {umum.latihan.selesai}
        </Button>
      </Section>
    );
  return (
    <Section title={words.akunIni}>
      <ul class="daftar">
        <li>
          <ListRow leading="users" title={words.gantiAkun} meta={words.gantiAkunIsi} href="/ganti-akun" />
        </li>
        <li>
          <ListRow leading="log-out" title={words.keluar} onClick={() => setTanya('keluar')} />
        </li>
        <li>
          <ListRow
            leading="trash"
            title={words.hapusData}
            meta={words.hapusDataIsi}
            onClick={() => setTanya('hapus')}
          />
        </li>
      </ul>
      <KeluarDialog open={tanya === 'keluar'} onClose={() => setTanya(null)} />
      <HapusDataDialog open={tanya === 'hapus'} onClose={() => setTanya(null)} />
    </Section>
  );
};

/** G20: who I am, how it looks, what it may use, and the ways out. */
export const Akun = () => {
  const app = useApp();
  return (
    <Page title={words.judul} bar={<TopBar title={words.judul} />}>
      <Profil app={app} />
      <Lainnya app={app} />
      <Tampilan />
      <DataDanKamera app={app} />
      <Keluar app={app} />
      <Section title={words.tentang}>
        <p>{words.versi(__VERSI__, __DIBUAT__)}</p>
        <p class="redup">{words.bukanResmi}</p>
      </Section>
    </Page>
  );
};

declare const __VERSI__: string;
declare const __DIBUAT__: string;
