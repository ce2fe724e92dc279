import { type DialogProps, Modal } from './dialog.tsx';

/** Choices that rise from below on a phone; a dialog on a wide screen. */
export const Sheet = (props: DialogProps) => <Modal {...props} look="sheet" />;
