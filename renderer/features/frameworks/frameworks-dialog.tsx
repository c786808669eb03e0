import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FrameworkFromFile } from '../../../shared/contract/frameworks.ts';
import type { Framework } from '../../../shared/domain/framework.ts';
import type { Wording } from '../../../shared/domain/wording.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { readChosenFile, type ChosenFile } from './chosen-file.ts';
import { FrameworkList, type FileError } from './framework-list.tsx';
import { FrameworkPreview } from './framework-preview.tsx';
import { WordingPreview } from './wording-preview.tsx';
import './frameworks-dialog.css';

/** What the dialog shows: what there is, or what a file would add. */
type View =
  | { readonly kind: 'list' }
  | { readonly kind: 'framework'; readonly found: FrameworkFromFile; readonly file: string }
  | { readonly kind: 'wording'; readonly framework: Framework; readonly wording: Wording; readonly file: ChosenFile };

/** The frameworks of the strategy, and how others and official wordings are added from files. */
export function FrameworksDialog({ onClose }: { readonly onClose: () => void }): React.ReactNode {
  const { t } = useTranslation();
  const { client } = useWorkbench().connection;
  const [view, setView] = useState<View>({ kind: 'list' });
  const [error, setError] = useState<FileError | null>(null);

  /** Does something with a file; why it could not be done is said beside the button of `framework`, or of the list. */
  const attempt = async (framework: string | null, work: () => Promise<View>): Promise<void> => {
    try {
      setError(null);
      setView(await work());
    } catch (failure) {
      setView({ kind: 'list' });
      setError({ framework, sentence: failureSentence(t, failure) });
    }
  };
  const readFramework = (chosen: File): void =>
    void attempt(null, async () => {
      const file = await readChosenFile(chosen);
      return { kind: 'framework', found: await client.readFramework(file), file: file.name };
    });
  const readWording = (framework: Framework, chosen: File): void =>
    void attempt(framework.id, async () => {
      const file = await readChosenFile(chosen);
      const wording = await client.readWording({ framework: framework.id, ...file });
      return { kind: 'wording', framework, wording, file };
    });
  const toList = (): void => setView({ kind: 'list' });

  return (
    <DialogFrame title={t('frameworks.title')} onClose={onClose} isWide>
      {view.kind === 'list' && (
        <FrameworkList
          error={error}
          onFramework={readFramework}
          onWording={readWording}
          onRemoveWording={({ id }) =>
            void attempt(id, async () => {
              await client.removeWording({ framework: id });
              return { kind: 'list' };
            })
          }
          onClose={onClose}
        />
      )}
      {view.kind === 'framework' && <FrameworkPreview found={view.found} file={view.file} onDone={toList} />}
      {view.kind === 'wording' && (
        <WordingPreview
          framework={view.framework}
          wording={view.wording}
          onKeep={() =>
            void attempt(view.framework.id, async () => {
              await client.addWording({ framework: view.framework.id, ...view.file });
              return { kind: 'list' };
            })
          }
          onBack={toList}
        />
      )}
    </DialogFrame>
  );
}
