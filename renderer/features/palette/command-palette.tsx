import { Search } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import {
  Autocomplete,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { takeMarkedResult } from '../../ui/take-marked-result.ts';
import { usePaletteGroups, type PaletteEntry } from './palette-entries.ts';
import './command-palette.css';

/** Finds a section or a principle and does what can be done, by typing a part of its name. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }): React.ReactNode {
  const { t } = useTranslation();
  const groups = usePaletteGroups();
  const [query, setQuery] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });

  const run = ({ run: action }: PaletteEntry): void => {
    onClose();
    // The dialog gives the focus back first; what follows may move it on.
    setTimeout(action, 80);
  };

  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>): void => {
    takeMarkedResult(event);
    // At once, also when something is typed; the field alone would be emptied first.
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onClose();
  };

  return (
    <ModalOverlay isOpen onOpenChange={(isOpen) => !isOpen && onClose()} isDismissable className="overlay">
      <Modal className="modal wide palette">
        <Dialog className="dialog" aria-label={t('palette.title')}>
          <div className="palette-frame" onKeyDownCapture={onKeyDownCapture}>
            <Autocomplete
              inputValue={query}
              onInputChange={setQuery}
              filter={(text, input) =>
                input
                  .trim()
                  .split(/\s+/)
                  .every((word) => contains(text, word))
              }
            >
              <SearchField className="palette-search" aria-label={t('palette.search')} autoFocus>
                <Search aria-hidden />
                <Input placeholder={t('palette.search')} />
              </SearchField>
              <div className="palette-results" role="group" aria-label={t('palette.results')} tabIndex={0}>
                <Menu
                  className="menu"
                  aria-label={t('palette.results')}
                  renderEmptyState={() => <p className="palette-empty">{t('palette.empty', { query })}</p>}
                >
                  {groups.map(({ id, title, entries }) => (
                    <MenuSection key={id} id={id}>
                      <Header className="menu-header">{title}</Header>
                      {entries.map((entry) => (
                        <MenuItem
                          key={entry.id}
                          id={entry.id}
                          className="menu-item palette-item"
                          textValue={entry.searched ?? entry.label}
                          onAction={() => run(entry)}
                        >
                          <span className="palette-number">{entry.number}</span>
                          <bdi>{entry.label}</bdi>
                          {entry.keys !== undefined && <kbd>{entry.keys}</kbd>}
                        </MenuItem>
                      ))}
                    </MenuSection>
                  ))}
                </Menu>
              </div>
            </Autocomplete>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
