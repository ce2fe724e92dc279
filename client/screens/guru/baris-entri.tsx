import { useApp } from '../../app/context.ts';
import { rentangJam } from '../../i18n/format.ts';
import { type EntriRow, photoThumb, useLive } from '../../store/index.ts';
import { Icon } from '../../ui/index.ts';
import { StatusEntri } from './status-entri.tsx';
import './guru.css';

const Kecil = ({ sha }: { sha: string }) => {
  const { store } = useApp();
  const url = useLive(() => photoThumb(store, sha), [store, sha]);
  return (
    <span class="kecil-foto">
      {url ? <img src={url} alt="" width="48" height="48" /> : <Icon name="image" />}
    </span>
  );
};

/** What deserves a second line in a list: only what asks for something. */
const perluRinci = ({ kirim, state }: EntriRow): boolean =>
  kirim.kunci === 'perlu-diperbaiki' ||
  kirim.kunci === 'teks-terkirim' ||
  (kirim.kunci === 'terkirim' && state.tahap === 'DIKEMBALIKAN');

/** One activity in a list: what, when, and where it stands. */
export const BarisEntri = ({ entri, rencana = '' }: { entri: EntriRow; rencana?: string }) => {
  const { content, id } = entri;
  const [foto] = content.foto;
  return (
    <a class="baris-entri" href={`/kegiatan/${encodeURIComponent(id)}`}>
      {foto ? <Kecil sha={foto.sha} /> : null}
      <span class="baris-entri-isi">
        <span class="baris-entri-judul">{content.uraian}</span>
        <span class="redup">{[rentangJam(content), rencana].filter(Boolean).join(' · ')}</span>
        <span class="baris-entri-status">
          <StatusEntri entri={entri} rinci={perluRinci(entri)} />
        </span>
      </span>
    </a>
  );
};

/** Activities as a list with lines between. */
export const DaftarEntri = ({
  entriList,
  nama,
}: {
  entriList: readonly EntriRow[];
  nama?: (entri: EntriRow) => string;
}) => (
  <ul class="daftar">
    {entriList.map((entri) => (
      <li key={entri.id}>
        <BarisEntri entri={entri} rencana={nama?.(entri) ?? ''} />
      </li>
    ))}
  </ul>
);
