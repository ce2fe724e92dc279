import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type Props = {
  readonly title: ComponentChildren;
  readonly meta?: ComponentChildren;
  readonly leading?: IconName | undefined;
  readonly trailing?: ComponentChildren;
  readonly href?: string | undefined;
  readonly onClick?: (() => void) | undefined;
};

const Inside = ({ title, meta, leading, trailing, href, onClick }: Props) => {
  const leadsOn = href !== undefined || onClick !== undefined;
  return (
    <>
      {leading && <Icon name={leading} />}
      <span class="list-row-body">
        <span class="list-row-title">{title}</span>
        {meta && <span class="redup">{meta}</span>}
      </span>
      {(trailing || leadsOn) && (
        <span class="list-row-trailing">
          {trailing}
          {leadsOn && <Icon name="chevron-right" />}
        </span>
      )}
    </>
  );
};

/** A line of a list: link, button, or plain. Lists that hold it carry the class `daftar`. */
export const ListRow = (props: Props) => {
  const { href, onClick } = props;
  if (href)
    return (
      <a class="list-row" href={href}>
        <Inside {...props} />
      </a>
    );
  if (onClick)
    return (
      <button type="button" class="list-row" onClick={onClick}>
        <Inside {...props} />
      </button>
    );
  return (
    <div class="list-row">
      <Inside {...props} />
    </div>
  );
};
