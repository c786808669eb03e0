import { Ellipsis } from 'lucide-react';
import { Button, Menu, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { VersionEntry } from '../../../shared/contract/versions.ts';
import { isOutlineWritable } from '../../app/changes.ts';
import { MenuChoice } from '../../ui/menu-choice.tsx';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { removeVersion, restoreVersion } from './version-commands.ts';
import { useVersionName } from './use-version-name.ts';

export interface VersionListProps {
  readonly versions: readonly VersionEntry[] | null;
  readonly onChange: () => void;
}

/** The versions that are kept, newest first. */
export function VersionList({ versions, onChange }: VersionListProps): React.ReactNode {
  const { t } = useTranslation();
  const show = useStrategy((state) => state.show);
  if (versions === null) return null;
  const [newest] = versions;
  if (!newest) return <p className="history-empty">{t('history.empty')}</p>;
  return (
    <>
      <div className="history-compare">
        <Button className="button" onPress={() => show({ kind: 'comparison', before: newest.id, after: null })}>
          {t('history.compare')}
        </Button>
      </div>
      <ul className="history-list" aria-label={t('history.list')}>
        {versions.map((version, index) => (
          <VersionItem key={version.id} version={version} previous={versions[index + 1]} onChange={onChange} />
        ))}
      </ul>
    </>
  );
}

interface VersionItemProps {
  readonly version: VersionEntry;
  /** The one kept before it. */
  readonly previous: VersionEntry | undefined;
  readonly onChange: () => void;
}

function VersionItem({ version, previous, onChange }: VersionItemProps): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const show = useStrategy((state) => state.show);
  const isShown = useStrategy(({ view }) => view.kind === 'version' && view.version === version.id);
  const canChange = useStrategy(isOutlineWritable);
  const name = useVersionName()(version);
  const { id, note, by, at } = version;
  const actions = {
    compareNow: () => show({ kind: 'comparison', before: id, after: null }),
    comparePrevious: () => previous && show({ kind: 'comparison', before: previous.id, after: id }),
    restore: () => void restoreVersion(workbench, id).then(onChange),
    remove: () => void removeVersion(workbench, version).then(onChange),
  };
  return (
    <li className="history-version">
      <Button className="history-open" aria-current={isShown} onPress={() => show({ kind: 'version', version: id })}>
        <bdi className="history-name">{name}</bdi>
        <span className="history-facts">
          {t('history.facts', { by: by || t('history.unnamed'), when: new Date(at) })}
        </span>
        {note !== '' && <bdi className="history-note">{note}</bdi>}
      </Button>
      <MenuTrigger>
        <Button className="icon-button" aria-label={t('history.actions', { name })}>
          <Ellipsis aria-hidden="true" size={16} />
        </Button>
        <Popover className="popover menu-popover">
          <Menu
            className="menu"
            aria-label={t('history.actions', { name })}
            disabledKeys={[...(previous ? [] : ['comparePrevious']), ...(canChange ? [] : ['restore', 'remove'])]}
            onAction={(key) => actions[key as keyof typeof actions]()}
          >
            {(['compareNow', 'comparePrevious', 'restore', 'remove'] as const).map((action) => (
              <MenuChoice key={action} id={action} label={t(`history.${action}`)} />
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </li>
  );
}
