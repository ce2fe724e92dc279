import type { ComponentChildren } from 'preact';

type Props = {
  /** Names the main landmark. */
  readonly title: string;
  readonly bar?: ComponentChildren;
  /** Buttons that stay at the bottom of the window. */
  readonly footer?: ComponentChildren;
  readonly wide?: boolean | undefined;
  readonly busy?: boolean | undefined;
  readonly children?: ComponentChildren;
};

/** The middle of a screen: one main landmark, a gutter, and a bar that stays at the bottom where there is one. */
export const Page = ({ title, bar, footer, wide, busy, children }: Props) => (
  <>
    {bar}
    <main
      id="isi"
      class={wide ? 'page lebar' : 'page'}
      aria-label={title}
      aria-busy={busy ? 'true' : undefined}
      tabIndex={-1}
    >
      {children}
    </main>
    {footer && <footer class="page-footer">{footer}</footer>}
  </>
);
