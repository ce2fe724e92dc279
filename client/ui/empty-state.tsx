import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type Props = {
  readonly text: string;
  readonly icon?: IconName | undefined;
  readonly actions?: ComponentChildren;
};

/** Nothing here, why, and what to do about it. */
export const EmptyState = ({ text, icon, actions }: Props) => (
  <div class="empty-state">
    {icon && <Icon name={icon} />}
    <p>{text}</p>
    {actions && <div class="deret-chip">{actions}</div>}
  </div>
);
