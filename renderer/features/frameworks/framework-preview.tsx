import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FrameworkFromFile } from '../../../shared/contract/frameworks.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { addFramework } from './framework-commands.ts';
import { ReplacedEdition } from './replaced-edition.tsx';

export interface FrameworkPreviewProps {
  readonly found: FrameworkFromFile;
  /** Its name. */
  readonly file: string;
  /** It was added, or is not going to be. */
  readonly onDone: () => void;
}

/** What a file would add to the strategy, before it does. */
export function FrameworkPreview({
  found: { framework, unused },
  file,
  onDone,
}: FrameworkPreviewProps): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const known = useStrategy(({ frameworks }) => frameworks.find(({ id }) => id === framework.id));
  // What is there already may have a title that somebody has chosen.
  const [title, setTitle] = useState(known?.title ?? framework.title);
  const groups = new Map(framework.groups.map((group) => [group.id, group.title]));
  return (
    <Form
      className="framework-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (addFramework(workbench, { ...framework, title: title.trim() })) onDone();
      }}
    >
      <div className="dialog-body">
        <FormField
          label={t('frameworks.frameworkTitle')}
          hint={t('frameworks.titleHint')}
          missing={t('frameworks.titleNeeded')}
          maxLength={300}
          value={title}
          onChange={setTitle}
          autoFocus
        />
        <p>
          {t('frameworks.preview', {
            file,
            id: framework.id,
            principles: t('frameworks.principles', { count: framework.principles.length }),
            groups: t('frameworks.groups', { count: framework.groups.length }),
          })}
        </p>
        {unused.length > 0 && <p className="muted">{t('frameworks.unused', { columns: unused.join(', ') })}</p>}
        {known && <ReplacedEdition before={known} after={framework} />}
        <section className="framework-table" aria-label={t('frameworks.previewTable')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('frameworks.number')}</th>
                <th scope="col">{t('frameworks.principle')}</th>
                <th scope="col">{t('frameworks.group')}</th>
              </tr>
            </thead>
            <tbody>
              {framework.principles.map(({ number, title: name, group }) => (
                <tr key={number}>
                  <td>{number}</td>
                  <th scope="row">
                    <bdi>{name}</bdi>
                  </th>
                  <td>
                    <bdi>{groups.get(group)}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <DialogFoot submit={t(known ? 'frameworks.replace' : 'frameworks.take')} onCancel={onDone} />
    </Form>
  );
}
