import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { useSession } from '../../app/application-session.ts';
import { SectionEditor } from '../../editor/section-editor.tsx';
import { SectionHead } from '../section-head/section-head.tsx';
import { beginComment } from '../comments/begin-comment.ts';
import { proposeTag } from '../comments/propose-tag.ts';
import { showComments } from '../comments/show-comments.ts';
import { DeletedBanner } from '../outline/deleted-banner.tsx';
import { openSearch } from '../search/open-search.ts';
import { addSectionAfter } from '../outline/outline-commands.ts';
import { useSectionInView } from './use-section-in-view.ts';
import { useStrategy, useWorkbench } from './workbench-context.ts';

/** The text of the section in view. */
export function SectionView(): React.ReactNode {
  const { t } = useTranslation();
  const { connection, store } = useWorkbench();
  const { person } = useSession();
  const shown = useSectionInView();
  const locale = useStrategy(({ outline }) => outline?.locale ?? 'en');
  if (!shown || !person) {
    return (
      <div className="no-section">
        <h1>{t('outline.emptyTitle')}</h1>
        <p>{t('outline.empty')}</p>
        <Button className="button primary" onPress={() => addSectionAfter({ connection, store }, null)}>
          {t('outline.add')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <DeletedBanner />
      <SectionEditor
        connection={connection}
        store={store}
        section={shown.section.id}
        sectionNumber={shown.number}
        person={person}
        locale={locale}
        onSearch={() => openSearch({ connection, store })}
        onComment={(block, quote) => beginComment({ connection, store }, { section: shown.section.id, block, quote })}
        onPropose={(place, proposal) =>
          void proposeTag({ connection, store }, { section: shown.section.id, ...place, proposal })
        }
        onOpenComments={(block) => showComments({ connection, store }, shown.section.id, block)}
        head={<SectionHead section={shown.section} number={shown.number} />}
      />
    </>
  );
}
