type Props<V extends string> = {
  readonly name: string;
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onValue: (value: V) => void;
};

/** One of a few, side by side: a radio group. */
export const Segmented = <V extends string>({ name, label, value, options, onValue }: Props<V>) => (
  <div class="segmented" role="radiogroup" aria-label={label}>
    {options.map((option) => (
      <label key={option.value}>
        <input
          type="radio"
          name={name}
          value={option.value}
          checked={option.value === value}
          onChange={() => onValue(option.value)}
        />
        <span>{option.label}</span>
      </label>
    ))}
  </div>
);
