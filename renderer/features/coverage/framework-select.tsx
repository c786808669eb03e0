import { ChevronDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, ListBoxSection, Popover, Select, SelectValue } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/window-state.ts';
import { useStrategy } from '../workbench/workbench-context.ts';

/** Stands for the dialog; no framework has such an id. */
const MANAGE = ':manage';

/** Chooses the framework whose coverage is shown, or goes to where others are added. */
export function FrameworkSelect(): React.ReactNode {
  const { t } = useTranslation();
  const frameworks = useStrategy((state) => state.frameworks);
  const framework = useStrategy((state) => state.framework);
  const setFramework = useStrategy((state) => state.setFramework);
  return (
    <Select
      aria-label={t('coverage.framework')}
      value={framework}
      onChange={(key) => (key === MANAGE ? openDialog({ kind: 'frameworks' }) : setFramework(String(key)))}
      className="framework-select"
    >
      <Button className="select-button">
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="menu">
          <ListBoxSection aria-label={t('coverage.framework')}>
            {frameworks.map(({ id, title, edition }) => (
              <ListBoxItem key={id} id={id} textValue={title} className="menu-item list-item">
                <bdi>{title}</bdi>
                <span className="muted">{edition}</span>
              </ListBoxItem>
            ))}
          </ListBoxSection>
          <ListBoxSection className="framework-manage" aria-label={t('frameworks.title')}>
            <ListBoxItem id={MANAGE} textValue={t('frameworks.menu')} className="menu-item list-item">
              {t('frameworks.menu')}
            </ListBoxItem>
          </ListBoxSection>
        </ListBox>
      </Popover>
    </Select>
  );
}
