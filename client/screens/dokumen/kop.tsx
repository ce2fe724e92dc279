import { KOP_NAMA, type KopDokumen } from '../../../shared/documents/index.ts';
import './kop.css';

type Props = {
  readonly kop: KopDokumen;
  /** Object URL of the logo; undefined where there is none, or it is not on this phone yet. */
  readonly logo: string | undefined;
};

/** A letterhead: the logo on the left, the lines in the middle of the sheet. */
export const KopLembar = ({ kop: { kop, kopNama = KOP_NAMA }, logo }: Props) =>
  kop.length === 0 ? null : (
    <div class="lembar-kop">
      {logo && <img src={logo} alt="" />}
      <div>
        {kop.map((baris, i) => (
          <p key={baris} class={i === kopNama ? 'kop-nama' : i < kopNama ? 'kop-atas' : undefined}>
            {baris}
          </p>
        ))}
      </div>
    </div>
  );
