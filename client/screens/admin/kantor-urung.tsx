import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { umum } from '../../i18n/id/umum.ts';
import { Button, Dialog } from '../../ui/index.ts';

type Props = {
  readonly open: boolean;
  readonly judul: string;
  readonly tombol: string;
  readonly children: ComponentChildren;
  readonly onClose: () => void;
  /** Takes it back; what stands against that, in words, or null. */
  readonly urungkan: () => Promise<string | null>;
};

/** Asks before something is taken back. It closes by whoever opened it; what stands against it is said in its place. */
export const TanyaUrung = ({ open, judul, tombol, children, onClose, urungkan }: Props) => {
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | null>(null);
  const tekan = async (): Promise<void> => {
    setSibuk(true);
    setSalah(await urungkan());
    setSibuk(false);
  };
  return (
    <Dialog open={open} onClose={onClose} title={judul} closeLabel={umum.aksi.tutup}>
      {children}
      {salah && (
        <p class="field-error" role="alert">
          {salah}
        </p>
      )}
      <div class="deret-tombol">
        <Button kind="teks" onClick={onClose}>
          {umum.aksi.batal}
        </Button>
        <Button kind="bahaya" busy={sibuk} onClick={() => void tekan()}>
          {tombol}
        </Button>
      </div>
    </Dialog>
  );
};
