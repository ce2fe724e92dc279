import { useEffect } from 'preact/hooks';
import { formatNip } from '../../../shared/domain/index.ts';
import type { SlipTerbit } from '../../../shared/protocol/index.ts';
import { akses } from '../../i18n/id/akses.ts';
import { Banner, Button, Page, TopBar } from '../../ui/index.ts';
import { Qr } from './qr.tsx';

const words = akses.slip;

/** What a camera reads: the sign-in with number and code filled in. Behind the hash, so that no server's log ever has it. */
const alamatMasuk = ({ nip, kode }: SlipTerbit): string =>
  `${location.origin}/masuk#slip=${nip}.${kode.replaceAll('-', '')}`;

const Satu = ({ slip }: { readonly slip: SlipTerbit }) => {
  const { nama, nip, sekolah, kode, sampai, menunggu } = slip;
  return (
    <section class="slip" aria-label={nama}>
      <div class="slip-isi">
        <h2>{nama}</h2>
        {sekolah && <p>{sekolah}</p>}
        <dl class="rincian">
          <dt>{words.nip}</dt>
          <dd>{formatNip(nip)}</dd>
          <dt>{words.kode}</dt>
          <dd class="slip-kode">{kode}</dd>
        </dl>
        <p>{words.pindai(`${location.origin}/masuk`)}</p>
        <p>
          {words.sampai(sampai)} {words.rahasia}
        </p>
        {menunggu && <Banner tone="peringatan">{words.menunggu}</Banner>}
      </div>
      <Qr teks={alamatMasuk(slip)} label={words.qr(nama)} />
    </section>
  );
};

type Props = { readonly slip: readonly SlipTerbit[]; readonly onTutup: () => void };

/** Slips that were issued just now, to be shown or printed and cut apart. Nothing of them is kept anywhere. */
export const SlipHalaman = ({ slip, onTutup }: Props) => {
  const judul = words.judulHalaman(slip.length);
  // What was here before is gone, with whatever had the keyboard.
  useEffect(() => document.getElementById('isi')?.focus(), []);
  return (
    <Page title={judul} wide bar={<TopBar title={judul} onBack={onTutup} backLabel={words.tutup} />}>
      <p class="bukan-cetak">{words.sekali}</p>
      {slip.map((satu) => (
        <Satu key={satu.kode} slip={satu} />
      ))}
      <div class="deret-tombol">
        <Button kind="utama" icon="book" onClick={() => print()}>
          {words.cetak}
        </Button>
        <Button kind="tonal" onClick={onTutup}>
          {words.tutup}
        </Button>
      </div>
    </Page>
  );
};
