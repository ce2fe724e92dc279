import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { formatNip } from '../../../shared/domain/index.ts';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { countLetters } from '../../../shared/records/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { aturanSandi, gantiSandi } from '../../app/perangkat.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { gantiSandi as words } from '../../i18n/id/ganti-sandi.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { masuk } from '../../i18n/id/masuk.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Banner, Button, EmptyState, Field, Page, PasswordInput, TopBar } from '../../ui/index.ts';
import './lain.css';

type Bidang = 'lama' | 'baru';
type Salah = { readonly bidang: Bidang | null; readonly teks: string };
type Gagal = Extract<Awaited<ReturnType<typeof gantiSandi>>, { ok: false }>;

const periksa = (lama: string, baru: string): Salah | null => {
  if (!lama) return { bidang: 'lama', teks: words.lamaKosong };
  return countLetters(baru) < LIMITS.passwordMin
    ? { bidang: 'baru', teks: kataMasalah('sandi_pendek') }
    : null;
};

const salahDari = ({ code, params = {} }: Gagal): Salah => {
  if (code === 'server_diam') return { bidang: null, teks: words.tidakPasti };
  if (code === 'terlalu_sering') return { bidang: null, teks: words.terlaluSering };
  const bidang = code === 'sandi_lama_salah' ? 'lama' : code.startsWith('sandi_') ? 'baru' : null;
  return { bidang, teks: kataMasalah(code, params) };
};

/** By which rules, as the server has them; nothing while it does not answer, and then it says so when she saves. */
const useAturan = () => {
  const [dibaca, setDibaca] = useState<Awaited<ReturnType<typeof aturanSandi>> | null>(null);
  useEffect(() => {
    void aturanSandi().then(setDibaca);
  }, []);
  return dibaca?.ok ? dibaca : null;
};

const Isi = ({ app }: { readonly app: App }) => {
  const { route } = useLocation();
  const aturan = useAturan();
  const [lama, setLama] = useState('');
  const [baru, setBaru] = useState('');
  const [tampak, setTampak] = useState(false);
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<Salah | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const tunjuk = (fault: Salah): void => {
    setSalah(fault);
    if (fault.bidang) form.current?.querySelector<HTMLInputElement>(`#${fault.bidang}`)?.focus();
  };
  const kirim = async (event: Event): Promise<void> => {
    event.preventDefault();
    const fault = periksa(lama, baru);
    setSalah(null);
    if (fault) return tunjuk(fault);
    setSibuk(true);
    const done = await gantiSandi({ lama, baru });
    setSibuk(false);
    if (!done.ok) return tunjuk(salahDari(done));
    beriTahu(words.selesai(done.ended));
    route('/akun');
  };
  const bidang = (id: Bidang) => (salah?.bidang === id ? { error: salah.teks } : {});
  return (
    <form ref={form} class="tumpuk" onSubmit={(event) => void kirim(event)} noValidate>
      <p>{words.isi}</p>
      {aturan?.sampai && <p class="redup">{words.sampai(aturan.sampai)}</p>}
      {salah?.bidang === null && (
        <div role="alert">
          <Banner tone="bahaya">{salah.teks}</Banner>
        </div>
      )}
      {/* For the password manager: whose password this is. */}
      <input hidden autocomplete="username" readOnly value={formatNip(app.account.nip)} />
      <Field id="lama" label={words.lama} hint={words.lupa} {...bidang('lama')}>
        <PasswordInput
          shown={tampak}
          autocomplete="current-password"
          value={lama}
          onInput={(event) => setLama(event.currentTarget.value)}
        />
      </Field>
      <Field
        id="baru"
        label={words.baru}
        hint={aturan?.aturan === 'bssn' ? masuk.sandiBaruBssn : masuk.sandiBaruKet}
        {...bidang('baru')}
      >
        <PasswordInput
          shown={tampak}
          autocomplete="new-password"
          value={baru}
          onInput={(event) => setBaru(event.currentTarget.value)}
        />
      </Field>
      <Button
        kind="teks"
        icon={tampak ? 'eye-off' : 'eye'}
        type="button"
        aria-pressed={tampak}
        onClick={() => setTampak(!tampak)}
      >
        {tampak ? masuk.sembunyi : masuk.lihat}
      </Button>
      <Button kind="utama" block type="submit" busy={sibuk}>
        {words.simpan}
      </Button>
    </form>
  );
};

/** A person's own password: whoever knows the old one sets another. Needs the network, as signing in does. */
export const GantiSandi = () => {
  const app = useApp();
  const bar = <TopBar title={words.judul} back={{ href: '/akun', label: umum.aksi.kembali }} />;
  return (
    <Page title={words.judul} bar={bar}>
      {app.latihan ? <EmptyState icon="lock" text={words.latihan} /> : <Isi app={app} />}
    </Page>
  );
};
