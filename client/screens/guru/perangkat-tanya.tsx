import { useRef, useState } from 'preact/hooks';
import type { OwnDevice } from '../../../shared/protocol/index.ts';
import { tandaiPerangkat } from '../../app/perangkat.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { perangkat as words } from '../../i18n/id/perangkat.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Button, Dialog, Field, PasswordInput } from '../../ui/index.ts';

/** What is to be done with which phone: cut it off, mark it as lost, or as found again. */
export type Tanya = { readonly device: OwnDevice; readonly apa: 'cut' | 'lost' | 'found' };
type Gagal = Exclude<Awaited<ReturnType<typeof tandaiPerangkat>>, { ok: true }>;

/** Nothing of this is tried again by itself, as the words for what is sent would have it. */
const sebab = ({ code, params = {} }: Gagal): string =>
  Object.hasOwn(words.belum, code)
    ? words.belum[code as keyof typeof words.belum]
    : kataMasalah(code, params);

type Props = { readonly onClose: () => void; readonly onDone: () => void };

const Isi = ({ tanya: { device, apa }, onClose, onDone }: Props & { readonly tanya: Tanya }) => {
  const [sandi, setSandi] = useState('');
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const kata = words.tanya[apa];
  const tunjuk = (teks: string): void => {
    setSalah(teks);
    // Where the fault is, so that a screen reader reads it out.
    form.current?.querySelector('input')?.focus();
  };
  const kirim = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!sandi) return tunjuk(words.sandiKosong);
    setSibuk(true);
    const hasil = await tandaiPerangkat({ id: device.id, sandi, apa });
    setSibuk(false);
    if (!hasil.ok) return tunjuk(sebab(hasil));
    beriTahu(kata.selesai(device.label));
    onDone();
  };
  return (
    <form ref={form} class="tumpuk" onSubmit={(event) => void kirim(event)} noValidate>
      <p>{kata.isi}</p>
      <Field id="perangkat-sandi" label={words.sandi} hint={words.sandiKet} error={salah}>
        <PasswordInput
          shown={false}
          autocomplete="current-password"
          value={sandi}
          onInput={(event) => setSandi(event.currentTarget.value)}
        />
      </Field>
      <div class="deret-tombol">
        <Button kind="teks" onClick={onClose}>
          {umum.aksi.batal}
        </Button>
        <Button kind={apa === 'found' ? 'utama' : 'bahaya'} type="submit" busy={sibuk}>
          {kata.ya}
        </Button>
      </div>
    </form>
  );
};

/**
 * Asks for the password: whoever holds a stolen session must not be able to put her other phones out, or wipe them. The box
 * itself stays in the page, so that the browser takes the keyboard back to where it was.
 */
export const TanyaPerangkat = ({ tanya, ...props }: Props & { readonly tanya: Tanya | null }) => (
  <Dialog
    open={tanya !== null}
    onClose={props.onClose}
    title={tanya ? words.tanya[tanya.apa].judul(tanya.device.label) : ''}
    closeLabel={umum.aksi.tutup}
  >
    {tanya && <Isi tanya={tanya} {...props} />}
  </Dialog>
);
