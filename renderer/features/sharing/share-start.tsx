import { useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { ErrorText } from '../../ui/error-text.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { useAttempt } from './use-attempt.ts';

/** What sharing means, where it is to happen, and the beginning of it. */
export function ShareStart({ onClose }: { readonly onClose: () => void }): React.ReactNode {
  const { t } = useTranslation();
  const { connection, store } = useWorkbench();
  const { client } = connection;
  const [addresses, setAddresses] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const { error, isRunning, attempt } = useAttempt();
  useEffect(() => {
    client.addresses({}).then(
      (found) => setAddresses(found.addresses),
      () => {},
    );
  }, [client]);
  const address = chosen ?? addresses[0];
  const isOffline = address !== undefined && isOwn(address);

  const share = (): Promise<void> =>
    attempt(async () => {
      await client.share(address === undefined ? {} : { listen: address });
      store.getState().setSharing(await client.sharing({}));
    });

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRunning) void share();
      }}
    >
      <div className="dialog-body">
        <p>{t('sharing.what')}</p>
        <p className="muted">{t('sharing.keepsOn')}</p>
        {addresses.length > 1 && address !== undefined && (
          <SelectField
            label={t('sharing.address')}
            hint={t('sharing.addressHint')}
            value={address}
            options={addresses.map((id) => ({ id, label: id }))}
            onChange={setChosen}
          />
        )}
        {isOffline && <p className="muted">{t('sharing.noAddress')}</p>}
        <ErrorText text={error} />
      </div>
      <DialogFoot submit={t('sharing.share')} onCancel={onClose} />
    </Form>
  );
}

/** Whether it leads to this machine alone. */
function isOwn(address: string): boolean {
  return address.startsWith('127.') || address === '::1';
}
