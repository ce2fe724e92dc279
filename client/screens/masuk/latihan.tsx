import { useState } from 'preact/hooks';
import { masuk } from '../../i18n/id/masuk.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Button, LinkButton } from '../../ui/index.ts';
import './masuk.css';

const words = masuk.latihanMode;

/** The door to the training mode: says what it is before it begins. */
export const Latihan = ({ onMulai }: { onMulai: () => Promise<void> }) => {
  const [sibuk, setSibuk] = useState(false);
  const [gagal, setGagal] = useState(false);
  const mulai = (): void => {
    setSibuk(true);
    setGagal(false);
    void onMulai().catch(() => {
      setSibuk(false);
      setGagal(true);
    });
  };
  return (
    <main class="masuk">
      <h1>{words.judul}</h1>
      <p>{words.isi}</p>
      <Button kind="utama" block busy={sibuk} onClick={mulai}>
        {words.mulai}
      </Button>
      {gagal && (
        <p class="field-error" role="alert">
          {umum.galat.layarGagal}
        </p>
      )}
      <LinkButton kind="teks" href="/masuk">
        {umum.aksi.kembali}
      </LinkButton>
    </main>
  );
};
