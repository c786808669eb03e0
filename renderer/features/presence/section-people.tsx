import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { useStrategy } from '../workbench/workbench-context.ts';
import { Avatar } from './avatar.tsx';

/** Who else is in a section. */
export function SectionPeople({ section }: { readonly section: string }): React.ReactNode {
  const { t } = useTranslation();
  const people = useStrategy(useShallow((state) => state.people.filter((person) => person.section === section)));
  if (people.length === 0) return null;
  const names = people.map(({ name }) => name).join(', ');
  return (
    <span className="section-people" role="img" aria-label={t('presence.here', { names })} title={names}>
      {people.map(({ name, device }) => (
        <Avatar key={device} name={name} device={device} />
      ))}
    </span>
  );
}
