import { ArrowLeftRight, ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { VersionEntry } from '../../../shared/contract/versions.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useVersionName } from './use-version-name.ts';

/** The two that are compared; null for the strategy as it is. */
export interface ComparedPair {
  readonly before: string | null;
  readonly after: string | null;
}

export interface ComparisonChoiceProps extends ComparedPair {
  readonly versions: readonly VersionEntry[];
  readonly onChange: (pair: ComparedPair) => void;
}

/** No version is called that. */
const NOW = 'now';

/** From which version to which: any two, the strategy as it is among them. */
export function ComparisonChoice({ versions, before, after, onChange }: ComparisonChoiceProps): React.ReactNode {
  const { t } = useTranslation();
  return (
    <div className="comparison-choice" role="group" aria-label={t('history.choice')}>
      <VersionSelect
        label={t('history.from')}
        versions={versions}
        value={before}
        onChange={(chosen) => onChange({ before: chosen, after })}
      />
      <VersionSelect
        label={t('history.to')}
        versions={versions}
        value={after}
        onChange={(chosen) => onChange({ before, after: chosen })}
      />
      <IconButton
        icon={ArrowLeftRight}
        label={t('history.swap')}
        onPress={() => onChange({ before: after, after: before })}
      />
    </div>
  );
}

interface VersionSelectProps {
  readonly label: string;
  readonly versions: readonly VersionEntry[];
  readonly value: string | null;
  readonly onChange: (version: string | null) => void;
}

function VersionSelect({ label, versions, value, onChange }: VersionSelectProps): React.ReactNode {
  const { t } = useTranslation();
  const nameOf = useVersionName();
  return (
    <Select
      className="version-select"
      value={value ?? NOW}
      onChange={(key) => onChange(key === NOW ? null : String(key))}
    >
      <Label>{label}</Label>
      <Button className="select-button">
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="menu version-choices">
          <ListBoxItem id={NOW} textValue={t('history.asItIs')} className="menu-item list-item">
            {t('history.asItIs')}
          </ListBoxItem>
          {versions.map((version) => (
            <ListBoxItem key={version.id} id={version.id} textValue={nameOf(version)} className="menu-item list-item">
              <bdi>{nameOf(version)}</bdi>
              <span className="muted">
                {t('history.facts', { by: version.by || t('history.unnamed'), when: new Date(version.at) })}
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
