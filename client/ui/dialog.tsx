import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';

export type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly closeLabel: string;
  readonly children?: ComponentChildren;
};

type Traverse = Event & { readonly navigationType?: string };

/** What is open, the last on top: a question may lie over another, and one step back is one of them. */
const stack: object[] = [];

/** The phone's way back closes what lies on top and stays on the page, where the browser lets us (Navigation API). */
const useWayBack = (open: boolean, onClose: () => void): void => {
  const close = useRef(onClose);
  close.current = onClose;
  // In the layout phase: gone before whoever closed the box goes back himself.
  useLayoutEffect(() => {
    const { navigation } = globalThis as { navigation?: EventTarget };
    if (!open || !navigation) return;
    const me = {};
    stack.push(me);
    const stay = (event: Traverse): void => {
      if (stack.at(-1) !== me) return;
      if (event.navigationType !== 'traverse' || !event.cancelable) return;
      event.preventDefault();
      close.current();
    };
    navigation.addEventListener('navigate', stay);
    return () => {
      navigation.removeEventListener('navigate', stay);
      stack.splice(stack.indexOf(me), 1);
    };
  }, [open]);
};

/** So long after it opened a box takes no tap beside it, ms: it is the second one of a double tap that was meant for a button. */
const DOUBLE_TAP = 500;

/** Shows and closes a `<dialog>` as its owner says. */
export const useModal = (open: boolean, onClose: () => void) => {
  useWayBack(open, onClose);
  const box = useRef<HTMLDialogElement>(null);
  // In the layout phase, so that a late word of closing never meets a box that is open to its owner and not yet on the screen.
  useLayoutEffect(() => {
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
  const box = useModal(open, onClose);
  const heading = useId();
  const since = useRef(0);
  // When something happens is told by events alone: one of our own says when it opened.
  useLayoutEffect(() => {
    since.current = new Event('open').timeStamp;
  }, [open]);
  return (
    <dialog
      ref={box}
      class={look}
      aria-labelledby={heading}
      // Asked before it closes, the owner closes it himself: opened again at once, it would be closed by the late word.
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // Where the browser does not ask; closing it ourselves also tells, and then the owner already knows.
      onClose={() => open && !box.current?.open && onClose()}
      onClick={(event) =>
        event.target === box.current && event.timeStamp - since.current > DOUBLE_TAP && onClose()
      }
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
