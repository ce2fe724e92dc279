import type { ComponentChildren } from 'preact';
import type { PolaTampil } from '../../../shared/domain/index.ts';
import type { Skp } from '../../../shared/records/index.ts';
import { rentangJam } from '../../i18n/format.ts';
import { pola as kata } from '../../i18n/id/pola-kamera.ts';
import { polaMilik as words } from '../../i18n/id/pola-milik.ts';
import { namaRencana } from './isian.ts';

type Props = {
  readonly satu: PolaTampil;
  readonly skp: Skp | null;
  readonly onMulai: () => void;
  readonly children: ComponentChildren;
};

/** A pattern as a row: a tap records by it; whose it is stands in words where it is not her own. */
export const BarisPola = ({ satu: { isi, dari }, skp, onMulai, children }: Props) => {
  const { mulai, selesai } = isi;
  const ket = [
    dari === 'saya' ? '' : words.dari[dari],
    mulai && selesai ? rentangJam({ mulai, selesai }) : '',
    namaRencana(skp, isi),
  ];
  return (
    <li class="baris-aksi">
      <button type="button" onClick={onMulai}>
        <span class="baris-entri-judul">
          <span class="sembunyi">{kata.pakai} </span>
          {isi.nama}
        </span>
        <span class="redup">{ket.filter(Boolean).join(' · ')}</span>
      </button>
      {children}
    </li>
  );
};
