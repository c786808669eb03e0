import { Network } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/window-state.ts';
import { Banner } from '../../ui/banner.tsx';
import { useWorkbench } from './workbench-context.ts';

/** Says once that the file lies on a network drive, and what to mind there. */
export function NetworkBanner(): React.ReactNode {
  const { t } = useTranslation();
  const { client } = useWorkbench().connection;
  const [network, setNetwork] = useState<string | null>(null);
  useEffect(() => {
    client.place({}).then(
      (place) => setNetwork(place.network),
      // Whether it lies there is not worth a failure of its own.
      () => {},
    );
  }, [client]);
  if (network === null) return null;
  return (
    <Banner icon={Network} text={t('place.network', { network })}>
      <Button className="button" onPress={() => openDialog({ kind: 'copy', copy: 'complete' })}>
        {t('place.saveCopy')}
      </Button>
      <Button className="button" onPress={() => setNetwork(null)}>
        {t('action.dismiss')}
      </Button>
    </Banner>
  );
}
