import type { Editor } from '@tiptap/react';
import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, Dialog, Heading, Label, Popover, Text, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../ui/segmented.tsx';
import './picture-details.css';

/** Shares of the text's width that are offered, in percent; the first is the picture's own size. */
const WIDTHS = ['natural', '25', '50', '75', '100'] as const;
type Width = (typeof WIDTHS)[number];

export interface PictureDetailsProps {
  readonly editor: Editor;
  /** Where in the text the picture stands. */
  readonly pos: number;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** What can be said of a picture: what can be seen on it, and how wide it is. */
export function PictureDetails({ editor, pos, anchor, onClose }: PictureDetailsProps): React.ReactNode {
  const { t } = useTranslation();
  const anchorRef = useRef(anchor);
  const attrs = editor.state.doc.nodeAt(pos)?.attrs as { alt: string; width: number | null } | undefined;
  const [alt, setAlt] = useState(attrs?.alt ?? '');
  const [width, setWidth] = useState<Width>(WIDTHS.find((each) => each === String(attrs?.width)) ?? 'natural');
  const change = (part: Readonly<Record<string, unknown>>): void => {
    const node = editor.state.doc.nodeAt(pos);
    if (node?.type.name !== 'image') return;
    editor.view.dispatch(editor.state.tr.setNodeMarkup(pos, null, { ...node.attrs, ...part }));
  };
  /** Whatever way one leaves, what was written stays. */
  const close = (): void => {
    if (alt.trim() !== attrs?.alt) change({ alt: alt.trim() });
    onClose();
  };
  return (
    <Popover
      className="popover picture-details"
      triggerRef={anchorRef}
      isOpen
      placement="bottom"
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      <Dialog className="picture-details-dialog">
        <Heading slot="title">{t('editor.picture.title')}</Heading>
        <TextField value={alt} onChange={setAlt} autoFocus className="field">
          <Label>{t('editor.picture.alt')}</Label>
          <TextArea
            rows={3}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey) return;
              event.preventDefault();
              close();
            }}
          />
          <Text slot="description" className="field-hint">
            {t('editor.picture.altHint')}
          </Text>
        </TextField>
        <Segmented
          label={t('editor.picture.width')}
          value={width}
          options={WIDTHS.map((id) => ({
            id,
            label: id === 'natural' ? t('editor.picture.widths.natural') : t('editor.picture.percent', { percent: id }),
          }))}
          onChange={(next) => {
            setWidth(next);
            change({ width: next === 'natural' ? null : Number(next) });
          }}
        />
        <div className="form-actions">
          <Button
            className="button quiet"
            onPress={() => {
              editor
                .chain()
                .deleteRange({ from: pos, to: pos + 1 })
                .run();
              onClose();
            }}
          >
            <Trash2 aria-hidden="true" size={16} />
            {t('editor.picture.remove')}
          </Button>
          <Button className="button primary" onPress={close}>
            {t('action.done')}
          </Button>
        </div>
      </Dialog>
    </Popover>
  );
}
