import { type ComponentChildren, cloneElement, type JSX, type VNode } from 'preact';
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
          {count && (
            <span class={count.used > count.max ? 'field-lebih' : undefined}>
              {count.label ?? `${count.used}/${count.max}`}
            </span>
          )}
        </p>
      )}
    </div>
  );
};

/** A line of text. */
export const TextInput = (props: JSX.InputHTMLAttributes<HTMLInputElement>) => (
  <input type="text" {...props} />
);

/** A password, shown or hidden; nobody's keyboard mends it. */
export const PasswordInput = ({
  shown,
  ...rest
}: JSX.InputHTMLAttributes<HTMLInputElement> & { readonly shown: boolean }) => (
  <input {...rest} type={shown ? 'text' : 'password'} autocapitalize="none" spellcheck={false} />
);

/** The phone's own list of choices. */
export const Select = ({
  children,
  ...rest
}: JSX.SelectHTMLAttributes<HTMLSelectElement> & { readonly children?: ComponentChildren }) => (
  <select {...rest}>{children}</select>
);
