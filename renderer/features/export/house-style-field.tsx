import { X } from 'lucide-react';
import { Button, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../../ui/check-field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { HouseStyle } from './use-house-style.ts';
import { ErrorText } from '../../ui/error-text.tsx';
import './house-style-field.css';

export interface HouseStyleFieldProps {
  readonly houseStyle: HouseStyle;
  readonly isDisabled: boolean;
}

/** In whose look a Word file is written. */
export function HouseStyleField({ houseStyle, isDisabled }: HouseStyleFieldProps): React.ReactNode {
  const { t } = useTranslation();
  const { name, isWanted, error, want, choose, remove } = houseStyle;
  return (
    <div className="house-style">
      {name !== null && (
        <div className="house-style-row">
          <CheckField
            label={t('export.houseStyle', { name })}
            hint={t('export.houseStyleHint')}
            isSelected={isWanted}
            isDisabled={isDisabled}
            onChange={want}
          />
          <IconButton label={t('export.removeHouseStyle')} icon={X} size="small" onPress={remove} />
        </div>
      )}
      <div>
        <FileTrigger
          acceptedFileTypes={['.dotx', '.docx', '.dotm', '.docm']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) choose(file);
          }}
        >
          <Button className="button small" isDisabled={isDisabled}>
            {t(name === null ? 'export.chooseHouseStyle' : 'export.otherHouseStyle')}
          </Button>
        </FileTrigger>
      </div>
      {name === null && <p className="field-hint">{t('export.houseStyleHint')}</p>}
      <ErrorText text={error} />
    </div>
  );
}
