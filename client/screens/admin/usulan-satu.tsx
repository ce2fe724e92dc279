import { useState } from 'preact/hooks';
import { formatNip } from '../../../shared/domain/index.ts';
import type { UsulanTampil } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { usulan } from '../../i18n/id/usulan.ts';
import { Button, Icon, LinkButton, PhotoGrid, PhotoViewer } from '../../ui/index.ts';
import { useFoto } from '../guru/foto-url.ts';

const words = usulan.admin;
const HARI = 86_400_000;

const Foto = ({ satu: { foto, pemilik } }: { satu: UsulanTampil }) => {
  const { store } = useApp();
  const [buka, setBuka] = useState<number | null>(null);
  const photos = useFoto(store, pemilik, { foto, besar: true, kata: { label: usulan.fotoKe } });
  return (
    <>
      <PhotoGrid photos={photos} onOpen={setBuka} missing={usulan.fotoMenyusul} />
      <PhotoViewer
        photos={photos}
        index={buka}
        onIndex={setBuka}
        onClose={() => setBuka(null)}
        labels={{ close: umum.aksi.tutup, next: umum.aksi.berikutnya, previous: umum.aksi.sebelumnya }}
      />
    </>
  );
};

const Beda = ({ bidang, kini, nilai }: Pick<UsulanTampil, 'bidang' | 'kini' | 'nilai'>) => (
  <table class="impor-beda">
    <thead>
      <tr>
        <th scope="col">{words.data}</th>
        <th scope="col">{words.kini}</th>
        <th scope="col">{words.jadi}</th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <th scope="row">{usulan.bidang[bidang]}</th>
        <td>{usulan.nilai(bidang, kini ?? '')}</td>
        <td>
          <b>{usulan.nilai(bidang, nilai)}</b>
        </td>
      </tr>
    </tbody>
  </table>
);

type Props = {
  readonly satu: UsulanTampil;
  /** Left out where the asker cannot decide now. */
  readonly onKerja?: (setuju: boolean) => void;
};

/** One usulan: whose it is, before and after, the evidence, who has looked at it, and what to do. */
export const Satu = ({ satu, onKerja }: Props) => {
  const { clock } = useApp();
  const { nama, nip, sekolah, bidang, kini, nilai, bukti, tautan, foto, penerus, langkah, halangan } = satu;
  const siapa = nama || words.tanpaNama;
  const [data, setuju] = [usulan.bidang[bidang], langkah === 'terima' ? words.setujui : words.teruskan];
  const hari = Math.floor((clock() - satu.diajukan) / HARI);
  return (
    <li class="usulan-satu" tabIndex={onKerja ? -1 : undefined}>
      <h3>{siapa}</h3>
      <p class="redup">{[formatNip(nip), sekolah, words.menunggu(hari)].filter(Boolean).join(' · ')}</p>
      <Beda bidang={bidang} kini={kini} nilai={nilai} />
      <p>
        {words.bukti}: <span class="usulan-teks">{bukti}</span>
      </p>
      {foto.length > 0 && <Foto satu={satu} />}
      {tautan.length > 0 && (
        <div class="usulan-tautan">
          {tautan.map((alamat, i) => (
            <LinkButton key={alamat} kind="teks" icon="link" href={alamat} target="_blank" rel="noreferrer">
              {words.tautan(i + 1)}
            </LinkButton>
          ))}
        </div>
      )}
      {penerus && <p class="redup usulan-teks">{words.diteruskan(penerus.nama, penerus.catatan)}</p>}
      {onKerja ? (
        <div class="deret-tombol">
          <Button
            kind="teks"
            icon="x"
            aria-label={words.satu(words.tolak, data, siapa)}
            onClick={() => onKerja(false)}
          >
            {words.tolak}
          </Button>
          <Button
            kind="utama"
            icon="check"
            aria-label={words.satu(setuju, data, siapa)}
            onClick={() => onKerja(true)}
          >
            {setuju}
          </Button>
        </div>
      ) : (
        <p class="usulan-halangan">
          <Icon name="clock" /> {kataMasalah(halangan ?? langkah, {})}
        </p>
      )}
    </li>
  );
};
