import { type ComponentChildren, cloneElement, type JSX, type VNode } from 'preact';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Letters used and allowed. */
  readonly count?: { readonly used: number; readonly max: number; readonly label?: string } | undefined;
  /** Hides the label from the eye, not from a screen reader. */
  readonly hideLabel?: boolean | undefined;
  readonly children: VNode<Record<string, unknown>>;
};

/** A label, a control, and what there is to say about it: wired with `aria-describedby` and `aria-invalid`. */
export const Field = ({ id, label, hint, error, count, hideLabel, children }: FieldProps) => {
  const described = [error ? `${id}-salah` : '', hint || count ? `${id}-ket` : ''].filter(Boolean).join(' ');
  const wired = cloneElement(children, {
    id,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': 'true' } : {}),
  });
  return (
    <div class="field">
      <label for={id} class={hideLabel ? 'sembunyi' : undefined}>
        {label}
      </label>
      {wired}
      {error && (
        <p class="field-error" id={`${id}-salah`}>
          <Icon name="triangle-alert" />
          <span>{error}</span>
        </p>
      )}
      {(hint || count) && (
        <p class="field-hint" id={`${id}-ket`}>
          <span>{hint}</span>
          {count && <span>{count.label ?? `${count.used}/${count.max}`}</span>}
        </p>
      )}
    </div>
  );
};

export const TextInput = (props: JSX.InputHTMLAttributes<HTMLInputElement>) => (
  <input type="text" {...props} />
);
export const TextArea = (props: JSX.TextareaHTMLAttributes<HTMLTextAreaElement>) => (
  <textarea rows={3} {...props} />
);
export const Select = ({
  children,
  ...rest
}: JSX.SelectHTMLAttributes<HTMLSelectElement> & { readonly children?: ComponentChildren }) => (
  <select {...rest}>{children}</select>
);

type StepperProps = {
  readonly id?: string;
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  readonly onValue: (value: number) => void;
  readonly labels: { readonly less: string; readonly more: string };
} & Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'value' | 'min' | 'max'>;

/** A whole number with a button on either side; typed numbers are passed on as they are, for the form to judge. */
export const Stepper = ({ value, min = 0, max, onValue, labels, ...rest }: StepperProps) => {
  const step = (by: number) =>
    onValue(Math.max(min, Math.min(max, (Number.isFinite(value) ? value : 0) + by)));
  return (
    <div class="stepper">
      <Button
        kind="teks"
        icon="minus"
        aria-label={labels.less}
        disabled={value <= min}
        onClick={() => step(-1)}
      />
      <input
        {...rest}
        type="number"
        inputMode="numeric"
        value={Number.isFinite(value) ? value : ''}
        onInput={(event) =>
          onValue(event.currentTarget.value === '' ? Number.NaN : Number(event.currentTarget.value))
        }
      />
      <Button
        kind="teks"
        icon="plus"
        aria-label={labels.more}
        disabled={value >= max}
        onClick={() => step(1)}
      />
    </div>
  );
};

type SegmentedProps<V extends string> = {
  readonly name: string;
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onValue: (value: V) => void;
};

/** One of a few, side by side: a radio group. */
export const Segmented = <V extends string>({ name, label, value, options, onValue }: SegmentedProps<V>) => (
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

/** On or off, with a line of explanation. */
export const Toggle = ({
  id,
  label,
  hint,
  checked,
  onValue,
}: {
  id: string;
  label: string;
  hint?: string | undefined;
  checked: boolean;
  onValue: (on: boolean) => void;
}) => (
  <label class="toggle" for={id}>
    <span>{label}</span>
    <input
      id={id}
      type="checkbox"
      role="switch"
      checked={checked}
      onChange={(event) => onValue(event.currentTarget.checked)}
    />
    {hint && <span class="redup">{hint}</span>}
  </label>
);

type ChipProps = { readonly children?: ComponentChildren; readonly pressed?: boolean | undefined } & Omit<
  JSX.ButtonHTMLAttributes<HTMLButtonElement>,
  'type'
>;

/** A short choice; pressed or not where it can be either. */
export const Chip = ({ children, pressed, ...rest }: ChipProps) => (
  <button
    {...rest}
    type="button"
    class="chip"
    {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
  >
    <span>{children}</span>
  </button>
);
