import { useEffect, useState } from 'preact/hooks';
import { PIN_HABIS, sisaTunggu, type TungguPin } from '../../../shared/domain/index.ts';
import {
  type Buka,
  cobaPin,
  type DiPintu,
  diPintu,
  jagaKunci,
  type Kerja,
  kunciDibawa,
  lupaPin,
  siapkanBuka,
} from '../../app/kunci.ts';
import { kunci as words } from '../../i18n/id/kunci.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Banner, Button, Field, LinkButton, ProgressBar, TextInput } from '../../ui/index.ts';
import { cacatPinBaru, IsianPin, IsianPinBaru, type PinBaru } from './kunci-pin.tsx';
import './masuk.css';

/** Milliseconds that are left of a wait, counted down each second. */
const useSisa = (tunggu: TungguPin, clock: () => number): number => {
  const [sisa, setSisa] = useState(0);
  useEffect(() => {
    const lihat = (): void => setSisa(sisaTunggu(tunggu, clock()));
    lihat();
    if (!tunggu) return;
    const timer = setInterval(lihat, 1000);
    return () => clearInterval(timer);
  }, [tunggu, clock]);
  return sisa;
};

/** Another tab took the lock off: the app, loaded anew, asks for nothing. */
const muatUlang = (): void => location.reload();

/** Who comes to the door is there to type. */
const useMulaiDi = (id: string): void => {
  useEffect(() => document.getElementById(id)?.focus(), [id]);
};

type PintuPin = {
  readonly id: string;
  readonly pintu: DiPintu;
  readonly clock: () => number;
  readonly onKunci: (kunci: CryptoKey) => Promise<void>;
  readonly onLupa: () => void;
};

const DenganPin = ({ id, pintu, clock, onKunci, onLupa }: PintuPin) => {
  const [pin, setPin] = useState('');
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | null>(null);
  const [hitung, setHitung] = useState({ habis: pintu.salah >= PIN_HABIS, tunggu: pintu.tunggu });
  const sisa = useSisa(hitung.tunggu, clock);
  useMulaiDi('pin');
  const buka = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!pin) return setSalah(words.kosong);
    setSibuk(true);
    const answer = await cobaPin(id, pin, clock());
    if (answer === 'tanpa_kunci') return muatUlang();
    if (answer.ok) return onKunci(answer.kunci);
    setSibuk(false);
    setPin('');
    setSalah(answer.sisa > 0 ? words.salah(answer.sisa) : null);
    setHitung({ habis: answer.sisa === 0, tunggu: answer.tunggu });
    document.getElementById('pin')?.focus();
  };
  return (
    <>
      <p>
        <b>{pintu.nama}</b>
      </p>
      <p>{words.sapa}</p>
      <form onSubmit={(event) => void buka(event)} noValidate>
        {hitung.habis ? (
          <div role="alert">
            <Banner tone="bahaya">{words.habis}</Banner>
          </div>
        ) : (
          <>
            <IsianPin
              id="pin"
              label={words.pin}
              value={pin}
              onValue={(next) => {
                setPin(next);
                setSalah(null);
              }}
              error={salah}
              disabled={sisa > 0}
            />
            <p role="status" class="redup" hidden={sisa === 0}>
              {sisa > 0 && words.tunggu(sisa)}
            </p>
            <Button kind="utama" icon="lock" block type="submit" busy={sibuk} disabled={sisa > 0}>
              {words.buka}
            </Button>
          </>
        )}
        <Button kind={hitung.habis ? 'utama' : 'teks'} block type="button" onClick={onLupa}>
          {words.lupa}
        </Button>
      </form>
    </>
  );
};

type Lupa = {
  readonly id: string;
  readonly nip: string;
  readonly onKunci: (kunci: CryptoKey) => Promise<void>;
  readonly onBatal: () => void;
};

const kataGagal = (code: string): string => {
  if (code === 'kunci_asing') return words.kunciAsing;
  return code === 'tanpa_internet' || code === 'server_diam' ? words.perluInternet : kataMasalah(code);
};

const DenganSandi = ({ id, nip, onKunci, onBatal }: Lupa) => {
  const [sandi, setSandi] = useState('');
  const [baru, setBaru] = useState<PinBaru>({ pin: '', ulang: '' });
  const [dicoba, setDicoba] = useState(false);
  const [sibuk, setSibuk] = useState(false);
  const [gagal, setGagal] = useState<string | null>(null);
  useMulaiDi('sandi');
  const kirim = async (event: Event): Promise<void> => {
    event.preventDefault();
    setDicoba(true);
    setGagal(null);
    if (!sandi || cacatPinBaru(baru)) return;
    setSibuk(true);
    const answer = await lupaPin(id, { nip, sandi, pin: baru.pin });
    if (answer.ok) return onKunci(answer.kunci);
    if (answer.code === 'tanpa_kunci') return muatUlang();
    setSibuk(false);
    setGagal(kataGagal(answer.code));
  };
  return (
    <>
      <p>{words.lupaIsi}</p>
      <form onSubmit={(event) => void kirim(event)} noValidate>
        {gagal && (
          <div role="alert">
            <Banner tone="bahaya">{gagal}</Banner>
          </div>
        )}
        <input hidden autocomplete="username" readOnly value={nip} />
        <Field id="sandi" label={words.sandi} {...(dicoba && !sandi ? { error: words.sandiKosong } : {})}>
          <TextInput
            id="sandi"
            type="password"
            autocomplete="current-password"
            autocapitalize="none"
            spellcheck={false}
            value={sandi}
            onInput={(event) => setSandi(event.currentTarget.value)}
          />
        </Field>
        <IsianPinBaru isi={baru} onIsi={setBaru} tampakSalah={dicoba} />
        <Button kind="utama" block type="submit" busy={sibuk}>
          {words.simpanPin}
        </Button>
        <Button kind="teks" block type="button" onClick={onBatal}>
          {umum.aksi.kembali}
        </Button>
      </form>
    </>
  );
};

type Props = {
  readonly id: string;
  readonly clock: () => number;
  readonly onTerbuka: (buka: Buka) => Promise<void>;
  /** The lock shuts by itself, later. */
  readonly onKunci: () => void;
};

/** G03: the door of an account with an app lock. Nothing behind it is loaded before it is open. */
export const LayarKunci = ({ id, clock, onTerbuka, onKunci }: Props) => {
  /** Null where what lies on the phone cannot be read. */
  const [pintu, setPintu] = useState<DiPintu | null | undefined>(undefined);
  const [lupa, setLupa] = useState(false);
  const [kerja, setKerja] = useState<Kerja | null>(null);
  const rusak = (): void => {
    setKerja(null);
    setPintu(null);
  };
  const masuk = async (kunci: CryptoKey): Promise<void> => {
    try {
      const buka = await siapkanBuka(id, kunci, setKerja);
      await jagaKunci(id, clock, onKunci);
      await onTerbuka(buka);
    } catch {
      rusak();
    }
  };
  const lihat = async (): Promise<void> => {
    const ada = await diPintu(id);
    if (ada === 'tanpa_kunci') return muatUlang();
    setPintu(ada);
  };
  const batal = (): void => {
    setLupa(false);
    // A password that was right has taken the count of wrong PINs back.
    setPintu(undefined);
    lihat().catch(rusak);
  };
  useEffect(() => {
    document.title = words.judul;
    const dibawa = kunciDibawa(id);
    if (dibawa) void masuk(dibawa);
    else lihat().catch(rusak);
  }, [id]);
  return (
    <main class="masuk" aria-label={words.judul}>
      <img src="/favicon.svg" alt="" width="56" height="56" />
      <h1>{lupa ? words.lupaJudul : words.judul}</h1>
      {kerja && (
        <>
          <p role="status">{kerja.membuka ? words.membuka : words.menyandikan}</p>
          <ProgressBar
            value={kerja.selesai}
            max={kerja.dari}
            label={kerja.membuka ? words.membuka : words.menyandikan}
          />
          <p class="redup">{words.sampai(kerja.selesai, kerja.dari)}</p>
          <p class="redup">{words.jangan}</p>
        </>
      )}
      {pintu === null && (
        <>
          <div role="alert">
            <Banner tone="bahaya">{words.rusak}</Banner>
          </div>
          <Button kind="utama" block onClick={muatUlang}>
            {words.muatUlang}
          </Button>
        </>
      )}
      {!kerja && pintu && pintu.unsent > 0 && <Banner tone="netral">{words.menunggu(pintu.unsent)}</Banner>}
      {!kerja && pintu && !lupa && (
        <DenganPin id={id} pintu={pintu} clock={clock} onKunci={masuk} onLupa={() => setLupa(true)} />
      )}
      {!kerja && pintu && lupa && <DenganSandi id={id} nip={pintu.nip} onKunci={masuk} onBatal={batal} />}
      {!kerja && pintu && (
        <nav class="masuk-lain">
          <LinkButton kind="teks" icon="users" href="/ganti-akun">
            {words.gantiAkun}
          </LinkButton>
        </nav>
      )}
    </main>
  );
};
