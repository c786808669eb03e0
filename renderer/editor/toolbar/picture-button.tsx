import type { Editor } from '@tiptap/react';
import { ImagePlus } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Pictures } from '../../bridge/pictures.ts';
import { insertPictures } from '../pictures/insert-pictures.ts';
import { ToolButton } from './tool-button.tsx';

export interface PictureButtonProps {
  readonly editor: Editor;
  readonly pictures: Pictures;
}

/** Chooses pictures from the disk. */
export function PictureButton({ editor, pictures }: PictureButtonProps): React.ReactNode {
  const { t } = useTranslation();
  return (
    <FileTrigger
      acceptedFileTypes={['image/*']}
      allowsMultiple
      onSelect={(files) => void insertPictures(editor, pictures, [...(files ?? [])])}
    >
      <ToolButton name={t('editor.tools.picture')} icon={ImagePlus} onPress={() => {}} />
    </FileTrigger>
  );
}
