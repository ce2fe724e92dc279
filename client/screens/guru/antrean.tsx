import { useEffect, useState } from 'preact/hooks';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { exportQueue } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { unduh } from '../../app/download.ts';
import { useFotoTunggu } from '../../app/foto-tunggu.ts';
import { useHariIni } from '../../app/hari.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kapanHari } from '../../i18n/format.ts';
import { antrean as words } from '../../i18n/id/antrean.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { getSetting, type QueueView, queueView, setSetting, useLive } from '../../store/index.ts';
import { Banner, Button, EmptyState, ListRow, Page, Section, Toggle, TopBar } from '../../ui/index.ts';
import { DuaVersi, FotoMenyusul, Kemajuan, Kendala, Titip } from './antrean-bagian.tsx';
import { BarisAntrean } from './antrean-baris.tsx';
import './guru.css';
import './lain.css';

type Kirim = { readonly sibuk: boolean; readonly jawab: string | null; readonly kirim: () => Promise<void> };

/** "Kirim sekarang" is never disabled, and every tap on it is answered. */
const useKirim = (app: App, { jumlah, foto }: { jumlah: number; foto: number }): Kirim => {
  const [sibuk, setSibuk] = useState(false);
  const [jawab, setJawab] = useState<string | null>(null);
  const sisa = jumlah + foto;
  // An answer holds as long as what it was about.
  useEffect(() => {
    if (!sibuk && sisa === 0) setJawab(null);
  }, [sisa]);
  const kirim = async (): Promise<void> => {
    if (app.latihan) return setJawab(umum.strip.latihan);
    setSibuk(true);
    setJawab(sisa > 0 ? words.jawaban.mulai(sisa) : words.jawaban.bertanya);
    const result = await app.engine.now().catch(() => null);
    setSibuk(false);
    const trouble = result && !result.ok ? result : (result?.photoTrouble ?? null);
    if (trouble)
      setJawab(kataMasalah(trouble.code, { jumlah, ...('params' in trouble ? trouble.params : {}) }));
    else setJawab(sisa > 0 ? words.jawaban.selesai : words.jawaban.kosong);
  };
  return { sibuk, jawab, kirim };
};

const simpanCadangan = async (app: App, tanggal: string): Promise<void> => {
  unduh(await exportQueue(app), words.cadanganNama(tanggal));
  beriTahu(words.cadanganSiap);
};

/** Saves the rescue file: everything that has not arrived, with its photos. */
export const TombolCadangan = () => {
  const app = useApp();
  const { hariIni } = useHariIni();
  const [sibuk, setSibuk] = useState(false);
  const simpan = (): void => {
    setSibuk(true);
    void simpanCadangan(app, hariIni)
      .catch(() => beriTahu(umum.galat.cadanganGagal))
      .finally(() => setSibuk(false));
  };
  return (
    <div class="tumpuk-rapat">
      <Button kind="tonal" icon="download" block busy={sibuk} onClick={simpan}>
        {sibuk ? words.menyiapkanCadangan : words.cadangan}
      </Button>
      <p class="redup">{words.cadanganIsi}</p>
    </div>
  );
};

const WifiSaja = ({ app }: { app: App }) => {
  const on = useLive(() => getSetting(app.registry, 'wifiSaja'), [app.registry]) ?? false;
  return (
    <Toggle
      id="wifi-saja"
      label={words.wifiSaja}
      checked={on}
      onValue={(next) => void setSetting(app.registry, 'wifiSaja', next)}
    />
  );
};

const FotoTunggu = ({ app }: { app: App }) => {
  const tunggu = useFotoTunggu(app);
  return tunggu && <p class="redup">{words.fotoTunggu(tunggu === 'wifi')}</p>;
};

const isRefused = ({ status }: QueueView['rows'][number]): boolean =>
  status === 'ditolak' || status === 'ditahan';

const Waktu = ({ view, now }: { view: QueueView; now: number }) => (
  <p class="redup">
    {words.terakhir(view.lastOk, now)}
    {view.nextAt !== null && view.nextAt > now && view.problem && (
      <>
        <br />
        {words.berikut(view.nextAt, now)}
      </>
    )}
  </p>
);

/** Commands by what they are about: a person counts activities, not what was done to them. */
const perIsian = (rows: QueueView['rows']): QueueView['rows'][number][][] => {
  const groups = new Map<string, QueueView['rows'][number][]>();
  for (const row of rows) groups.set(row.target, [...(groups.get(row.target) ?? []), row]);
  return [...groups.values()];
};

const Isi = ({ app, view }: { app: App; view: QueueView }) => {
  const status = app.engine.status.value;
  const ditolak = view.rows.filter(isRefused);
  const menunggu = perIsian(view.rows.filter((row) => !isRefused(row)));
  const { sibuk, jawab, kirim } = useKirim(app, { jumlah: menunggu.length, foto: view.photos.length });
  const now = app.clock();
  const kosong = view.rows.length === 0 && view.photos.length === 0 && status.beda === 0;
  const parkir = view.photos.filter((photo) => photo.status === 'parkir');
  return (
    <>
      {kosong ? (
        <EmptyState
          icon="check"
          text={words.kosong(view.lastOk === null ? null : kapanHari(view.lastOk, now))}
        />
      ) : (
        <p class="ringkas-antrean">
          {words.ringkas(ditolak.length + menunggu.length, view.photos.length, view.bytesLeft)}
        </p>
      )}
      {view.rows.length >= LIMITS.queueWarn && (
        <Banner tone="peringatan">{words.hampirPenuh(view.rows.length)}</Banner>
      )}
      <Kemajuan jalan={sibuk || status.sending} sisa={view.bytesLeft} />
      {!sibuk && !jawab && <Kendala view={view} jumlah={menunggu.length} now={now} />}
      <Button
        kind={kosong ? 'tonal' : 'utama'}
        icon="send"
        block
        aria-busy={sibuk ? 'true' : undefined}
        onClick={() => void kirim()}
      >
        {sibuk ? words.mengirim : words.kirimSekarang}
      </Button>
      <output class="jawab-kirim" role="status">
        {jawab}
      </output>
      {view.photos.length > parkir.length && <FotoTunggu app={app} />}
      <WifiSaja app={app} />
      {(ditolak.length > 0 || parkir.length > 0) && (
        <Section title={words.perluDiperbaiki}>
          <ul class="daftar">
            {ditolak.map((row) => (
              <li key={row.id}>
                <BarisAntrean app={app} rows={[row]} />
              </li>
            ))}
            {parkir.map(({ sha, code, size }) => (
              <li key={sha}>
                <ListRow
                  leading="image"
                  title={words.fotoDitolak(size)}
                  meta={kataMasalah(code ?? 'foto_rusak')}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <DuaVersi app={app} />
      {menunggu.length > 0 && (
        <Section title={words.menunggu}>
          <ul class="daftar">
            {menunggu.map((rows) => (
              <li key={rows[0]?.target}>
                <BarisAntrean app={app} rows={rows} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {view.photos.length > parkir.length && <FotoMenyusul app={app} />}
      <Titip app={app} ada={menunggu.length + view.photos.length > 0} />
      <TombolCadangan />
      <Waktu view={view} now={now} />
    </>
  );
};

/** G13: everything that has not arrived, why, and what can be done about it. */
export const Antrean = () => {
  const app = useApp();
  const view = useLive(() => queueView(app.store), [app.store]);
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: '/', label: umum.aksi.kembali }} />}
      busy={!view}
    >
      {view && <Isi app={app} view={view} />}
    </Page>
  );
};
