import { Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/banner.tsx';
import { useSectionInView } from '../workbench/use-section-in-view.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { restoreSection, titleOf } from './outline-commands.ts';

/**
 * Says that the section in view was deleted by somebody else. It stays there: what is being typed must
 * neither be lost nor end up in another section.
 */
export function DeletedBanner(): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const shown = useSectionInView();
  const next = useStrategy(
    ({ outline }) => outline?.sections[Math.min(shown?.number ?? 1, outline.sections.length) - 1],
  );
  if (!shown?.isDeleted) return null;
  return (
    <Banner icon={Trash2} text={t('outline.deletedInView', { title: titleOf(shown.section) })}>
      <Button className="button" onPress={() => restoreSection(workbench, shown.section.id)}>
        {t('outline.restore')}
      </Button>
      {next && (
        <Button className="button quiet" onPress={() => workbench.store.getState().goTo(next.id, null)}>
          {t('outline.toNext')}
        </Button>
      )}
    </Banner>
  );
}
