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

const Picture = ({ url, missing }: { url: string | undefined; missing: string | undefined }) => {
  if (url) return <img src={url} alt="" loading="lazy" />;
  return missing ? <span>{missing}</span> : <Icon name="image" />;
};

/** Photos as squares of fixed ratio, so that nothing jumps when they load. */
export const PhotoGrid = ({ photos, onOpen, onRemove, missing, add }: Props) => (
  <ul class="photo-grid">
    {photos.map(({ id, url, label, removeLabel = label }, index) => (
      <li key={id}>
        <button type="button" class="photo" onClick={() => onOpen?.(index)}>
          <span class="sembunyi">{label}</span>
          <Picture url={url} missing={missing} />
        </button>
        {onRemove && (
          <Button
            kind="teks"
            class="photo-remove"
            icon="x"
            aria-label={removeLabel}
            onClick={() => onRemove(id)}
          />
        )}
      </li>
    ))}
    {add && <li>{add}</li>}
  </ul>
);
