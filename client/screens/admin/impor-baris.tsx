import { formatNip } from '../../../shared/domain/index.ts';
import type { BarisImpor } from '../../../shared/protocol/index.ts';
import { KATA_SALAH, type KelasSalah } from '../../../shared/simpeg/index.ts';
import { impor as words } from '../../i18n/id/impor.ts';
import { Icon, StatusPill } from '../../ui/index.ts';

const NADA = {
  new: { tone: 'info', icon: 'plus' },
  changed: { tone: 'peringatan', icon: 'pencil-line' },
  unchanged: { tone: 'netral', icon: 'check' },
  refused: { tone: 'bahaya', icon: 'x' },
  hilang: { tone: 'peringatan', icon: 'search' },
} as const;

type Beda = BarisImpor['beda'];

const TabelBeda = ({ beda, ditahan = false }: { beda: Beda; ditahan?: boolean }) => (
  <table class="impor-beda">
    <caption class="sembunyi">{words.beda}</caption>
    <thead>
      <tr>
        <th scope="col">{words.bidang}</th>
        <th scope="col">{ditahan ? words.diSini : words.sebelum}</th>
        <th scope="col">{ditahan ? words.diBerkas : words.sesudah}</th>
      </tr>
    </thead>
    <tbody>
      {beda.map(({ bidang, sebelum, sesudah }) => (
        <tr key={bidang}>
          <th scope="row">{words.namaBidang(bidang)}</th>
          <td>{sebelum === '' ? <i>{words.kosong}</i> : sebelum}</td>
          <td>{sesudah === '' ? <i>{words.kosong}</i> : <b>{sesudah}</b>}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const kataKelas = (kelas: string): string => KATA_SALAH[kelas as KelasSalah] ?? kelas;

const DaftarSalah = ({ salah }: { salah: BarisImpor['salah'] }) => (
  <ul class="impor-salah">
    {salah.map(({ kolom, kelas, nilai, usul }) => (
      <li key={`${kolom}-${kelas}`}>
        <Icon name="triangle-alert" />
        <div>
          <p>
            {kolom && <b>{kolom}: </b>}
            {kataKelas(kelas)}.
          </p>
          <p class="redup">
            {nilai.trim() !== '' && words.isi(nilai)}
            {usul !== null && usul !== nilai && (
              <>
                {' → '}
                <b>{usul}</b>
              </>
            )}
          </p>
        </div>
      </li>
    ))}
  </ul>
);

type Props = { readonly baris: BarisImpor; readonly ikut: boolean; readonly onIkut: (ikut: boolean) => void };

/** One person of the file: what happens to her, what is wrong, what differs. */
export const Baris = ({ baris, ikut, onIkut }: Props) => {
  const { kunci, lembar, nomor, nip, nama, npsn, tindakan, salah, beda, ditahan, sepakat = [] } = baris;
  const dibetulkan = ditahan.filter((satu) => satu.dibetulkan);
  const dibiarkan = ditahan.filter((satu) => !satu.dibetulkan);
  const dapatDipilih = tindakan === 'new' || (tindakan === 'changed' && beda.length + sepakat.length > 0);
  const tempat = lembar === '' ? npsn : [words.baris(lembar, nomor), npsn].filter(Boolean).join(' · ');
  return (
    <li class="impor-baris" data-lewati={dapatDipilih && !ikut ? '' : undefined}>
      <div class="impor-baris-atas">
        {dapatDipilih && (
          <input
            type="checkbox"
            id={`ikut-${kunci}`}
            aria-label={words.ikut(nama)}
            checked={ikut}
            onChange={(event) => onIkut(event.currentTarget.checked)}
          />
        )}
        <div class="impor-baris-nama">
          <h3>{nama || words.tanpaNama}</h3>
          <p class="redup">{[formatNip(nip), tempat].filter(Boolean).join(' · ')}</p>
        </div>
        <StatusPill {...NADA[tindakan]} label={words.tindakan[tindakan]} />
      </div>
      {tindakan === 'refused' && <p>{words.ditolakIsi}</p>}
      {tindakan === 'hilang' && <p>{words.hilangIsi}</p>}
      {salah.length > 0 && <DaftarSalah salah={salah} />}
      {beda.length > 0 && <TabelBeda beda={beda} />}
      {dibetulkan.map(({ bidang, sebelum, sesudah }) => (
        <p key={bidang}>{words.dibetulkan(words.namaBidang(bidang), sesudah, sebelum)}</p>
      ))}
      {sepakat.length > 0 && <p>{words.sepakat(sepakat.map(words.namaBidang))}</p>}
      {dibiarkan.length > 0 && (
        <>
          <p>{words.ditahan}</p>
          <TabelBeda beda={dibiarkan} ditahan />
        </>
      )}
    </li>
  );
};
