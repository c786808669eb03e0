import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isOutlineWritable } from '../../app/changes.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { useVersionName } from './use-version-name.ts';
import { useVersions } from './use-versions.ts';
import { restoreVersion } from './version-commands.ts';

/** A version as it was, to be read only. */
export function VersionView({ version }: { readonly version: string }): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const show = useStrategy((state) => state.show);
  const canChange = useStrategy(isOutlineWritable);
  const nameOf = useVersionName();
  const entry = useVersions().versions?.find(({ id }) => id === version);
  return (
    <ReadingView version={version} asOf={entry ? new Date(entry.at) : null}>
      <p>{entry && t('history.readOnly', { name: nameOf(entry), when: new Date(entry.at) })}</p>
      <Button className="button" onPress={() => show({ kind: 'comparison', before: version, after: null })}>
        {t('history.compareNow')}
      </Button>
      <Button className="button" isDisabled={!canChange} onPress={() => void restoreVersion(workbench, version)}>
        {t('history.restore')}
      </Button>
      <Button className="button primary" onPress={() => show({ kind: 'draft' })}>
        {t('history.back')}
      </Button>
    </ReadingView>
  );
}
