import type { ComponentChildren } from 'preact';

/** A sheet of paper on the desk: what belongs together. */
export const Card = ({ children, class: name = '' }: { children?: ComponentChildren; class?: string }) => (
  <div class={`card ${name}`}>{children}</div>
);
