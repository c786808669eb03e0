import { Minus, Plus } from 'lucide-react';
import { Button, Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { changeZoom, preferences, setPreference, zoomBeside } from '../../app/preferences.ts';
import { IconButton } from '../../ui/icon-button.tsx';

/** The size of the page, 80 to 200 per cent. */
export function ZoomControl(): React.ReactNode {
  const { t } = useTranslation();
  const zoom = useStore(preferences, (state) => state.zoom);
  return (
    <Group className="zoom" aria-label={t('statusBar.zoom')}>
      <IconButton
        size="small"
        icon={Minus}
        label={t('statusBar.zoomOut')}
        isDisabled={zoomBeside(zoom, 'smaller') === undefined}
        onPress={() => changeZoom('smaller')}
      />
      <Button
        className="status-button zoom-value"
        aria-label={t('statusBar.zoomReset', { percent: zoom })}
        onPress={() => setPreference('zoom', 100)}
      >
        {t('statusBar.percent', { percent: zoom })}
      </Button>
      <IconButton
        size="small"
        icon={Plus}
        label={t('statusBar.zoomIn')}
        isDisabled={zoomBeside(zoom, 'larger') === undefined}
        onPress={() => changeZoom('larger')}
      />
    </Group>
  );
}
