import { useState } from 'preact/hooks';
import { type App, useApp, usePintu } from '../../app/context.ts';
import { gantiPin, kunciDiManaSaja, matikanKunci, nyalakanKunci, pilihMenit } from '../../app/kunci.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kunci as kata } from '../../i18n/id/kunci.ts';
import { kunciAtur as words } from '../../i18n/id/kunci-atur.ts';
import { umum } from '../../i18n/id/umum.ts';
import { getMeta, useLive } from '../../store/index.ts';
import { Banner, Button, Card, EmptyState, Page, Section, Segmented, TopBar } from '../../ui/index.ts';
import { cacatPinBaru, IsianPin, IsianPinBaru, type PinBaru } from '../masuk/kunci-pin.tsx';
import './lain.css';

const MENIT = [1, 5, 15] as const;
const KOSONG: PinBaru = { pin: '', ulang: '' };

const PilihMenit = ({ value, onValue }: { value: number; onValue: (menit: number) => void }) => (
  <div class="field">
    <span class="label">{words.menit}</span>
    <Segmented
      name="menit"
      label={words.menit}
      value={String(value)}
      onValue={(next) => onValue(Number(next))}
      options={MENIT.map((menit) => ({ value: String(menit), label: words.menitPilihan(menit) }))}
    />
  </div>
);

const Daftar = ({ judul, isi }: { judul: string; isi: readonly string[] }) => (
  <Section title={judul}>
    <ul class="tumpuk-rapat">
      {isi.map((kalimat) => (
        <li key={kalimat}>{kalimat}</li>
      ))}
    </ul>
  </Section>
);

const Gagal = ({ teks }: { teks: string | null }) =>
  teks && (
    <div role="alert">
      <Banner tone="bahaya">{teks}</Banner>
    </div>
  );

const Nyalakan = ({ app }: { app: App }) => {
  const { kunci } = usePintu();
  const [baru, setBaru] = useState(KOSONG);
  const [menit, setMenit] = useState<number>(5);
  const [dicoba, setDicoba] = useState(false);
  const [sibuk, setSibuk] = useState(false);
  const [gagal, setGagal] = useState<string | null>(null);
  const kirim = async (event: Event): Promise<void> => {
    event.preventDefault();
    setDicoba(true);
    setGagal(null);
    if (cacatPinBaru(baru)) return;
    setSibuk(true);
    const hasil = await nyalakanKunci(app.store, { pin: baru.pin, menit });
    if (hasil === 'siap') return kunci();
    setSibuk(false);
    setGagal(hasil === 'tab_lain' ? words.tabLain : words.perluInternet);
  };
  return (
    <>
      <p>{words.isi}</p>
      <Daftar judul={words.menjaga} isi={words.menjagaIsi} />
      <Daftar judul={words.batas} isi={words.batasIsi} />
      <Daftar judul={words.akibat} isi={words.akibatIsi} />
      <form class="tumpuk" onSubmit={(event) => void kirim(event)} noValidate>
        <IsianPinBaru isi={baru} onIsi={setBaru} tampakSalah={dicoba} />
        <PilihMenit value={menit} onValue={setMenit} />
        <Gagal teks={gagal} />
        <Button kind="utama" icon="lock" block type="submit" busy={sibuk}>
          {words.nyalakan}
        </Button>
      </form>
    </>
  );
};

/** What a wrong PIN is told in the settings; the same count as at the door. */
const kataSalah = ({ sisa, tunggu }: { sisa: number; tunggu: unknown }, now: number): string => {
  const sampai = (tunggu as { sampai: number } | null)?.sampai ?? 0;
  if (sisa === 0) return kata.habis;
  return sampai > now ? `${kata.salah(sisa)}. ${kata.tunggu(sampai - now)}` : kata.salah(sisa);
};

const Ganti = ({ app }: { app: App }) => {
  const [lama, setLama] = useState('');
  const [baru, setBaru] = useState(KOSONG);
  const [dicoba, setDicoba] = useState(false);
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | null>(null);
  const kirim = async (event: Event): Promise<void> => {
    event.preventDefault();
    setDicoba(true);
    setSalah(lama ? null : kata.kosong);
    if (!lama || cacatPinBaru(baru)) return;
    setSibuk(true);
    const answer = await gantiPin(app.store, { lama, baru: baru.pin }, app.clock());
    setSibuk(false);
    if (!answer.ok) return setSalah(kataSalah(answer, app.clock()));
    setLama('');
    setBaru(KOSONG);
    setDicoba(false);
    beriTahu(words.gantiSelesai);
  };
  return (
    <Section title={words.ganti}>
      <form class="tumpuk" onSubmit={(event) => void kirim(event)} noValidate>
        <IsianPin id="pin-lama" label={words.pinLama} value={lama} onValue={setLama} error={salah} />
        <IsianPinBaru isi={baru} onIsi={setBaru} tampakSalah={dicoba} />
        <Button kind="tonal" type="submit" busy={sibuk}>
          {words.gantiSimpan}
        </Button>
      </form>
    </Section>
  );
};

const Matikan = ({ app }: { app: App }) => {
  const { kunci } = usePintu();
  const [pin, setPin] = useState('');
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | null>(null);
  const kirim = async (event: Event): Promise<void> => {
    event.preventDefault();
    setSalah(pin ? null : kata.kosong);
    if (!pin) return;
    setSibuk(true);
    const answer = await matikanKunci(app.store, pin, app.clock());
    if (answer !== 'tab_lain' && answer.ok) return kunci();
    setSibuk(false);
    setSalah(answer === 'tab_lain' ? words.tabLain : kataSalah(answer, app.clock()));
  };
  return (
    <Section title={words.matikan}>
      <form class="tumpuk" onSubmit={(event) => void kirim(event)} noValidate>
        <p>{words.matikanIsi}</p>
        <IsianPin id="pin-matikan" label={words.pinLama} value={pin} onValue={setPin} error={salah} />
        <Button kind="tonal" type="submit" busy={sibuk}>
          {words.matikan}
        </Button>
      </form>
    </Section>
  );
};

const Menyala = ({ app, menit }: { app: App; menit: number }) => {
  const { kunci } = usePintu();
  const sekarang = (): void => {
    kunciDiManaSaja(app.account.id);
    void kunci();
  };
  return (
    <>
      <Card class="tumpuk">
        <h2>{words.aktif}</h2>
        <Button kind="utama" icon="lock" block onClick={sekarang}>
          {words.kunciSekarang}
        </Button>
      </Card>
      <PilihMenit value={menit} onValue={(next) => void pilihMenit(app.store, next)} />
      <Ganti app={app} />
      <Matikan app={app} />
      <Daftar judul={words.batas} isi={words.batasIsi} />
      <Daftar judul={words.akibat} isi={words.akibatIsi} />
    </>
  );
};

/** "Kunci aplikasi": puts the lock on, sets it, takes it off; says what it is worth before anybody relies on it. */
export const KunciAplikasi = () => {
  const app = useApp();
  const keadaan = useLive(
    async () => ({ menit: (await getMeta(app.store.db, 'kunci'))?.menit ?? null }),
    [app.store],
  );
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: '/akun', label: umum.aksi.kembali }} />}
    >
      {app.latihan ? (
        <EmptyState icon="lock" text={words.latihan} />
      ) : (
        keadaan &&
        (keadaan.menit === null ? <Nyalakan app={app} /> : <Menyala app={app} menit={keadaan.menit} />)
      )}
    </Page>
  );
};
