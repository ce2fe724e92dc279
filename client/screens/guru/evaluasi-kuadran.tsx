import { type DuaRating, predikatDari, RATING } from '../../../shared/domain/index.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import { Icon } from '../../ui/index.ts';

const kata = words.hasil;

/** The quadrant as a table, hasil kerja down and perilaku across, with the cell that the two ratings meet in. */
export const Kuadran = ({ nilai, pada }: { nilai: DuaRating; pada: string }) => (
  <table class="kuadran">
    <caption class="redup">{kata.kuadranKet}</caption>
    <thead>
      <tr>
        <td />
        {RATING.map((perilaku) => (
          <th key={perilaku} scope="col">
            {words.ratingPendek[perilaku]}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {[...RATING].reverse().map((hasil) => (
        <tr key={hasil}>
          <th scope="row">{words.ratingPendek[hasil]}</th>
          {RATING.map((perilaku) => {
            const predikat = predikatDari({ hasil, perilaku }, pada);
            const kini = nilai.hasil === hasil && nilai.perilaku === perilaku;
            return (
              <td key={perilaku} aria-current={kini ? 'true' : undefined}>
                {kini && <Icon name="check" />}
                {predikat && words.predikat[predikat]}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  </table>
);

/** The predikat that two ratings make and why, or what is still missing; `kosong` says the latter. */
export const PredikatKini = ({
  judul,
  nilai,
  pada,
  kosong,
}: {
  judul: string;
  nilai: DuaRating;
  pada: string;
  kosong: string;
}) => {
  const predikat = predikatDari(nilai, pada);
  const { hasil, perilaku } = nilai;
  return (
    <div class="predikat" role="status">
      <span class="redup">{judul}</span>
      {predikat && hasil && perilaku ? (
        <>
          <b class={`predikat-nama predikat-${predikat.toLowerCase()}`}>{words.predikat[predikat]}</b>
          <span>{words.alasan({ hasil, perilaku })}</span>
        </>
      ) : (
        <span>{kosong}</span>
      )}
    </div>
  );
};
