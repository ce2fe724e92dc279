import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** A photo to show: `url` absent while it is not on this phone. */
export type Photo = {
  readonly id: string;
  readonly url: string | undefined;
  readonly label: string;
  readonly removeLabel?: string;
};

type Props = {
  readonly photos: readonly Photo[];
  readonly onOpen?: (index: number) => void;
  readonly onRemove?: (id: string) => void;
  /** Said in place of a photo that is not here. */
  readonly missing?: string;
  /** The slot for one more. */
  readonly add?: ComponentChildren;
};

/** Photos as squares of fixed ratio, so that nothing jumps when they load. */
export const PhotoGrid = ({ photos, onOpen, onRemove, missing, add }: Props) => (
  <ul class="photo-grid">
    {photos.map((photo, index) => (
      <li key={photo.id}>
        <button type="button" class="photo" aria-label={photo.label} onClick={() => onOpen?.(index)}>
          {photo.url ? (
            <img src={photo.url} alt="" loading="lazy" />
          ) : missing ? (
            <span>{missing}</span>
          ) : (
            <Icon name="image" />
          )}
        </button>
        {onRemove && (
          <Button
            kind="teks"
            class="photo-remove"
            icon="x"
            aria-label={photo.removeLabel ?? photo.label}
            onClick={() => onRemove(photo.id)}
          />
        )}
      </li>
    ))}
    {add && <li>{add}</li>}
  </ul>
);
