import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './button.tsx';

export type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly closeLabel: string;
  readonly children?: ComponentChildren;
};

/** Shows and closes a `<dialog>` as its owner says. */
export const useModal = (open: boolean) => {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (!dialog || dialog.open === open) return;
    if (open) dialog.showModal();
    else dialog.close();
  }, [open]);
  return box;
};

/** The browser's own modal: focus, Escape and the inert rest come with it. A tap beside it closes. */
export const Modal = ({
  open,
  onClose,
  title,
  closeLabel,
  children,
  look,
}: DialogProps & { readonly look: string }) => {
  const box = useModal(open);
  const heading = useId();
  return (
    <dialog
      ref={box}
      class={look}
      aria-labelledby={heading}
      // Escape closes it first and tells later; closing it ourselves also tells, and then the owner already knows.
      onClose={() => open && onClose()}
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
