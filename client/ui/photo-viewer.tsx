import { useEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import type { Photo } from './photo-grid.tsx';

type Props = {
  readonly photos: readonly Photo[];
  /** Photo shown; null while closed. */
  readonly index: number | null;
  readonly onIndex: (index: number) => void;
  readonly onClose: () => void;
  readonly labels: { readonly close: string; readonly next: string; readonly previous: string };
};

/** One photo over the whole screen; arrows, buttons and Escape. */
export const PhotoViewer = ({ photos, index, onIndex, onClose, labels }: Props) => {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (index !== null && dialog && !dialog.open) dialog.showModal();
    if (index === null && dialog?.open) dialog.close();
  }, [index]);
  const photo = index === null ? undefined : photos[index];
  const step = (by: number) => index !== null && onIndex((index + by + photos.length) % photos.length);
  return (
    <dialog
      ref={box}
      class="photo-viewer"
      aria-label={photo?.label ?? labels.close}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') step(1);
        if (event.key === 'ArrowLeft') step(-1);
      }}
    >
      {photo && (
        <>
          <header>
            <span>{photo.label}</span>
            <Button kind="teks" icon="x" aria-label={labels.close} onClick={onClose} />
          </header>
          {photo.url ? <img src={photo.url} alt={photo.label} /> : <p>{photo.label}</p>}
          <footer>
            {photos.length > 1 && (
              <Button kind="teks" icon="chevron-left" aria-label={labels.previous} onClick={() => step(-1)} />
            )}
            {photos.length > 1 && (
              <Button kind="teks" icon="chevron-right" aria-label={labels.next} onClick={() => step(1)} />
            )}
          </footer>
        </>
      )}
    </dialog>
  );
};
