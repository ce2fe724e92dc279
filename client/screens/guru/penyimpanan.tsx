import { useEffect, useRef, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { bukaDataSaya } from '../../actions/index.ts';
import { bersihkanFoto } from '../../app/clean-photos.ts';
import { useApp } from '../../app/context.ts';
import { unduh } from '../../app/download.ts';
import { useHariIni } from '../../app/hari.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { ukuran } from '../../i18n/format.ts';
import { ambilData } from '../../i18n/id/ambil-data.ts';
import { penyimpanan as words } from '../../i18n/id/penyimpanan.ts';
import { umum } from '../../i18n/id/umum.ts';
import {
  isPersisted,
  requestPersistence,
  type StorageView,
  storageView,
  useLive,
} from '../../store/index.ts';
import { Banner, Button, LinkButton, Page, ProgressBar, Section, TopBar } from '../../ui/index.ts';
import { AmbilData } from './ambil-data.tsx';
import { TombolCadangan } from './antrean.tsx';
import './guru.css';
import './lain.css';
import './penyimpanan.css';

const bagian = ({ photoBytes, textBytes, appBytes }: StorageView) => [
  { kelas: 'bagian-foto', nama: words.jenis.foto, bytes: photoBytes },
  { kelas: 'bagian-teks', nama: words.jenis.teks, bytes: textBytes },
  { kelas: 'bagian-aplikasi', nama: words.jenis.aplikasi, bytes: appBytes },
];

/** How much of it is what: usage only, since no browser tells honestly how much there is. */
const Pemakaian = ({ view }: { view: StorageView }) => {
  const parts = bagian(view);
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <div class="tumpuk-rapat">
      <p class="ringkas-antrean">{words.dipakai(total)}</p>
      <div class="pemakaian" aria-hidden="true">
        {parts.map(({ kelas, bytes }) => (
          <i key={kelas} class={kelas} style={{ flexGrow: bytes }} />
        ))}
      </div>
      <ul class="pemakaian-arti">
        {parts.map(({ kelas, nama, bytes }) => (
          <li key={kelas}>
            <i class={kelas} aria-hidden="true" />
            {`${nama} ${ukuran(bytes)}`}
          </li>
        ))}
      </ul>
    </div>
  );
};

const Dijaga = () => {
  const [kept, setKept] = useState<boolean | null>(null);
  const [asked, setAsked] = useState(false);
  useEffect(() => void isPersisted().then(setKept), []);
  const ask = async (): Promise<void> => {
    setKept(await requestPersistence());
    setAsked(true);
  };
  return (
    <Section title={words.dijaga}>
      <p role="status">{kept ? words.dijagaYa : asked ? words.belumBisa : words.dijagaTidak}</p>
      {kept === false && (
        <Button kind="tonal" onClick={() => void ask()}>
          {words.aktifkan}
        </Button>
      )}
    </Section>
  );
};

/** One's own data as a file: how far it is, and a way to stop. */
const DataSaya = () => {
  const app = useApp();
  const { hariIni } = useHariIni();
  const [maju, setMaju] = useState<readonly [number, number] | null>(null);
  const henti = useRef<AbortController | null>(null);
  useEffect(() => () => henti.current?.abort(), []);
  const mulai = async (): Promise<void> => {
    henti.current = new AbortController();
    setMaju([0, 0]);
    const { store, clock } = app;
    const onKemajuan = (selesai: number, dari: number): void => setMaju([selesai, dari]);
    const { unduhDataSaya } = await bukaDataSaya();
    const berkas = await unduhDataSaya({ store, clock, onKemajuan, batal: henti.current.signal });
    setMaju(null);
    if (berkas) unduh(berkas, words.namaBerkas(hariIni));
    else beriTahu(words.dibatalkan);
  };
  return (
    <Section title={words.dataSaya}>
      <p class="redup">{words.dataSayaIsi}</p>
      {maju ? (
        <div class="tumpuk" role="status">
          <ProgressBar value={maju[0]} max={maju[1]} label={words.menyiapkan(...maju)} />
          <p>{words.menyiapkan(...maju)}</p>
          <Button onClick={() => henti.current?.abort()}>{words.batal}</Button>
        </div>
      ) : (
        <Button kind="tonal" icon="download" onClick={() => void mulai()}>
          {words.unduhDataSaya}
        </Button>
      )}
      <LinkButton kind="tonal" href="/akun/penyimpanan?ambil">
        {ambilData.tautan}
      </LinkButton>
    </Section>
  );
};

/** G21 and the way back from a file: one address, so that a rare screen costs the first load no line. */
export const Penyimpanan = () => ('ambil' in useRoute().query ? <AmbilData /> : <Ruang />);

/** What the app takes up, whether the phone keeps it, and how to get room. */
const Ruang = () => {
  const app = useApp();
  const view = useLive(() => storageView(app.store), [app.store]);
  const bersihkan = async (): Promise<void> => {
    const { jumlah, bytes } = await bersihkanFoto(app);
    beriTahu(jumlah > 0 ? words.dibersihkan(jumlah, bytes) : words.tidakAdaFoto);
  };
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: '/akun', label: umum.aksi.kembali }} />}
      busy={!view}
    >
      {view && <Pemakaian view={view} />}
      <Banner tone="peringatan">{words.jangan}</Banner>
      <Dijaga />
      <Section title={words.bersihkan}>
        <p class="redup">{words.bersihkanIsi}</p>
        <Button kind="tonal" icon="image" onClick={() => void bersihkan()}>
          {words.bersihkan}
        </Button>
      </Section>
      <Section title={words.cadangan}>
        <TombolCadangan />
      </Section>
      <DataSaya />
    </Page>
  );
};
