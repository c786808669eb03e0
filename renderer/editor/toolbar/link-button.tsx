import type { Editor } from '@tiptap/react';
import { Link } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogTrigger,
  FieldError,
  Form,
  Input,
  Label,
  Popover,
  TextField,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isSafeHref } from '../../../shared/document/schema.ts';

export interface LinkButtonProps {
  readonly editor: Editor;
  readonly isOn: boolean;
}

/** Sets, changes or removes the link of the selection. */
export function LinkButton({ editor, isOn }: LinkButtonProps): React.ReactNode {
  const { t } = useTranslation();
  const [href, setHref] = useState('');
  const [isInvalid, setInvalid] = useState(false);
  const read = (isOpen: boolean): void => {
    if (!isOpen) return;
    setInvalid(false);
    setHref(String(editor.getAttributes('link')['href'] ?? ''));
  };
  const apply = (): boolean => {
    const address = completeHref(href);
    if (!isSafeHref(address)) {
      setInvalid(true);
      return false;
    }
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && !isOn)
      chain
        .insertContent({ type: 'text', text: href.trim(), marks: [{ type: 'link', attrs: { href: address } }] })
        .run();
    else chain.setLink({ href: address }).run();
    return true;
  };
  return (
    <DialogTrigger onOpenChange={read}>
      <Button
        className="tool-button"
        aria-label={t('editor.tools.link')}
        aria-pressed={isOn}
        data-selected={isOn || undefined}
      >
        <Link aria-hidden="true" size={16} />
      </Button>
      <Popover className="popover link-popover">
        <Dialog aria-label={t('editor.tools.link')}>
          {({ close }) => (
            <Form
              className="link-form"
              onSubmit={(event) => {
                event.preventDefault();
                if (apply()) close();
              }}
            >
              <TextField value={href} onChange={setHref} isInvalid={isInvalid} autoFocus>
                <Label>{t('editor.link.address')}</Label>
                <Input placeholder="https://" />
                <FieldError>{t('editor.link.invalid')}</FieldError>
              </TextField>
              <div className="form-actions">
                {isOn && (
                  <Button
                    className="button quiet"
                    onPress={() => {
                      editor.chain().focus().extendMarkRange('link').unsetLink().run();
                      close();
                    }}
                  >
                    {t('editor.link.remove')}
                  </Button>
                )}
                <Button type="submit" className="button primary">
                  {t('editor.link.apply')}
                </Button>
              </div>
            </Form>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** `example.org` is meant as a web address, `name@example.org` as a mail address. */
function completeHref(typed: string): string {
  const text = typed.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('#')) return text;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
  return /^[^\s]+\.[^\s]+$/.test(text) ? `https://${text}` : text;
}
