import { ChevronDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStrategy } from '../workbench/workbench-context.ts';

/** Chooses the framework whose coverage is shown. */
export function FrameworkSelect(): React.ReactNode {
  const { t } = useTranslation();
  const frameworks = useStrategy((state) => state.frameworks);
  const framework = useStrategy((state) => state.framework);
  const setFramework = useStrategy((state) => state.setFramework);
  return (
    <Select
      aria-label={t('coverage.framework')}
      value={framework}
      onChange={(key) => setFramework(String(key))}
      className="framework-select"
    >
      <Button className="select-button">
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="menu">
          {frameworks.map(({ id, title, edition }) => (
            <ListBoxItem key={id} id={id} textValue={title} className="menu-item list-item">
              <bdi>{title}</bdi>
              <span className="muted">{edition}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
