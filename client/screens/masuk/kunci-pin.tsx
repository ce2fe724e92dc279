import { cacatPin } from '../../../shared/domain/index.ts';
import { kunci as words } from '../../i18n/id/kunci.ts';
import { Field, TextInput } from '../../ui/index.ts';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onValue: (pin: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly disabled?: boolean | undefined;
};

/**
 * A PIN: the phone's number pad, never shown. Called a one-time code, which no password manager keeps: else it would offer
 * to put the PIN in the place of the account's password.
 */
export const IsianPin = ({ id, label, value, onValue, hint, error, disabled }: Props) => (
  <Field id={id} label={label} hint={hint} {...(error ? { error } : {})}>
    <TextInput
      id={id}
      type="password"
      inputMode="numeric"
      autocomplete="one-time-code"
      value={value}
      disabled={disabled}
      onInput={(event) => onValue(event.currentTarget.value.replace(/\s/g, ''))}
    />
  </Field>
);

/** A new PIN as it is typed, twice. */
export type PinBaru = { readonly pin: string; readonly ulang: string };

/** What is wrong with it, and at which of the two; null where it can be taken. */
export const cacatPinBaru = ({
  pin,
  ulang,
}: PinBaru): { readonly ke: 1 | 2; readonly teks: string } | null => {
  const cacat = cacatPin(pin);
  if (cacat) return { ke: 1, teks: words.cacat[cacat] };
  return pin === ulang ? null : { ke: 2, teks: words.beda };
};

/** The two fields of a new PIN; faults are shown once somebody tried to send them. */
export const IsianPinBaru = ({
  isi,
  onIsi,
  tampakSalah,
}: {
  readonly isi: PinBaru;
  readonly onIsi: (isi: PinBaru) => void;
  readonly tampakSalah: boolean;
}) => {
  const cacat = tampakSalah ? cacatPinBaru(isi) : null;
  return (
    <>
      <IsianPin
        id="pin-baru"
        label={words.pinBaru}
        hint={words.pinBaruKet}
        value={isi.pin}
        onValue={(pin) => onIsi({ ...isi, pin })}
        error={cacat?.ke === 1 ? cacat.teks : null}
      />
      <IsianPin
        id="pin-ulang"
        label={words.ulangi}
        value={isi.ulang}
        onValue={(ulang) => onIsi({ ...isi, ulang })}
        error={cacat?.ke === 2 ? cacat.teks : null}
      />
    </>
  );
};
