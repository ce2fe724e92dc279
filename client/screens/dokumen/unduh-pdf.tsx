import { useState } from 'preact/hooks';
import { type JenisDokumen, tentangDokumen } from '../../../shared/documents/index.ts';
import { useApp } from '../../app/context.ts';
import { muatPdf } from '../../app/dokumen-pdf.ts';
import { unduh } from '../../app/download.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { dokumen as words } from '../../i18n/id/dokumen.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { Button } from '../../ui/index.ts';
import type { Alamat } from './alamat.ts';

type Props = {
  readonly alamat: Alamat;
  readonly jenis: JenisDokumen;
  /** What stands may just have been issued. */
  readonly onJadi: () => void;
};

/** The document as PDF from the server: with its code where it stands, and a draft where it does not. Needs a network. */
export const UnduhPdf = ({ alamat, jenis, onJadi }: Props) => {
  const app = useApp();
  const [sibuk, setSibuk] = useState(false);
  const ambil = async (): Promise<void> => {
    setSibuk(true);
    const made = await muatPdf(app, { ...alamat, jenis }).finally(() => setSibuk(false));
    if (made.ok) {
      unduh(made.pdf, words.namaBerkas(jenis, tentangDokumen({ ...alamat, jenis }), 'pdf'));
      onJadi();
    } else if (made.code === 'tanpa_internet' || made.code === 'server_diam')
      beriTahu(words.pdfPerluInternet);
    else beriTahu(kataMasalah(made.code, made.params));
  };
  return (
    <Button disabled={sibuk || app.latihan} onClick={() => void ambil()}>
      {sibuk ? words.menyiapkanPdf : words.unduhPdf}
    </Button>
  );
};
