import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { BuktiDiri, OpsiBuktiKunci, ProblemParams } from '../../shared/protocol/index.ts';
import { bukti as words } from '../i18n/id/bukti.ts';
import { kataMasalah } from '../i18n/id/masalah.ts';
import { umum } from '../i18n/id/umum.ts';
import { dapatKunciSandi, tandaiKunci } from '../session/index.ts';
import { fetchOpsiBukti, fetchTransport, sendBukti } from '../sync/index.ts';
import { Button, Dialog, Field, PasswordInput } from '../ui/index.ts';

/** Why it is asked. */
type Sebab = keyof typeof words.isi;

const kata = (code: string, params: ProblemParams = {}): string =>
  code === 'terlalu_sering' ? words.terlaluSering : kataMasalah(code, params);

/** What a passkey of his has to sign; null where he has none, or this browser cannot use it. */
const useOpsi = () => {
  const [opsi, setOpsi] = useState<OpsiBuktiKunci | null>(null);
  const muat = async (): Promise<void> => {
    if (!dapatKunciSandi()) return;
    const asked = await fetchOpsiBukti(fetchTransport);
    setOpsi(asked.ok && asked.isi.allowCredentials.length > 0 ? asked.isi : null);
  };
  useEffect(() => void muat(), []);
  return { opsi, muat };
};

/** The two ways of proving, and what went wrong with the last. */
const useBukti = (onYa: () => void) => {
  const { opsi, muat } = useOpsi();
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | undefined>(undefined);
  const kirim = async (isi: BuktiDiri): Promise<void> => {
    setSibuk(true);
    const hasil = await sendBukti(fetchTransport, isi);
    setSibuk(false);
    if (hasil.ok) return onYa();
    setSalah(kata(hasil.code, hasil.params));
    // A challenge serves once.
    if ('kunci' in isi) await muat();
  };
  const denganKunci = async (asked: OpsiBuktiKunci): Promise<void> => {
    const tanda = await tandaiKunci(asked);
    if (tanda !== null && typeof tanda === 'object') return kirim({ kunci: tanda });
    setSalah(tanda === null ? words.kunciBatal : kata(tanda));
    await muat();
  };
  return { opsi, sibuk, salah, setSalah, kirim, denganKunci };
};

const Formulir = ({ onYa, onBatal }: { readonly onYa: () => void; readonly onBatal: () => void }) => {
  const [sandi, setSandi] = useState('');
  const { opsi, sibuk, salah, setSalah, kirim, denganKunci } = useBukti(onYa);
  const tekan = (event: Event): void => {
    event.preventDefault();
    if (sandi) void kirim({ sandi });
    else setSalah(words.kosong);
  };
  return (
    <form class="tumpuk" onSubmit={tekan} noValidate>
      {opsi && (
        <Button kind="tonal" disabled={sibuk} onClick={() => void denganKunci(opsi)}>
          {words.kunci}
        </Button>
      )}
      <Field id="bukti-sandi" label={words.sandi} error={salah}>
        <PasswordInput
          shown={false}
          autofocus
          autocomplete="current-password"
          value={sandi}
          onInput={(event) => setSandi(event.currentTarget.value)}
        />
      </Field>
      <div class="deret-tombol">
        <Button kind="teks" onClick={onBatal}>
          {umum.aksi.batal}
        </Button>
        <Button kind="utama" type="submit" busy={sibuk}>
          {words.lanjut}
        </Button>
      </div>
    </form>
  );
};

type Props = { readonly sebab: Sebab; readonly onSelesai: (ya: boolean) => void };

/** Tells how it ended only once it is closed: then the keyboard is back where it was. */
const BuktiDialog = ({ sebab, onSelesai }: Props) => {
  const [jawab, setJawab] = useState<boolean | null>(null);
  useEffect(() => {
    if (jawab !== null) onSelesai(jawab);
  }, [jawab]);
  return (
    <Dialog
      open={jawab === null}
      onClose={() => setJawab(false)}
      title={words.judul}
      closeLabel={umum.aksi.tutup}
    >
      <p>{words.isi[sebab]}</p>
      <Formulir onYa={() => setJawab(true)} onBatal={() => setJawab(false)} />
    </Dialog>
  );
};

/** Asks over whatever is on the screen, a dialog as well; true once the service has believed him. */
export const tanyaBukti = (sebab: Sebab): Promise<boolean> =>
  new Promise((resolve) => {
    const tempat = document.createElement('div');
    document.body.append(tempat);
    const selesai = (ya: boolean): void => {
      render(null, tempat);
      tempat.remove();
      resolve(ya);
    };
    render(<BuktiDialog sebab={sebab} onSelesai={selesai} />, tempat);
  });
