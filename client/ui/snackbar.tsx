import { useEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';

const SHOWN_MS = 8000;

type Props = {
  /** Null while there is nothing to say: the host stays, so that a screen reader hears what comes. */
  readonly message: string | null;
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
  readonly onClose: () => void;
  readonly closeLabel: string;
};

/** A short message with at most one action; stays 8 seconds, longer while pointed at or focused. */
export const Snackbar = ({ message, action, onClose, closeLabel }: Props) => {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const stop = () => clearTimeout(timer.current);
  const start = () => {
    stop();
    timer.current = setTimeout(onClose, SHOWN_MS);
  };
  useEffect(() => {
    if (message !== null) start();
    return stop;
  }, [message, action]);
  const act = () => {
    onClose();
    action?.onClick();
  };
  return (
    <output role="status">
      {message !== null && (
        <div class="snackbar" onMouseEnter={stop} onMouseLeave={start} onFocusIn={stop} onFocusOut={start}>
          <span>{message}</span>
          {action ? (
            <Button kind="teks" onClick={act}>
              {action.label}
            </Button>
          ) : (
            <Button kind="teks" icon="x" aria-label={closeLabel} onClick={onClose} />
          )}
        </div>
      )}
    </output>
  );
};
