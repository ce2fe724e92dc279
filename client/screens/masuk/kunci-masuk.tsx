import { useEffect, useRef, useState } from 'preact/hooks';
import { kunciMasuk as words } from '../../i18n/id/kunci-masuk.ts';
import { dapatKunciSandi, masukDenganKunci, type SignInResult, tawarkanKunci } from '../../session/index.ts';
import { Button } from '../../ui/index.ts';

type Props = {
  readonly onMasuk: () => void;
  readonly onGagal: (why: Extract<SignInResult, { ok: false }>) => void;
};

/** Signing in by a passkey: a button, and beside it the list of what the keyboard suggests. Nothing where there is none. */
export const KunciMasuk = ({ onMasuk, onGagal }: Props) => {
  const [sibuk, setSibuk] = useState(false);
  const [putaran, setPutaran] = useState(0);
  const [mati, setMati] = useState(!dapatKunciSandi());
  const berhenti = useRef<AbortController | null>(null);
  const selesai = (result: SignInResult): void => (result.ok ? onMasuk() : onGagal(result));
  useEffect(() => {
    if (mati) return;
    const batal = new AbortController();
    berhenti.current = batal;
    void tawarkanKunci(batal.signal, (result) => {
      // Not at this address: there is nothing to offer.
      if (!result.ok && result.code === 'kunci_sandi_mati') setMati(true);
      else selesai(result);
    });
    return () => batal.abort();
  }, [putaran]);
  if (mati) return null;
  const masuk = async (): Promise<void> => {
    // A browser asks one question at a time.
    berhenti.current?.abort();
    setSibuk(true);
    const result = await masukDenganKunci({});
    setSibuk(false);
    if (result) selesai(result);
    if (!result?.ok) setPutaran(putaran + 1);
  };
  return (
    <Button kind="teks" icon="lock" busy={sibuk} onClick={() => void masuk()}>
      {words.tombol}
    </Button>
  );
};
