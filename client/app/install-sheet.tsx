import { useEffect, useState } from 'preact/hooks';
import { umum } from '../i18n/id/umum.ts';
import { Button, Sheet } from '../ui/index.ts';
import { useApp } from './context.ts';
import { caraPasang, diamkan, pasang, sedangDiam, sudahMencatat, terpasang } from './install.ts';

const words = umum.pasang;
/** Long enough that "Tersimpan di HP" has been read. */
const TUNGGU_MS = 2500;

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
  useEffect(() => {
    if (!mau || sedangDiam(clock())) return;
    const timer = setTimeout(() => setOpen(true), TUNGGU_MS);
    return () => clearTimeout(timer);
  }, [mau]);
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
