import { useRef, useState } from 'preact/hooks';
import { formatNip, namaLengkap } from '../../../shared/domain/index.ts';
import { type App, useApp, usePintu } from '../../app/context.ts';
import { pilihSkala, pilihTema, SKALA, skalaKini, temaKini } from '../../app/theme.ts';
import { akun as words } from '../../i18n/id/akun.ts';
import { umum } from '../../i18n/id/umum.ts';
import { getSetting, pegawaiOf, satkerOf, setSetting, useLive } from '../../store/index.ts';
import { Button, Card, ListRow, Page, Section, Segmented, Toggle, TopBar } from '../../ui/index.ts';
import { DaftarAkun } from './akun-daftar.tsx';
import { HapusDataDialog, KeluarDialog } from './akun-keluar.tsx';
import './guru.css';
import './lain.css';
import './akun.css';

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
  const baris = useRef<HTMLDivElement>(null);
  const ganti = (arah: 1 | -1): void => {
    const next = langkahSkala(skala, arah);
    const tinggi = () => baris.current?.getBoundingClientRect().top ?? 0;
    const semula = tinggi();
    pilihSkala(next);
    setSkala(next);
    // All that stands above has grown: the buttons stay under the finger.
    scrollBy({ top: tinggi() - semula, behavior: 'instant' });
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
          <div class="skala" ref={baris}>
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

const SelesaiLatihan = () => {
  const { keluar } = usePintu();
  return (
    <Section title={umum.latihan.judul}>
      <p>{umum.latihan.isi}</p>
      <Button kind="utama" icon="log-out" block onClick={() => void keluar()}>
        {umum.latihan.selesai}
      </Button>
    </Section>
  );
};

const Keluar = () => {
  const [tanya, setTanya] = useState<'keluar' | 'hapus' | null>(null);
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
      {app.latihan && <SelesaiLatihan />}
      <Tampilan />
      <DataDanKamera app={app} />
      <DaftarAkun app={app} />
      {!app.latihan && <Keluar />}
      <Section title={words.tentang}>
        <p>{words.versi(__VERSI__, __DIBUAT__)}</p>
        <p class="redup">{words.bukanResmi}</p>
      </Section>
    </Page>
  );
};

declare const __VERSI__: string;
declare const __DIBUAT__: string;
