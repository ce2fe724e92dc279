import type { JSX } from 'preact';
import { Button } from './button.tsx';

type Props = {
  readonly id?: string;
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  readonly onValue: (value: number) => void;
  readonly labels: { readonly less: string; readonly more: string };
} & Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'value' | 'min' | 'max'>;

const typed = (text: string): number => (text === '' ? Number.NaN : Number(text));

/** A whole number with a button on either side; typed numbers are passed on as they are, for the form to judge. */
export const Stepper = ({ value, min = 0, max, onValue, labels, ...rest }: Props) => {
  const known = Number.isFinite(value);
  const step = (by: number) => onValue(Math.max(min, Math.min(max, (known ? value : 0) + by)));
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
        value={known ? value : ''}
        onInput={(event) => onValue(typed(event.currentTarget.value))}
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
