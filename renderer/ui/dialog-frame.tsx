import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

export interface DialogFrameProps {
  readonly title: string;
  readonly onClose: () => void;
  /** False when it must be answered. */
  readonly canDismiss?: boolean;
  readonly isWide?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
}

/** A dialog over everything else. It is open for as long as it is rendered. */
export function DialogFrame({
  title,
  onClose,
  canDismiss = true,
  isWide = false,
  role = 'dialog',
  children,
}: DialogFrameProps): ReactNode {
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable={canDismiss}
      isKeyboardDismissDisabled={!canDismiss}
      className="overlay"
    >
      <Modal className={isWide ? 'modal wide' : 'modal'}>
        <Dialog role={role} className="dialog">
          <Heading slot="title" level={2} className="dialog-title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
