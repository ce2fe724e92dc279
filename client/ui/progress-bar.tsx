type Props = { readonly value: number; readonly max: number; readonly label: string };

/** How much of a whole is done; the label says of what. */
export const ProgressBar = ({ value, max, label }: Props) => (
  <progress class="progress-bar" value={value} max={Math.max(1, max)} aria-label={label} />
);
