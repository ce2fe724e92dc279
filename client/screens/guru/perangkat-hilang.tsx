import { useState } from 'preact/hooks';
import type { LostState, OwnDevice } from '../../../shared/protocol/index.ts';
import { buangSerahan, terimaSerahan } from '../../app/perangkat.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { perangkat } from '../../i18n/id/perangkat.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Banner, Button, Dialog } from '../../ui/index.ts';

const words = perangkat.hilang;

const keadaan = ({ pada, diperintah, dihapus, ditarik }: LostState): string => {
  if (ditarik) return words.ditarik;
  if (dihapus !== null) return words.sudah(dihapus);
  return diperintah === null ? words.akan(pada) : words.sedang(diperintah);
};

/** What she said yes to and the service did not take: which, and why. */
const Ditolak = ({ daftar }: { readonly daftar: NonNullable<LostState['ditolak']> }) => (
  <>
    <p>{words.ditolak(daftar.reduce((sum, { jumlah }) => sum + jumlah, 0))}</p>
    <ul>
      {daftar.map(({ code, params = {}, tanggal, teks, jumlah }, i) => (
        <li key={i}>
          {words.ditolakSatu(tanggal, teks, jumlah)}: {kataMasalah(code, params)}
        </li>
      ))}
    </ul>
  </>
);

type KataProps = {
  readonly device: OwnDevice;
  readonly hilang: LostState;
  /** Something of it has changed on the server. */
  readonly onUbah: () => void;
};

/** How it stands with a lost phone, and what it handed over: the owner says whether that is hers. */
export const KataHilang = ({ device: { id }, hilang, onUbah }: KataProps) => {
  const [sibuk, setSibuk] = useState(false);
  const [buang, setBuang] = useState(false);
  const menunggu = hilang.entri + hilang.foto > 0;
  const terima = async (): Promise<void> => {
    setSibuk(true);
    const hasil = await terimaSerahan(id);
    setSibuk(false);
    beriTahu(hasil.ok ? words.masuk(hasil.isi.baru, hasil.isi.ditolak) : kataMasalah(hasil.code));
    if (hasil.ok) onUbah();
  };
  const lepas = async (): Promise<void> => {
    setBuang(false);
    const hasil = await buangSerahan(id);
    beriTahu(hasil.ok ? words.terbuang : kataMasalah(hasil.code));
    if (hasil.ok) onUbah();
  };
  return (
    <>
      <p>{keadaan(hilang)}</p>
      {hilang.ditolak && <Ditolak daftar={hilang.ditolak} />}
      {(menunggu || hilang.ditolak) && (
        <Banner
          tone="info"
          action={
            <>
              <Button kind="tonal" busy={sibuk} onClick={() => void terima()}>
                {menunggu ? words.masukkan : words.cobaLagi}
              </Button>
              <Button kind="teks" onClick={() => setBuang(true)}>
                {words.buang}
              </Button>
            </>
          }
        >
          {menunggu && words.serahan(hilang.entri, hilang.foto)}
        </Banner>
      )}
      <Dialog
        open={buang}
        onClose={() => setBuang(false)}
        title={words.buangTanya}
        closeLabel={umum.aksi.tutup}
      >
        <p>{words.buangIsi}</p>
        <div class="deret-tombol">
          <Button kind="teks" onClick={() => setBuang(false)}>
            {umum.aksi.batal}
          </Button>
          <Button kind="bahaya" onClick={() => void lepas()}>
            {words.buang}
          </Button>
        </div>
      </Dialog>
    </>
  );
};
