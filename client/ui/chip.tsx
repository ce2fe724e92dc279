import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type Props = {
  readonly children?: ComponentChildren;
  /** Left out: a plain button. True or false: a choice that is on or off. */
  readonly pressed?: boolean | undefined;
  readonly icon?: IconName | undefined;
} & Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'icon'>;

/** A short choice; pressed or not where it can be either. */
export const Chip = ({ children, pressed, icon, ...rest }: Props) => (
  <button
    {...rest}
    type="button"
    class="chip"
    {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
  >
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </button>
);
