import { X } from 'lucide-react';
import {
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';

interface ToastMessage {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Whether it stays until somebody takes it away: nobody may be looking when it comes. */
  readonly stays?: boolean;
  /** Called when the notice is gone, for whatever reason. */
  readonly onClose?: () => void;
}

/** Long enough to read it and to reach its button. */
const SHOWN_FOR = 12_000;

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 2 });

/** The notices that are shown or wait to be, by their keys. */
const open = new Map<string, ToastMessage>();

/**
 * Tells of something that has happened, with a way to take it back where there is one.
 * @returns How to take the notice away before its time.
 */
export function showToast(message: ToastMessage): () => void {
  // Said again, it is said once, unless each can be taken back for itself.
  for (const [key, { text, action }] of [...open]) if (!action && text === message.text) queue.close(key);
  const key: string = queue.add(message, {
    ...(message.stays === true ? {} : { timeout: SHOWN_FOR }),
    onClose: () => {
      open.delete(key);
      message.onClose?.();
    },
  });
  open.set(key, message);
  return () => queue.close(key);
}

/** Takes all notices away, when what they speak of is left. */
export function clearToasts(): void {
  for (const key of [...open.keys()]) queue.close(key);
}

export function Toasts(): React.ReactNode {
  const { t } = useTranslation();
  return (
    <ToastRegion queue={queue} aria-label={t('regions.notices')} className="toasts">
      {({ toast }) => (
        <Toast toast={toast} className="toast">
          <ToastContent className="toast-content">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action && (
            <Button
              className="link-button"
              onPress={() => {
                toast.content.action?.run();
                queue.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <Button slot="close" className="icon-button small" aria-label={t('action.dismiss')}>
            <X aria-hidden />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}
