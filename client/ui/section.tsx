import type { ComponentChildren } from 'preact';

type Props = {
  readonly title: string;
  readonly action?: ComponentChildren;
  readonly children?: ComponentChildren;
};

/** A headed part of a screen, with at most one thing to do at its right. */
export const Section = ({ title, action, children }: Props) => (
  <section class="section">
    <header>
      <h2>{title}</h2>
      {action}
    </header>
    {children}
  </section>
);
