import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNip } from '../../../shared/domain/index.ts';
import { LIMITS, type ProblemParams } from '../../../shared/protocol/index.ts';
import { countLetters } from '../../../shared/records/index.ts';
import { saatSenggang } from '../../app/preload.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { masuk as words } from '../../i18n/id/masuk.ts';
import { type AkunDiHp, signIn } from '../../session/index.ts';
import { Banner, Button, Field, LinkButton, PasswordInput, TextInput } from '../../ui/index.ts';
import './masuk.css';

const digits = (typed: string): string => typed.replace(/\D/g, '');

type Salah = { readonly bidang: 'nip' | 'sandi' | 'baru'; readonly teks: string };

type Isian = {
  readonly nip: string;
  readonly sandi: string;
  /** Null while none is asked for. */
  readonly baru: string | null;
  /** The password of which she was told that it has a blank at an end: sent all the same it may be meant. */
  readonly tahuSpasi: string;
};

/** What is missing before the server is asked, or would only cost a try; the first fault gets the focus. */
const periksa = ({ nip, sandi, baru, tahuSpasi }: Isian): Salah | null => {
  if (nip.length !== 18) return { bidang: 'nip', teks: words.nipSalah(nip.length) };
  if (!sandi) return { bidang: 'sandi', teks: words.sandiKosong };
  if (sandi !== tahuSpasi && sandi !== sandi.trim()) return { bidang: 'sandi', teks: words.sandiSpasi };
  if (baru === null || countLetters(baru) >= LIMITS.passwordMin) return null;
  return { bidang: 'baru', teks: kataMasalah('sandi_pendek') };
};

/** Refusals that are about the new password, and said beside it. */
const TENTANG_BARU: ReadonlySet<string> = new Set([
  ...['sandi_pendek', 'sandi_panjang', 'sandi_mudah', 'sandi_bocor', 'sandi_campuran', 'sandi_sama'],
]);

type SignInGagal = {
  readonly code: string;
  readonly params?: ProblemParams | undefined;
  readonly floor?: number | undefined;
};

/** Nothing is tried again by itself here: whoever signs in has to. */
const kataMasuk = (
  { code, params, floor = 0 }: SignInGagal,
  { pertama, kini }: { readonly pertama: boolean; readonly kini: number },
): string => {
  if (code === 'tanpa_internet') return pertama ? words.pertamaPerluInternet : words.perluInternet;
  if (code === 'server_diam') return words.serverDiam;
  if (code === 'terlalu_sering') return words.terlaluSering(floor, kini);
  return code === 'server_sibuk' ? words.ramai : kataMasalah(code, params);
};

/** Why a new password is asked for, and whether the instansi wants it mixed. */
const dimintaBaru = ({ code, params }: { readonly code: string; readonly params?: ProblemParams }) => ({
  sebab: code === 'sandi_usang' ? kataMasalah(code) : words.kodeDiterima(String(params?.['oleh'] ?? '')),
  ketat: params?.['aturan'] === 'bssn',
});

/** Number and code from a slip's QR code, behind the hash; taken out of the address at once. */
const dariSlip = (): readonly [nip: string, kode: string] | null => {
  const [, nip = '', kode = ''] = /^#slip=(\d{18})\.([0-9A-Z]{14})$/.exec(location.hash) ?? [];
  if (location.hash) history.replaceState(history.state, '', location.pathname);
  return nip ? [nip, kode] : null;
};

type Props = {
  /** Accounts known on this phone; the last used one is offered again. */
  readonly akun: readonly AkunDiHp[];
  /** Resolves where the first screen is; rejects where it cannot be fetched. */
  readonly onMasuk: () => Promise<void>;
  readonly clock: () => number;
};

type Kunci = ComponentType<{ readonly onMasuk: () => void; readonly onGagal: (why: SignInGagal) => void }>;

/** The door for passkeys, fetched in a quiet moment where the browser knows what they are: most people never use it. */
const useKunci = (): Kunci | undefined => {
  const [kunci, setKunci] = useState<{ readonly isi: Kunci }>();
  useEffect(() => {
    if ('PublicKeyCredential' in globalThis)
      saatSenggang(
        () =>
          void import('./kunci-masuk.tsx').then(
            ({ KunciMasuk }) => setKunci({ isi: KunciMasuk }),
            () => undefined,
          ),
      );
  }, []);
  return kunci?.isi;
};

/** G01: sign in with NIP and password. The first time needs the network; coming back keeps every unsent entry. */
export const Masuk = ({ akun, onMasuk, clock }: Props) => {
  const terakhir = akun[0];
  const [slip] = useState(dariSlip);
  const [nip, setNip] = useState(slip?.[0] ?? terakhir?.nip ?? '');
  const [sandi, setSandi] = useState(slip?.[1] ?? '');
  /** Asked for once the code of a slip was found right, or a password too old; null before. */
  const [baru, setBaru] = useState<string | null>(null);
  const [diminta, setDiminta] = useState({ sebab: '', ketat: false });
  const [salah, setSalah] = useState<Salah | null>(null);
  const [gagal, setGagal] = useState<string | null>(null);
  const [sibuk, setSibuk] = useState<'' | 'masuk' | 'unduh'>('');
  const [tampak, setTampak] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const tahuSpasi = useRef('');
  const Kunci = useKunci();
  const memintaBaru = baru !== null;
  useEffect(() => {
    if (memintaBaru) form.current?.querySelector<HTMLInputElement>('#baru')?.focus();
  }, [memintaBaru]);
  const tunjuk = (fault: Salah) => {
    setSalah(fault);
    form.current?.querySelector<HTMLInputElement>(`#${fault.bidang}`)?.focus();
  };
  const tolak = (why: SignInGagal) => setGagal(kataMasuk(why, { pertama: akun.length === 0, kini: clock() }));
  const lanjut = async () => {
    setSibuk('unduh');
    await onMasuk().catch(() => {
      setSibuk('');
      setGagal(words.belumTerunduh);
    });
  };
  const kirim = async (event: Event) => {
    event.preventDefault();
    const fault = periksa({ nip, sandi, baru, tahuSpasi: tahuSpasi.current });
    tahuSpasi.current = sandi;
    setGagal(null);
    setSalah(null);
    if (fault) return tunjuk(fault);
    setSibuk('masuk');
    const answer = await signIn({ nip, sandi, ...(baru === null ? {} : { baru }) });
    if (answer.ok) return lanjut();
    setSibuk('');
    if (answer.code === 'sandi_baru' || answer.code === 'sandi_usang') {
      setDiminta(dimintaBaru(answer));
      return setBaru('');
    }
    if (TENTANG_BARU.has(answer.code)) return tunjuk({ bidang: 'baru', teks: kataMasalah(answer.code) });
    // The code or the old password is no longer right: it is asked for again.
    if (answer.code === 'sandi_salah') setBaru(null);
    tolak(answer);
  };
  return (
    <main class="masuk">
      <img src="/favicon.svg" alt="" width="56" height="56" />
      <h1>{words.judul}</h1>
      <p class="redup">{words.sub}</p>
      {terakhir && terakhir.belum.isian + terakhir.belum.foto > 0 && (
        <Banner tone="peringatan">{words.antreanAman(terakhir.belum)}</Banner>
      )}
      <form ref={form} onSubmit={(event) => void kirim(event)} noValidate>
        {gagal && (
          <div role="alert">
            <Banner tone="bahaya">{gagal}</Banner>
          </div>
        )}
        <Field id="nip" label={words.nip} {...(salah?.bidang === 'nip' ? { error: salah.teks } : {})}>
          <TextInput
            id="nip"
            inputMode="numeric"
            autocomplete="username webauthn"
            value={formatNip(nip)}
            onInput={(event) => {
              // All of it, also what is too much: cut in silence, it would be somebody else's number.
              setNip(digits(event.currentTarget.value));
              setBaru(null);
            }}
          />
        </Field>
        {/* Found right: nobody is to take it for the new one. It stays, unseen, with what is sent. */}
        {!memintaBaru && (
          <Field
            id="sandi"
            label={words.sandi}
            hint={akun.length === 0 ? words.sandiKet : undefined}
            {...(salah?.bidang === 'sandi' ? { error: salah.teks } : {})}
          >
            <PasswordInput
              id="sandi"
              shown={tampak}
              autocomplete="current-password"
              value={sandi}
              onInput={(event) => {
                setSandi(event.currentTarget.value);
              }}
            />
          </Field>
        )}
        {baru !== null && (
          <>
            <Banner tone="berhasil">{diminta.sebab}</Banner>
            <Field
              id="baru"
              label={words.sandiBaru}
              hint={diminta.ketat ? words.sandiBaruBssn : words.sandiBaruKet}
              {...(salah?.bidang === 'baru' ? { error: salah.teks } : {})}
            >
              <PasswordInput
                id="baru"
                shown={tampak}
                autocomplete="new-password"
                value={baru}
                onInput={(event) => setBaru(event.currentTarget.value)}
              />
            </Field>
          </>
        )}
        <Button
          kind="teks"
          icon={tampak ? 'eye-off' : 'eye'}
          type="button"
          aria-pressed={tampak}
          onClick={() => setTampak(!tampak)}
        >
          {tampak ? words.sembunyi : words.lihat}
        </Button>
        <Button kind="utama" block type="submit" busy={sibuk !== ''}>
          {baru === null ? words.masuk : words.simpanSandi}
        </Button>
        {sibuk === 'unduh' && <p role="status">{words.mengunduh}</p>}
      </form>
      <p>{words.lupa}</p>
      <nav class="masuk-lain">
        {Kunci && <Kunci onMasuk={() => void lanjut()} onGagal={tolak} />}
        {akun.length > 1 && (
          <LinkButton kind="teks" icon="users" href="/ganti-akun">
            {words.gantiAkun}
          </LinkButton>
        )}
        <LinkButton kind="teks" icon="book" href="/latihan">
          {words.latihan}
        </LinkButton>
      </nav>
      <p class="redup kecil">{words.bukanResmi}</p>
    </main>
  );
};
