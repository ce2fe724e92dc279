import { useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { useModal } from './dialog.tsx';
import { Icon } from './icon.tsx';
import type { Photo } from './photo-grid.tsx';

type Props = {
  readonly photos: readonly Photo[];
  /** Photo shown; null while closed. */
  readonly index: number | null;
  readonly onIndex: (index: number) => void;
  readonly onClose: () => void;
  readonly labels: { readonly close: string; readonly next: string; readonly previous: string };
};

/** A finger's way in px that is a swipe and not a tap. */
const SWIPE = 48;

/** Steps on a swipe of one finger. */
const useSwipe = (step: (by: number) => void) => {
  const from = useRef<number | null>(null);
  return {
    onTouchStart: (event: TouchEvent) => {
      from.current = event.touches.length === 1 ? (event.touches[0]?.clientX ?? null) : null;
    },
    onTouchEnd: (event: TouchEvent) => {
      const way = (event.changedTouches[0]?.clientX ?? 0) - (from.current ?? Number.NaN);
      if (Math.abs(way) >= SWIPE) step(way < 0 ? 1 : -1);
    },
  };
};

/** One photo over the whole screen; swipe, arrow keys, buttons, Escape. */
export const PhotoViewer = ({ photos, index, onIndex, onClose, labels }: Props) => {
  const box = useModal(index !== null, onClose);
  const photo = index === null ? undefined : photos[index];
  const many = photos.length > 1;
  const step = (by: number) =>
    index !== null && many && onIndex((index + by + photos.length) % photos.length);
  const swipe = useSwipe(step);
  return (
    <dialog
      ref={box}
      class="photo-viewer"
      aria-label={photo?.label ?? labels.close}
      onClose={() => index !== null && onClose()}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') step(1);
        if (event.key === 'ArrowLeft') step(-1);
      }}
      {...swipe}
    >
      {photo && (
        <>
          <header>
            <span>{photo.label}</span>
            <Button kind="teks" icon="x" aria-label={labels.close} onClick={onClose} />
          </header>
          {photo.url ? <img src={photo.url} alt={photo.label} /> : <Icon name="image" />}
          <footer>
            {many && (
              <>
                <Button
                  kind="teks"
                  icon="chevron-left"
                  aria-label={labels.previous}
                  onClick={() => step(-1)}
                />
                <Button kind="teks" icon="chevron-right" aria-label={labels.next} onClick={() => step(1)} />
              </>
            )}
          </footer>
        </>
      )}
    </dialog>
  );
};
