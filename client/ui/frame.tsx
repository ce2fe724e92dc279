import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

/** Choices of a view, as links. */
export const Tabs = ({
  label,
  items,
}: {
  label: string;
  items: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
}) => (
  <nav class="segmented" aria-label={label}>
    {items.map(({ href, label: text, current }) => (
      <a key={href} href={href} aria-current={current ? 'page' : undefined}>
        {text}
      </a>
    ))}
  </nav>
);

type TopBarProps = {
  readonly title: string;
  readonly back?: { readonly href: string; readonly label: string } | undefined;
  readonly onBack?: (() => void) | undefined;
  readonly backLabel?: string | undefined;
  /** A word beside the title, such as "Draf tersimpan". */
  readonly note?: string | undefined;
  readonly actions?: ComponentChildren;
};

/** The bar on top: where I am, the way back, what else there is to do. */
export const TopBar = ({ title, back, onBack, backLabel, note, actions }: TopBarProps) => (
  <header class="top-bar">
    {back && (
      <a class="button teks kembali" href={back.href} aria-label={back.label}>
        <Icon name="chevron-left" />
      </a>
    )}
    {onBack && (
      <Button kind="teks" class="kembali" icon="chevron-left" aria-label={backLabel} onClick={onBack} />
    )}
    <h1>{title}</h1>
    {note && (
      <span class="top-bar-note" role="status">
        {note}
      </span>
    )}
    {actions}
  </header>
);

export type NavItem = {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly current: boolean;
  readonly badge?: { readonly count: number; readonly label: string } | undefined;
};

/** Five places at most: below on a phone, a rail at the left from 840 px. `primary` stands in the middle. */
export const NavBar = ({
  label,
  items,
  primary,
}: {
  label: string;
  items: readonly NavItem[];
  primary?: ComponentChildren;
}) => {
  const middle = Math.ceil(items.length / 2);
  const row = (item: NavItem) => (
    <li key={item.href}>
      <a href={item.href} aria-current={item.current ? 'page' : undefined}>
        <Icon name={item.icon} />
        <span>{item.label}</span>
        {item.badge && item.badge.count > 0 && (
          <>
            <span class="nav-lencana" aria-hidden="true">
              {item.badge.count > 99 ? '99+' : item.badge.count}
            </span>
            <span class="sembunyi">{item.badge.label}</span>
          </>
        )}
      </a>
    </li>
  );
  return (
    <nav class="nav-bar" aria-label={label}>
      <ul>
        {items.slice(0, middle).map(row)}
        {primary && <li>{primary}</li>}
        {items.slice(middle).map(row)}
      </ul>
    </nav>
  );
};

/** The middle of a screen: one main landmark, a gutter, and a bar that stays at the bottom where there is one. */
export const Page = ({
  title,
  bar,
  footer,
  wide,
  busy,
  children,
}: {
  title: string;
  bar?: ComponentChildren;
  footer?: ComponentChildren;
  wide?: boolean | undefined;
  busy?: boolean | undefined;
  children?: ComponentChildren;
}) => (
  <>
    {bar}
    <main
      id="isi"
      class={`page${wide ? ' lebar' : ''}`}
      aria-label={title}
      aria-busy={busy ? 'true' : undefined}
      tabIndex={-1}
    >
      {children}
    </main>
    {footer && <div class="page-footer">{footer}</div>}
  </>
);
