import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type Look = {
  readonly kind?: 'utama' | 'tonal' | 'teks' | 'bahaya' | undefined;
  readonly icon?: IconName | undefined;
  readonly block?: boolean | undefined;
};
type ButtonProps = Look & {
  readonly busy?: boolean | undefined;
  readonly children?: ComponentChildren;
} & Omit<JSX.HTMLAttributes<HTMLButtonElement>, 'icon' | 'class'> & {
    readonly type?: 'button' | 'submit';
    readonly disabled?: boolean | undefined;
    readonly form?: string;
  };

const look = ({ kind = 'tonal', block }: Look): string => `button ${kind}${block ? ' block' : ''}`;

/** A button of at least 48 px; while busy it takes no second tap. */
export const Button = ({
  kind,
  icon,
  block,
  busy,
  children,
  type = 'button',
  onClick,
  class: extra,
  ...rest
}: ButtonProps & { readonly class?: string | undefined }) => (
  <button
    {...rest}
    type={type}
    class={extra ? `${look({ kind, block })} ${extra}` : look({ kind, block })}
    aria-busy={busy ? 'true' : undefined}
    onClick={busy ? (event) => event.preventDefault() : onClick}
  >
    {icon && <Icon name={icon} />}
    {children !== undefined && <span>{children}</span>}
  </button>
);

/** A link that looks like a button. */
export const LinkButton = ({
  kind,
  icon,
  block,
  href,
  children,
  ...rest
}: Look & { readonly href: string; readonly children?: ComponentChildren } & Omit<
    JSX.HTMLAttributes<HTMLAnchorElement>,
    'icon'
  >) => (
  <a {...rest} href={href} class={look({ kind, block })}>
    {icon && <Icon name={icon} />}
    {children !== undefined && <span>{children}</span>}
  </a>
);
