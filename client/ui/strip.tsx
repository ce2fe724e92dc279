import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

type Props = {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly text: string;
  readonly href: string;
};

/** One line on where things stand, tappable. */
export const Strip = ({ tone, icon, text, href }: Props) => (
  <a class={`strip nada-${tone}`} href={href}>
    <Icon name={icon} />
    <span>{text}</span>
    <Icon name="chevron-right" />
  </a>
);
