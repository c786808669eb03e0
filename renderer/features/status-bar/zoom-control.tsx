import { Minus, Plus } from 'lucide-react';
import { Button, Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { preferences, setPreference, ZOOM_STEPS } from '../../app/preferences.ts';
import { IconButton } from '../../ui/icon-button.tsx';

/** The size of the page, 80 to 200 per cent. */
export function ZoomControl(): React.ReactNode {
  const { t } = useTranslation();
  const zoom = useStore(preferences, (state) => state.zoom);
  const smaller = ZOOM_STEPS.findLast((step) => step < zoom);
  const larger = ZOOM_STEPS.find((step) => step > zoom);
  const set = (next: number | undefined): void => {
    if (next !== undefined) setPreference('zoom', next);
  };
  return (
    <Group className="zoom" aria-label={t('statusBar.zoom')}>
      <IconButton
        size="small"
        icon={Minus}
        label={t('statusBar.zoomOut')}
        isDisabled={smaller === undefined}
        onPress={() => set(smaller)}
      />
      <Button
        className="status-button zoom-value"
        aria-label={t('statusBar.zoomReset', { percent: zoom })}
        onPress={() => set(100)}
      >
        {t('statusBar.percent', { percent: zoom })}
      </Button>
      <IconButton
        size="small"
        icon={Plus}
        label={t('statusBar.zoomIn')}
        isDisabled={larger === undefined}
        onPress={() => set(larger)}
      />
    </Group>
  );
}
