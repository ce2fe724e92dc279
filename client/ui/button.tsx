import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type Look = {
  readonly kind?: 'utama' | 'tonal' | 'teks' | 'bahaya' | undefined;
  readonly icon?: IconName | undefined;
  readonly block?: boolean | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
};
type ButtonProps = Look & {
  /** Takes no second tap; a line runs along the button once the wait is worth showing. */
  readonly busy?: boolean | undefined;
} & Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, keyof Look>;
type LinkProps = Look & { readonly href: string } & Omit<
    JSX.AnchorHTMLAttributes<HTMLAnchorElement>,
    keyof Look | 'href'
  >;

const look = ({ kind = 'tonal', block, class: extra }: Look): string =>
  ['button', kind, block && 'block', extra].filter(Boolean).join(' ');

const Inside = ({ icon, children }: Look) => (
  <>
    {icon && <Icon name={icon} />}
    {children !== undefined && <span>{children}</span>}
  </>
);

/** A button of at least 48 px; one without words needs an `aria-label`. */
export const Button = ({
  kind,
  icon,
  block,
  busy,
  children,
  class: extra,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) => (
  <button
    {...rest}
    type={type}
    class={look({ kind, block, class: extra })}
    {...(busy ? { 'aria-busy': 'true', 'aria-disabled': 'true' } : {})}
    onClick={busy ? (event) => event.preventDefault() : onClick}
  >
    <Inside icon={icon}>{children}</Inside>
  </button>
);

/** A link that looks like a button. */
export const LinkButton = ({ kind, icon, block, children, class: extra, ...rest }: LinkProps) => (
  <a {...rest} class={look({ kind, block, class: extra })}>
    <Inside icon={icon}>{children}</Inside>
  </a>
);
