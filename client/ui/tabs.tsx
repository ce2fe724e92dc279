type Props = {
  readonly label: string;
  readonly items: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
};

/** Choices of a view, as links that look like a segmented control. */
export const Tabs = ({ label, items }: Props) => (
  <nav class="segmented" aria-label={label}>
    {items.map(({ href, label: text, current }) => (
      <a key={href} href={href} aria-current={current ? 'page' : undefined}>
        <span>{text}</span>
      </a>
    ))}
  </nav>
);
