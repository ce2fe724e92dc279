type Props = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  readonly disabled?: boolean | undefined;
  readonly onValue: (on: boolean) => void;
};

/** On or off, at once, with a line of explanation. */
export const Toggle = ({ id, label, hint, checked, disabled, onValue }: Props) => (
  <label class="toggle" for={id}>
    <span>
      <span>{label}</span>
      {hint && <span class="redup">{hint}</span>}
    </span>
    <input
      id={id}
      type="checkbox"
      role="switch"
      checked={checked}
      disabled={disabled}
      onChange={(event) => onValue(event.currentTarget.checked)}
    />
  </label>
);
