import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

type Props = {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly label: string;
  readonly detail?: string | undefined;
  /** What a screen reader says instead of the label. */
  readonly reader?: string | undefined;
};

/** A state in colour, sign and word at once; the detail stands beside it. */
export const StatusPill = ({ tone, icon, label, detail, reader }: Props) => (
  <>
    <span class={`status-pill nada-${tone}`}>
      <Icon name={icon} />
      <span aria-hidden={reader ? 'true' : undefined}>{label}</span>
      {reader && <span class="sembunyi">{reader}</span>}
    </span>
    {detail && <span class="status-detail">{detail}</span>}
  </>
);
