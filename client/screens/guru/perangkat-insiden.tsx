import type { Akses } from '../../../shared/records/index.ts';
import { perangkat } from '../../i18n/id/perangkat.ts';

const words = perangkat.insiden;

/** A notice that protection of her data has failed, with the three things that UU 27/2022 pasal 46 asks for. */
export const IsiInsiden = ({ insiden }: { readonly insiden: NonNullable<Akses['insiden']> }) => (
  <dl>
    {(['data', 'kejadian', 'penanganan', 'kontak'] as const).map((bagian) => (
      <div key={bagian}>
        <dt>{words[bagian]}</dt>
        <dd class="teks-asli">{insiden[bagian]}</dd>
      </div>
    ))}
  </dl>
);
