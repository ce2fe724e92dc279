import { ATURAN_SKP, type KodeSkp, type TemuanSkp } from '../../../shared/domain/index.ts';
import type { ProblemParams } from '../../../shared/protocol/index.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { temuanSkp, isi as words } from '../../i18n/id/skp.ts';
import { Icon } from '../../ui/index.ts';

/** Words of a finding. */
export const kataTemuan = ({ kode, params = {} }: TemuanSkp): string => temuanSkp[kode](params);

/** Words of a refusal: where a rule refused, what that rule says. */
export const kataSkp = (code: string, params: ProblemParams = {}): string => {
  const sebab = String(params['sebab'] ?? '');
  if (code !== 'skp_salah' || !Object.hasOwn(temuanSkp, sebab)) return kataMasalah(code, params);
  const teks = temuanSkp[sebab as KodeSkp](params);
  return params['rhk'] === undefined ? teks : `${words.rhk(Number(params['rhk']))}: ${teks}`;
};

type Props = {
  readonly temuan: readonly TemuanSkp[];
  /** Leads to where the finding can be mended; left out where it is only to be read. */
  readonly ke?: (temuan: TemuanSkp) => void;
};

/** What the rules say, each line with its source, the refusals first. */
export const DaftarTemuan = ({ temuan, ke }: Props) => (
  <ul class="skp-temuan">
    {temuan.map((satu) => {
      const teks = `${satu.rhk === undefined ? '' : `${words.rhk(satu.rhk + 1)}: `}${kataTemuan(satu)}`;
      return (
        <li key={JSON.stringify(satu)} class={`skp-${satu.berat}`}>
          <Icon name={satu.berat === 'tolak' ? 'triangle-alert' : 'info'} />
          <span>
            {ke ? (
              <button type="button" class="tautan-temuan" onClick={() => ke(satu)}>
                {teks}
              </button>
            ) : (
              teks
            )}
            <br />
            <span class="redup">{words.dasarAturan(ATURAN_SKP[satu.kode][1])}</span>
          </span>
        </li>
      );
    })}
  </ul>
);
