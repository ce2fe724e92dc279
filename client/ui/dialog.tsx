import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './button.tsx';

type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly closeLabel: string;
  readonly children?: ComponentChildren;
};

/** The browser's own modal: focus, Escape and the inert rest come with it. A tap beside it closes. */
const Modal = ({
  open,
  onClose,
  title,
  closeLabel,
  children,
  look,
}: DialogProps & { look: 'dialog' | 'sheet' }) => {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={box}
      class={look}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => event.target === box.current && onClose()}
    >
      {open && (
        <>
          <header>
            <h2 id={heading}>{title}</h2>
            <Button kind="teks" icon="x" aria-label={closeLabel} onClick={onClose} />
          </header>
          <div class="dialog-body">{children}</div>
        </>
      )}
    </dialog>
  );
};

/** A question in the middle of the screen. */
export const Dialog = (props: DialogProps) => <Modal {...props} look="dialog" />;
/** Choices that rise from below on a phone. */
export const Sheet = (props: DialogProps) => <Modal {...props} look="sheet" />;
