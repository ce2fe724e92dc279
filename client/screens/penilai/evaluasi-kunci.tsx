import { bulanDari, type Periode } from '../../../shared/domain/index.ts';
import type { Satker } from '../../../shared/records/index.ts';
import { bulanTahun } from '../../i18n/format.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import { Section } from '../../ui/index.ts';
import { bulanPeriode } from './evaluasi-model.ts';
import { KunciSatuBulan } from './kunci-bulan.tsx';

const kata = words.penilai;

type Props = { readonly periode: Periode; readonly satker: Satker | null };

/** Making a result final leaves the entries that it rests on open: the lock is a decision of its own, for the whole school. */
export const MasihTerbuka = ({ periode, satker }: Props) =>
  bulanPeriode(periode).every((bulan) => satker?.bulanTerkunci.includes(bulan)) ? null : (
    <p class="redup">{kata.masihTerbuka(words.periode(periode))}</p>
  );

/** The lock of the period's months, where its evaluations are made final. A year's are locked month by month. */
export const KunciPeriode = ({ periode, satker, hariIni }: Props & { hariIni: string }) => {
  if (!satker || periode.tipe === 'tahunan') return null;
  return (
    <Section title={kata.kunciBulan}>
      <MasihTerbuka periode={periode} satker={satker} />
      {bulanPeriode(periode).map((bulan) =>
        bulan < bulanDari(hariIni) ? (
          <KunciSatuBulan key={bulan} bulan={bulan} terkunci={satker.bulanTerkunci.includes(bulan)} />
        ) : (
          <p key={bulan}>{kata.kunciNanti(bulanTahun(bulan))}</p>
        ),
      )}
    </Section>
  );
};
