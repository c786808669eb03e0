import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { commandKeys } from '../../ui/keys.ts';
import { MATRIX_KEY } from '../workbench/show-view.ts';
import { CloseFoot } from '../../ui/close-foot.tsx';
import './shortcuts-dialog.css';

/** What can be done from the keyboard. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): React.ReactNode {
  const { t } = useTranslation();
  const alt = t('shortcuts.keys.alt');
  const arrows = `${t('shortcuts.keys.up')} ${t('shortcuts.keys.down')} ← →`;
  return (
    <DialogFrame title={t('shortcuts.title')} onClose={onClose} isWide>
      <div className="dialog-body" role="group" aria-label={t('shortcuts.title')} tabIndex={0}>
        <div className="shortcuts">
          <Shortcuts
            title={t('shortcuts.everywhere')}
            rows={[
              [commandKeys('K'), t('shortcuts.palette')],
              [commandKeys('F', { shift: true }), t('shortcuts.search')],
              [commandKeys('/'), t('shortcuts.shortcuts')],
              [commandKeys('Z'), t('shortcuts.undo')],
              [commandKeys('Z', { shift: true }), t('shortcuts.redo')],
              ['F6', t('shortcuts.nextRegion')],
              [`${t('shortcuts.keys.shift')} F6`, t('shortcuts.previousRegion')],
              [MATRIX_KEY, t('shortcuts.matrix')],
            ]}
          />
          <Shortcuts
            title={t('shortcuts.inOutline')}
            rows={[
              ['F2', t('shortcuts.rename')],
              [`${alt} ${t('shortcuts.keys.up')}`, t('shortcuts.moveUp')],
              [`${alt} ${t('shortcuts.keys.down')}`, t('shortcuts.moveDown')],
              [t('shortcuts.keys.delete'), t('shortcuts.delete')],
              [`${t('shortcuts.keys.shift')} F10`, t('shortcuts.menu')],
            ]}
          />
          <Shortcuts
            title={t('shortcuts.inText')}
            rows={[
              [`${alt} ${t('shortcuts.keys.enter')}`, t('shortcuts.tag')],
              [commandKeys('M', { alt: true }), t('shortcuts.comment')],
              [commandKeys('F'), t('shortcuts.find')],
              [`${alt} F7`, t('shortcuts.misspelling')],
              [`${t('shortcuts.keys.shift')} F10`, t('shortcuts.suggestions')],
              [commandKeys('B'), t('editor.tools.bold')],
              [commandKeys('I'), t('editor.tools.italic')],
              [commandKeys('U'), t('editor.tools.underline')],
              [commandKeys('F', { alt: true }), t('editor.tools.footnote')],
              [commandKeys('R', { alt: true }), t('shortcuts.reference')],
              [commandKeys(t('shortcuts.keys.enter')), t('shortcuts.pageBreak')],
              [commandKeys('1', { alt: true }), t('editor.tools.heading', { level: 1 })],
              [commandKeys('0', { alt: true }), t('editor.tools.paragraph')],
              ['Tab', t('editor.tools.indent')],
              [`${t('shortcuts.keys.shift')} Tab`, t('editor.tools.outdent')],
            ]}
          />
          <Shortcuts
            title={t('shortcuts.inMatrix')}
            rows={[
              [arrows, t('shortcuts.nextCell')],
              [t('shortcuts.keys.enter'), t('shortcuts.openCell')],
              [`${t('shortcuts.keys.home')}, ${t('shortcuts.keys.end')}`, t('shortcuts.rowEnds')],
              [
                `${commandKeys(t('shortcuts.keys.home'))}, ${commandKeys(t('shortcuts.keys.end'))}`,
                t('shortcuts.matrixEnds'),
              ],
            ]}
          />
        </div>
      </div>
      <CloseFoot onClose={onClose} autoFocus />
    </DialogFrame>
  );
}

interface ShortcutsProps {
  readonly title: string;
  readonly rows: readonly (readonly [keys: string, meaning: string])[];
}

function Shortcuts({ title, rows }: ShortcutsProps): React.ReactNode {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>{meaning}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
