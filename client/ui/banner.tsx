import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

const SIGN: Readonly<Record<Tone, IconName>> = {
  netral: 'info',
  info: 'info',
  berhasil: 'check',
  peringatan: 'triangle-alert',
  bahaya: 'triangle-alert',
};

type Props = {
  readonly tone: Tone;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
};

/** Something to know before going on. */
export const Banner = ({ tone, children, action }: Props) => (
  <div class={`banner nada-${tone}`}>
    <Icon name={SIGN[tone]} />
    <div class="banner-text">{children}</div>
    {action}
  </div>
);
