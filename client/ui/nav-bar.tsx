import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export type NavItem = {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly current: boolean;
  readonly badge?: { readonly count: number; readonly label: string } | undefined;
};

type Props = {
  readonly label: string;
  readonly items: readonly NavItem[];
  /** The one main action, of class `nav-utama`: stands in the middle. */
  readonly primary?: ComponentChildren;
};

const MOST = 99;

const Place = ({ href, label, icon, current, badge }: NavItem) => (
  <li>
    <a href={href} aria-current={current ? 'page' : undefined}>
      <span class="nav-tanda">
        <Icon name={icon} />
      </span>
      <span>{label}</span>
      {badge && badge.count > 0 && (
        <>
          <span class="nav-lencana" aria-hidden="true">
            {badge.count > MOST ? `${MOST}+` : badge.count}
          </span>
          <span class="sembunyi">{badge.label}</span>
        </>
      )}
    </a>
  </li>
);

/** Five places at most: below on a phone, a rail at the left from 840 px. */
export const NavBar = ({ label, items, primary }: Props) => {
  const middle = Math.ceil(items.length / 2);
  const place = (item: NavItem) => <Place key={item.href} {...item} />;
  return (
    <nav class="nav-bar" aria-label={label}>
      <ul>
        {items.slice(0, middle).map(place)}
        {primary && <li key="utama">{primary}</li>}
        {items.slice(middle).map(place)}
      </ul>
    </nav>
  );
};
