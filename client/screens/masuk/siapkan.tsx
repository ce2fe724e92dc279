import { useEffect, useState } from 'preact/hooks';
import { type App, useApp } from '../../app/context.ts';
import { caraPasang, pasang, terpasang } from '../../app/install.ts';
import { masuk } from '../../i18n/id/masuk.ts';
import { isPersisted, requestPersistence, storageView, useLive } from '../../store/index.ts';
import { Button, Icon, LinkButton, Page } from '../../ui/index.ts';
import './masuk.css';

const words = masuk.siapkan;

/** One thing to have ready: done, or with the button that does it. */
const Langkah = ({
  judul,
  siap,
  isi,
  aksi,
}: {
  judul: string;
  siap: boolean;
  isi: string;
  aksi?: preact.ComponentChildren;
}) => (
  <li class={siap ? 'langkah langkah-siap' : 'langkah'}>
    <Icon name={siap ? 'check' : 'clock'} />
    <div>
      <h2>{judul}</h2>
      <p>{isi}</p>
      {!siap && aksi}
    </div>
  </li>
);

/** True once the service worker is in charge: then the app opens without a network. */
const useShell = (): 'jalan' | 'siap' | 'tidak' => {
  const [state, setState] = useState<'jalan' | 'siap' | 'tidak'>(
    'serviceWorker' in navigator ? 'jalan' : 'tidak',
  );
  useEffect(() => {
    if (state === 'tidak') return;
    navigator.serviceWorker.ready.then(() => setState('siap')).catch(() => setState('tidak'));
  }, []);
  return state;
};

const usePersistence = (): readonly [boolean | null, () => void] => {
  const [kept, setKept] = useState<boolean | null>(null);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    void isPersisted().then((yes) => setKept(yes || null));
  }, []);
  const ask = () => {
    setAsked(true);
    void requestPersistence().then(setKept);
  };
  return [asked ? kept : kept || null, ask];
};

const Pasang = () => {
  const [done, setDone] = useState(terpasang());
  const cara = caraPasang.value;
  const isi = done
    ? words.terpasang
    : cara === 'ios'
      ? words.pasangIos
      : cara === 'tanya'
        ? words.pasangKet
        : words.pasangLain;
  return (
    <Langkah
      judul={words.pasang}
      siap={done}
      isi={isi}
      {...(cara === 'tanya'
        ? {
            aksi: (
              <Button kind="tonal" onClick={() => void pasang().then(setDone)}>
                {words.pasangTombol}
              </Button>
            ),
          }
        : {})}
    />
  );
};

const Data = ({ app }: { app: App }) => {
  const ruang = useLive(() => storageView(app.store), [app.store]);
  const status = app.engine.status.value;
  const siap = status.lastOk !== null;
  const isi = siap
    ? words.dataSiap(Math.max(1, ruang?.textBytes ?? 0))
    : status.problem
      ? words.dataGagal
      : words.dataJalan;
  return (
    <Langkah
      judul={words.data}
      siap={siap}
      isi={isi}
      {...(status.problem
        ? {
            aksi: (
              <Button kind="tonal" onClick={() => app.engine.now()}>
                {words.coba}
              </Button>
            ),
          }
        : {})}
    />
  );
};

/** G02, once after signing in: first data, the app kept for offline use, installation, persistent storage. */
export const Siapkan = () => {
  const app = useApp();
  const shell = useShell();
  const [kept, ask] = usePersistence();
  const luring = { jalan: words.luringJalan, siap: words.luringSiap, tidak: words.luringTidak }[shell];
  return (
    <Page
      title={words.judul}
      footer={
        <LinkButton kind="utama" block href="/">
          {app.engine.status.value.lastOk === null ? words.lewati : words.lanjut}
        </LinkButton>
      }
    >
      <h1>{words.judul}</h1>
      <ol class="langkah-daftar">
        <Data app={app} />
        <Langkah judul={words.luring} siap={shell === 'siap'} isi={luring} />
        <Pasang />
        <Langkah
          judul={words.jaga}
          siap={kept === true}
          isi={kept === null ? words.jagaKet : kept ? words.jagaYa : words.jagaTidak}
          aksi={
            <Button kind="tonal" onClick={ask}>
              {words.jagaTombol}
            </Button>
          }
        />
      </ol>
    </Page>
  );
};
