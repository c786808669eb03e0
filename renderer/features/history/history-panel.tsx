import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isWritable } from '../../app/changes.ts';
import { FormField } from '../../ui/form-field.tsx';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { useSubmit } from '../../ui/use-submit.ts';
import { useVersions } from './use-versions.ts';
import { VersionList } from './version-list.tsx';
import { keepVersion } from './version-commands.ts';
import './history-panel.css';

/** Versions of the strategy: keeping one, and what can be done with those that are kept. */
export function HistoryPanel(): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const canKeep = useStrategy(isWritable);
  const { versions, refresh } = useVersions();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const keep = async (): Promise<void> => {
    if (!(await keepVersion(workbench, { name: name.trim(), note: note.trim() }))) return;
    setName('');
    setNote('');
    refresh();
  };
  const onSubmit = useSubmit(keep);
  return (
    <div className="history-panel">
      <Form className="history-keep" onSubmit={onSubmit}>
        <FormField
          label={t('history.name')}
          value={name}
          onChange={setName}
          maxLength={120}
          missing={t('history.nameMissing')}
        />
        <FormField label={t('history.note')} value={note} onChange={setNote} rows={2} maxLength={2000} />
        <Button type="submit" className="button primary" isDisabled={!canKeep}>
          {t('history.keep')}
        </Button>
      </Form>
      <VersionList versions={versions} onChange={refresh} />
    </div>
  );
}
