import { useState } from 'preact/hooks';
import { Button } from '../../ui/index.ts';
import { type Jawaban, kataTolak } from './kantor-muat.ts';

type Props = {
  readonly label: string;
  /** For readers, where the label alone does not say of what. */
  readonly pembaca?: string;
  readonly onUnduh: () => Promise<Jawaban<unknown>>;
};

/** Fetches a file of the service's; what stands against it is said here, not in the place of the page. */
export const TombolUnduh = ({ label, pembaca, onUnduh }: Props) => {
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | null>(null);
  const tekan = async (): Promise<void> => {
    setSibuk(true);
    const hasil = await onUnduh();
    setSibuk(false);
    setSalah(hasil.ok ? null : kataTolak(hasil));
  };
  return (
    <>
      <Button kind="tonal" icon="download" aria-label={pembaca} busy={sibuk} onClick={() => void tekan()}>
        {label}
      </Button>
      {salah && (
        <p class="field-error" role="alert">
          {salah}
        </p>
      )}
    </>
  );
};
