import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { bulanDari, jenisHari, kodePeriode, type PolaTampil, sapaan } from '../../../shared/domain/index.ts';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { mulaiDariPola } from '../../app/catat-baru.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { saatSenggang, setelahGambar } from '../../app/preload.ts';
import { bulanTahun, hariTanggalTahun } from '../../i18n/format.ts';
import { beranda as words } from '../../i18n/id/guru.ts';
import { sharedWaiting, useLive } from '../../store/index.ts';
import {
  Card,
  Chip,
  EmptyState,
  type IconName,
  LinkButton,
  ListRow,
  Page,
  Section,
  TopBar,
} from '../../ui/index.ts';
import { DaftarEntri } from './baris-entri.tsx';
import { berandaTerakhir, type DataBeranda, dataBeranda } from './beranda-data.ts';
import './guru.css';

/** Today's kind in words, where there is a reason not to write anything. */
const alasanKosong = ({ satker }: DataBeranda, hariIni: string): string | null => {
  if (!satker) return null;
  const hari = jenisHari(hariIni, satker.content);
  if (hari.jenis === 'libur') return words.libur(hari.nama);
  return hari.jenis === 'akhir-pekan' ? words.akhirPekan : null;
};

const HariIni = ({ data, hariIni, app }: { data: DataBeranda; hariIni: string; app: App }) => {
  const { hariIni: entriList, biasa } = data;
  const libur = alasanKosong(data, hariIni);
  if (entriList.length > 0)
    return (
      <Section
        title={words.hariIni}
        action={<span class="redup">{words.hitung(entriList.length, libur ? 0 : biasa)}</span>}
      >
        <DaftarEntri entriList={entriList} />
      </Section>
    );
  if (data.pernahMencatat)
    return (
      <Section title={words.hariIni}>
        <Card class="kosong-hari">
          <p>{libur ?? (data.log === 'mati' ? words.logMati : words.kosongHariIni)}</p>
          <LinkButton kind="tonal" icon="pencil-line" href={libur ? `/catat?tetap=${hariIni}` : '/catat'}>
            {libur ? words.tetapCatat : words.tanpaFoto}
          </LinkButton>
        </Card>
      </Section>
    );
  return (
    <EmptyState
      icon="camera"
      text={libur ?? words.pertama}
      actions={
        <>
          <LinkButton kind="utama" icon="pencil-line" href={libur ? `/catat?tetap=${hariIni}` : '/catat'}>
            {libur ? words.tetapCatat : words.catat}
          </LinkButton>
          {!app.latihan && (
            <LinkButton kind="teks" href="/latihan">
              {words.latihan}
            </LinkButton>
          )}
        </>
      }
    />
  );
};

const Salin = ({ data }: { data: DataBeranda }) => {
  const { terakhir, hariIni } = data;
  if (!terakhir || hariIni.length >= terakhir.jumlah) return null;
  return (
    <div class="daftar">
      <ListRow
        leading="copy"
        title={words.salin(terakhir.tanggal)}
        meta={words.salinRinci(terakhir.jumlah)}
        href={`/salin?dari=${terakhir.tanggal}`}
      />
    </div>
  );
};

const PolaCepat = ({ app, pola }: { app: App; pola: readonly PolaTampil[] }) => {
  const { route } = useLocation();
  const mulai = async ({ isi }: PolaTampil): Promise<void> =>
    route(`/catat/${(await mulaiDariPola(app, isi)).id}`);
  return (
    <Section
      title={words.polaCepat}
      action={
        <a class="tautan-kecil" href="/pola">
          {words.aturPola}
        </a>
      }
    >
      <div class="deret-chip geser">
        {pola.map((one) => (
          <Chip key={one.id} onClick={() => void mulai(one)}>
            {one.isi.nama}
          </Chip>
        ))}
        <a class="chip" href="/catat">
          <span>{words.tanpaFoto}</span>
        </a>
        <a class="chip" href="/catat/banyak">
          <span>{words.isiBanyak}</span>
        </a>
      </div>
    </Section>
  );
};

type Tugas = { readonly icon: IconName; readonly teks: string; readonly href: string };

/** What waits for the person, the most urgent first. */
const tugasDari = (data: DataBeranda, belum: number, dibagikan: readonly string[]): Tugas[] => {
  const tugas: Tugas[] = [];
  const [kembali] = data.dikembalikan;
  const [beda] = data.duaVersi;
  const [pesan] = data.pesan;
  const [kosong] = data.kosongWajib;
  if (data.ditolak > 0)
    tugas.push({ icon: 'triangle-alert', teks: words.perluDiperbaiki(data.ditolak), href: '/antrean' });
  if (kembali)
    tugas.push({
      icon: 'corner-up-left',
      teks: words.dikembalikan(data.dikembalikan.length, kembali.state.alasan ?? ''),
      href:
        data.dikembalikan.length === 1
          ? `/kegiatan/${encodeURIComponent(kembali.id)}`
          : '/kegiatan?saring=dikembalikan',
    });
  if (kosong)
    tugas.push({
      icon: 'calendar',
      teks: words.belumTerisi(data.kosongWajib.length, kosong),
      href: '/kegiatan/kalender',
    });
  for (const { content, state } of data.evaluasi)
    tugas.push({
      icon: 'clipboard-check',
      teks: words.evaluasi(content.periode, state.tahap === 'DITETAPKAN'),
      href: `/evaluasi/${kodePeriode(content.periode)}`,
    });
  if (data.skpKembali) tugas.push({ icon: 'target', teks: words.skpKembali, href: '/skp' });
  if (beda)
    tugas.push({
      icon: 'copy',
      teks: words.duaVersi(data.duaVersi.length),
      href: `/kegiatan/${encodeURIComponent(beda.id)}/versi`,
    });
  if (pesan)
    tugas.push({
      icon: 'message',
      teks: words.umpanBaru(data.pesan.length, pesan.content.dariNama),
      href: data.tujuanPesan,
    });
  const [bagi] = dibagikan;
  if (bagi)
    tugas.push({ icon: 'share', teks: words.dibagikan(dibagikan.length), href: `/bagikan?id=${bagi}` });
  const [draf, ...lain] = data.draf;
  if (draf)
    tugas.push({
      icon: 'pencil-line',
      teks: words.drafTersisa(draf.values.uraian ?? ''),
      href: `/catat/${draf.id}`,
    });
  if (lain.length > 0)
    tugas.push({ icon: 'list', teks: words.drafLain(lain.length), href: '/kegiatan?saring=draf' });
  if (belum >= LIMITS.queueWarn)
    tugas.push({ icon: 'download', teks: words.antreanPenuh(belum), href: '/antrean' });
  return tugas;
};

const Tindakan = ({ data, app }: { data: DataBeranda; app: App }) => {
  const dibagikan = useLive(() => sharedWaiting(app.registry, app.account.id), [app.registry]) ?? [];
  const tugas = tugasDari(data, app.engine.status.value.unsent, dibagikan);
  if (tugas.length === 0) return null;
  return (
    <Section title={words.tindakan}>
      <ul class="daftar">
        {tugas.map(({ icon, teks, href }) => (
          <li key={teks}>
            <ListRow leading={icon} title={<span class="baris-entri-judul">{teks}</span>} href={href} />
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Bulan = ({ data, hariIni }: { data: DataBeranda; hariIni: string }) => {
  const { perTanggal, terisi, hariKerja } = data.bulan;
  const hari = [...perTanggal].filter(
    ([, { libur, akhirPekan, jumlah }]) => jumlah > 0 || !(libur || akhirPekan),
  );
  return (
    <Section
      title={bulanTahun(bulanDari(hariIni))}
      action={
        <a class="tautan-kecil" href="/kegiatan/kalender">
          {words.bukaKalender}
        </a>
      }
    >
      <a class="peta-bulan" href="/kegiatan/kalender">
        <span class="peta-sel" aria-hidden="true">
          {hari.map(([tanggal, { tingkat, jumlah }]) => (
            <i
              key={tanggal}
              class={`tingkat-${tingkat}${tanggal === hariIni ? ' kini' : ''}${tanggal > hariIni ? ' nanti' : ''}`}
            >
              {jumlah > 0 ? jumlah : ''}
            </i>
          ))}
        </span>
        {data.log !== 'mati' && <span>{words.terisi(terisi, hariKerja)}</span>}
        <span class="redup kecil">{words.petaKet}</span>
      </a>
    </Section>
  );
};

/** The way to say why nothing can be filled in; with the head's answer to the last time. */
const Kendala = ({ data }: { data: DataBeranda }) => {
  const tanggapan = data.kendala?.state.tanggapan?.at(-1);
  return (
    <div class="daftar">
      <ListRow
        leading="help"
        title={words.kendala}
        meta={tanggapan ? words.kendalaDijawab(tanggapan.oleh) : words.kendalaKet}
        href="/kendala"
      />
    </div>
  );
};

/** Deadlines that are near: fetched in a quiet moment, for nobody waits for them. */
const Pengingat = ({ hariIni }: { hariIni: string }) => {
  const [Isi, setIsi] = useState<ComponentType<{ hariIni: string }> | null>(null);
  useEffect(() => {
    saatSenggang(
      () =>
        void import('./kalender-tenggat.tsx').then(
          ({ TenggatDekat }) => setIsi(() => TenggatDekat),
          () => undefined,
        ),
    );
  }, []);
  return Isi && <Isi hariIni={hariIni} />;
};

/** False for the first frame: the day itself is what is waited for, and what lies below it is drawn right after. */
const useLengkap = (siap: boolean): boolean => {
  const [lengkap, setLengkap] = useState(false);
  useEffect(() => {
    if (siap) void setelahGambar().then(() => setLengkap(true));
  }, [siap]);
  return lengkap;
};

/** G05: the day at a glance, what waits, and the short ways to record. */
export const Beranda = () => {
  const app = useApp();
  const { hariIni, sekarang } = useHariIni();
  const baru = useLive(() => dataBeranda(app, hariIni), [app.store, hariIni]);
  const data = baru ?? berandaTerakhir(app, hariIni);
  const lengkap = useLengkap(data !== undefined);
  const judul = data?.pegawai ? sapaan(data.pegawai.content, sekarang) : words.judul;
  return (
    <Page title={words.judul} bar={<TopBar title={judul} />} busy={!data}>
      <p class="tanggal-kini">{hariTanggalTahun(hariIni)}</p>
      {data && (
        <>
          {!data.satker && <p class="redup">{words.belumDiunduh}</p>}
          <HariIni data={data} hariIni={hariIni} app={app} />
          {lengkap && (
            <>
              <Salin data={data} />
              <PolaCepat app={app} pola={data.pola} />
              <Tindakan data={data} app={app} />
              <Pengingat hariIni={hariIni} />
              <Bulan data={data} hariIni={hariIni} />
              <Kendala data={data} />
            </>
          )}
        </>
      )}
    </Page>
  );
};
