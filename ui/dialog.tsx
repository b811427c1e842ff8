import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface OpenDialogProps {
  onClose: () => void;
  title: string;
  children: ReactNode;
  actions: ReactNode;
}

/** One at a time; its title is a question. Every page has several that nobody opens: closed, they are nothing at all. */
export function Dialog({ isOpen, ...props }: OpenDialogProps & { isOpen: boolean }) {
  return isOpen ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, title, children, actions }: OpenDialogProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <Modal className="dialog">
        <AriaDialog role="alertdialog">
          <Heading slot="title" level={2} className="dialog__title">
            {title}
          </Heading>
          <div className="dialog__words">{children}</div>
          <div className="dialog__actions">{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
