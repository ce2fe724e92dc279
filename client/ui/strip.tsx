import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

type Props = {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly text: string;
  readonly href: string;
  /** Names the landmark; needed only where there is more than one. */
  readonly label?: string | undefined;
};

/** One line on where things stand, tappable; stands beside the main landmark, never in it. */
export const Strip = ({ tone, icon, text, href, label }: Props) => (
  <aside class={`strip nada-${tone}`} aria-label={label}>
    <a href={href}>
      <Icon name={icon} />
      <span>{text}</span>
      <Icon name="chevron-right" />
    </a>
  </aside>
);
