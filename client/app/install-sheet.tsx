import { useEffect, useState } from 'preact/hooks';
import { umum } from '../i18n/id/umum.ts';
import { Button, Sheet } from '../ui/index.ts';
import { useApp } from './context.ts';
import { caraPasang, diamkan, pasang, sedangDiam, sudahMencatat, terpasang } from './install.ts';
import { pesanKini } from './snackbar.ts';

const words = umum.pasang;
/** After the message of what was saved, with its way back, has gone: the sheet would lie on it. */
const TUNGGU_MS = 1000;

/** The offer to install: at home, once something was saved and the line carries (installing needs it), quiet for 30 days after "Nanti". */
export const LembarPasang = ({ tunda }: { tunda: boolean }) => {
  const { clock, latihan, engine } = useApp();
  const [open, setOpen] = useState(false);
  const cara = caraPasang.value;
  const mau =
    !latihan &&
    engine.status.value.problem === null &&
    sudahMencatat.value &&
    cara !== null &&
    !tunda &&
    !terpasang();
  const boleh = mau && pesanKini.value === null;
  useEffect(() => {
    if (!boleh || sedangDiam(clock())) return;
    const timer = setTimeout(() => setOpen(true), TUNGGU_MS);
    return () => clearTimeout(timer);
  }, [boleh]);
  const nanti = (): void => {
    setOpen(false);
    if (open) diamkan(clock());
  };
  const ya = (): void => {
    setOpen(false);
    void pasang().then((jadi) => jadi || diamkan(clock()));
  };
  return (
    <Sheet open={open && mau} onClose={nanti} title={words.judul} closeLabel={umum.aksi.tutup}>
      <p>{words.isi}</p>
      {cara === 'ios' ? (
        <>
          <ol>
            {words.ios.map((langkah) => (
              <li key={langkah}>{langkah}</li>
            ))}
          </ol>
          <p class="redup">{words.iosAlasan}</p>
        </>
      ) : (
        <Button kind="utama" block icon="plus-square" onClick={ya}>
          {words.pasang}
        </Button>
      )}
      <Button kind="teks" block onClick={nanti}>
        {words.nanti}
      </Button>
    </Sheet>
  );
};
