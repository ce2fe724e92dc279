import type { ComponentChildren } from 'preact';
import { Button, LinkButton } from './button.tsx';

type Props = {
  readonly title: string;
  readonly back?: { readonly href: string; readonly label: string } | undefined;
  readonly onBack?: (() => void) | undefined;
  readonly backLabel?: string | undefined;
  /** A word beside the title, such as "Draf tersimpan". */
  readonly note?: string | undefined;
  readonly actions?: ComponentChildren;
};

/** The bar on top: where I am, the way back, what else there is to do. */
export const TopBar = ({ title, back, onBack, backLabel, note, actions }: Props) => (
  <header class="top-bar">
    {back && (
      <LinkButton kind="teks" class="kembali" icon="chevron-left" href={back.href} aria-label={back.label} />
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
