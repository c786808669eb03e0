import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OutlineSection } from '../../../shared/document/outline.ts';
import { titleOf } from '../outline/outline-commands.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { Avatar } from './avatar.tsx';

const NONE: readonly OutlineSection[] = [];

/** As many are seen at a glance; the menu has all. */
const SHOWN = 3;

/** Who else has the strategy open, and the way to where they are. */
export function PeopleMenu(): React.ReactNode {
  const { t } = useTranslation();
  const { store } = useWorkbench();
  const people = useStrategy((state) => state.people);
  const sections = useStrategy((state) => state.outline?.sections ?? NONE);
  if (people.length === 0) return null;
  // Somebody with windows in two sections is one person, with two places to go to.
  const once = people.filter(({ device }, index) => people.findIndex((other) => other.device === device) === index);
  const label = t('presence.people', { count: once.length });
  const placeOf = (section: string | null): string => {
    const index = sections.findIndex(({ id }) => id === section);
    const shown = sections[index];
    return shown ? t('presence.inSection', { number: index + 1, title: titleOf(shown) }) : t('presence.elsewhere');
  };
  return (
    <MenuTrigger>
      <Button className="people-button" aria-label={label}>
        {once.slice(0, SHOWN).map(({ key, name, device }) => (
          <Avatar key={key} name={name} device={device} />
        ))}
        {once.length > SHOWN && <span className="people-more" data-more={`+${once.length - SHOWN}`} aria-hidden />}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu people-list"
          aria-label={label}
          onAction={(chosen) => {
            const person = people.find(({ key }) => key === chosen);
            if (person?.section != null) store.getState().goTo(person.section, person.block);
          }}
        >
          {people.map(({ key, name, organisation, device, section }) => (
            <MenuItem
              key={key}
              id={key}
              className="menu-item people-item"
              textValue={name}
              isDisabled={section === null}
            >
              <Avatar name={name} device={device} />
              <bdi>{organisation === '' || organisation === name ? name : `${name}, ${organisation}`}</bdi>
              <bdi className="people-place">{placeOf(section)}</bdi>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
