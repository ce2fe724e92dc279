import { useRef } from 'preact/hooks';
import { diKamera } from './kamera.ts';

type Props = {
  readonly label: string;
  readonly id?: string;
  /** Stores what must not be lost; the camera opens only afterwards. */
  readonly siapkan: () => Promise<void>;
  /** After the camera was asked to open. */
  readonly onBuka?: () => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onBatal: () => void;
  readonly onGagal: () => void;
};

/**
 * The phone's camera behind a label: the first click is held back until `siapkan` has stored everything, since a phone
 * short of memory may end the page while the camera is in front; then the same input is clicked for good.
 */
export const InputKamera = ({ label, id, siapkan, onBuka, onFiles, onBatal, onGagal }: Props) => {
  const input = useRef<HTMLInputElement>(null);
  const siap = useRef(false);
  const buka = (event: Event): void => {
    if (siap.current) {
      siap.current = false;
      return;
    }
    event.preventDefault();
    siapkan()
      .then(() => {
        siap.current = true;
        diKamera.value = true;
        input.current?.click();
        onBuka?.();
      })
      .catch(onGagal);
  };
  const terima = (): void => {
    const files = [...(input.current?.files ?? [])];
    if (input.current) input.current.value = '';
    onFiles(files);
  };
  return (
    <input
      ref={input}
      {...(id ? { id } : {})}
      class="sembunyi"
      type="file"
      accept="image/*"
      capture="environment"
      aria-label={label}
      onClick={buka}
      onChange={terima}
      onCancel={onBatal}
    />
  );
};

/** The phone's own camera only where there is one to speak of: a laptop would show a file dialog instead. */
export const punyaKamera = (): boolean => matchMedia('(pointer: coarse)').matches;
