import { useState } from 'preact/hooks';
import { buktiRealisasi, type Periode, rentangPeriode } from '../../../shared/domain/index.ts';
import { hariTanggal } from '../../i18n/format.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import type { EntriRow } from '../../store/index.ts';
import { DaftarEntri } from './baris-entri.tsx';

/** The entries behind a figure, one tap away; drawn only once they are asked for. */
export const Bukti = ({
  kode,
  entriList,
  periode,
}: {
  kode: string;
  entriList: readonly EntriRow[];
  periode: Periode;
}) => {
  const [buka, setBuka] = useState(false);
  const bukti = buktiRealisasi(kode, entriList, rentangPeriode(periode));
  if (bukti.length === 0) return <p class="redup">{words.isi.buktiKosong}</p>;
  return (
    <details class="evaluasi-bukti" onToggle={(event) => setBuka(event.currentTarget.open)}>
      <summary>{words.isi.bukti(bukti.length)}</summary>
      {buka && <DaftarEntri entriList={bukti} nama={({ content }) => hariTanggal(content.tanggal)} />}
    </details>
  );
};
