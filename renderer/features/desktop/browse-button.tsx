import i18next from 'i18next';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { failureSentence } from '../../app/failure-sentence.ts';
import { desktop, type Desktop } from '../../bridge/desktop.ts';
import { showToast } from '../../ui/toasts.tsx';

export interface BrowseButtonProps {
  /** Asks with the system's own dialog. */
  readonly choose: (client: Desktop['client']) => Promise<{ readonly file: string | null }>;
  readonly onChoose: (file: string) => void;
  readonly isDisabled?: boolean;
}

/** Beside a field for a path: the system's own dialog, where there is one. A browser has none that tells a path. */
export function BrowseButton({ choose, onChoose, isDisabled = false }: BrowseButtonProps): React.ReactNode {
  const { t } = useTranslation();
  if (!desktop) return null;
  const { client } = desktop;
  const browse = async (): Promise<void> => {
    try {
      const { file } = await choose(client);
      if (file !== null) onChoose(file);
    } catch (error) {
      showToast({ text: failureSentence(i18next.t, error) });
    }
  };
  return (
    <Button className="button browse" isDisabled={isDisabled} onPress={() => void browse()}>
      {t('shell.browse')}
    </Button>
  );
}
