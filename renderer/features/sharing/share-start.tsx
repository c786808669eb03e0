import { useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OutputOf, StrategyMethods } from '../../../shared/contract/methods.ts';
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
  const [found, setFound] = useState<OutputOf<StrategyMethods, 'addresses'> | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { error, isRunning, attempt } = useAttempt();
  useEffect(() => {
    client.addresses({}).then(setFound, () => setFound(null));
  }, [client]);
  const addresses = found?.addresses ?? [];
  const address = chosen ?? addresses[0];
  const isOffline = found !== null && addresses.length === 0;

  const share = (): Promise<void> =>
    attempt(async () => {
      await client.share(found && address !== undefined ? { listen: listenAt(address, found.port) } : {});
      store.getState().setSharing(await client.sharing({}));
    });

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRunning && !isOffline) void share();
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
        <ErrorText text={isOffline ? t('sharing.noAddress') : error} />
      </div>
      <DialogFoot submit={t('sharing.share')} onCancel={onClose} isDisabled={isOffline} />
    </Form>
  );
}

function listenAt(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
