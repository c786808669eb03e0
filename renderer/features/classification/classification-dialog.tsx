import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { changeOutline } from '../../app/changes.ts';
import { setMeta } from '../../../shared/document/outline.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';

/** Says how confidential the document is. */
export function ClassificationDialog({ onClose }: { readonly onClose: () => void }): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const present = useStrategy(({ outline }) => outline?.classification ?? '');
  const [classification, setClassification] = useState(present);
  return (
    <DialogFrame title={t('classification.title')} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          if (changeOutline(workbench, (doc) => setMeta(doc, { classification: classification.trim() }))) onClose();
        }}
      >
        <div className="dialog-body">
          <FormField
            label={t('classification.field')}
            hint={t('classification.hint')}
            value={classification}
            onChange={setClassification}
            onFocus={({ target }) => target.select()}
            maxLength={120}
            autoFocus
          />
        </div>
        <DialogFoot submit={t('action.save')} onCancel={onClose} />
      </Form>
    </DialogFrame>
  );
}
